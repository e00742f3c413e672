"""In: a row of pieces. Out: the row set: the galleys of its cells side by side, as high as the highest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import Shape
from guidepress.paginate.galley import SetRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guidepress.paginate.galley import Galley
    from guidepress.paginate.pieces import Piece, TableRow

__all__ = ["row_shapes", "set_row"]


_LEAST = 2
"""Lines that a part keeps, though it gives one to the last."""

_SHARES = 10
"""A row that may be cut and whose lines do not stand level is cut into parts of a tenth of a page: some four lines."""


def set_row(
    row: TableRow, build: Callable[[tuple[Piece, ...]], Galley], most: int
) -> tuple[tuple[SetRow, ...], bool]:
    """Set a row.

    Args:
        row: its pieces.
        build: makes a galley of a cell's pieces.
        most: height of the text area less the table's head; a higher row is cut between lines, into parts of a third
            of a page, which fill pages better than whole ones. A row that may be cut is cut wherever the lines of its
            cells stand level, so that it goes on overleaf as a paragraph does.

    Returns:
        The row, or its parts in order, and whether it had to be cut that may not be.
    """
    galleys = [build(cell.pieces) for cell in row.cells]
    whole = [(galley, 0, len(galley)) for galley in galleys]
    height = max((galley.extent(0, len(galley)) for galley in galleys if len(galley)), default=0)
    padding = row.above + row.below
    fits = height + padding <= most
    if fits and not row.parted:
        return (SetRow(row, tuple(whole), height + padding),), False
    room = max(most // _SHARES if row.parted else most // 3 - padding, 1)
    if row.parted:
        level = _level(row, galleys)
        if max(part.height for part in level) - padding <= room:
            return level, False
    cuts = list(_cut(galleys, room))
    parts = []
    for index, ranges in enumerate(cuts):
        cells = tuple((galley, *found) for galley, found in zip(galleys, ranges, strict=True))
        high = max(galley.extent(start, end) for galley, start, end in cells if end > start)
        above, below = (row.above if index == 0 else 0), (row.below if ranges is cuts[-1] else 0)
        parts.append(SetRow(row, cells, high + above + below, not index, ranges is cuts[-1], index > 0))
    return tuple(parts), not (fits or row.parted)


def _level(row: TableRow, galleys: list[Galley]) -> tuple[SetRow, ...]:
    """Cut a row at each height at which every cell that goes on begins a line; the row itself, if it has boxes."""
    last = [len(galley) for galley in galleys]
    depth = max((galley.bottoms[-1] for galley in galleys if len(galley)), default=0)
    cuts = [(0, [0] * len(galleys), False, 0)]
    if not any(box is not None for galley in galleys for box in galley.boxes):
        tops = [{top: at for at, top in enumerate(galley.tops) if at} for galley in galleys]
        for top in sorted(set().union(*tops)):
            ends = [
                end if not end or galley.bottoms[-1] <= top else starts.get(top, 0)
                for galley, starts, end in zip(galleys, tops, last, strict=True)
            ]
            if all(end or not whole for end, whole in zip(ends, last, strict=True)):
                on = [(galley, at) for galley, at in zip(galleys, ends, strict=True) if at < len(galley)]
                inside = any(galley.inside[at] for galley, at in on)
                cuts.append((top, ends, inside, max(galley.costs[at] for galley, at in on)))
    parts = []
    for index, (top, starts, inside, cost) in enumerate(cuts):
        begins, closes = not index, index + 1 == len(cuts)
        foot, ends = (depth, last) if closes else cuts[index + 1][:2]
        cells = tuple(zip(galleys, starts, ends, strict=True))
        height = foot - top + (row.above if begins else 0) + (row.below if closes else 0)
        parts.append(SetRow(row, cells, height, begins, closes, inside, cost))
    return tuple(parts)


def _cut(galleys: list[Galley], room: int) -> Iterator[list[tuple[int, int]]]:
    """Cut the cells of a row between lines, all at one height, into parts that fit a room.

    Cells that were cut each for itself would stand apart in the middle of their text.
    """
    starts = [0] * len(galleys)
    while any(start < len(galley) for start, galley in zip(starts, galleys, strict=True)):
        ends = _ends(galleys, starts, room)
        yield list(zip(starts, ends, strict=True))
        starts = ends


def _ends(galleys: list[Galley], starts: list[int], room: int) -> list[int]:
    """Where a part ends in each cell: as low as a room allows, but so that no cell has one line left alone."""
    most = [_filled(*each, room) for each in zip(galleys, starts, strict=True)]
    heights = {
        galley.extent(start, end)
        for galley, start, last in zip(galleys, starts, most, strict=True)
        for end in range(start + 1, last + 1)
    }
    for height in sorted(heights, reverse=True):
        ends = [_filled(*each, height) for each in zip(galleys, starts, strict=True)]
        left = [len(galley) - end for galley, end in zip(galleys, ends, strict=True)]
        kept = max(end - start for start, end in zip(starts, ends, strict=True))
        if 1 not in left and kept >= _LEAST:
            return ends
    tallest = max(heights, default=0)
    if tallest:
        return [_filled(*each, tallest) for each in zip(galleys, starts, strict=True)]
    return [min(start + 1, len(galley)) for galley, start in zip(galleys, starts, strict=True)]


def _filled(galley: Galley, start: int, room: int) -> int:
    """The last place in a cell up to which it fits a room."""
    end = start
    while end < len(galley) and galley.extent(start, end + 1) <= room:
        end += 1
    return end


def row_shapes(part: SetRow) -> tuple[Shape, ...]:
    """Draw what is behind and around a row, from the top left corner of the text area and the row's top."""
    row = part.row
    shapes = [
        Shape((("r", (cell.left, 0, cell.right - cell.left, part.height)),), fill=cell.background)
        for cell in row.cells
        if cell.background is not None
    ]
    for line, y, here in ((row.over, 0, part.starts), (row.under, part.height, part.ends)):
        if line is not None and here:
            path = (("m", (row.x, y)), ("l", (row.x + row.width, y)))
            shapes.append(Shape(path, stroke=line[1], line_width=line[0]))
    return tuple(shapes)

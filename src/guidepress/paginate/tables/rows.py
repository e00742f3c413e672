"""In: a row of pieces. Out: the row set: the galleys of its cells side by side, as high as the highest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import Shape
from guidepress.paginate.galley import SetRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.paginate.galley import Galley
    from guidepress.paginate.pieces import Piece, TableRow

__all__ = ["row_shapes", "set_row"]


_LEAST = 2
"""Lines that a part keeps, though it gives one to the last."""

_SHARES = 10
"""A row that may be cut is cut into parts of a tenth of a page: some four lines, so that feet are nearly level."""


def set_row(
    row: TableRow, build: Callable[[tuple[Piece, ...]], Galley], most: int
) -> tuple[tuple[SetRow, ...], bool]:
    """Set a row.

    Args:
        row: its pieces.
        build: makes a galley of a cell's pieces.
        most: height of the text area less the table's head; a higher row is cut between lines, into parts of a third
            of a page, which fill pages better than whole ones.

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
    ranges = [_parts(galley, room) for galley in galleys]
    count = max(map(len, ranges))
    parts = []
    for index in range(count):
        cells = tuple(
            (galley, *(found[index] if index < len(found) else (len(galley), len(galley))))
            for galley, found in zip(galleys, ranges, strict=True)
        )
        high = max(galley.extent(start, end) for galley, start, end in cells if end > start)
        above, below = (row.above if index == 0 else 0), (row.below if index == count - 1 else 0)
        parts.append(SetRow(row, cells, high + above + below, index == 0, index == count - 1))
    return tuple(parts), not (fits or row.parted)


def _parts(galley: Galley, room: int) -> list[tuple[int, int]]:
    """Cut a cell between lines into parts that fit a room."""
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(galley):
        end = start + 1
        while end < len(galley) and galley.extent(start, end + 1) <= room:
            end += 1
        if end == len(galley) - 1 and end - start > _LEAST:
            end -= 1  # so that no line is left alone
        found.append((start, end))
        start = end
    return found


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

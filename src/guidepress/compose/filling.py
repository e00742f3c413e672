"""In: how high the parts of a sheet are, and which can grow. Out: so many ruled lines more that no page ends in white."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.answer_room import RULED
from guidepress.compose.document import Figure, Group, Lines, Paragraph
from guidepress.compose.heights import height_of_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.compose.document import Block

__all__ = ["Piece", "growth", "pieces_of"]

_MOST = 2
"""A question gets at most so many times the lines it asks for: more would ask for another kind of answer."""


_DOUBT = 60
"""Per cent of a line's pitch by which a question may seem not to fit and yet be taken to fit, since heights are
estimated a little too high: a page then keeps some white, but no question is driven to the next one."""


@record
class Piece:
    """A question with all that stays with it: its height, mpt, and the lines it is answered on; 0 if it cannot grow."""

    height: int
    lines: int = 0


def pieces_of(blocks: Iterable[Block], measure: int) -> tuple[Piece, ...]:
    """Measure the questions of a sheet, each with the headings above it; answers to write are ruled or drawn."""
    pieces: list[Piece] = []
    above = 0
    for block in blocks:
        if not isinstance(block, Group) or block.role != "L":
            above += height_of_blocks((block,), measure)
            continue
        for item in block.blocks:
            if isinstance(item, Group):
                height = above + height_of_blocks((item,), measure) - _counted_twice(item)
                pieces.append(Piece(height, sum(_lines(item.blocks))))
                above = 0
    return tuple(pieces)


def _counted_twice(item: Group) -> int:
    """The space before a question lies in the space after the one above it."""
    first = item.blocks[0]
    style = first.style if isinstance(first, Paragraph) else None
    return max(0, style.space_before - style.space_after) if style else 0


def _lines(blocks: Iterable[Block]) -> Iterable[int]:
    for block in blocks:
        if isinstance(block, Lines):
            yield block.count
        elif isinstance(block, Figure):
            yield block.drawing.height // RULED
        elif isinstance(block, Group):
            yield from _lines(block.blocks)


def growth(pieces: Sequence[Piece], page: int, pitch: int) -> tuple[int, ...]:
    """Share out what is left at the foot of each page among the questions above.

    Args:
        pieces: in the order of the sheet; the first begins a page.
        page: height of a page, mpt.
        pitch: from ruled line to ruled line, mpt.

    Returns:
        For each piece, how many lines it grows by.
    """
    grown = [0] * len(pieces)
    most = page + pitch * _DOUBT // 100
    first, used = 0, 0
    for index, piece in enumerate(pieces):
        if used and used + piece.height > most:
            _share(pieces, grown, range(first, index), (page - used) // pitch)
            first, used = index, 0
        used += piece.height
        used = used % page if used > most else used
    _share(pieces, grown, range(first, len(pieces)), (page - used) // pitch)
    return tuple(grown)


def _share(pieces: Sequence[Piece], grown: list[int], on_page: range, spare: int) -> None:
    """Give one line after the other, to whichever question has grown least for its size."""
    able = [index for index in on_page if pieces[index].lines]
    for _ in range(spare):
        able = [index for index in able if grown[index] < (_MOST - 1) * pieces[index].lines]
        if not able:
            return
        least = min(able, key=lambda index: (grown[index] / pieces[index].lines, index))
        grown[least] += 1

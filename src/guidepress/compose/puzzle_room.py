"""In: what stands around a puzzle. Out: how large its squares can be, so that all of it fills one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.heights import height_of_blocks
from guidepress.layout.areas import column_measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block

__all__ = ["square_for"]

_LARGEST = 30_000  # mpt: a larger square holds no more of a hand, and the puzzle looks like a poster
_SMALLEST = (
    14_000  # mpt: half a finger's width; a puzzle with smaller squares goes to a page of its own instead
)
_SAFE = 24_000  # mpt kept free at the foot, since the height of clues in columns is an estimate


def square_for(
    context: Context, above: Sequence[Block], listed: tuple[Sequence[Block], int], rows: int
) -> int:
    """The side of a square, mpt.

    Args:
        context: of the document.
        above: the heading and what follows it, up to the puzzle, with the white space around that.
        listed: what stands below in columns, and how many columns.
        rows: of the puzzle.
    """
    blocks, columns = listed
    gap = context.layout.page.column_gap
    column = column_measure(context.measure, columns, gap)
    below = height_of_blocks(blocks, column) // columns
    room = context.areas.height - height_of_blocks(above, context.measure) - below - _SAFE
    return max(_SMALLEST, min(_LARGEST, room // max(rows, 1)))

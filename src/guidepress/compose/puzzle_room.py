"""In: what stands around a puzzle. Out: how large its squares can be, so that all of it fills one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.blocks import Drawing, Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.document.style import Style

__all__ = ["EDGE", "square_for"]

EDGE = 6000
"""mpt between the frame of a puzzle and its squares, where it has one."""

_LARGEST = 30_000  # mpt: a larger square holds no more of a hand, and the puzzle looks like a poster
_SMALLEST = (
    14_000  # mpt: half a finger's width; a puzzle with smaller squares goes to a page of its own instead
)


def square_for(
    context: Context, above: Sequence[Block], puzzle: tuple[Style, int], below: Sequence[Block]
) -> int:
    """The side of a square, mpt.

    Args:
        context: of the document.
        above: the heading and what follows it, up to the puzzle.
        puzzle: the style of its figure, and how many rows of squares it has.
        below: what stands below it.
    """
    style, rows = puzzle
    empty = Figure(Drawing(context.measure, 2 * EDGE, ()), "", style)
    room = context.left((*above, empty, *below), last=True)
    return max(_SMALLEST, min(_LARGEST, room // max(rows, 1)))

"""In: the two ends of an edge of a character map. Out: its line with a head at the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.shapes import polygon
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.page.items import PathOp

__all__ = ["ARROW", "THIN", "across", "arrow", "beside"]

ARROW = 4000
"""The length of an arrow's head, mpt."""

THIN = 600
"""The width of a line, mpt."""

_CORNER = 3000  # mpt, the radius at which a line turns beside a column


def arrow(tip: tuple[int, int], colour: Colour, right: int, down: int) -> Shape:
    """Draw a head that points to the right (1), left (-1), down (1) or up (-1); one of the two is 0."""
    x, y = tip
    half = ARROW * 9 // 20
    back = (x - right * ARROW, y - down * ARROW)
    first = (back[0] + (half if down else 0), back[1] + (half if right else 0))
    second = (back[0] - (half if down else 0), back[1] - (half if right else 0))
    return polygon((tip, first, second), fill=colour)


def across(start: tuple[int, int], end: tuple[int, int], colour: Colour) -> tuple[Shape, ...]:
    """Draw the line from a column to the middle or back.

    All lines of one side bend alike, so that two whose ends stand in the same order neither cross nor meet.
    """
    bend = (end[0] - start[0]) // 2
    handles = (start[0] + bend, start[1], end[0] - bend, end[1])
    curve = Shape((("m", start), ("c", (*handles, *end))), stroke=colour, line_width=THIN)
    return curve, arrow(end, colour, 1 if end[0] > start[0] else -1, 0)


def beside(x: int, lane: int, heights: tuple[int, int], colour: Colour) -> tuple[Shape, ...]:
    """Draw the line between two people of a column: out from x to its lane, along it, and back."""
    top, foot = heights
    way = 1 if foot > top else -1
    out = 1 if lane > x else -1
    r = min(_CORNER, abs(foot - top) // 2, abs(lane - x))
    path: tuple[PathOp, ...] = (
        ("m", (x, top)),
        ("l", (lane - out * r, top)),
        ("c", (lane, top, lane, top, lane, top + way * r)),
        ("l", (lane, foot - way * r)),
        ("c", (lane, foot, lane, foot, lane - out * r, foot)),
        ("l", (x, foot)),
    )
    return Shape(path, stroke=colour, line_width=THIN), arrow((x, foot), colour, -out, 0)

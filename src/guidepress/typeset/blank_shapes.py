"""In: what is drawn where a blank is, and its place on the line. Out: its shapes: a rule, a box, a tick, a ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.shapes import circle
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.document.inlines import BlankDrawing

__all__ = ["blank_shapes"]

_DROP = 140
"""Per mille of the size from the baseline down to the rule of a blank: its descenders just cross it."""

_WEIGHT = 500
"""mpt: as heavy as the lines that answers are written on, so that a copier loses neither."""

_SIDE, _BELOW = 720, 50
"""Per mille of the size: the side of a box, as tall as capitals and a little more, and how far it reaches below the line."""

_CAPITALS, _AROUND = 660, 260
"""Per mille of the size: how tall capitals are in most faces, and from their edge to the ring around one."""

_HEAVY = 85
"""Per mille of the size: the thickness of a tick, that of a pen."""


def blank_shapes(drawn: BlankDrawing, x: int, width: int, size: int, colour: Colour) -> tuple[Shape, ...]:
    """Draw what marks a blank.

    Args:
        drawn: what it is.
        x: its left end, mpt.
        width: of the blank, mpt.
        size: of the type, mpt; the baseline is at 0.
        colour: of the lines.
    """
    if drawn == "rule":
        drop = size * _DROP // 1000
        return (Shape((("m", (x, drop)), ("l", (x + width, drop))), stroke=colour, line_width=_WEIGHT),)
    if drawn == "ring":
        radius = max(width // 2, size * _CAPITALS // 2000) + size * _AROUND // 1000
        return (circle(x + width // 2, -size * _CAPITALS // 2000, radius, stroke=colour, width=2 * _WEIGHT),)
    side = size * _SIDE // 1000
    left, foot = x + (width - side) // 2, size * _BELOW // 1000
    box = Shape((("r", (left, foot - side, side, side)),), stroke=colour, line_width=3 * _WEIGHT // 2)
    if drawn == "box":
        return (box,)
    path = (
        ("m", (left + side * 20 // 100, foot - side * 45 // 100)),
        ("l", (left + side * 42 // 100, foot - side * 18 // 100)),
        ("l", (left + side * 95 // 100, foot - side * 105 // 100)),
    )
    return box, Shape(path, stroke=colour, line_width=size * _HEAVY // 1000, round_caps=True)

"""In: styles with background, bar, border or rules. Out: boxes, and the shapes that draw them behind their content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.patterns import BAR_LINE, BAR_PITCH, hatch
from guidepress.page.items import Shape
from guidepress.paginate.pieces import Box

if TYPE_CHECKING:
    from guidepress.document.style import Style
    from guidepress.page.items import PathOp

__all__ = ["box_of", "box_shapes", "is_boxed", "may_open"]

_ROUND = 0.5523
"""Control points of a cubic curve stand so far along the tangent of a quarter circle of radius 1: 4/3 (√2 - 1)."""


def is_boxed(style: Style) -> bool:
    """Whether a style draws anything around its text."""
    return bool(
        style.background
        or style.bar.width
        or style.border.width
        or style.rule_above.width
        or style.rule_below.width
    )


def may_open(box: Box | None) -> bool:
    """Whether white space inside a box may grow: neither it nor what is around it is drawn, a table or kept together."""
    while box is not None and not (box.decorated or box.head or box.style.keep_together):
        box = box.parent
    return box is None


def box_of(
    style: Style, x: int, measure: int, parent: Box | None, *, together: bool = False
) -> tuple[Box, int, int]:
    """Make the box of a style in a column.

    Returns:
        The box, and the column inside it: its left edge and its measure.
    """
    decorated = is_boxed(style) and not together
    x += 0 if together else style.indent_left
    width = measure - (0 if together else style.indent_left + style.indent_right)
    if not decorated:
        return Box(parent, style, x, width), x, width
    framed = style.background is not None or style.border.width > 0
    left = style.bar.width + (style.padding if framed or style.bar.width else 0)
    right = style.padding if framed else 0
    top = style.padding if framed or style.rule_above.width else 0
    bottom = style.padding if framed or style.rule_below.width else 0
    box = Box(parent, style, x, width, top, bottom, decorated=True)
    return box, x + left, width - left - right


def box_shapes(box: Box, height: int, *, opens: bool, closes: bool) -> tuple[Shape, ...]:
    """Draw a box of a height, from its top left corner; rules above and below where it opens and closes."""
    style, width = box.style, box.width
    shapes: list[Shape] = []
    if style.background is not None or style.border.width:
        path = _rounded(width, height, min(style.radius, width // 2, height // 2))
        stroke = style.border.colour if style.border.width else None
        shapes.append(Shape(path, fill=style.background, stroke=stroke, line_width=style.border.width or 500))
    if style.bar.width:
        bar = (0, 0, style.bar.width, height)
        shapes.append(Shape((("r", bar),), fill=style.bar.colour))
        if style.bar.pattern:
            shapes.extend(hatch(style.bar.pattern, bar, style.bar.lines, pitch=BAR_PITCH, width=BAR_LINE))
    if style.rule_above.width and opens:
        shapes.append(rule(0, 0, width, style.rule_above.width, style))
    if style.rule_below.width and closes:
        line = style.rule_below
        shapes.append(
            Shape((("m", (0, height)), ("l", (width, height))), stroke=line.colour, line_width=line.width)
        )
    return tuple(shapes)


def rule(x: int, y: int, width: int, thickness: int, style: Style) -> Shape:
    """A horizontal rule in the colour of the style's rule above."""
    return Shape((("m", (x, y)), ("l", (x + width, y))), stroke=style.rule_above.colour, line_width=thickness)


def _rounded(width: int, height: int, radius: int) -> tuple[PathOp, ...]:
    """A rectangle with rounded corners."""
    if radius <= 0:
        return (("r", (0, 0, width, height)),)
    r, k = radius, radius - round(radius * _ROUND)
    return (
        ("m", (r, 0)),
        ("l", (width - r, 0)),
        ("c", (width - k, 0, width, k, width, r)),
        ("l", (width, height - r)),
        ("c", (width, height - k, width - k, height, width - r, height)),
        ("l", (r, height)),
        ("c", (k, height, 0, height - k, 0, height - r)),
        ("l", (0, r)),
        ("c", (0, k, k, 0, r, 0)),
        ("h", ()),
    )

"""In: the guide's units and their themes. Out: the shelf of the cover: a block for each unit, like books side by side.

A block is as tall as the guide's chapter on its unit is long, in the colour and pattern of the leading theme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.patterns import BAR_LINE, BAR_PITCH, hatch
from guidepress.document.shapes import line, rectangle

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.marks import ThemeMark
    from guidepress.guide.model import Unit
    from guidepress.page.items import Shape

__all__ = ["shelf"]

_SHORTEST = 0.52  # of the tallest block: even a short unit is a block, not a stub
_NARROW = 0.07  # of a block's width: a stripe for a theme that does not lead
_THINNEST = 1500  # mpt: narrower stripes would be lost in print
_KERF = 1500  # mpt of ground between blocks


def shelf(
    context: Context, across: tuple[int, int], stood: tuple[int, int], over: tuple[int, int]
) -> list[Shape]:
    """Draw a block for each unit (or each theme, where there are no units), side by side.

    Args:
        context: of the guide.
        across: from where to where they stand, mpt.
        stood: the foot on which they stand, and how tall the highest is, mpt.
        over: how far the first one runs over the left end, and the last one over the right, mpt.
    """
    guide, (begin, end), (foot, tallest) = context.guide, across, stood
    blocks = [(unit.themes, _weight(unit)) for unit in guide.units]
    blocks = blocks or [((theme.id,), 1) for theme in guide.themes] or [((), 1)]
    weights = [weight for _, weight in blocks]
    shapes: list[Shape] = []
    for index, (anchors, weight) in enumerate(blocks):
        left, right = (begin + (end - begin) * place // len(blocks) for place in (index, index + 1))
        height = round(tallest * _stature(weight, weights))
        marks = [context.themes[anchor] for anchor in anchors]
        left -= over[0] if not index else 0
        right += over[1] if index == len(blocks) - 1 and len(marks) < 2 else 0
        shapes.extend(
            _block(context, marks, (left, foot - height, right - left, height), (end - begin) // 70)
        )
    if over[1] and len(marks) > 1:
        shapes.append(rectangle((end, foot - height, over[1], height), fill=marks[-1].colour))
    return shapes


def _weight(unit: Unit) -> int:
    """Measure how long the guide's chapter on a unit is, in characters; at least 1."""
    return 1 + sum(len(text.source) for text in (*unit.summaries, *unit.analyses))


def _stature(weight: int, weights: list[int]) -> float:
    """Scale a block's height between the shortest and the tallest, so that even like lengths make a skyline."""
    low, high = min(weights), max(weights)
    return 1.0 if low == high else _SHORTEST + (1 - _SHORTEST) * (weight - low) / (high - low)


def _block(
    context: Context, marks: list[ThemeMark], box: tuple[int, int, int, int], share: int
) -> list[Shape]:
    """Fill a unit's block: a broad stripe for the leading theme, narrow ones at its right for the others.

    The pattern of the broad one is as coarse as a share of the shelf, mpt; its lines are never thinner than a bar's.
    """
    pitch = max(5000, share)
    x, y, w, h = box
    if not marks:
        return [rectangle(box, fill=context.colour("rule"))]
    leading, *others = marks
    narrow = round(w * _NARROW) if w * _NARROW >= _THINNEST else 0
    broad = w - narrow * len(others)
    shapes: list[Shape] = []
    shapes.append(rectangle((x, y, broad, h), fill=leading.colour))
    shapes.extend(
        hatch(leading.number, (x, y, broad, h), leading.lines, pitch=pitch, width=max(BAR_LINE, pitch // 9))
    )
    for place, mark in enumerate(others if narrow else ()):
        stripe = (x + broad + place * narrow, y, narrow, h)
        shapes.append(rectangle(stripe, fill=mark.colour))
        if narrow >= 2 * BAR_PITCH:
            shapes.extend(hatch(mark.number, stripe, mark.lines, pitch=BAR_PITCH, width=BAR_LINE))
    shapes.append(line((x, y), (x, y + h), context.colour("paper"), _KERF))
    return shapes

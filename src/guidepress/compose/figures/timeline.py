"""In: the events of the timeline. Out: story order joined to told order by lines, and the alternative text.

What happens when stands at the left, from first to last; what it is, at the right, in the order in which the work tells
it. The line between is of the leading theme of the unit that tells it: a colour, and a pattern of dashes that a copier
keeps; a legend says which is which.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.figures.timeline_legend import dashes, legend
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import circle
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.marks import ThemeMark
    from guidepress.document.style import Style
    from guidepress.guide.model import Event, Guide

__all__ = ["timeline"]

_LEFT = 0.31  # share of the measure for what happens when
_RIGHT = 0.43  # share of the measure for the order of telling
_HEAD = 20_000  # mpt
_GAP = 5000  # mpt between rows
_DOT = 2600  # mpt
_BEND = 0.45  # of the way: how soon a line leaves the level
_BESIDE = 8000  # mpt from the middle of a dot to the words beside it
_LINE = 1200  # mpt, the width of a line
_HIGHEST = 0.85
"""Of the text area; heading, caption and the space around the figure take the rest. The table says all of a higher one."""


def timeline(guide: Guide, context: Context, measure: int) -> tuple[Drawing, str] | None:
    """Draw the two orders; None unless at least two events say when they are told, or where no page could hold them.

    Returns:
        The drawing and its alternative text.
    """
    told = [event for event in guide.timeline if event.told is not None]
    if len(told) < 2:
        return None
    order = sorted(range(len(told)), key=lambda index: (told[index].told, index))
    left, right = round(measure * _LEFT), round(measure * (1 - _RIGHT))
    style = context.style("figure-label")
    whens = [_when(event, style, left) for event in told]
    places = [_place(told[index], place, context, (right, measure)) for place, index in enumerate(order, 1)]
    foot = max(_tall(whens, context), _tall(places, context))
    starts, whens = _spread(whens, foot, context)
    ends, places = _spread(places, foot, context)
    shapes: list[Shape] = []
    for end, index in zip(ends, order, strict=True):
        shapes.extend(_thread(told[index], guide, context, (left, starts[index], right, end)))
    marks = [mark for event in told if (mark := _mark(event, guide, context)) is not None]
    key = legend(marks, context, (measure, foot))
    drawing = Drawing(
        measure,
        key.foot,
        (*shapes, *key.shapes),
        (*_heads(context, style, (left, right, measure)), *whens, *places, *key.labels),
    )
    if drawing.height > context.areas.height * _HIGHEST:
        return None
    return drawing, _alt(told, order, context)


def _heads(context: Context, style: Style, edges: tuple[int, int, int]) -> tuple[Label, Label]:
    """Name the two orders above them."""
    left, right, measure = edges
    story, telling = (
        (Text(context.labels.text(key), Look(strong=True)),) for key in ("story-order", "told-order")
    )
    return (
        Label(left, style.size, story, style, left, align="right"),
        Label(right, style.size, telling, style, measure - right),
    )


def _when(event: Event, style: Style, left: int) -> Label:
    """When an event happens; it stands nowhere yet."""
    return Label(left - _BESIDE, 0, (Text(event.when),), style, left - _BESIDE, align="right")


def _place(event: Event, place: int, context: Context, edges: tuple[int, int]) -> Label:
    """Name an event at its place in the telling: "3 Marley's Ghost · Stave 1"; it stands nowhere yet."""
    right, measure = edges
    name = event.name or context.plain(event.event)
    where = f" · {context.unit_label(context.guide.unit(event.unit))}" if event.unit else ""
    said = (
        Text(f"{place}\u2002", Look(strong=True)),
        Text(name),
        Text(where, Look(colour=context.colour("muted"))),
    )
    x = right + _BESIDE
    return Label(x, 0, said, context.style("figure-label"), measure - x)


def _tall(labels: Sequence[Label], context: Context) -> int:
    """How far down labels reach below one another."""
    return _HEAD + sum(context.height(label) + _GAP for label in labels)


def _spread(labels: Sequence[Label], foot: int, context: Context) -> tuple[list[int], list[Label]]:
    """Set labels below one another down to a foot, as far apart as that leaves; find the middle of each."""
    heights = [context.height(label) for label in labels]
    gap = (foot - _HEAD - sum(heights)) // len(labels)
    tops = [*accumulate((tall + gap for tall in heights), initial=_HEAD)]
    middles = [top + (below - gap - top) // 2 for top, below in pairwise(tops)]
    set_labels = [
        replace(label, y=middle + label.style.size // 3 - (tall - label.style.leading) // 2)
        for label, middle, tall in zip(labels, middles, heights, strict=True)
    ]
    return middles, set_labels


def _thread(
    event: Event, guide: Guide, context: Context, ends: tuple[int, int, int, int]
) -> tuple[Shape, ...]:
    """Join an event's two places by a line in the colour and the dashes of its unit's leading theme."""
    x1, y1, x2, y2 = ends
    mark = _mark(event, guide, context)
    colour = mark.ink if mark else context.colour("accent")
    handle = round((x2 - x1) * _BEND)
    path = (("m", (x1, y1)), ("c", (x1 + handle, y1, x2 - handle, y2, x2, y2)))
    return (
        Shape(path, stroke=colour, line_width=_LINE, dash=dashes(mark)),
        circle(x1, y1, _DOT, fill=context.colour("ink")),
        circle(x2, y2, _DOT, fill=context.colour("paper"), stroke=context.colour("ink"), width=900),
    )


def _mark(event: Event, guide: Guide, context: Context) -> ThemeMark | None:
    themes = guide.unit(event.unit).themes if event.unit else ()
    return context.themes[themes[0]] if themes else None


def _alt(told: list[Event], order: list[int], context: Context) -> str:
    """Say both orders in words."""
    labels = context.labels
    story = "; ".join(
        f"{number} {event.when}{f'{labels.colon}{event.name}' if event.name else ''}"
        for number, event in enumerate(told, 1)
    )
    telling = ", ".join(str(index + 1) for index in order)
    return f"{labels.text('timeline-figure')}. {labels.text('story-order')}: {story}. {labels.text('told-order')}: {telling}."

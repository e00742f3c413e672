"""In: the events of the timeline. Out: story order joined to told order by lines, and the alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import circle
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.marks import ThemeMark
    from guidepress.document.style import Style
    from guidepress.guide.model import Event, Guide

__all__ = ["timeline"]

_LEFT = 0.42  # share of the measure for what happens when
_RIGHT = 0.26  # share of the measure for the order of telling
_HEAD = 20_000  # mpt
_GAP = 5000  # mpt between rows
_DOT = 2600  # mpt
_BEND = 0.45  # of the way: how soon a line leaves the level


def timeline(guide: Guide, context: Context, measure: int) -> tuple[Drawing, str] | None:
    """Draw the two orders; None unless at least two events say when they are told.

    Returns:
        The drawing and its alternative text.
    """
    told = [event for event in guide.timeline if event.told is not None]
    if len(told) < 2:
        return None
    style = context.style("figure-label")
    left, right = round(measure * _LEFT), round(measure * (1 - _RIGHT))
    labels = [
        Label(
            left,
            style.size,
            (Text(context.labels.text("story-order"), Look(strong=True)),),
            style,
            left,
            align="right",
        ),
        Label(
            right,
            style.size,
            (Text(context.labels.text("told-order"), Look(strong=True)),),
            style,
            measure - right,
        ),
    ]
    middles: list[int] = []
    y = _HEAD
    for event in told:
        when = Label(left - 12_000, 0, (Text(event.when),), style, left - 14_000, align="right")
        tall = context.height(when)
        middle = y + tall // 2
        middles.append(middle)
        labels.append(replace(when, y=middle + style.size // 3 - (tall - style.leading) // 2))
        y += tall + _GAP
    order = sorted(range(len(told)), key=lambda index: (told[index].told, index))
    step = (y - _HEAD) // len(told)
    shapes: list[Shape] = []
    for place, index in enumerate(order):
        event, start, end = told[index], middles[index], _HEAD + place * step + step // 2
        shapes.extend(_thread(event, guide, context, (left, start, right, end)))
        labels.append(
            _place(event, place + 1, context, style, (right + 12_000, end, measure - right - 12_000))
        )
    return Drawing(measure, y, tuple(shapes), tuple(labels)), _alt(told, order, context)


def _thread(
    event: Event, guide: Guide, context: Context, ends: tuple[int, int, int, int]
) -> tuple[Shape, ...]:
    """Join an event's two places by a line in the colour of its unit's leading theme."""
    x1, y1, x2, y2 = ends
    mark = _mark(event, guide, context)
    colour = mark.colour if mark else context.colour("accent")
    handle = round((x2 - x1) * _BEND)
    path = (("m", (x1, y1)), ("c", (x1 + handle, y1, x2 - handle, y2, x2, y2)))
    return (
        Shape(path, stroke=colour, line_width=1400, round_caps=True),
        circle(x1, y1, _DOT, fill=context.colour("ink")),
        circle(x2, y2, _DOT, fill=context.colour("paper"), stroke=context.colour("ink"), width=900),
    )


def _mark(event: Event, guide: Guide, context: Context) -> ThemeMark | None:
    themes = guide.unit(event.unit).themes if event.unit else ()
    return context.themes[themes[0]] if themes else None


def _place(event: Event, place: int, context: Context, style: Style, at: tuple[int, int, int]) -> Label:
    """Name the place in the telling: "3 · Stave 2"."""
    x, middle, measure = at
    where = f" · {context.unit_label(context.guide.unit(event.unit))}" if event.unit else ""
    return Label(
        x, middle + style.size // 3, (Text(str(place), Look(strong=True)), Text(where)), style, measure
    )


def _alt(told: list[Event], order: list[int], context: Context) -> str:
    """Say both orders in words."""
    story = "; ".join(f"{number} {event.when}" for number, event in enumerate(told, 1))
    telling = ", ".join(str(index + 1) for index in order)
    labels = context.labels
    return f"{labels.text('timeline-figure')}. {labels.text('story-order')}: {story}. {labels.text('told-order')}: {telling}."

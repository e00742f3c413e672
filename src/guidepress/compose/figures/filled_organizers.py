"""In: a guide. Out: its graphic organizers filled in, each in the very frame that pupils have, and what it says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.cards import largest
from guidepress.compose.figures.filled_web import leading, web_texts
from guidepress.compose.figures.organizers import (
    PAD,
    boxed,
    head_of,
    plot_boxes,
    plot_curve,
    story_boxes,
    timeline_boxes,
    timeline_line,
    web_boxes,
    web_hub,
)
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import LineBreak, Look, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.figures.organizers import Box
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide
    from guidepress.page.items import Shape

__all__ = ["FILLED"]

_EVENTS = ("rising action", "climax", "falling action")
"""Beats that are the events of a story map."""

_BEFORE = ("inciting incident", "rising action")
"""Beats that stand together in the box of the rising action."""

_ENOUGH = 2  # boxes of a web with something in them
_SMALLEST = 8000  # mpt: below it an answer is cut short rather than set smaller
_SIZES = (9500, 8750, _SMALLEST)

Written = tuple[str, str]
"""What stands in a box: a strong beginning, such as a date, and the rest."""


def _story_map(guide: Guide, context: Context, size: tuple[int, int]) -> tuple[Drawing, str] | None:
    """What the guide says of setting, characters and plot."""
    texts = _story(guide, context)
    if not texts[2] or not texts[3]:
        return None
    boxes = story_boxes(context, size)
    return _written(context, size, boxes, [("", text) for text in texts], "story_map")


def _timeline(guide: Guide, context: Context, size: tuple[int, int]) -> tuple[Drawing, str] | None:
    """Six events, spread over the story, with their dates."""
    boxes = timeline_boxes(size)
    events = guide.timeline
    if len(events) < len(boxes):
        return None
    last = len(boxes) - 1
    chosen = [events[index * (len(events) - 1) // last] for index in range(len(boxes))]
    texts = [(each.when, context.plain(each.event)) for each in chosen]
    return _written(context, size, boxes, texts, "timeline", timeline_line(context, size))


def _plot_diagram(guide: Guide, context: Context, size: tuple[int, int]) -> tuple[Drawing, str] | None:
    """The beats of the plot, those of each part of the arc in its box."""
    said: dict[str, list[str]] = {}
    for beat in guide.plot_arc:
        if beat.label:
            part = "rising action" if beat.beat in _BEFORE else beat.beat
            said.setdefault(part, []).append(context.plain(beat.label))
    if "climax" not in said:
        return None
    boxes = plot_boxes(context, size)
    order = ("exposition", "rising action", "climax", "falling action", "resolution")
    texts = [("", "\n".join(said.get(part, ()))) for part in order]
    shapes, names = plot_curve(context, size)
    drawing, alt = _written(context, size, boxes, texts, "plot_diagram", shapes)
    return Drawing(*size, drawing.shapes, (*names, *drawing.labels)), alt


def _character_web(guide: Guide, context: Context, size: tuple[int, int]) -> tuple[Drawing, str] | None:
    """The leading character, whose name stands in the middle."""
    who = leading(guide)
    if who is None:
        return None
    boxes = web_boxes(context, size)
    head, style = head_of(context, boxes), _style(context, _SMALLEST)
    texts = web_texts(
        guide, context, who, lambda box, text: _fits(_inside(boxes[box][0], ("", text), style, head), context)
    )
    if sum(map(bool, texts)) < _ENOUGH:
        return None
    behind = web_hub(context, size)
    drawing, alt = _written(context, size, boxes, [("", text) for text in texts], "character_web", behind)
    name = _hub_name(who.name, context, size)
    kind, _, said = alt.partition(". ")
    return Drawing(*size, drawing.shapes, (*drawing.labels, name)), f"{kind}: {who.name}. {said}"


def _hub_name(name: str, context: Context, size: tuple[int, int]) -> Label:
    """Set a name in the middle of the web's circle, in the largest type at which the circle holds it."""
    measure = size[1] // 7 * 2 - 4 * PAD
    label = Label(
        size[0] // 2,
        0,
        (Text(name),),
        context.varied("answer", "in-hub", hang=0, weight="bold", align="centred"),
        measure,
        align="centred",
    )
    style = largest(context, label.style, lambda each: context.measurer.word(label.inlines, each) <= measure)
    label = replace(label, style=style)
    above = (context.height(label) - style.leading) // 2
    return replace(label, y=size[1] // 2 + style.size * 35 // 100 - above)


FILLED: dict[str, Callable[[Guide, Context, tuple[int, int]], tuple[Drawing, str] | None]] = {
    "character_web": _character_web,
    "plot_diagram": _plot_diagram,
    "timeline": _timeline,
    "story_map": _story_map,
}
"""Organizers that the guide's own data can fill; None where they do not suffice."""


def _written(
    context: Context,
    size: tuple[int, int],
    boxes: list[tuple[Box, str]],
    texts: Sequence[Written],
    kind: str,
    behind: Sequence[Shape] = (),
) -> tuple[Drawing, str]:
    """Draw boxes with texts in them, in the largest type in which all fit."""
    shapes, labels = boxed(context, boxes)
    head = head_of(context, boxes)
    texts_in = [(box, text) for (box, _), text in zip(boxes, texts, strict=True) if any(text)]
    style = next(
        (
            each
            for each in map(partial(_style, context), _SIZES)
            if all(_fits(_inside(box, text, each, head), context) for box, text in texts_in)
        ),
        _style(context, _SMALLEST),
    )
    labels += [_inside(box, text, style, head)[0] for box, text in texts_in]
    names = [f"{name}: {_said(text)}" for (_, name), text in zip(boxes, texts, strict=True) if any(text)]
    alt = f"{context.labels.text(kind)}. {'; '.join(names).rstrip('.')}."
    return Drawing(*size, (*behind, *shapes), tuple(labels)), alt


def _style(context: Context, size: int) -> Style:
    """The style of what is written in boxes."""
    return context.varied(
        "answer", f"in-box-{size}", hang=0, size=size, leading=size * 13 // 10, align="left"
    )


def _inside(box: Box, text: Written, style: Style, head: int) -> tuple[Label, int]:
    """Set a text below the name of its box; also the height it has there, mpt."""
    x, y, width, tall = box
    strong, rest = text
    inlines: list[Inline] = [Text(f"{strong}. ", Look(strong=True))] if strong else []
    for number, each in enumerate(rest.split("\n")):
        inlines += [LineBreak(), Text(each)] if number else [Text(each)]
    label = Label(x + PAD, y + head + style.size, tuple(inlines), style, width - 2 * PAD)
    return label, tall - head - PAD


def _fits(written: tuple[Label, int], context: Context) -> bool:
    label, room = written
    return context.height(label) <= room


def _lines(text: Written) -> list[str]:
    return ". ".join(filter(None, text)).split("\n")


def _said(text: Written) -> str:
    return "; ".join(_lines(text))


def _story(guide: Guide, context: Context) -> list[str]:
    """Say what goes into each box of a story map."""
    setting = guide.work.setting
    where = [text for text in (setting.place, setting.time) if text] if setting else []
    people = [character.name for character in sorted(guide.characters, key=lambda each: each.importance)[:6]]
    beats = {beat.beat: context.plain(beat.label) for beat in reversed(guide.plot_arc) if beat.label}
    events = [context.plain(beat.label) for beat in guide.plot_arc if beat.label and beat.beat in _EVENTS]
    step = max(1, len(events) // 3)
    chosen = [*events[step - 1 :: step][:3], "", "", ""][:3]
    return [
        "\n".join(map(context.plain, where)),
        ", ".join(people),
        beats.get("inciting incident", ""),
        *chosen,
        beats.get("resolution", ""),
    ]

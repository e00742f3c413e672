"""In: a kind of graphic organizer. Out: the blank to fill in, drawn to the page, and its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import Drawing, Label
from guidepress.compose.inlines import Look, Text
from guidepress.compose.shapes import circle, curve, line, rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.compose.context import Context
    from guidepress.guide.model import Guide
    from guidepress.layout.style import Style
    from guidepress.page.items import Shape

__all__ = ["ORGANIZERS", "filled_story_map", "organizer"]

_GAP = 10_000  # mpt between boxes
_PAD = 7000  # mpt from a box's edge to its label
_NAME = 28_000  # mpt above a circle, to write a name in
_RADIUS = 4000  # mpt of a box's corners

_EVENTS = ("rising action", "climax", "falling action")
"""Beats that are the events of a story map."""

Box = tuple[int, int, int, int]


def organizer(kind: str, context: Context, size: tuple[int, int]) -> tuple[Drawing, str]:
    """Draw one organizer.

    Args:
        kind: one of `ORGANIZERS`.
        context: of the document.
        size: width and height to fill, mpt.

    Returns:
        The drawing, and its title as the alternative text: the blank says no more than that.
    """
    shapes, labels = ORGANIZERS[kind](context, size)
    return Drawing(*size, tuple(shapes), tuple(labels)), context.labels.text(kind)


Drawn = tuple[list["Shape"], list[Label]]


def _boxes(context: Context, boxes: list[tuple[Box, str]]) -> Drawn:
    """Draw boxes with a label in the upper left corner of each."""
    ink = context.colour("muted")
    style = context.style("figure-label")
    shapes = [rounded(box, _RADIUS, stroke=ink, width=750) for box, _ in boxes]
    return shapes, [_label(style, box, text) for box, text in boxes if text]


def _label(style: Style, box: Box, text: str) -> Label:
    x, y, width, _ = box
    return Label(x + _PAD, y + _PAD + style.size, (Text(text, Look(strong=True)),), style, width - 2 * _PAD)


def _columns(count: int, size: tuple[int, int], top: int = 0) -> list[Box]:
    width = (size[0] - (count - 1) * _GAP) // count
    return [(index * (width + _GAP), top, width, size[1] - top) for index in range(count)]


def _kwl(context: Context, size: tuple[int, int]) -> Drawn:
    texts = (context.labels.text(key) for key in ("kwl-know", "kwl-want", "kwl-learned"))
    return _boxes(context, list(zip(_columns(3, size), texts, strict=True)))


def _t_chart(context: Context, size: tuple[int, int]) -> Drawn:
    width, height = size
    head = height // 10
    ink = context.colour("muted")
    return [
        line((0, head), (width, head), ink, 1000),
        line((width // 2, 0), (width // 2, height), ink, 1000),
    ], []


def _venn(context: Context, size: tuple[int, int]) -> Drawn:
    """Two circles that share a third of their width, a line above each for its name."""
    width, height = size
    radius = min(width * 3 // 10, height // 2 - _NAME)
    ink, style = context.colour("muted"), context.style("figure-label")
    middle = _NAME + radius
    centres = (width // 2 - radius * 6 // 10, width // 2 + radius * 6 // 10)
    shapes = [circle(x, middle, radius, stroke=ink, width=1000) for x in centres]
    half = radius * 6 // 10
    for x, shift in zip(centres, (-radius * 3 // 10, radius * 3 // 10), strict=True):
        shapes.append(line((x + shift - half, _NAME // 2), (x + shift + half, _NAME // 2), ink, 500))
    text = (Text(context.labels.text("both"), Look(strong=True)),)
    top = middle - radius * 8 // 10 + style.leading * 2
    return shapes, [Label(width // 2, top, text, style, radius, align="centred")]


def _cause_effect(context: Context, size: tuple[int, int]) -> Drawn:
    """Three causes at the left, three effects at the right, an arrow between each pair."""
    width, height = size
    box, tall = width * 42 // 100, (height - 2 * _GAP) // 3
    boxes: list[tuple[Box, str]] = []
    arrows: list[Shape] = []
    for row in range(3):
        y = row * (tall + _GAP)
        boxes.append(((0, y, box, tall), context.labels.text("cause")))
        boxes.append(((width - box, y, box, tall), context.labels.text("effect")))
        middle = y + tall // 2
        arrows.append(line((box + 6000, middle), (width - box - 6000, middle), context.colour("muted"), 1000))
        for lift in (-4000, 4000):
            tip = width - box - 6000
            arrows.append(line((tip - 6000, middle + lift), (tip, middle), context.colour("muted"), 1000))
    shapes, labels = _boxes(context, boxes)
    return [*shapes, *arrows], labels


def _story_map(context: Context, size: tuple[int, int]) -> Drawn:
    return _boxes(context, _story_boxes(context, size))


def _story_boxes(context: Context, size: tuple[int, int]) -> list[tuple[Box, str]]:
    """Setting and characters above; problem; three events; ending."""
    width, height = size
    tall = (height - 3 * _GAP) // 4
    half, third = (width - _GAP) // 2, (width - 2 * _GAP) // 3
    rows = [row * (tall + _GAP) for row in range(4)]
    keys = context.labels.text
    return [
        ((0, rows[0], half, tall), keys("setting")),
        ((half + _GAP, rows[0], half, tall), keys("characters-word")),
        ((0, rows[1], width, tall), keys("problem")),
        *(
            ((index * (third + _GAP), rows[2], third, tall), f"{keys('event-word')} {index + 1}")
            for index in range(3)
        ),
        ((0, rows[3], width, tall), keys("ending")),
    ]


def filled_story_map(guide: Guide, context: Context, size: tuple[int, int]) -> tuple[Drawing, str] | None:
    """Draw the story map with what the guide says of setting, characters and plot; None without a plot arc."""
    texts = _story(guide, context)
    if not texts[2] or not texts[3]:
        return None
    boxes = _story_boxes(context, size)
    shapes, labels = _boxes(context, boxes)
    style = context.varied("answer", "in-box", hang=0, size=9500, leading=12_500, align="left")
    for (box, _), text in zip(boxes, texts, strict=True):
        x, y, width, _ = box
        below = y + 2 * _PAD + context.style("figure-label").leading + style.size
        labels.append(Label(x + _PAD, below, (Text(text),), style, width - 2 * _PAD))
    said = (f"{name}: {text}" for (_, name), text in zip(boxes, texts, strict=True) if text)
    return Drawing(
        *size, tuple(shapes), tuple(labels)
    ), f"{context.labels.text('story_map')}. {'; '.join(said)}."


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
        ", ".join(map(context.plain, where)),
        ", ".join(people),
        beats.get("inciting incident", ""),
        *chosen,
        beats.get("resolution", ""),
    ]


def _timeline(context: Context, size: tuple[int, int]) -> Drawn:
    """A line with six places, boxes above and below it by turns."""
    width, height = size
    middle, step, reach = height // 2, width // 6, 24_000
    ink = context.colour("muted")
    shapes: list[Shape] = [line((0, middle), (width, middle), ink, 1000)]
    for index in range(6):
        x, above = index * step + step // 2, index % 2 == 0
        left = index // 2 * 2 * step + _GAP // 2
        box = (left, 0 if above else middle + reach, 2 * step - _GAP, middle - reach)
        shapes.append(rounded(box, _RADIUS, stroke=ink, width=750))
        shapes.append(line((x, middle), (x, middle + (-reach if above else reach)), ink, 750))
        shapes.append(circle(x, middle, 4000, fill=ink))
    return shapes, []


def _plot_diagram(context: Context, size: tuple[int, int]) -> Drawn:
    """The empty arc with the beats' names."""
    width, height = size
    base, top = height * 9 // 10, height // 10
    points = [
        (0, base),
        (width * 2 // 10, base),
        (width * 6 // 10, top),
        (width * 8 // 10, base),
        (width, base),
    ]
    style = context.style("figure-label")
    places = (
        ("exposition", width // 10, base + 14_000),
        ("rising action", width * 26 // 100, height * 45 // 100),
        ("climax", width * 6 // 10, top - 8000),
        ("falling action", width * 84 // 100, height * 45 // 100),
        ("resolution", width * 9 // 10, base + 14_000),
    )
    labels = [
        Label(x, y, (Text(context.labels.text(key), Look(strong=True)),), style, width // 4, align="centred")
        for key, x, y in places
    ]
    return [curve(points, context.colour("muted"), 1400)], labels


def _character_web(context: Context, size: tuple[int, int]) -> Drawn:
    """A person in the middle, four boxes around."""
    width, height = size
    box, tall = width * 36 // 100, height * 36 // 100
    keys = context.labels.text
    boxes: list[tuple[Box, str]] = [
        ((0, 0, box, tall), keys("says")),
        ((width - box, 0, box, tall), keys("does")),
        ((0, height - tall, box, tall), keys("feels")),
        ((width - box, height - tall, box, tall), keys("others-say")),
    ]
    shapes, labels = _boxes(context, boxes)
    ink = context.colour("muted")
    middle = (width // 2, height // 2)
    corners = ((box, tall), (width - box, tall), (box, height - tall), (width - box, height - tall))
    spokes: list[Shape] = [line(corner, middle, ink, 750) for corner in corners]
    hub = circle(*middle, height // 7, fill=context.colour("paper"), stroke=ink, width=1000)
    return [*spokes, hub, *shapes], labels


ORGANIZERS: dict[str, Callable[[Context, tuple[int, int]], Drawn]] = {
    "plot_diagram": _plot_diagram,
    "character_web": _character_web,
    "venn": _venn,
    "kwl": _kwl,
    "timeline": _timeline,
    "t_chart": _t_chart,
    "cause_effect": _cause_effect,
    "story_map": _story_map,
}
"""Every organizer that a guide may name."""

"""In: a kind of graphic organizer. Out: the blank to fill in, drawn to the page, and its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.answer_room import RULED
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import circle, curve, line, lines, rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.compose.context import Context
    from guidepress.document.style import Style
    from guidepress.page.items import Shape

__all__ = [
    "ORGANIZERS",
    "PAD",
    "Box",
    "Drawn",
    "boxed",
    "head_of",
    "organizer",
    "plot_boxes",
    "plot_curve",
    "story_boxes",
    "timeline_boxes",
    "timeline_line",
    "web_boxes",
    "web_hub",
]

_GAP = 10_000  # mpt between boxes
PAD = 7000  # mpt from a box's edge to its label
_NAME = 28_000  # mpt above a circle, to write a name in
_RADIUS = 4000  # mpt of a box's corners
_REACH = 24_000  # mpt from the line of time to a box
_ARC = 40  # per cent of the height for the arc of a plot; the rest is for what is written about it

_WEB = 36  # per cent of the width and of the height for each box of a web

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


def boxed(context: Context, boxes: list[tuple[Box, str]]) -> Drawn:
    """Draw boxes with a label in the upper left corner of each."""
    ink = context.colour("muted")
    style = context.style("figure-label")
    shapes = [rounded(box, _RADIUS, stroke=ink, width=750) for box, _ in boxes]
    return shapes, [_label(style, box, text) for box, text in boxes if text]


def _label(style: Style, box: Box, text: str) -> Label:
    x, y, width, _ = box
    return Label(x + PAD, y + PAD + style.size, (Text(text, Look(strong=True)),), style, width - 2 * PAD)


def head_of(context: Context, boxes: list[tuple[Box, str]]) -> int:
    """What the names of boxes take of them, with the white space around, mpt."""
    style = context.style("figure-label")
    names = [context.height(_label(style, box, text)) for box, text in boxes if text]
    return 2 * PAD + max(names, default=0)


def _columns(count: int, size: tuple[int, int], top: int = 0) -> list[Box]:
    width = (size[0] - (count - 1) * _GAP) // count
    return [(index * (width + _GAP), top, width, size[1] - top) for index in range(count)]


def _kwl(context: Context, size: tuple[int, int]) -> Drawn:
    texts = (context.labels.text(key) for key in ("kwl-know", "kwl-want", "kwl-learned"))
    return boxed(context, list(zip(_columns(3, size), texts, strict=True)))


def _t_chart(context: Context, size: tuple[int, int]) -> Drawn:
    width, height = size
    head = height // 14
    ink = context.colour("muted")
    foot = range(head + RULED, height + 1, RULED)
    rules = [(x, y, x + width // 2 - _GAP, y) for y in foot for x in (0, width // 2 + _GAP)]
    return [
        line((0, head), (width, head), ink, 1000),
        line((width // 2, 0), (width // 2, height), ink, 1000),
        *lines(rules, context.colour("rule"), 400),
    ], []


def _venn(context: Context, size: tuple[int, int]) -> Drawn:
    """Two circles that share a third of their width, a line above each for its name; below, lines to sum up on."""
    width, height = size
    radius = min(width * 3 // 10, height // 2 - _NAME)
    ink, style = context.colour("muted"), context.style("figure-label")
    middle = _NAME + radius
    centres = (width // 2 - radius * 6 // 10, width // 2 + radius * 6 // 10)
    shapes = [circle(x, middle, radius, stroke=ink, width=1000) for x in centres]
    half = radius * 6 // 10
    for x, shift in zip(centres, (-radius * 3 // 10, radius * 3 // 10), strict=True):
        shapes.append(line((x + shift - half, _NAME // 2), (x + shift + half, _NAME // 2), ink, 500))
    below = range(middle + radius + 2 * RULED, height + 1, RULED)
    shapes += lines([(0, y, width, y) for y in below], context.colour("rule"), 400)
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
    shapes, labels = boxed(context, boxes)
    return [*shapes, *arrows], labels


def _story_map(context: Context, size: tuple[int, int]) -> Drawn:
    return boxed(context, story_boxes(context, size))


def story_boxes(context: Context, size: tuple[int, int]) -> list[tuple[Box, str]]:
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


def timeline_boxes(size: tuple[int, int]) -> list[tuple[Box, str]]:
    """Six boxes, above and below a line by turns, with room for a date at the head of each."""
    width, height = size
    middle, step = height // 2, width // 6
    return [
        (
            (
                index // 2 * 2 * step + _GAP // 2,
                0 if index % 2 == 0 else middle + _REACH,
                2 * step - _GAP,
                middle - _REACH,
            ),
            f"{index + 1}",
        )
        for index in range(6)
    ]


def timeline_line(context: Context, size: tuple[int, int]) -> list[Shape]:
    """The line with six places and what ties each to its box."""
    width, height = size
    middle, step = height // 2, width // 6
    ink = context.colour("muted")
    shapes: list[Shape] = [line((0, middle), (width, middle), ink, 1000)]
    for index in range(6):
        x = index * step + step // 2
        shapes.append(line((x, middle), (x, middle + (_REACH if index % 2 else -_REACH)), ink, 750))
        shapes.append(circle(x, middle, 4000, fill=ink))
    return shapes


def _timeline(context: Context, size: tuple[int, int]) -> Drawn:
    shapes, labels = boxed(context, timeline_boxes(size))
    return [*timeline_line(context, size), *shapes], labels


def plot_boxes(context: Context, size: tuple[int, int]) -> list[tuple[Box, str]]:
    """Below the arc: what comes before the climax at the left, the climax, and what comes after it at the right."""
    width, height = size
    top = height * _ARC // 100
    tall, third = (height - top - _GAP) // 2, (width - 2 * _GAP) // 3
    text = context.labels.text
    rows = (top, top + tall + _GAP)
    return [
        ((0, rows[0], third, tall), text("exposition")),
        ((0, rows[1], third, tall), text("rising action")),
        ((third + _GAP, top, third, height - top), text("climax")),
        ((2 * (third + _GAP), rows[0], third, tall), text("falling action")),
        ((2 * (third + _GAP), rows[1], third, tall), text("resolution")),
    ]


def plot_curve(context: Context, size: tuple[int, int]) -> Drawn:
    """The arc, with the names of its parts beside it."""
    width = size[0]
    high = size[1] * _ARC // 100 - 2 * _GAP
    base, top = high - 16_000, 20_000
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
        ("rising action", width * 29 // 100, (base + top) // 2),
        ("climax", width * 6 // 10, top - 8000),
        ("falling action", width * 81 // 100, (base + top) // 2),
        ("resolution", width * 9 // 10, base + 14_000),
    )
    labels = [
        Label(x, y, (Text(context.labels.text(key), Look(strong=True)),), style, width // 4, align="centred")
        for key, x, y in places
    ]
    return [curve(points, context.colour("muted"), 1400)], labels


def _plot_diagram(context: Context, size: tuple[int, int]) -> Drawn:
    """The arc, and a box to write in for each of its parts."""
    arc, names = plot_curve(context, size)
    shapes, labels = boxed(context, plot_boxes(context, size))
    return [*arc, *shapes], [*names, *labels]


def _character_web(context: Context, size: tuple[int, int]) -> Drawn:
    """A person in the middle, four boxes around."""
    shapes, labels = boxed(context, web_boxes(context, size))
    return [*web_hub(context, size), *shapes], labels


def web_boxes(context: Context, size: tuple[int, int]) -> list[tuple[Box, str]]:
    """What the person says, does and feels, and what others say."""
    width, height = size
    box, tall = width * _WEB // 100, height * _WEB // 100
    keys = context.labels.text
    return [
        ((0, 0, box, tall), keys("says")),
        ((width - box, 0, box, tall), keys("does")),
        ((0, height - tall, box, tall), keys("feels")),
        ((width - box, height - tall, box, tall), keys("others-say")),
    ]


def web_hub(context: Context, size: tuple[int, int]) -> list[Shape]:
    """The circle for the person's name, tied to each box."""
    width, height = size
    box, tall = width * _WEB // 100, height * _WEB // 100
    ink = context.colour("muted")
    middle = (width // 2, height // 2)
    corners = ((box, tall), (width - box, tall), (box, height - tall), (width - box, height - tall))
    spokes: list[Shape] = [line(corner, middle, ink, 750) for corner in corners]
    return [*spokes, circle(*middle, height // 7, fill=context.colour("paper"), stroke=ink, width=1000)]


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

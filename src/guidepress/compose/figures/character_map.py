"""In: the characters and their relations. Out: the map of who is what to whom, and its alternative text.

The one or two people with most relations stand in the middle. The others stand in two columns beside them; what each
is to another is written under the name, and a line leads from there to that other. Words stand only in the columns
and lines run only between them, so that no line can cross a label and no two labels can meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.figures.map_columns import Edge, edges_of, hubs_of, in_columns
from guidepress.compose.measure import broken
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import LineBreak, Look, Text
from guidepress.document.shapes import polygon, rounded
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Align
    from guidepress.guide.model import Character, Guide

__all__ = ["MOST", "character_map"]

MOST = 24
"""People on a map; the least important of more are left out."""

_HUB = 0.24  # share of the measure for a person in the middle
_LINES = 0.125  # share of the measure on each side for the lines
_PAD = 7000  # mpt between two people of a column
_HUB_HEIGHT = 34_000  # mpt
_HUB_GAP = 34_000  # mpt, least distance between the two in the middle
_ARROW = 3600  # mpt, the length of an arrow's head
_THIN = 600  # mpt, the width of a line
_FAR = 1.4  # of the room for lines: how far a line across the map swings out
_NEAREST, _SWING = 0.45, 0.75  # likewise within a column: neighbours, and what the whole height adds to that
_DASH = (2400, 1400)  # mpt: lines within a column are dashed, so that those to the middle lead the eye
_NAME = 1050  # per mille of the labels' size
_BOLD = 1080  # per mille of what measuring says: it knows no bold, and an estimate too small has names run into labels
_INSET = 3000  # mpt between words and lines


@record
class _Place:
    """Where a person stands: the end of lines that lead here, and the start of each line that leaves."""

    name: str
    side: int  # -1 left, 1 right
    x: int
    y: int
    ports: dict[str, int]


def character_map(guide: Guide, context: Context, measure: int) -> tuple[Drawing, str] | None:
    """Draw the map; None unless at least two relations are known.

    Args:
        guide: whose characters are shown, the most important `MOST` of them.
        context: of the document.
        measure: the width to fill, mpt.

    Returns:
        The drawing and its alternative text.
    """
    people = sorted(guide.characters, key=lambda each: each.importance)[:MOST]
    edges = edges_of(people)
    if len(edges) < 2:
        return None
    hubs = hubs_of(people, edges)
    names = {end for edge in edges for end in (edge.source, edge.target)}
    outer = [each for each in people if each.name in names and each.name not in hubs]
    columns = in_columns([each.name for each in outer], edges, hubs)
    drawing = _Map(context, measure, edges, {each.name: each for each in outer})
    return drawing.draw(columns, hubs), _alt(people, context)


def _alt(people: Sequence[Character], context: Context) -> str:
    """Say every relation in words."""
    sentences = [context.labels.text("character-map") + "."]
    shown = {each.name for each in people}
    for each in people:
        relations = [
            "".join(context.labels.relation(relation.as_, relation.to))
            if relation.as_
            else f"– {relation.to}"
            for relation in each.relations
            if relation.to in shown
        ]
        if relations:
            sentences.append(f"{each.name}: {', '.join(relations)}.")
    return " ".join(sentences)


def _lined(lines: Sequence[str], look: Look) -> tuple[Inline, ...]:
    """Set lines as they were measured, so that a label is as high as the room that was left for it."""
    parted = [(LineBreak(), Text(line, look)) for line in lines]
    return tuple(inline for pair in parted for inline in pair)[1:]


class _Map:
    """One map while it is being drawn."""

    def __init__(
        self, context: Context, measure: int, edges: list[Edge], people: dict[str, Character]
    ) -> None:
        self._context = context
        self._measure = measure
        self._people = people
        self._hub = round(measure * _HUB)
        self._column = (measure - self._hub) // 2 - round(measure * _LINES)
        self._style = context.style("figure-label")
        self._edges = edges
        self._high = 1
        self._labels: list[Label] = []
        self._places: dict[str, _Place] = {}

    def draw(self, columns: tuple[list[str], list[str]], hubs: list[str]) -> Drawing:
        """Set the columns, then the middle, then the lines between them."""
        heights = [sum(self._height(name) for name in column) for column in columns]
        least = len(hubs) * _HUB_HEIGHT + (len(hubs) - 1) * _HUB_GAP
        height = max(max(heights) - _PAD, least)  # nothing stands below the last of a column
        self._high = height
        for side, column, taken in zip((-1, 1), columns, heights, strict=True):
            y = max(0, (height - taken + _PAD) // 2)
            for name in column:
                self._person(self._people[name], side, y)
                y += self._height(name)
        middles = self._middles(hubs, height)
        shapes: list[Shape] = []
        arrivals = self._arrivals(hubs, middles)
        for edge in self._edges:
            shapes.extend(self._line(edge, arrivals))
        shapes.extend(self._between(hubs, middles))
        shapes.extend(self._box(hub, middles[hub]) for hub in hubs)
        return Drawing(self._measure, height, tuple(shapes), tuple(self._labels))

    def _own(self, name: str) -> list[Edge]:
        """The edges whose label stands under a name."""
        return [edge for edge in self._edges if edge.owner == name and name in self._people]

    def _text(self, edge: Edge) -> tuple[str, ...]:
        return broken(edge.label, self._style.size, self._column - _INSET, self._style.font) or ("",)

    def _names(self, name: str) -> tuple[str, ...]:
        size = self._style.size * _NAME * _BOLD // 1_000_000
        return broken(name, size, self._column - _INSET, self._style.font) or ("",)

    def _height(self, name: str) -> int:
        count = len(self._names(name)) + sum(len(self._text(edge)) for edge in self._own(name))
        return count * self._style.leading + _PAD

    def _person(self, person: Character, side: int, y: int) -> None:
        """Set a name and what the person is to others; remember where lines start and end."""
        style, leading = self._style, self._style.leading
        edge_x = self._column if side < 0 else self._measure - self._column
        align: Align = "right" if side < 0 else "left"
        names = self._names(person.name)
        strong = _lined(names, Look(strong=person.importance <= 3, scale=_NAME))
        base = y + style.size
        x = edge_x - side * -_INSET
        self._labels.append(Label(x, base, strong, style, self._column - _INSET, align=align))
        middle = y + len(names) * leading // 2
        y += len(names) * leading
        ports: dict[str, int] = {}
        for edge in self._own(person.name):
            lines = self._text(edge)
            text = _lined(lines, Look(aside=True, colour=self._context.colour("muted")))
            self._labels.append(Label(x, y + style.size, text, style, self._column - _INSET, align=align))
            ports[edge.other(person.name)] = y + len(lines) * leading // 2
            y += len(lines) * leading
        self._places[person.name] = _Place(person.name, side, edge_x, middle, ports)

    def _middles(self, hubs: list[str], height: int) -> dict[str, int]:
        """Put each person of the middle at the mean height of those related, but apart from the other."""
        middles: list[int] = []
        for hub in hubs:
            ys = [
                self._places[edge.owner].ports[hub]
                for edge in self._edges
                if hub in (edge.source, edge.target) and edge.owner in self._places
            ]
            middles.append(sum(ys) // len(ys) if ys else height // 2)
        half, apart = _HUB_HEIGHT // 2, _HUB_HEIGHT + _HUB_GAP
        if len(middles) == 2 and middles[1] - middles[0] < apart:
            centre = sum(middles) // 2
            middles = [centre - apart // 2, centre + apart - apart // 2]
        if middles[0] < half:
            middles = [middle + half - middles[0] for middle in middles]
        if middles[-1] > height - half:
            middles = [middle - (middles[-1] - height + half) for middle in middles]
        return dict(zip(hubs, middles, strict=True))

    def _arrivals(self, hubs: list[str], middles: dict[str, int]) -> dict[tuple[str, str], tuple[int, int]]:
        """Spread the lines that reach a person of the middle along the sides of the box, in order of height."""
        found: dict[tuple[str, str], tuple[int, int]] = {}
        centre = self._measure // 2
        for hub in hubs:
            for side in (-1, 1):
                owners = sorted(
                    (place.ports[hub], name)
                    for name, place in self._places.items()
                    if place.side == side and hub in place.ports
                )
                step = (_HUB_HEIGHT - 8000) // (len(owners) + 1)
                for index, (_, name) in enumerate(owners, 1):
                    y = middles[hub] - _HUB_HEIGHT // 2 + 4000 + step * index
                    found[name, hub] = (centre + side * self._hub // 2, y)
        return found

    def _line(self, edge: Edge, arrivals: dict[tuple[str, str], tuple[int, int]]) -> tuple[Shape, ...]:
        """Draw a line from the label under its owner's name to the other person, with a head at the one it is to."""
        if edge.owner not in self._places:
            return ()
        place, other = self._places[edge.owner], edge.other(edge.owner)
        start = (place.x, place.ports[other])
        if (edge.owner, other) in arrivals:
            end, way = arrivals[edge.owner, other], -place.side
            bend = (end[0] - start[0]) // 2
            handles = (start[0] + bend, start[1], end[0] - bend, end[1])
        else:
            target = self._places[other]
            end, way = (target.x, target.y), target.side
            near = _NEAREST + _SWING * min(1.0, abs(end[1] - start[1]) / self._high)
            reach = round(self._measure * _LINES * (near if target.side == place.side else _FAR))
            handles = (start[0] - place.side * reach, start[1], end[0] - target.side * reach, end[1])
        colour = self._context.colour("accent")
        dash = () if (edge.owner, other) in arrivals else _DASH
        path = (("m", start), ("c", (*handles, *end)))
        curve = Shape(path, stroke=colour, line_width=_THIN, dash=dash)
        tip, way = (end, way) if edge.target == other else (start, place.side)
        back, half = tip[0] - way * _ARROW, _ARROW // 2
        return curve, polygon((tip, (back, tip[1] - half), (back, tip[1] + half)), fill=colour)

    def _between(self, hubs: list[str], middles: dict[str, int]) -> tuple[Shape, ...]:
        """Join the two in the middle by a line with its label upon it."""
        edge = next((each for each in self._edges if {each.source, each.target} == set(hubs)), None)
        if edge is None or len(hubs) < 2:
            return ()
        x = self._measure // 2
        top, foot = middles[hubs[0]] + _HUB_HEIGHT // 2, middles[hubs[1]] - _HUB_HEIGHT // 2
        lines = broken(edge.label, self._style.size, self._hub, self._style.font)
        tall = len(lines) * self._style.leading
        middle = (top + foot) // 2
        text = Text(edge.label, Look(aside=True, colour=self._context.colour("muted")))
        base = middle - tall // 2 + self._style.size
        self._labels.append(Label(x, base, (text,), self._style, self._hub, align="centred"))
        colour = self._context.colour("accent")
        down = edge.target == hubs[1]
        tip, way = (foot, 1) if down else (top, -1)
        head = ((x, tip), (x - _ARROW // 2, tip - way * _ARROW), (x + _ARROW // 2, tip - way * _ARROW))
        upper = Shape(
            (("m", (x, top)), ("l", (x, middle - tall // 2 - 1500))), stroke=colour, line_width=_THIN
        )
        lower = Shape(
            (("m", (x, middle + tall // 2 + 1500)), ("l", (x, foot))), stroke=colour, line_width=_THIN
        )
        return (upper, lower, polygon(head, fill=colour))

    def _box(self, name: str, middle: int) -> Shape:
        """Draw the box of a person in the middle and set the name in it."""
        style = self._style
        lines = broken(name, style.size * 1200 // 1000, self._hub - 10_000, style.font)
        base = middle - (len(lines) - 1) * style.leading // 2 + style.size * 40 // 100
        look = Look(strong=True, colour=self._context.colour("paper"), scale=1200)
        x = self._measure // 2
        self._labels.append(Label(x, base, (Text(name, look),), style, self._hub - 8000, align="centred"))
        box = (x - self._hub // 2, middle - _HUB_HEIGHT // 2, self._hub, _HUB_HEIGHT)
        return rounded(box, 4000, fill=self._context.colour("accent"))

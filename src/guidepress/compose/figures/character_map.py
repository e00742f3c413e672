"""In: the characters and their relations. Out: the map of who is what to whom, and its alternative text.

The one or two people with most relations stand in the middle. The others stand in two columns beside them; what each
is to another is written under the name, and a line leads from there to that other. Words stand only in the columns
and lines run only between them, so that no line can cross a label and no two labels can meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.figures.map_columns import Edge, edges_of, hubs_of, in_columns
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import polygon, rounded
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.style import Align
    from guidepress.guide.model import Character, Guide

__all__ = ["MOST", "character_map"]

MOST = 24
"""People on a map; the least important of more are left out."""

_HUB = 0.24  # share of the measure for a person in the middle
_LINES = 0.125  # share of the measure on each side for the lines
_PAD = 7000  # mpt between two people of a column
_HUB_HEIGHT = 34_000  # mpt at least
_HUB_INSET = 4000  # mpt from the edges of a person in the middle to the name
_HUB_GAP = 34_000  # mpt, least distance between the two in the middle
_ARROW = 3600  # mpt, the length of an arrow's head
_THIN = 600  # mpt, the width of a line
_FAR = 1.4  # of the room for lines: how far a line across the map swings out
_NEAREST, _SWING = 0.45, 0.75  # likewise within a column: neighbours, and what the whole height adds to that
_DASH = (2400, 1400)  # mpt: lines within a column are dashed, so that those to the middle lead the eye
_NAME = 1050  # per mille of the labels' size
_HUB_NAME = 1200  # likewise, of the names in the middle
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
        self._hub_high = _HUB_HEIGHT
        self._labels: list[Label] = []
        self._places: dict[str, _Place] = {}

    def draw(self, columns: tuple[list[str], list[str]], hubs: list[str]) -> Drawing:
        """Set the columns, then the middle, then the lines between them."""
        heights = [sum(self._height(name) for name in column) for column in columns]
        highest = max(self._context.height(self._hub_name(hub)) for hub in hubs)
        self._hub_high = max(_HUB_HEIGHT, highest + 2 * _HUB_INSET)
        least = len(hubs) * self._hub_high + (len(hubs) - 1) * self._gap(hubs)
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

    def _gap(self, hubs: list[str]) -> int:
        """The least distance between the two in the middle: the label between them has room, and a line above and below."""
        edge = self._between_edge(hubs)
        taken = 0 if edge is None else self._context.height(self._between_label(edge)) + 4 * _ARROW
        return max(_HUB_GAP, taken)

    def _named(self, person: Character, side: int) -> Label:
        """The name of a person; it stands nowhere yet."""
        look = Look(strong=person.importance <= 3, scale=_NAME)
        return self._beside(Text(person.name, look), side)

    def _said(self, edge: Edge, side: int) -> Label:
        """What a person is to another; it stands nowhere yet."""
        return self._beside(Text(edge.label, Look(aside=True, colour=self._context.colour("muted"))), side)

    def _beside(self, text: Text, side: int) -> Label:
        x = self._column if side < 0 else self._measure - self._column
        align: Align = "right" if side < 0 else "left"
        return Label(x + side * _INSET, 0, (text,), self._style, self._column - _INSET, align=align)

    def _high_of(self, label: Label) -> int:
        """The height of a label; one without words keeps its line, from which a line of the map starts."""
        return max(self._context.height(label), self._style.leading)

    def _height(self, name: str) -> int:
        said = sum(self._high_of(self._said(edge, 1)) for edge in self._own(name))
        return self._high_of(self._named(self._people[name], 1)) + said + _PAD

    def _person(self, person: Character, side: int, y: int) -> None:
        """Set a name and what the person is to others; remember where lines start and end."""
        edge_x = self._column if side < 0 else self._measure - self._column
        name = self._named(person, side)
        self._labels.append(replace(name, y=y + self._style.size))
        tall = self._high_of(name)
        middle = y + tall // 2
        y += tall
        ports: dict[str, int] = {}
        for edge in self._own(person.name):
            said = self._said(edge, side)
            tall = self._high_of(said)
            self._labels.append(replace(said, y=y + self._style.size))
            ports[edge.other(person.name)] = y + tall // 2
            y += tall
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
        half, apart = self._hub_high // 2, self._hub_high + self._gap(hubs)
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
                step = (self._hub_high - 8000) // (len(owners) + 1)
                for index, (_, name) in enumerate(owners, 1):
                    y = middles[hub] - self._hub_high // 2 + 4000 + step * index
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

    def _between_edge(self, hubs: list[str]) -> Edge | None:
        """What the two in the middle are to each other."""
        if len(hubs) < 2:
            return None
        return next((each for each in self._edges if {each.source, each.target} == set(hubs)), None)

    def _between_label(self, edge: Edge) -> Label:
        """The words for it; they stand nowhere yet."""
        text = Text(edge.label, Look(aside=True, colour=self._context.colour("muted")))
        return Label(self._measure // 2, 0, (text,), self._style, self._hub, align="centred")

    def _between(self, hubs: list[str], middles: dict[str, int]) -> tuple[Shape, ...]:
        """Join the two in the middle by a line with its label upon it."""
        edge = self._between_edge(hubs)
        if edge is None:
            return ()
        x, half = self._measure // 2, self._hub_high // 2
        top, foot = middles[hubs[0]] + half, middles[hubs[1]] - half
        label = self._between_label(edge)
        tall = self._context.height(label)
        middle = (top + foot) // 2
        self._labels.append(replace(label, y=middle - tall // 2 + self._style.size))
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

    def _hub_name(self, name: str) -> Label:
        """The name of a person in the middle; it stands nowhere yet."""
        look = Look(strong=True, colour=self._context.colour("paper"), scale=_HUB_NAME)
        measure = self._hub - 2 * _HUB_INSET
        return Label(self._measure // 2, 0, (Text(name, look),), self._style, measure, align="centred")

    def _box(self, name: str, middle: int) -> Shape:
        """Draw the box of a person in the middle and set the name in it."""
        style, label = self._style, self._hub_name(name)
        above = (self._context.height(label) - style.leading) // 2
        self._labels.append(replace(label, y=middle - above + style.size * 40 // 100))
        box = (self._measure // 2 - self._hub // 2, middle - self._hub_high // 2, self._hub, self._hub_high)
        return rounded(box, 4000, fill=self._context.colour("accent"))

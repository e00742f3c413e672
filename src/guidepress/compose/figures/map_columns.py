"""In: the plan of a character map and its measures. Out: who stands in which column, and each column set, its frames and words.

All words of an edge stand where its arrow ends, under the name that it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.document.blocks import Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.figures.map_plan import Bunch, Edge, MapPlan
    from guidepress.document.style import Align
    from guidepress.page.items import Shape

__all__ = ["Column", "MapSide", "lanes_of", "share_out", "stand"]

_PAD = 3500  # mpt from a frame to its words
_BETWEEN = 3000  # mpt between two people of a frame
_APART = 8000  # mpt between two frames
_SILENT = 6000  # mpt, the height of an end without words
_NAME = 1050  # per mille of the labels' size
_BORDER = 600  # mpt


@record
class MapSide:
    """Where a column stands: its frames from x, so wide, the middle of the map on that side (-1 left, 1 right)."""

    x: int
    width: int
    inner: int


@record
class Column:
    """A column that is set. Starts and ends are the heights at which edges leave and reach its frames, mpt."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    starts: dict[Edge, int]
    ends: dict[Edge, int]
    height: int


def share_out(plan: MapPlan, *, columns: int) -> tuple[tuple[Bunch, ...], ...]:
    """Share the bunches out over one or two columns.

    Those that edges join stay in one column, since no line can lead across the middle. What belongs to the first
    person of the middle stands high, what belongs to the second low, among those that are joined, too, so that lines to
    the two do not cross; otherwise the author's order stays.
    """
    clusters = sorted(_joined(plan), key=lambda cluster: _depth(cluster, plan))
    shared: list[list[Bunch]] = [[] for _ in range(columns)]
    weights = [0] * columns
    for cluster in clusters:
        least = weights.index(min(weights))
        shared[least] += sorted(cluster, key=lambda bunch: _depth([bunch], plan))
        weights[least] += sum(_weight(bunch, plan) for bunch in cluster)
    return tuple(map(tuple, shared))


def _joined(plan: MapPlan) -> list[list[Bunch]]:
    """The bunches, those together that edges join, in the author's order."""
    home = {name: number for number, bunch in enumerate(plan.bunches) for name in bunch.members}
    root = list(range(len(plan.bunches)))
    for edge in plan.edges:
        if edge.source in home and edge.target in home:
            first, second = sorted((root[home[edge.source]], root[home[edge.target]]))
            root = [first if each == second else each for each in root]
    return [
        [bunch for bunch, own in zip(plan.bunches, root, strict=True) if own == each]
        for each in dict.fromkeys(root)
    ]


def _depth(cluster: Sequence[Bunch], plan: MapPlan) -> float:
    """How far down bunches belong: 0 beside the first person of the middle, 1 beside the second; all alike beside one."""
    if len(plan.centres) == 1:
        return 0
    members = {name for bunch in cluster for name in bunch.members}
    pulls = [
        float(number)
        for edge in plan.edges
        for number, centre in enumerate(plan.centres)
        if centre in (edge.source, edge.target) and members & {edge.source, edge.target}
    ]
    return sum(pulls) / len(pulls) if pulls else 0.5


def _weight(bunch: Bunch, plan: MapPlan) -> int:
    """About how many lines of text a bunch has."""
    arrivals = sum(edge.target in bunch.members for edge in plan.edges)
    return 1 + bool(bunch.name) + len(bunch.members) + arrivals


def lanes_of(column: Sequence[Bunch], edges: Sequence[Edge]) -> dict[Edge, int]:
    """Give every edge between two people of a column a lane of its own beside it, the shortest next to the frames."""
    order = {name: number for number, name in enumerate(name for bunch in column for name in bunch.members)}
    spans = {
        edge: tuple(sorted((order[edge.source], order[edge.target])))
        for edge in edges
        if edge.source in order and edge.target in order
    }
    lanes: dict[Edge, int] = {}
    for edge in sorted(spans, key=lambda each: (spans[each][1] - spans[each][0], spans[each])):
        top, foot = spans[edge]
        taken = {lane for other, lane in lanes.items() if spans[other][0] <= foot and spans[other][1] >= top}
        lanes[edge] = next(lane for lane in range(len(spans)) if lane not in taken)
    return lanes


def stand(column: Sequence[Bunch], plan: MapPlan, slots: MapSide, context: Context, top: int) -> Column:
    """Set a column, its first frame at `top`."""
    setter = _ColumnSetter(plan, slots, context, top)
    for bunch in column:
        setter.bunch(bunch)
    height = max(0, setter.y - _APART - top)
    return Column(tuple(setter.shapes), tuple(setter.labels), setter.starts, setter.ends, height)


class _ColumnSetter:
    """One column while it is being set."""

    def __init__(self, plan: MapPlan, slots: MapSide, context: Context, top: int) -> None:
        self._plan = plan
        self._slots = slots
        self._context = context
        self._style = context.style("figure-label")
        self.y = top
        self.shapes: list[Shape] = []
        self.labels: list[Label] = []
        self.starts: dict[Edge, int] = {}
        self.ends: dict[Edge, int] = {}

    def bunch(self, bunch: Bunch) -> None:
        """Set a frame with its name and its people."""
        top = self.y
        self.y += _PAD
        if bunch.name:
            self._words(bunch.name, Look(strong=True, colour=self._context.colour("accent")), inner=True)
        for number, name in enumerate(bunch.members):
            self.y += _BETWEEN if number or bunch.name else 0
            self._person(name)
        self.y += _PAD
        box = (self._slots.x, top, self._slots.width, self.y - top)
        self.shapes.append(rounded(box, 4000, stroke=self._context.colour("rule"), width=_BORDER))
        self.y += _APART

    def _person(self, name: str) -> None:
        """Set a name, then the words of the edges that lead to it."""
        top = self.y
        self._words(name, Look(scale=_NAME), inner=True)
        leaving = [edge for edge in self._plan.edges if edge.source == name]
        inwards = [edge for edge in leaving if edge.target in self._plan.centres]
        for edges in (inwards, [edge for edge in leaving if edge not in inwards]):
            for number, edge in enumerate(edges, 1):
                self.starts[edge] = top + (self.y - top) * number // (len(edges) + 1)
        for edge in self._plan.edges:
            if edge.target == name:
                before = self.y
                look = Look(aside=True, colour=self._context.colour("muted"))
                self._words(edge.words, look, inner=edge.source in self._plan.centres)
                self.ends[edge] = (before + self.y) // 2

    def _words(self, text: str, look: Look, *, inner: bool) -> None:
        """Set words at the side of the column that faces the middle, or at the other."""
        if not text:
            self.y += _SILENT
            return
        side = self._slots.inner if inner else -self._slots.inner
        align: Align = "right" if side > 0 else "left"
        x = self._slots.x + (self._slots.width - _PAD if side > 0 else _PAD)
        label = Label(x, 0, (Text(text, look),), self._style, self._slots.width - 2 * _PAD, align=align)
        self.labels.append(replace(label, y=self.y + self._style.size))
        self.y += self._context.height(label)

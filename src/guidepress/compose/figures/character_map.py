"""In: the characters, and the author's map of them. Out: the map of who is what to whom, and its alternative text.

One or two people stand in the middle, the others beside them in frames, families and parties together. Words stand
only in frames and panels, each where the arrow of its line ends; lines run only between these, so that no line can
cross words and no two words can meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.figures.map_centres import Reach, stand_centres
from guidepress.compose.figures.map_columns import MapSide, lanes_of, share_out, stand
from guidepress.compose.figures.map_lines import across, beside
from guidepress.compose.figures.map_plan import plan_of
from guidepress.document.blocks import Drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.compose.context import Context
    from guidepress.compose.figures.map_columns import Column
    from guidepress.compose.figures.map_plan import Edge, MapPlan
    from guidepress.document.blocks import Label
    from guidepress.guide.model import Guide
    from guidepress.page.items import Shape

__all__ = ["character_map"]

_PANEL, _GUTTER = 0.30, 0.075
"""Shares of the measure for the middle and for each stretch of lines, where columns stand on both sides."""

_PANEL_ALONE, _GUTTER_ALONE = 0.42, 0.1
"""Likewise where there is room for one column only."""

_WIDE = 34
"""Ems of the labels' type from which there is room for two columns beside the middle."""

_LANE, _FIRST_LANE = 5000, 7000
"""From one line beside a column to the next, and from the frames to the first, mpt."""

_HIGHEST = 0.8
"""Of the text area; heading, caption and the space around the figure take the rest. A higher map is a list."""


def character_map(guide: Guide, context: Context, measure: int) -> tuple[Drawing, str] | None:
    """Draw the map; None if there is none to draw, or if no page could hold it.

    Args:
        guide: whose characters are shown.
        context: of the document.
        measure: the width to fill, mpt.

    Returns:
        The drawing and its alternative text.
    """
    plan = plan_of(guide, context.labels)
    if plan is None:
        return None
    wide = measure >= _WIDE * context.style("figure-label").size
    drawing = _Map(context, measure, plan, wide=wide).draw()
    if drawing.height > context.areas.height * _HIGHEST:
        return None
    return drawing, " ".join(_alt(plan, context))


def _alt(plan: MapPlan, context: Context) -> Iterator[str]:
    """Say who stands together, and every line that is drawn."""
    yield context.labels.text("character-map") + "."
    for bunch in plan.bunches:
        if bunch.name:
            yield f"{bunch.name}{context.labels.colon}{', '.join(bunch.members)}."
    sources = dict.fromkeys(edge.source for edge in plan.edges)
    for source in sources:
        said = (edge.words or f"– {edge.target}" for edge in plan.edges if edge.source == source)
        yield f"{source}{context.labels.colon}{', '.join(said)}."


class _Map:
    """One map while it is being drawn: columns at the sides of a middle, or one column at its left."""

    def __init__(self, context: Context, measure: int, plan: MapPlan, *, wide: bool) -> None:
        self._context = context
        self._plan = plan
        self._measure = measure
        self._columns = share_out(plan, columns=2 if wide else 1)
        self._lanes = [lanes_of(column, plan.edges) for column in self._columns]
        most = max(max(lanes.values(), default=-1) for lanes in self._lanes)
        self._beside = _FIRST_LANE + most * _LANE + 1000 if most >= 0 else 0
        panel, gutter = (_PANEL, _GUTTER) if wide else (_PANEL_ALONE, _GUTTER_ALONE)
        self._panel, self._gutter = round(measure * panel), round(measure * gutter)
        each = (measure - self._panel) // len(self._columns) - self._gutter - self._beside
        left = MapSide(self._beside, each, 1)
        right = MapSide(measure - self._beside - each, each, -1)
        self._slots = (left, right)[: len(self._columns)]
        self._middle = left.x + left.width + self._gutter

    def draw(self) -> Drawing:
        """Set the columns, then the middle, then the lines between them."""
        parts = tuple(zip(self._columns, self._slots, strict=True))
        heights = [stand(column, self._plan, slots, self._context, 0).height for column, slots in parts]
        high = max(heights)
        first = self._set(heights, high)
        reaches = self._reaches(first)
        box = (self._middle, self._panel, high)
        centres = stand_centres(self._plan.centres, self._plan.edges, reaches, self._context, box)
        if centres.height > high:  # the columns stand in the middle of a higher map
            first = self._set(heights, centres.height)
            box = (self._middle, self._panel, centres.height)
            reaches = self._reaches(first)
            centres = stand_centres(self._plan.centres, self._plan.edges, reaches, self._context, box)
        shapes: list[Shape] = [shape for column in first for shape in column.shapes]
        shapes += centres.shapes
        for edge, reach in reaches.items():
            shapes += self._across(edge, reach, centres.ends[edge])
        for column, slots, lanes in zip(first, self._slots, self._lanes, strict=True):
            for edge, lane in lanes.items():
                shapes += self._beside_column(column, slots, edge, lane)
        labels: list[Label] = [label for column in first for label in column.labels]
        return Drawing(self._measure, centres.height, tuple(shapes), (*labels, *centres.labels))

    def _set(self, heights: list[int], high: int) -> list[Column]:
        """Set each column in the middle of the map's height."""
        parts = zip(self._columns, self._slots, heights, strict=True)
        return [
            stand(column, self._plan, slots, self._context, (high - height) // 2)
            for column, slots, height in parts
        ]

    def _reaches(self, columns: list[Column]) -> dict[Edge, Reach]:
        """The outer ends of the edges that lead to the middle or come from it."""
        centres = set(self._plan.centres)
        return {
            edge: Reach(-slots.inner, ends[edge])
            for column, slots in zip(columns, self._slots, strict=True)
            for ends in (column.starts, column.ends)
            for edge in ends
            if len({edge.source, edge.target} & centres) == 1
        }

    def _across(self, edge: Edge, reach: Reach, y: int) -> tuple[Shape, ...]:
        left = reach.side < 0
        outer = self._middle - self._gutter if left else self._middle + self._panel + self._gutter
        ends = ((outer, reach.y), (self._middle if left else self._middle + self._panel, y))
        start, end = ends if edge.target in self._plan.centres else ends[::-1]
        return across(start, end, self._context.colour("accent"))

    def _beside_column(self, column: Column, slots: MapSide, edge: Edge, lane: int) -> tuple[Shape, ...]:
        x = slots.x if slots.inner > 0 else slots.x + slots.width
        away = x - slots.inner * (_FIRST_LANE + lane * _LANE)
        heights = (column.starts[edge], column.ends[edge])
        return beside(x, away, heights, self._context.colour("accent"))

"""In: who stands in the middle of a character map, and the heights at which edges come. Out: their panels, set.

A panel is a name, and below it the words of the edges that lead to it, each where its arrow ends. What leaves it has
an end of its own among these. Ends stand in the order of what they lead to, so that lines to one panel never cross.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.figures.map_lines import ARROW, THIN, arrow
from guidepress.document.blocks import Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import line, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.figures.map_plan import Edge
    from guidepress.document.style import Align
    from guidepress.page.items import Shape

__all__ = ["Centres", "Reach", "stand_centres"]

_PAD = 3500  # mpt from a panel's edge to its words
_HEAD_PAD = 5000  # mpt above and below a name
_SILENT = 6000  # mpt, the height of an end without words
_GAP = 22_000  # mpt between two panels
_NAME = 1200  # per mille of the labels' size


@record
class Reach:
    """The outer end of an edge: how high it is, and on which side of the middle (-1 left, 1 right)."""

    side: int
    y: int


@record
class Centres:
    """The panels that are set; `ends` are the heights at which the edges of each meet it, mpt."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    ends: dict[Edge, int]
    height: int


class _Panel:
    """A panel before it has its place: its name and its rows with their heights."""

    def __init__(
        self, name: str, edges: Sequence[Edge], reaches: Mapping[Edge, Reach], context: Context, width: int
    ) -> None:
        style = context.style("figure-label")
        look = Look(strong=True, colour=context.colour("paper"), scale=_NAME)
        self.name = Label(0, 0, (Text(name, look),), style, width - 2 * _PAD, align="centred")
        self.head = context.height(self.name) + 2 * _HEAD_PAD
        self.rows: list[tuple[Edge, Label | None, int]] = []
        own = [edge for edge in edges if edge in reaches and name in (edge.source, edge.target)]
        for edge in sorted(own, key=lambda each: (reaches[each].y, reaches[each].side)):
            if edge.target != name or not edge.words:
                self.rows.append((edge, None, _SILENT))
                continue
            align: Align = "left" if reaches[edge].side < 0 else "right"
            text = Text(edge.words, Look(aside=True, colour=context.colour("muted")))
            label = Label(0, 0, (text,), style, width - 2 * _PAD, align=align)
            self.rows.append((edge, label, context.height(label)))
        body = sum(row[2] for row in self.rows)
        self.height = self.head + (body + 2 * _PAD if self.rows else 0)
        self.wanted = _mean([reaches[edge].y for edge, _, _ in self.rows])


def stand_centres(
    names: Sequence[str],
    edges: Sequence[Edge],
    reaches: Mapping[Edge, Reach],
    context: Context,
    box: tuple[int, int, int],
) -> Centres:
    """Set the panels of the middle.

    Args:
        names: one or two.
        edges: of the map.
        reaches: the outer end of each that leads to the middle or comes from it.
        context: of the document.
        box: left edge and width of the panels, and the height of the columns, mpt.
    """
    x, width, high = box
    panels = [_Panel(name, edges, reaches, context, width) for name in names]
    between = [edge for edge in edges if {edge.source, edge.target} == set(names) and len(names) == 2]
    said = [_said(edge, context, width // len(between)) for edge in between]
    tallest = max((context.height(label) for label in said if label is not None), default=0)
    gap = max(_GAP, tallest + 4 * ARROW)
    height = max(high, sum(panel.height for panel in panels) + gap * (len(panels) - 1))
    tops = _tops(panels, gap, height)
    shapes: list[Shape] = []
    labels: list[Label] = []
    ends: dict[Edge, int] = {}
    for panel, top in zip(panels, tops, strict=True):
        shapes += _frame(panel, (x, top, width), context)
        labels += _words(panel, (x, top, width), context, ends)
    if between:
        span = (tops[0] + panels[0].height, tops[1])
        for number, (edge, label) in enumerate(zip(between, said, strict=True)):
            middle = x + width * (2 * number + 1) // (2 * len(between))
            shapes += _upright(span, middle, label, context, down=edge.target == names[1])
            labels += _upright_words(span, middle, label, context, down=edge.target == names[1])
    return Centres(tuple(shapes), tuple(labels), ends, height)


def _mean(values: Sequence[int]) -> int:
    return sum(values) // len(values) if values else -1


def _tops(panels: Sequence[_Panel], gap: int, height: int) -> list[int]:
    """Put each panel at the mean height of what it is joined to, apart from the other, inside the map."""
    tops = [
        (panel.wanted if panel.wanted >= 0 else height // 2) - (panel.head + panel.height) // 2
        for panel in panels
    ]
    if len(panels) == 2:
        least = panels[0].height + gap
        if tops[1] - tops[0] < least:
            spare = least - (tops[1] - tops[0])
            tops = [tops[0] - spare // 2, tops[1] + spare - spare // 2]
        tops[0] = max(0, min(tops[0], height - panels[1].height - least))
        tops[1] = min(max(tops[1], tops[0] + least), height - panels[1].height)
    else:
        tops[0] = max(0, min(tops[0], height - panels[0].height))
    return tops


def _frame(panel: _Panel, at: tuple[int, int, int], context: Context) -> tuple[Shape, ...]:
    x, top, width = at
    accent = context.colour("accent")
    head = rounded((x, top, width, panel.head), 4000, fill=accent)
    if not panel.rows:
        return (head,)
    return rounded((x, top, width, panel.height), 4000, stroke=accent, width=600), head


def _words(panel: _Panel, at: tuple[int, int, int], context: Context, ends: dict[Edge, int]) -> list[Label]:
    """Set a panel's name and the words in it; note how high its edges end."""
    x, top, width = at
    style = context.style("figure-label")
    labels = [replace(panel.name, x=x + width // 2, y=top + _HEAD_PAD + style.size)]
    y = top + panel.head + _PAD
    for edge, label, tall in panel.rows:
        if label is not None:
            left = x + _PAD if label.align == "left" else x + width - _PAD
            labels.append(replace(label, x=left, y=y + style.size))
        ends[edge] = y + tall // 2
        y += tall
    return labels


def _said(edge: Edge, context: Context, measure: int) -> Label | None:
    """The words of an edge between the two of the middle; they stand nowhere yet."""
    if not edge.words:
        return None
    text = Text(edge.words, Look(aside=True, colour=context.colour("muted")))
    return Label(0, 0, (text,), context.style("figure-label"), measure - _PAD, align="centred")


def _upright_top(span: tuple[int, int], label: Label, context: Context, *, down: bool) -> int:
    """Where words begin that stand before the head of an upright arrow."""
    return span[1] - ARROW - 1500 - context.height(label) if down else span[0] + ARROW + 1500


def _upright_words(
    span: tuple[int, int], x: int, label: Label | None, context: Context, *, down: bool
) -> tuple[Label, ...]:
    if label is None:
        return ()
    top = _upright_top(span, label, context, down=down)
    return (replace(label, x=x, y=top + label.style.size),)


def _upright(
    span: tuple[int, int], x: int, label: Label | None, context: Context, *, down: bool
) -> tuple[Shape, ...]:
    """Draw the line between two panels, from the one to the words before its head."""
    colour = context.colour("accent")
    tip = span[1] if down else span[0]
    head = arrow((x, tip), colour, 0, 1 if down else -1)
    if label is None:
        return line((x, span[0]), (x, span[1]), colour, THIN), head
    top = _upright_top(span, label, context, down=down)
    ends = (span[0], top - 1500) if down else (top + context.height(label) + 1500, span[1])
    return line((x, ends[0]), (x, ends[1]), colour, THIN), head

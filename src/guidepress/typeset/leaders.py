"""In: the matters of an entry with leaders in it. Out: its lines; what follows a leader stands flush right.

Only the first matter may run over several lines. It keeps clear of the column in which the last one stands, as the
titles of a contents list keep clear of its page numbers.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING

from guidepress.page.items import Shape
from guidepress.typeset.building import Row, Spot, build_line, row_of
from guidepress.typeset.divisions import SPACE
from guidepress.typeset.forme import ragged
from guidepress.typeset.lines import Line
from guidepress.typeset.rows import set_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.layout.style import Style
    from guidepress.typeset.faces import Fonts
    from guidepress.typeset.forme import Forme
    from guidepress.typeset.matter import Matter, Unit

__all__ = ["set_leaders"]

_CLEAR = 1500
"""Per mille of the size between text and dots' column: a turnover line never reaches the page numbers."""

_PITCH = 500
"""Per mille of the size from dot to dot; all leaders of a page count it from the right, so their dots align."""

_AIR = 350
"""Per mille of the size: least room between text and the nearest dot."""

_DOT = 85
"""Per mille of the size: the diameter of a dot, a little under a full stop's."""


def set_leaders(matters: Sequence[Matter], forme: Forme, style: Style, fonts: Fonts) -> list[Line]:
    """Set a stretch of text with one leader or more.

    Args:
        matters: the text before the first leader, between leaders, and after the last.
        forme: where the lines stand.
        style: for the size and colour of the dots.
        fonts: the faces.
    """
    rows = [_row(matter.units) for matter in matters[1:] if matter.units]
    widths = [_natural(row) for row in rows]
    clear = style.size * _CLEAR // 1000
    lines: list[Line] = []
    if matters[0].units:
        room = forme.right - sum(widths) - clear * len(rows)
        lines = set_units(matters[0].units, ragged(forme, round(room), 4 * style.size), fonts)
    edge = _edge(lines[-1]) if lines else float(forme.first)
    free = forme.right - edge - sum(widths)
    if lines and free < clear / 2:  # no room beside the text: what follows the leader gets a line of its own
        edge = float(forme.rest)
        free = forme.right - edge - sum(widths)
        lines.append(Line((), 0, 0, 0))
    share = max(free, 0.0) / (len(matters) - 1)
    parts = [lines.pop()] if lines else []
    shapes: list[Shape] = []
    rest = iter(zip(rows, widths, strict=True))
    for before, matter in pairwise(matters):
        if before.leader is not None and before.leader.dots:
            shapes += _dots(edge, edge + share, forme.right, style)
        edge += share
        if matter.units:
            row, width = next(rest)
            parts.append(build_line(row, edge - row.lead, stretch=1.0, expansion=0, last=True, kind=SPACE))
            edge += width
    return [*lines, _joined(parts, tuple(shapes))]


def _row(units: list[Unit]) -> Row:
    return row_of(units, Spot(0, 0, SPACE), Spot(len(units), 0, SPACE))


def _natural(row: Row) -> float:
    return row.glyphs + sum(row.spaces) - row.lead - row.trail


def _edge(line: Line) -> float:
    return float(line.runs[-1].x + line.runs[-1].width) if line.runs else 0.0


def _dots(start: float, end: float, right: int, style: Style) -> list[Shape]:
    """A row of dots between two edges, on a grid that is counted from the right margin."""
    pitch = style.size * _PITCH // 1000
    size = style.size * _DOT // 1000
    air = style.size * _AIR // 1000
    most = floor((right - start - air) / pitch)
    least = ceil((right - end + air) / pitch)
    if most <= least:
        return []
    left, until = right - most * pitch, right - least * pitch
    # a dash of no length with round caps is a dot; the path ends between two, so that rounding loses none
    path = (("m", (left, -size // 2)), ("l", (until + pitch // 4, -size // 2)))
    return [Shape(path, stroke=style.colour, line_width=size, dash=(0, pitch), round_caps=True)]


def _joined(parts: list[Line], shapes: tuple[Shape, ...]) -> Line:
    """One line out of its parts, with a space between them for whoever copies the text."""
    runs = [run for part in parts for run in part.runs]
    ends = {id(part.runs[-1]) for part in parts[:-1] if part.runs}
    return Line(
        tuple(replace(run, space_after=True) if id(run) in ends else run for run in runs),
        runs[-1].x + runs[-1].width - runs[0].x if runs else 0,
        max((part.ascent for part in parts), default=0),
        max((part.descent for part in parts), default=0),
        tuple(link for part in parts for link in part.links),
        tuple(note for part in parts for note in part.notes),
        (*(shape for part in parts for shape in part.shapes), *shapes),
        last=True,
        diagnostics=tuple(fault for part in parts for fault in part.diagnostics),
    )

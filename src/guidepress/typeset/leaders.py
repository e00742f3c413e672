"""In: the matters of an entry with leaders in it. Out: its lines; what follows a leader stands flush right.

Only the first matter may run over several lines. It keeps clear of the column in which the last one stands, as the
titles of a contents list keep clear of its page numbers.
"""

from __future__ import annotations

from itertools import accumulate
from math import ceil, floor
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.page.items import Shape
from guidepress.typeset.building import build_line
from guidepress.typeset.lines import Line
from guidepress.typeset.paragraph_shape import ragged
from guidepress.typeset.rows import whole_row
from guidepress.typeset.stretches import set_matter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.document.style import Style
    from guidepress.typeset.matter import Matter
    from guidepress.typeset.paragraph_shape import ParagraphShape

__all__ = ["fill_line", "set_leaders"]

_CLEAR = 1500
"""Per mille of the size between text and dots' column: a turnover line never reaches the page numbers."""

_PITCH = 500
"""Per mille of the size from dot to dot; all leaders of a page count it from the right, so their dots align."""

_AIR = 350
"""Per mille of the size: least room between text and the nearest dot."""

_DOT = 85
"""Per mille of the size: the diameter of a dot, a little under a full stop's."""


def set_leaders(matters: Sequence[Matter], shape: ParagraphShape, style: Style) -> list[Line]:
    """Set a stretch of text with one leader or more.

    Args:
        matters: the text before the first leader, between leaders, and after the last.
        shape: where the lines stand.
        style: for the size and colour of the dots.
    """
    tails = sum(whole_row(matter).natural for matter in matters[1:] if matter.tokens)
    clear = style.size * _CLEAR // 1000
    room = shape.right - tails - clear * (len(matters) - 1)
    lines: list[Line] = []
    if matters[0].tokens:
        listed = matters[0].leader is not None and matters[0].leader.dots
        lines = set_matter(matters[0], ragged(shape, round(room), 4 * style.size, level=listed))
    start = lines.pop() if lines else None
    if start is not None and shape.right - _edge(start) - tails < clear / 2:
        lines.append(replace(start, last=False))  # no room beside the text: the rest gets a line of its own
        start = None
    indent = shape.rest if lines else shape.first
    lines.append(fill_line(start, matters, indent, shape.right, style))
    return lines


def fill_line(start: Line | None, matters: Sequence[Matter], indent: int, right: int, style: Style) -> Line:
    """Fill a line between two edges: what is left over goes to the leaders, to each the same.

    Args:
        start: the line's beginning, already set, in place of the first matter; None starts at `indent`.
        matters: the first is taken as set, the others follow a leader each.
        indent: left edge, mpt.
        right: right edge, mpt.
        style: for the size and colour of the dots.
    """
    rows = [whole_row(matter) if matter.tokens else None for matter in matters[1:]]
    widths = [row.natural if row is not None else 0.0 for row in rows]
    edge = _edge(start) if start is not None else float(indent)
    share = max(right - edge - sum(widths), 0.0) / len(rows)
    parts = [start] if start is not None else []
    shapes: list[Shape] = []
    for before, row, width in zip(matters, rows, widths, strict=False):
        if before.leader is not None and before.leader.dots:
            shapes += _dots(edge, edge + share, right, style)
        edge += share
        if row is not None:
            parts.append(build_line(row, edge - row.lead))
            edge += width
    return _joined(parts, tuple(shapes))


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
    before = accumulate((len(part.runs) for part in parts), initial=0)
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
        pictures=tuple(
            replace(each, after=each.after + passed)
            for part, passed in zip(parts, before, strict=False)
            for each in part.pictures
        ),
    )

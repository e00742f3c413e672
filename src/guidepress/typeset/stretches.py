"""In: matter and the shape of its paragraph. Out: its lines: broken, cut out, filled and built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.typeset.building import build_line
from guidepress.typeset.divisions import FORCED, SPACE
from guidepress.typeset.line_ends import line_ends
from guidepress.typeset.paragraph_shape import fill
from guidepress.typeset.rows import row_of

if TYPE_CHECKING:
    from guidepress.typeset.lines import Line
    from guidepress.typeset.matter import Matter
    from guidepress.typeset.paragraph_shape import ParagraphShape
    from guidepress.typeset.rows import Spot

__all__ = ["set_matter"]


def set_matter(matter: Matter, shape: ParagraphShape) -> list[Line]:
    """Break matter into lines and build them."""
    lines: list[Line] = []
    start: Spot = (0, 0, SPACE)
    ends = line_ends(matter, shape.measures)
    measure, final, warned = shape.measures.first, ends[-1], -1
    for end in ends:
        kind, last = end[2], end is final
        row = row_of(matter, start, end)
        natural = row.natural
        slack = measure - natural
        filling = fill(shape, slack, natural - row.spaces, row.spaces, last=last)
        left = shape.start(slack, first=not lines) - row.lead * (1 + filling[1] / 1000)
        faults: tuple[Diagnostic, ...] = ()
        if kind == FORCED and end[0] != warned:
            warned = end[0]
            faults = (_cut_warning(matter.text(warned)),)
        lines.append(build_line(row, left, filling, kind=kind, last=last, faults=faults))
        start, measure = end, shape.measures.rest
    return lines


def _cut_warning(text: str) -> Diagnostic:
    """The warning about a word that was cut because it is wider than the measure."""
    shown = text if len(text) <= 24 else f"{text[:20]}… ({len(text)} letters)"
    return Diagnostic(
        "warning",
        "word-too-long",
        f"The word “{shown}” is too long for its line and was cut.",
        "Put soft hyphens (U+00AD) where it may be divided.",
    )

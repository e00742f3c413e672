"""In: the units of a stretch of text and the forme. Out: its lines, broken, filled and built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.typeset.building import Spot, build_line, row_of
from guidepress.typeset.divisions import FORCED
from guidepress.typeset.forme import fill
from guidepress.typeset.matter import UnitCopy
from guidepress.typeset.passes import break_copy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.typeset.faces import Fonts
    from guidepress.typeset.forme import Forme
    from guidepress.typeset.lines import Line
    from guidepress.typeset.matter import Unit

__all__ = ["cut_warning", "set_units"]


def set_units(units: list[Unit], forme: Forme, fonts: Fonts) -> list[Line]:
    """Break units into lines and build them."""
    galley, nodes = break_copy(UnitCopy(units, fonts), forme.measures)
    lines: list[Line] = []
    start = Spot(0, 0, 0)
    warned = -1
    for node in nodes:
        end = Spot(galley.units[node], galley.offsets[node], galley.kinds[node])
        faults: tuple[Diagnostic, ...] = ()
        if end.kind == FORCED and end.unit != warned:
            warned = end.unit
            faults = (cut_warning(units[end.unit].text),)
        lines.append(_line(units, start, end, forme, last=node == nodes[-1], faults=faults, first=not lines))
        start = end
    return lines


def _line(  # noqa: PLR0913 - the ends of a line and how it stands among the others
    units: Sequence[Unit],
    start: Spot,
    end: Spot,
    forme: Forme,
    *,
    first: bool,
    last: bool,
    faults: tuple[Diagnostic, ...],
) -> Line:
    row = row_of(units, start, end)
    glyphs, spaces = row.glyphs, sum(row.spaces)
    lead, trail = row.lead, row.trail
    measure = forme.measures.first if first else forme.measures.rest
    slack = measure - (glyphs + spaces - lead - trail)
    stretch, expansion = fill(forme, slack, glyphs - lead - trail, spaces, last=last)
    left = forme.start(slack, first=first) - lead * (1 + expansion / 1000)
    return build_line(
        row._replace(diagnostics=row.diagnostics + faults),
        left,
        stretch=stretch,
        expansion=expansion,
        last=last,
        kind=end.kind,
    )


def cut_warning(text: str) -> Diagnostic:
    """The warning about a word that was cut because it is wider than the measure."""
    shown = text if len(text) <= 24 else f"{text[:20]}… ({len(text)} letters)"
    return Diagnostic(
        "warning",
        "word-too-long",
        f"The word “{shown}” is too long for its line and was cut.",
        "Put soft hyphens (U+00AD) where it may be divided.",
    )

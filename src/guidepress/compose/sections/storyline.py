"""In: the recaps of the units. Out: the story in a sentence a unit, for sheets that have no room for summaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.kind import Kind, NoOptions
from guidepress.compose.lists import item, plain_list
from guidepress.document.inlines import Look, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]

_GAP = 600  # per mille of the size, between the widest numeral and the texts


def storyline(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """List the units that have a recap: number, title, the sentence."""
    told = [unit for unit in guide.units if unit.recap]
    if not told:
        return None
    style = context.style("clue")
    numerals = [context.numeral(unit) for unit in told]
    widest = max(context.width(numeral, style) for numeral in numerals)
    style = context.varied("clue", "storyline", hang=max(style.hang, widest + style.size * _GAP // 1000))
    entries = (
        item(style, (Text(numeral),), _entry(unit, context))
        for numeral, unit in zip(numerals, told, strict=True)
    )
    return context.section(spec, context.labels.text("storyline"), (plain_list(entries),))


def _entry(unit: Unit, context: Context) -> tuple[Inline, ...]:
    recap = context.line(unit.recap) if unit.recap else ()
    return (Text(unit.title, Look(strong=True)), Text(". "), *recap)


KIND = Kind(
    "storyline",
    "The story in a sentence a unit",
    NoOptions,
    storyline,
)

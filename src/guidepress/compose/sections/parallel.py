"""In: the units' passages. Out: the original beside today's words, unit by unit, with the words to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.glosses import used
from guidepress.compose.kind import Kind
from guidepress.compose.passages import passages, sides_of
from guidepress.document.blocks import Group, Paragraph
from guidepress.document.inlines import APART, Look, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.passages import Sides
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, Unit, VocabularyWord
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class ParallelOptions:
    """The options of `parallel`."""

    recap: bool = True
    """The sentence that sums the unit up."""
    vocabulary: bool = True
    """The words to know that the passages use."""


def parallel(guide: Guide, spec: SectionSpec[ParallelOptions], context: Context) -> Section | None:
    """Set the passages of each unit under its title; units without any are passed over."""
    sides = sides_of(context)
    blocks = tuple(_unit(unit, spec, context, sides) for unit in guide.units if unit.passages)
    return context.section(spec, context.labels.text("parallel"), blocks) if blocks else None


def _unit(unit: Unit, spec: SectionSpec[ParallelOptions], context: Context, sides: Sides) -> Group:
    heading = context.heading(2, context.unit_title(unit), "h2", anchor=f"parallel-{unit.id}", span=unit.span)
    blocks: list[Block] = [heading]
    if unit.recap and spec.options.recap:
        blocks.append(context.paragraph("parallel-recap", context.line(unit.recap)))
    words = _words(unit) if spec.options.vocabulary else ()
    if words:
        blocks.append(_known(words, context))
    blocks.extend(passages(context, unit.passages, sides))
    return Group(tuple(blocks), role="Sect")


def _known(words: tuple[VocabularyWord, ...], context: Context) -> Paragraph:
    """Run the words and what they mean together in one paragraph, to be read before the passage."""
    inlines: list[Inline] = [Text(context.labels.text("words-to-know") + context.labels.colon.rstrip(" "))]
    for index, word in enumerate(words):
        inlines.extend((Text(APART if index else " "), Text(word.word, Look(strong=True)), Text("\u2002")))
        inlines.extend(context.line(word.meaning))
    return Paragraph(context.style("parallel-words"), tuple(inlines))


def _words(unit: Unit) -> tuple[VocabularyWord, ...]:
    """Find the words of the unit's vocabulary that its passages use."""
    return used(unit.vocabulary, (passage.original.source for passage in unit.passages))


KIND = Kind(
    "parallel",
    "The units' passages, original beside modern text",
    ParallelOptions,
    parallel,
)

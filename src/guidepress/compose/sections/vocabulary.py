"""In: the words of the units and of the guide. Out: the list of words with meaning, sentence and place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record
from guidepress.compose.columns import in_columns
from guidepress.compose.kind import Kind
from guidepress.compose.prose import ended
from guidepress.compose.spread import spread
from guidepress.compose.words import bracketed
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import Look, Text
from guidepress.layout.options import Amount, Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, VocabularyWord
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class VocabularyOptions:
    """The options of `vocabulary`."""

    scope: Literal["beyond", "all"] = "beyond"
    """The words beyond the units', or all of them."""
    sentences: bool = True
    """The sentence in which each word stands."""
    limit: Amount = 0
    """At most so many words, from all units alike, in one list; 0 is all."""
    columns: Whole = 1
    """Set the list in so many columns."""


def vocabulary(guide: Guide, spec: SectionSpec[VocabularyOptions], context: Context) -> Section | None:
    """Set the words beyond the units, or all of them, each list in the order of the work."""
    labels = context.labels
    groups: list[tuple[str, tuple[VocabularyWord, ...]]] = []
    if spec.options.scope == "all":
        groups.extend((unit.title, unit.vocabulary) for unit in guide.units if unit.vocabulary)
    if guide.vocabulary:
        groups.append((labels.text("whole-work"), guide.vocabulary))
    if not groups:
        return None
    limit = spec.options.limit
    if limit:
        chosen = _first_of_each(groups, limit)
        context.kept(spec, "words", len(chosen), sum(len(words) for _, words in groups))
        groups = [("", chosen)]
    sentences = spec.options.sentences
    blocks: list[Block] = []
    for title, words in groups:
        if len(groups) > 1:
            blocks.append(context.heading(2, title, "h2", contents=False))
        entries = tuple(_entry(word, context, sentences=sentences) for word in words)
        blocks.append(in_columns(context, entries, spec.options.columns, listed=True))
    title = labels.text("key-terms" if limit else "vocabulary")
    return context.section(spec, title, tuple(blocks))


def _first_of_each(
    groups: list[tuple[str, tuple[VocabularyWord, ...]]], limit: int
) -> tuple[VocabularyWord, ...]:
    """Take the first word of each group, then the second of each, until there are enough; keep their order.

    Where the last words do not go round, those groups that give one stand at even distances.
    """
    taken: list[tuple[int, int]] = []
    rank = 0
    while len(taken) < limit and (
        round_ := [(place, rank) for place, (_, words) in enumerate(groups) if rank < len(words)]
    ):
        taken.extend(spread(round_, limit - len(taken)))
        rank += 1
    return tuple(groups[place][1][rank] for place, rank in sorted(taken))


def _entry(word: VocabularyWord, context: Context, *, sentences: bool) -> Paragraph:
    inlines: list[Inline] = [Text(word.word, Look(strong=True))]
    if word.part_of_speech:
        inlines.append(Text(bracketed(word.part_of_speech)))
    inlines.append(Text(context.labels.colon))
    inlines.extend(context.line(word.meaning))
    if sentences and word.sentence:
        inlines.append(Text(". " if not ended(inlines) else " "))
        look = Look(aside=True)
        inlines.extend(
            Text(each.text, look, each.link, each.language, each.span) if isinstance(each, Text) else each
            for each in context.line(word.sentence)
        )
    if word.locator:
        inlines.append(Text(bracketed(word.locator)))
    return Paragraph(context.style("term"), tuple(inlines), role="LI")


KIND = Kind(
    "vocabulary",
    "A list of words",
    VocabularyOptions,
    vocabulary,
)

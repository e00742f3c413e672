"""In: a unit's vocabulary and its texts. Out: glosses in the margin beside the words, or the words in a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.blocks import Group, MarginNote, Paragraph
from guidepress.document.inlines import Look, Text, plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import VocabularyWord

__all__ = ["gloss", "vocabulary_box", "with_glosses"]


def gloss(context: Context, word: VocabularyWord, *, style: str = "gloss") -> Paragraph:
    """Set a word, its part of speech and what it means here."""
    inlines: list[Inline] = [Text(word.word, Look(strong=True))]
    if word.part_of_speech:
        inlines.append(Text(f" {word.part_of_speech}", Look(aside=True)))
    return Paragraph(context.style(style), (*inlines, Text("\u2002"), *context.line(word.meaning)))


def vocabulary_box(context: Context, words: Sequence[VocabularyWord]) -> Group:
    """Gather the words in a card; where it may be divided, two words at least stand on either side."""
    title = context.label(context.labels.text("words-to-know"), "margin-label")
    entries = [gloss(context, word) for word in words]
    bound = context.varied("gloss", "bound", keep_next=True)
    for at in {0, len(entries) - 2} & set(range(len(entries) - 1)):
        entries[at] = replace(entries[at], style=bound)
    return Group((title, *entries), context.varied("card", "words", keep_together=False))


def with_glosses(
    context: Context, words: Sequence[VocabularyWord], bodies: Sequence[tuple[Block, ...]]
) -> list[tuple[Block, ...]]:
    """Put each word in the margin beside the paragraph where it first occurs.

    Words that the guide's own text does not use are spread evenly over the paragraphs, in order, so that the
    margin reads as a column of words to know beside the story.
    """
    places = [(body, index) for body, blocks in enumerate(bodies) for index in range(len(blocks))]
    texts = [_plain(bodies[body][index]) for body, index in places]
    beside: dict[tuple[int, int], list[VocabularyWord]] = {}
    loose: list[VocabularyWord] = []
    for word in words:
        found = next(
            (place for place, text in zip(places, texts, strict=True) if word.word.lower() in text), None
        )
        if found is None:
            loose.append(word)
        else:
            beside.setdefault(found, []).append(word)
    for number, word in enumerate(loose):
        beside.setdefault(places[number * len(places) // len(loose)], []).append(word)
    return [_noted(context, blocks, body, beside) for body, blocks in enumerate(bodies)]


def _noted(
    context: Context,
    blocks: tuple[Block, ...],
    body: int,
    beside: dict[tuple[int, int], list[VocabularyWord]],
) -> tuple[Block, ...]:
    noted: list[Block] = []
    for index, block in enumerate(blocks):
        noted.extend(MarginNote((gloss(context, word),)) for word in beside.get((body, index), ()))
        noted.append(block)
    return tuple(noted)


def _plain(block: Block) -> str:
    """Read a paragraph's text, in lower case; other blocks have none."""
    if not isinstance(block, Paragraph):
        return ""
    return plain_text(block.inlines).lower()

"""In: a unit's vocabulary and its texts. Out: glosses in the margin beside the words, and the other words in a box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.lists import described
from guidepress.document.blocks import Group, MarginNote, Paragraph, Table
from guidepress.document.inlines import Look, Text, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import VocabularyWord

__all__ = ["gloss", "used", "vocabulary_box", "with_glosses"]


def gloss(context: Context, word: VocabularyWord, *, style: str = "gloss", role: str = "P") -> Paragraph:
    """Set a word, its part of speech and what it means here."""
    inlines: list[Inline] = [Text(word.word, Look(strong=True))]
    if word.part_of_speech:
        inlines.append(Text(f" {word.part_of_speech}", Look(aside=True)))
    return Paragraph(context.style(style), (*inlines, Text("\u2002"), *context.line(word.meaning)), role=role)


def vocabulary_box(
    context: Context, words: Sequence[VocabularyWord], *, level: int, title: str = ""
) -> Group:
    """Gather words in a card; where it may be divided, two words at least stand on either side.

    Args:
        context: of the document.
        words: those to explain.
        level: of its heading.
        title: of the card; "Words to know" unless given.
    """
    said = title or context.labels.text("words-to-know")
    head = context.heading(level, said, "card-label", contents=False)
    entries = [gloss(context, word, role="LI") for word in words]
    bound = context.varied("gloss", "bound", keep_next=True)
    for at in {0, len(entries) - 2} & set(range(len(entries) - 1)):
        entries[at] = replace(entries[at], style=bound)
    return Group((head, described(entries)), context.varied("card", "words", keep_together=False))


def used(words: Iterable[VocabularyWord], texts: Iterable[str]) -> tuple[VocabularyWord, ...]:
    """Find the words that stand in texts, as whole words; capitals and the shape of apostrophes do not matter."""
    folded = "\n".join(map(_folded, texts))
    return tuple(word for word in words if _stands(_folded(word.word), folded))


def with_glosses(
    context: Context, words: Sequence[VocabularyWord], bodies: Sequence[tuple[Block, ...]]
) -> list[tuple[Block, ...]]:
    """Put each of the words that texts use in the margin, beside the block where it first stands.

    Args:
        context: of the document.
        words: those that the texts use. One whose letters are parted by markup stands beside the first block.
        bodies: the texts.
    """
    places = [(body, index) for body, blocks in enumerate(bodies) for index in range(len(blocks))]
    texts = [_plain(bodies[body][index]) for body, index in places] if words else []
    beside: dict[tuple[int, int], list[VocabularyWord]] = {}
    for word in words:
        whole = _folded(word.word)
        standing = (place for place, text in zip(places, texts, strict=True) if _stands(whole, text))
        beside.setdefault(next(standing, places[0]), []).append(word)
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
    """Read the text of a block and of those within it, folded."""
    if isinstance(block, Paragraph):
        return _folded(plain_text(block.inlines))
    if isinstance(block, Table):
        cells = (cell for row in (*block.head, *block.rows) for cell in row.cells)
        return " ".join(_plain(each) for cell in cells for each in cell.blocks)
    return " ".join(map(_plain, block.blocks)) if isinstance(block, Group) else ""


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text as a whole; to look for its letters first is many times as fast as a pattern."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_is_letter(text[at - 1 : at]) or _is_letter(text[end : end + 1])):
            return True
        at = text.find(word, at + 1)
    return False


def _is_letter(sign: str) -> bool:
    """Whether a sign may be part of a word; none is not."""
    return sign.isalnum() or sign == "_"


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())

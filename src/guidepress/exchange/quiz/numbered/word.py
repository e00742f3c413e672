"""In: a Word file of questions. Out: its lines as numbered text, what Word numbers by itself written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.text.docx import WordParagraph, word_paragraphs
from guidepress.guide.markdown import MdImage
from guidepress.guide.question_faults import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.exchange.quiz.intake import Intake
    from guidepress.exchange.text.docx import WordTable

__all__ = ["word_lines"]


def word_lines(data: bytes, name: str, intake: Intake) -> Iterator[str]:
    """Read the lines of a Word file: bold as in Markdown, a tick behind what is highlighted, letters before bullets.

    Raises:
        FaultsFound: it is damaged or dangerous.
    """
    bullets = 0
    for number, part in enumerate(word_paragraphs(data, name), 1):
        intake.place = f"paragraph {number}"
        if not isinstance(part, WordParagraph):
            yield from _rows(part)
            continue
        for inline in part.inlines:
            if isinstance(inline, MdImage):
                intake.lose(
                    f'the picture "{inline.alt}"', "questions of a Word file are read as lines of words"
                )
        label = part.label
        if label and not label[:1].isalnum():
            if not bullets:
                intake.guess("choices by their bullets", part.words)
            label = f"{LETTERS[bullets % len(LETTERS)]}."
            bullets += 1
        else:
            bullets = 0
        words = f"**{part.words}**" if part.strong and part.words.strip() else part.words
        yield f"{label} {words}{' ✓' if part.marked else ''}".strip()


def _rows(table: WordTable) -> Iterator[str]:
    for row in table.rows:
        cells = (" ".join(each.words for each in cell if isinstance(each, WordParagraph)) for cell in row)
        yield " | ".join(cells)

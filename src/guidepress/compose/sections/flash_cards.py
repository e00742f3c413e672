"""In: the vocabulary. Out: cards eight up, words in front, meanings behind them, mirrored for the long edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.cards import COLUMNS, PER_SHEET, card_sheet, cut_marks, sheet_height, stacked
from guidepress.compose.kind import Kind
from guidepress.compose.words import words_by_unit
from guidepress.document.blocks import Break, Drawing, Figure, Heading, Paragraph, Section
from guidepress.document.inlines import Text, run_on
from guidepress.layout.options import Amount  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Label
    from guidepress.guide.model import Guide, Unit, VocabularyWord
    from guidepress.layout.model import SectionSpec

    Card = tuple[VocabularyWord, Unit | None]

__all__ = ["KIND"]


@record
class FlashCardsOptions:
    """The options of `flash-cards`."""

    limit: Amount = 0
    """At most so many words; 0 is all."""


def flash_cards(guide: Guide, spec: SectionSpec[FlashCardsOptions], context: Context) -> Section | None:
    """Set a sheet for every eight words: its front, and on the next page its back."""
    cards = words_by_unit(guide)
    limit = spec.options.limit
    context.kept(spec, "words", min(limit or len(cards), len(cards)), len(cards))
    cards = cards[:limit] if limit else cards
    if not cards:
        return None
    title = spec.title or context.labels.text("flash_cards")
    sides = [
        (eight, context.labels.text(side, first=first + 1, last=first + len(eight)), side == "cards-meanings")
        for first in range(0, len(cards), PER_SHEET)
        for eight in (cards[first : first + PER_SHEET],)
        for side in ("cards-words", "cards-meanings")
    ]
    height = sheet_height(context, (line for _, line, _ in sides))
    blocks: list[Block] = []
    for eight, line, back in sides:
        if blocks:
            blocks.append(Break("page"))
        blocks.append(_heading(title, line, context, level=2 if blocks else 1))
        blocks.append(_side(eight, height, context, back=back))
    return Section(spec.kind, title, spec.kind, tuple(blocks), start="recto", wide=True)


def _heading(title: str, line: str, context: Context, *, level: int) -> Paragraph:
    """Head every page with one line, so that fronts and backs stand at the same height."""
    heading = Heading(level, title if level == 1 else line, contents=level == 1, outline=level == 1)
    return Paragraph(context.style("sheet-title"), (Text(line),), role=f"H{level}", heading=heading)


def _side(cards: Sequence[Card], height: int, context: Context, *, back: bool) -> Figure:
    width = context.areas.wide
    size = (width // COLUMNS, height * COLUMNS // PER_SHEET)
    labels: list[Label] = []
    for place, card in enumerate(cards):
        row, column = divmod(place, COLUMNS)
        if back:
            column = COLUMNS - 1 - column  # the sheet turns about its long edge
        box = (column * size[0], row * size[1], *size)
        labels.extend(_meaning(card, box, context) if back else _word(card, box, context))
    shapes = () if back else cut_marks(context, size, PER_SHEET // COLUMNS)
    return card_sheet(Drawing(width, height, shapes, tuple(labels)), context)


def _word(card: Card, box: tuple[int, int, int, int], context: Context) -> list[Label]:
    word, unit = card
    small = ", ".join(filter(None, (word.part_of_speech, context.unit_label(unit) if unit else "")))
    return stacked(
        context,
        box,
        [("card-word", (Text(word.word),)), ("card-small", (Text(small),))],
    )


def _meaning(card: Card, box: tuple[int, int, int, int], context: Context) -> list[Label]:
    word, _ = card
    parts = [("card-text", context.line(word.meaning))]
    if word.sentence:
        sentence = run_on(context.line(word.sentence))
        if word.locator:
            sentence += (Text(f" ({word.locator})"),)
        parts.append(("card-sentence", sentence))
    return stacked(context, box, parts)


KIND = Kind(
    "flash-cards",
    "Vocabulary cards, eight up, backs mirrored for printing on both sides",
    FlashCardsOptions,
    flash_cards,
    handed=True,
)

"""In: the vocabulary and a seed. Out: bingo cards, each another, two on a page, and the call list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.cards import card_sheet, card_sheets, largest, sheet_height
from guidepress.compose.kind import Kind
from guidepress.compose.tables import ruled
from guidepress.compose.words import all_words
from guidepress.compose.worksheets.bingo import bingo as deal
from guidepress.document.blocks import Break, Drawing, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import line, lines, rectangle
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.bingo import Bingo
    from guidepress.document.blocks import Block, Figure, Section
    from guidepress.guide.model import Guide, VocabularyWord
    from guidepress.layout.model import SectionSpec
    from guidepress.page.items import Shape

__all__ = ["KIND"]


@record
class BingoOptions:
    """The options of `bingo`."""

    seed: Whole = 1
    """The same seed shuffles in the same way on every machine."""
    cards: Whole = 12
    """How many cards."""


_HEAD = 30_000  # mpt above a card, for its title
_TITLE = 17_000  # mpt from a card's top to the baseline of its title
_INSIDE = 3000  # mpt from a cell's edge to its word
_APART = 26_000  # mpt between the cards of a page


def bingo(guide: Guide, spec: SectionSpec[BingoOptions], context: Context) -> Section | None:
    """Set the cards, then the list from which a teacher calls; nothing where there are too few words."""
    words = all_words(guide)
    game = deal(len(words), spec.options.cards, spec.options.seed)
    if game is None:
        return None
    title = context.labels.text("bingo")
    size = (context.measure, sheet_height(context, (spec.title or title, title)))
    pages = (_page(game, first, words, size, context) for first in range(0, len(game.cards), 2))
    blocks = card_sheets(((title, page) for page in pages), context)
    blocks.append(Break("page"))
    blocks.append(context.heading(2, context.labels.text("bingo-calls"), "h2", contents=False))
    blocks.append(context.paragraph("directions", context.labels.text("bingo-directions")))
    blocks.append(_calls(game, words, context))
    return context.section(spec, title, tuple(blocks), style="sheet-title")


def _page(
    game: Bingo, first: int, words: list[VocabularyWord], size: tuple[int, int], context: Context
) -> Figure:
    shapes: list[Shape] = []
    labels: list[Label] = []
    tall = (size[1] - _APART) // 2
    numbers = range(first, min(first + 2, len(game.cards)))
    for place, index in enumerate(numbers):
        top = place * (tall + _APART)
        drawn = _card(game, index, words, (0, top, size[0], tall), context)
        shapes += drawn[0]
        labels += drawn[1]
    middle = tall + _APART // 2
    shapes.append(line((0, middle), (size[0], middle), context.colour("rule"), 350, dash=(2000, 3000)))
    return card_sheet(Drawing(*size, tuple(shapes), tuple(labels)), context)


def _card(
    game: Bingo, index: int, words: list[VocabularyWord], box: tuple[int, int, int, int], context: Context
) -> tuple[list[Shape], list[Label]]:
    """Draw a card: the title of the work, its number, the grid with its words."""
    left, top, width, height = box
    title, cell = context.style("card-text"), context.style("bingo-word")
    number = context.labels.text("bingo-card", n=index + 1)
    labels = [
        Label(
            left + width // 2,
            top + _TITLE,
            (Text(context.guide.title, Look(strong=True)),),
            title,
            width,
            align="centred",
        ),
        Label(
            left + width, top + _TITLE, (Text(number),), context.style("figure-label"), width, align="right"
        ),
    ]
    side = game.side
    wide, tall = width // side, (height - _HEAD) // side
    grid_top = top + _HEAD
    centre = side // 2
    shapes = [
        rectangle((left + centre * wide, grid_top + centre * tall, wide, tall), fill=context.colour("tint"))
    ]
    grid = [
        (left, grid_top + row * tall, left + side * wide, grid_top + row * tall) for row in range(side + 1)
    ]
    grid += [
        (left + column * wide, grid_top, left + column * wide, grid_top + side * tall)
        for column in range(side + 1)
    ]
    shapes.extend(lines(grid, context.colour("ink"), 750))
    for place, word in enumerate(game.cards[index]):
        row, column = divmod(place, side)
        text = context.labels.text("bingo-free") if word < 0 else words[word].word
        x, y = left + column * wide + wide // 2, grid_top + row * tall + tall // 2
        inlines = (Text(text, Look(strong=word < 0)),)
        labels.append(_in_cell(Label(x, y, inlines, cell, wide - 2 * _INSIDE, align="centred"), context))
    return shapes, labels


def _in_cell(label: Label, context: Context) -> Label:
    """Set a word about the middle of its cell, in the largest type at which no word of it is divided."""
    style = largest(
        context, label.style, lambda each: context.measurer.word(label.inlines, each) <= label.measure
    )
    label = replace(label, style=style)
    above = context.height(label) - style.leading
    return replace(label, y=label.y + style.size // 3 - above // 2)


def _calls(game: Bingo, words: list[VocabularyWord], context: Context) -> Block:
    """List the words in the order in which they are called."""
    rows = [
        (
            (Text(f"☐\u2002{number}"),),
            context.line(words[index].meaning),
            (Text(words[index].word, Look(strong=True)),),
        )
        for number, index in enumerate(game.calls, 1)
    ]
    return ruled(context, (100, 640, 260), _heads(context), rows)


def _heads(context: Context) -> tuple[str, str, str]:
    text = context.labels.text
    return text("done"), text("meaning"), text("word")


KIND = Kind(
    "bingo",
    "Bingo cards, each another, two up, and the call list",
    BingoOptions,
    bingo,
    handed=True,
)

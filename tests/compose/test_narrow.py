"""Tables in columns that are too narrow for their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.composing import context_of

from guidepress.base.record import replace
from guidepress.compose.context import Context
from guidepress.compose.narrow import fitted
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import Text
from guidepress.guide import load_guide
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.document.blocks import Block


def context(guide: Path, layout: str) -> Context:
    return context_of(load_guide(guide), load_layout(layout))


def table(context: Context, head: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    def row(texts: tuple[str, ...], style: str) -> Row:
        return Row(tuple(Cell((Paragraph(context.style(style), (Text(text),)),)) for text in texts))

    share = 1000 // len(head)
    widths = (*(share,) * (len(head) - 1), 1000 - share * (len(head) - 1))
    return Table(
        widths,
        (row(head, "table-head"),),
        tuple(row(texts, "table-cell") for texts in rows),
        context.style("table"),
    )


def plain(blocks: tuple[Block, ...]) -> str:
    return " ".join(
        inline.text
        for block in blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Text)
    )


def test_a_table_whose_words_fit_stays_as_it_is(small_guide: Path) -> None:
    page = context(small_guide, "study-guide")
    drawn = table(page, ("When", "What"), ("1843", "It is printed."))
    assert fitted(page, drawn) is drawn


def test_a_column_takes_what_its_longest_word_needs_from_the_others(small_guide: Path) -> None:
    page = context(small_guide, "large-print")
    drawn = replace(table(page, ("Unit", "What"), ("Understanding", "It is so.")), widths=(100, 900))
    found = fitted(page, drawn)
    assert sum(found.widths) == 1000
    # 13 letters of 18 pt, each about half an em: more than 100 pt of the 468 there are.
    assert found.widths[0] * 468 // 1000 > 100
    assert (found.head, found.rows) == (drawn.head, drawn.rows)


def test_a_table_without_room_unfolds_each_cell_below_the_one_before(small_guide: Path) -> None:
    page = context(small_guide, "giant-print")
    head = ("Criterion", "Outstanding", "Satisfactory", "Insufficient")
    found = fitted(page, table(page, head, ("Argument", "convincing", "understandable", "contradictory")))
    assert (found.widths, found.head, found.layout) == ((1000,), (), True)
    assert [plain(row.cells[0].blocks) for row in found.rows] == [
        "Criterion:  Argument",
        "Outstanding:  convincing",
        "Satisfactory:  understandable",
        "Insufficient:  contradictory",
    ]
    assert [row.rule for row in found.rows] == [False, False, False, True]


def test_a_row_as_high_as_a_page_unfolds(small_guide: Path) -> None:
    page = context(small_guide, "large-print")
    # 1,200 letters in 13 em are some 45 lines; a page has 28.
    found = fitted(page, table(page, ("Original", "Modern"), ("So be it. " * 120, "Yes. " * 100)))
    assert len(found.rows) == 2


def test_a_grid_of_two_lists_unfolds_list_by_list(small_guide: Path) -> None:
    page = context(small_guide, "giant-print")
    words = [("incomprehensibilities", "internationalisations"), ("counterrevolution", "misunderstandings")]
    grid = replace(table(page, ("", ""), *words), head=(), layout=True)
    found = fitted(page, grid, inset=100_000)
    assert [plain(row.cells[0].blocks) for row in found.rows] == [
        "incomprehensibilities",
        "counterrevolution",
        "internationalisations",
        "misunderstandings",
    ]


def test_a_text_does_not_trickle_down_a_narrow_column(small_guide: Path) -> None:
    # 24 pt type: a third of 504 pt holds 14 letters, a tenth of it 3, though no word has more than two.
    page = context(small_guide, "giant-print")
    long = ("It is so as we go on to do it", "It is so as we go on to do it")
    wide = replace(table(page, ("A", "B"), long), widths=(330, 670))
    narrow = replace(wide, widths=(100, 900))
    assert fitted(page, wide).widths == (330, 670)
    assert fitted(page, narrow).widths == (1000,)
    short = replace(table(page, ("A", "B"), ("It is", "It is so as we go on to do it")), widths=(100, 900))
    assert fitted(page, short).widths == (100, 900)

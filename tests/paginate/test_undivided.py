"""No page ends within a word: what a page would divide is set whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import BODY, document, layout_of, lines, said, section, spots

from guidepress.base.record import replace
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import Look, Text
from guidepress.document.style import Style
from guidepress.paginate import flow, paginate
from guidepress.paginate.undivided import held_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.stock import Shelf

    from guidepress.document.blocks import Block
    from guidepress.page.book import Book
    from guidepress.page.tree import Node
    from guidepress.typeset import Fonts

SOFT = "\u00ad"
INLINE = {"Em", "Strong", "Span", "Link", "Reference"}


def test_a_word_is_held_whole_wherever_its_paragraph_has_it() -> None:
    strong = Look(strong=True)
    inlines = (Text("every feature of"), Text(" features (feature) feature", strong))
    # A joiner after the first letter; other words, with signs at them too, are others.
    held = (Text("every f\u2060eature of"), Text(" features (feature) f\u2060eature", strong))
    assert held_whole(inlines, frozenset({"feature"})) == held


def test_a_compound_is_held_whole_as_well() -> None:
    (held,) = held_whole((Text("a self-control"),), frozenset({"self-control"}))
    assert held == Text("a s\u2060elf-control")


def divided_pages(book: Book) -> list[str]:
    """The pages on which a divided word has no end, once a word."""
    found: list[str] = []
    for page in book.pages:
        made = spots(page)
        blocks = [_block(book.tree, spot.tag) for spot in made]
        found += [
            page.label
            for at, spot in enumerate(made)
            if spot.text.endswith(SOFT) and blocks[at] not in blocks[at + 1 :]
        ]
    return found


def _block(tree: Sequence[Node], tag: int) -> int:
    while tree[tag].role in INLINE:
        tag = tree[tag].parent
    return tag


LONG = "extraordinary " * 9
"""Set in 90 pt, it divides a word in each of its lines but the last."""


def flowing() -> list[Block]:
    """Eight lines, and two of another paragraph where a page of ten ends."""
    return [*lines(*"abcdefgh"), Paragraph(BODY, (Text(LONG),))]


def in_a_row() -> list[Block]:
    """Five lines that stay with five of a cell that goes on overleaf; its fourth is divided, too, and three would leave a hole."""
    cells = (Cell((Paragraph(BODY, (Text(LONG),)),)), Cell(lines("i")))
    table = Table((500, 500), (), (Row(cells, parted=True),), Style("table"), layout=True)
    return [*lines(*"abcde", style=replace(BODY, keep_next=True)), table]


@pytest.mark.parametrize(("made", "measure"), [(flowing, 90_000), (in_a_row, 180_000)])
def test_a_page_that_would_end_within_a_word_has_its_paragraph_set_anew(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch, made: Callable[[], list[Block]], measure: int
) -> None:
    layout, text = layout_of(lines=10, measure=measure), document(section(*made()))
    with monkeypatch.context() as patched:
        patched.setattr(flow, "_MENDS", 0)
        assert divided_pages(paginate(text, layout, fonts)) == ["1"]
    book = paginate(text, layout, fonts)
    assert divided_pages(book) == []
    assert sum(said(page).count("extraordinary") for page in book.pages) == 9


def test_no_page_of_a_stock_book_ends_within_a_word(stock: Shelf) -> None:
    assert {each.guide: divided_pages(each.book) for each in stock.books} == {
        each.guide: [] for each in stock.books
    }

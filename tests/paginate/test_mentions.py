"""An index is true: it lists the pages whose running text holds a name, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import BODY, document, heading, layout_of, lines, said, section

from guidepress.base.record import replace
from guidepress.document.blocks import Break, Cell, Paragraph, Row, Table
from guidepress.document.inlines import LinkTo, Mention, Text
from guidepress.document.style import Style
from guidepress.page.items import Frame, Link
from guidepress.paginate import paginate
from guidepress.paginate.memory import Memory
from guidepress.paginate.mentions import Mentioned, Reader, listed

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from guidepress.document.blocks import Block, Section
    from guidepress.page.book import Book
    from guidepress.typeset import Fonts

PAGES = (
    "Lady Macbeth reads",
    "then Macbeth comes",
    "a dark night and a knocking",
    "Macbeth goes to Macduff's",
    "Macbeth again",
    "macbeth in small letters, and Night",
)


def entry(*words: str, own: str = "", most: int = 6) -> tuple[Mention, ...]:
    """The places of an entry's folios, each with its comma."""
    return tuple(
        Mention(words, own, at, link, last=bool(link) and at == most - 1)
        for at in range(most)
        for link in (None, LinkTo("#index", f"Go to {words[0]}"))
    )


def indexed(fonts: Fonts, *entries: tuple[Mention, ...], text: Section | None = None) -> Book:
    """A book of a page for each line of PAGES and an index after it."""
    pages: list[Block] = []
    for line in PAGES:
        pages += [*lines(line), Break("page")]
    read = text or replace(section(*pages, title="Read"), kind="units")
    listed = section(*(Paragraph(BODY, (Text("Entry "), *each)) for each in entries), title="Index")
    return paginate(document(read, listed), layout_of(lines=8, measure=300_000), fonts)


@pytest.mark.parametrize(
    ("words", "folios"),
    [
        (("Macbeth",), "2, 4–5"),  # page 1 has the lady, page 6 another word
        (("Lady Macbeth",), "1"),
        (("night",), "3, 6"),  # a word without capitals is found with one
        (("Macduff",), "4"),  # before an apostrophe
        (("knock",), ""),  # a part of a word is none
        (("Lady Macbeth", "knocking"), "1, 3"),
    ],
)
def test_a_name_is_listed_where_it_stands(fonts: Fonts, words: tuple[str, ...], folios: str) -> None:
    others = (entry("Lady Macbeth"), entry("Macbeth"))
    book = indexed(fonts, entry(*words), *others)
    assert said(book.pages[6]).replace(" ,", ",").startswith(f"Entry {folios} Entry".replace("  ", " "))


def test_a_name_over_the_end_of_a_line_is_one(fonts: Fonts) -> None:
    text = replace(section(*lines("and then came Bob"), *lines("Cratchit himself")), kind="units")
    assert said(indexed(fonts, entry("Bob Cratchit"), text=text).pages[1]) == "Entry 1"


def test_of_two_names_that_begin_alike_the_longer_is_meant(fonts: Fonts) -> None:
    text = replace(section(*lines("Macduff's Son dies")), kind="units")
    assert (
        said(indexed(fonts, entry("Macduff's Son"), entry("Macduff"), text=text).pages[1]) == "Entry 1 Entry"
    )


def test_a_word_that_is_divided_at_the_end_of_a_line_is_one(fonts: Fonts) -> None:
    words = "a very long line of words to the end of it and then a knock\u00ading at the gate"
    text = replace(section(*lines(words)), kind="units")
    read = document(text, section(Paragraph(BODY, (Text("Entry "), *entry("knocking"))), title="Index"))
    found = [
        said(paginate(read, layout_of(lines=20, measure=measure), fonts).pages[1])
        for measure in range(150_000, 260_000, 5_000)  # at one of them at least the line ends within the word
    ]
    assert set(found) == {"Entry 1"}


def test_the_rows_of_a_table_are_read_too(fonts: Fonts) -> None:
    table = Table((500, 500), (), (Row((Cell(lines("Banquo")), Cell(lines("dies")))),), Style("table"))
    text = replace(section(table), kind="units")
    assert said(indexed(fonts, entry("Banquo"), text=text).pages[1]) == "Entry 1"


def test_lists_and_sheets_are_not_read(fonts: Fonts) -> None:
    text = replace(section(*lines("Banquo")), kind="quiz")
    book = indexed(fonts, entry("Banquo"), text=text)
    assert said(book.pages[1]) == "Entry"
    assert [(each.code, '"Banquo"' in each.message) for each in book.diagnostics] == [("index-nowhere", True)]


def test_a_folio_leads_to_the_last_heading_before_it(fonts: Fonts) -> None:
    one, two = (replace(heading(name), anchor=name.lower()) for name in ("One", "Two"))
    text = replace(section(one, *lines("x"), two, *lines("y"), Break("page"), *lines("Banquo")), kind="units")
    page = indexed(fonts, entry("Banquo"), text=text).pages[2]
    links = [item for frame in page.frames for item in frame.items if isinstance(item, Link)] + [
        item
        for frame in page.frames
        for inner in frame.items
        if isinstance(inner, Frame)
        for item in inner.items
        if isinstance(item, Link)
    ]
    assert [(link.target, link.description) for link in links] == [("#two", "Go to Banquo")]


def test_an_entry_with_more_places_than_links_lists_all(fonts: Fonts) -> None:
    words = ("Macbeth", "Macduff", "Lady Macbeth", "Night")
    page = indexed(fonts, entry(*words, most=1)).pages[6]
    assert said(page) == "Entry 1–2, 4–6"


def test_the_entry_s_own_page_stands_by_itself() -> None:
    places = tuple(Mentioned(number, str(number), f"a{number}") for number in (3, 4, 5, 6))
    assert listed(places, "own", "4") == (("3", "a3", False), ("4", "own", True), ("5–6", "a5", False))


def test_an_own_page_whose_text_lacks_the_name_is_listed_first() -> None:
    assert listed((Mentioned(5, "5", "a"),), "own", "2") == (("2", "own", True), ("5", "a", False))


def test_a_page_that_is_made_anew_and_says_what_it_said_is_not_read_again(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    own = Reader._in

    def noted(self: Reader, text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, ...]]:
        read.append(text)
        return own(self, text, pattern)

    monkeypatch.setattr(Reader, "_in", noted)
    memory, books, read_of = Memory(), [], []
    index = section(Paragraph(BODY, entry("Macbeth")), title="Index")
    for last in ("Macbeth falls", "Macbeth stands"):
        pages: list[Block] = [*lines(PAGES[0]), Break("page"), *lines(PAGES[1]), Break("page"), *lines(last)]
        acts = replace(section(*pages, title="Read"), kind="units")
        books.append(paginate(document(acts, index), layout_of(lines=8, measure=300_000), fonts, memory))
        read_of.append(sorted(read))
        read.clear()
    assert read_of[0] == sorted(["", PAGES[0], PAGES[1], "Macbeth falls"])
    assert read_of[1] == ["Macbeth stands"]
    assert said(books[1].pages[-1]).replace(" ,", ",").endswith("1–3")

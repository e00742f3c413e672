"""Margin notes stand beside their lines, in order, apart, on the page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tests.paginate.making import (
    BODY,
    FIRST_LINE,
    document,
    heading,
    layout_of,
    lines,
    para,
    said,
    section,
    spots,
    words,
)

from guidepress.document.blocks import MarginNote, Paragraph
from guidepress.document.inlines import Text
from guidepress.document.style import Style
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.page.book import Page
    from guidepress.typeset import Fonts

SMALL = Style("margin", size=8_000, leading=10_000, align="left", hyphenate=False, expand=0)
COLUMN = 20_000 + 200_000 + 10_000  # margin, measure and gap of the test layout


def beside(text: str) -> MarginNote:
    return MarginNote((Paragraph(SMALL, (Text(text),)),))


def notes_on(page: Page) -> list[tuple[int, str]]:
    return [(spot.y, spot.text) for spot in spots(page) if spot.size == SMALL.size]


def test_a_note_stands_level_with_its_line(fonts: Fonts) -> None:
    book = paginate(
        document(section(*lines("a", "b"), beside("n"), *lines("c"))), layout_of(margin=60_000), fonts
    )
    note = next(spot for spot in spots(book.pages[0]) if spot.text == "n")
    assert round(note.x, -3) == COLUMN
    assert note.y == FIRST_LINE + 2 * 14_000
    assert said(book.pages[0]) == "a b n c"  # it is read where it belongs


def test_the_margin_column_is_on_the_outer_side(fonts: Fonts) -> None:
    blocks: list[Block] = []
    for number in range(25):
        blocks += [beside(f"n{number}"), *lines(f"l{number}")]
    book = paginate(document(section(*blocks)), layout_of(lines=20, margin=60_000), fonts)
    left = {round(spot.x, -3) for spot in spots(book.pages[1]) if spot.size == SMALL.size}
    assert left == {20_000}
    text = {round(spot.x, -3) for spot in spots(book.pages[1]) if spot.size == BODY.size}
    assert text == {20_000 + 60_000 + 10_000}


def test_notes_move_down_and_never_overlap(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (beside(words(30)), *lines("a"), beside("second"), *lines(*"bcdefghijkl"))
    book = paginate(document(section(*blocks)), layout_of(margin=60_000), fonts)
    found = notes_on(book.pages[0])
    gaps = [after[0] - before[0] for before, after in pairwise(found)]
    assert found[-1][1] == "second"
    assert gaps[-1] == 10_000 + 8_400  # a line and the space between notes
    assert set(gaps[:-1]) == {10_000}


def test_notes_never_leave_the_page(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (
        *lines(*"abcdefgh"),
        beside(words(12)),
        *lines("i"),
        beside(words(12, 20)),
        *lines("j"),
    )
    book = paginate(document(section(*blocks)), layout_of(lines=10, margin=60_000), fonts)
    assert len(book.pages) == 1
    assert max(y for y, _ in notes_on(book.pages[0])) <= 30_000 + 140_000


def test_what_finds_no_room_heads_the_next_margin(fonts: Fonts) -> None:
    blocks: list[Block] = []
    for number in range(8):
        blocks += [beside(f"n{number} {words(14, number)}"), *lines(f"l{number}")]
    book = paginate(document(section(*blocks, para(120))), layout_of(lines=10, margin=60_000), fonts)
    said_beside = " ".join(text for page in book.pages for _, text in notes_on(page))
    assert said_beside == " ".join(f"n{number} {words(14, number)}" for number in range(8))
    assert all(30_000 <= y <= 170_000 for page in book.pages for y, _ in notes_on(page))


def test_without_a_margin_column_notes_stand_in_the_text(fonts: Fonts) -> None:
    book = paginate(document(section(*lines("a"), beside("n"), *lines("b"))), layout_of(), fonts)
    assert said(book.pages[0]) == "a n b"
    assert len({round(spot.x, -3) for spot in spots(book.pages[0])}) == 1


def test_a_wide_section_uses_the_margin_column(fonts: Fonts) -> None:
    book = paginate(document(section(heading("Wide"), para(60), wide=True)), layout_of(margin=60_000), fonts)
    assert max(spot.x + spot.width for spot in spots(book.pages[0])) > COLUMN

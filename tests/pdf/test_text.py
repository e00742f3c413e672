"""What is shown stands where it should, and copies out as what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import so_many
from tests.pdf.conftest import Hand
from tests.pdf.helpers import content, read_text, text_of

from guidepress.page.items import Word
from guidepress.pdf import write_pdf
from guidepress.pdf.content import _shown

if TYPE_CHECKING:
    from guidepress.page.items import Item


def shown(hand: Hand, *items: Item) -> str:
    """The operators between BT and ET of a page with these items."""
    operators = content(write_pdf(hand.text_book(*items)))
    start, end = operators.index("BT\n") + 3, operators.index("ET\n")
    return operators[start:end]


def test_a_run_is_one_array_of_glyphs_kerns_and_gaps(hand: Hand) -> None:
    word = Word("AB", hand.serif, (258, 40), (851, 992), ("A", "B"), 1843)
    # At 10 pt, with the advances that the font gives: glyph 258 is 601 wide in it, glyph 40 is 901.
    own = {258: 601, 40: 901}
    for glyph, advance in own.items():
        assert hand.advance(hand.serif, glyph) == advance
    assert hand.advance(hand.serif, 1) == 233  # the space
    run = hand.run("x", size=10_000)
    run = type(run)(0, 0, hand.serif, 10_000, run.colour, (word, word), 3000, 0)
    # 601 - 851 = -250 and 901 - 992 = -91; the gap of 3 pt is 300/1000, so the space of 233 is widened by 67.
    # 40 is "(" and takes a backslash; 258 is the bytes 1 and 2.
    assert shown(hand, run) == (
        "30 360 Td\n/F0 10 Tf\n0 g\n[(\x01\x02)-250(\x00\\()-91(\x00\x01)-67(\x01\x02)-250(\x00\\()-91]TJ\n"
    )


@pytest.mark.parametrize(("expansion", "tracking"), [(0, 0), (20, 0), (-20, 0), (0, 800), (15, 300)])
def test_the_second_word_stands_where_the_run_says(hand: Hand, expansion: int, tracking: int) -> None:
    size, gap = 10_000, 7000
    run = hand.run("ii ii", size=size, gap=gap, expansion=expansion, tracking=tracking)
    first = hand.word("ii")
    # Left of the second word: 30 pt of the frame, two glyphs with their tracking, both stretched, and the gap.
    expected = 30 + (first.width * size / 1000 + 2 * tracking) * (1000 + expansion) / 1_000_000 + gap / 1000
    document = pypdfium2.PdfDocument(write_pdf(hand.text_book(run)))
    page = document[0].get_textpage()
    text = page.get_text_range()
    assert text == "ii ii"
    start, again = page.get_charbox(0)[0], page.get_charbox(3)[0]
    document.close()
    assert again - start == pytest.approx(expected - 30, abs=0.02)


def test_a_ligature_copies_out_as_its_letters(hand: Hand) -> None:
    assert len(hand.word("office").glyphs) < len("office")
    data = write_pdf(hand.text_book(hand.run("office affluent flfi")))
    assert text_of(data) == "office affluent flfi"
    assert read_text(data) == "office affluent flfi"
    assert "ActualText" not in content(data)


def test_words_keep_their_spaces_across_runs(hand: Hand) -> None:
    first = hand.run("one two", space_after=True)
    second = hand.run("three", first.width + 2625, face=hand.italic)
    data = write_pdf(hand.text_book(first, second))
    assert text_of(data) == "one two three"
    assert read_text(data) == "one two three"


@settings(max_examples=so_many(40), deadline=None)
@given(st.lists(st.text("abcfilnotxzABTVWY0189é-.,’ß", min_size=1, max_size=12), min_size=1, max_size=12))
def test_any_words_copy_out_as_written(words: list[str]) -> None:
    hand = Hand()
    runs = [hand.run(word, 0, 20_000 * place, size=8000) for place, word in enumerate(words)]
    data = write_pdf(hand.text_book(*runs))
    assert read_text(data).split("\n") == words


def test_what_follows_a_narrow_space_stands_where_the_space_ends(hand: Hand) -> None:
    """The face has no narrow space: a plain one stands for it, its text told beside it, and the pen moves back."""
    word = hand.word("«\u202fi")
    document = pypdfium2.PdfDocument(write_pdf(hand.text_book(hand.run("«\u202fi", size=10_000))))
    page = document[0].get_textpage()
    last = page.count_chars() - 1
    quote, letter = (page.get_charbox(index, loose=True)[0] for index in (0, last))
    document.close()
    assert letter - quote == pytest.approx(sum(word.advances[:2]) / 100, abs=0.02)


@pytest.mark.parametrize(
    ("shown", "fragment"),
    [
        ("[(ab)20]TJ\n", "ab)20("),
        ("[(ab)20(c)]TJ\n", "ab)20(c"),
        ("[(a\\()]TJ\n", "a\\("),  # a glyph whose last byte is that of a bracket
        ("[(1\\()]TJ\n", "1\\("),
    ],
)
def test_only_an_empty_string_is_left_out(shown: str, fragment: str) -> None:
    assert _shown(fragment) == shown

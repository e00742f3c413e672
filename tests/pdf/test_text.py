"""What is shown stands where it should, and copies out as what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pdf.conftest import Hand
from tests.pdf.helpers import content, open_pdf, read_text, text_of

from guidepress.base.colour import Colour
from guidepress.base.diagnostics import FaultsFound
from guidepress.page.items import Word
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf

if TYPE_CHECKING:
    from guidepress.page.items import Item


def shown(hand: Hand, *items: Item) -> str:
    """The operators between BT and ET of a page with these items."""
    operators = content(write_pdf(hand.text_book(*items)))
    start, end = operators.index("BT\n") + 3, operators.index("ET\n")
    return operators[start:end]


def unicode_of(data: bytes) -> str:
    font: Any = open_pdf(data).pages[0]["/Resources"]["/Font"]["/F0"]
    return str(font["/ToUnicode"].get_data().decode())


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
        "30 360 Td\n/F0 10 Tf\n0 g\n[(\x01\x02)-250(\x00\\()-91(\x00\x01)-67(\x01\x02)-250(\x00\\()-91()]TJ\n"
    )


def test_state_is_written_when_it_changes_only(hand: Hand) -> None:
    red = Colour(255, 0, 0)
    lines = [
        hand.run("a"),
        hand.run("a", 0, 14_000, expansion=-15),
        hand.run("a", 1500, 28_000, expansion=-15, colour=red),
        hand.run("a", 1500, 42_000, tracking=500, colour=red),
    ]
    glyph = "".join(chr(part) for part in divmod(hand.word("a").glyphs[0], 256))
    operators = shown(hand, *lines).replace(f"[({glyph})]TJ", "show").splitlines()
    expected = "30 360 Td|/F0 10.5 Tf|0 g|show|0 -14 Td|98.5 Tz|show|1.5 -14 Td|1 0 0 rg|show"
    assert "|".join(operators) == expected + "|0 -14 Td|100 Tz|0.5 Tc|show"


@pytest.mark.parametrize(("expansion", "tracking"), [(0, 0), (20, 0), (-20, 0), (0, 1000), (15, 300)])
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


def test_a_hyphen_set_at_a_line_end_is_a_soft_one_for_readers(hand: Hand) -> None:
    data = write_pdf(hand.text_book(hand.run("to hyphen\u00ad"), hand.run("ate well-known", 0, 14_000)))
    assert content(data).count("/Span<</ActualText<FEFF00AD>>>BDC") == 1
    assert content(data).count("BDC") == content(data).count("EMC") == 2
    assert "<002D>" in unicode_of(data)
    assert "<00AD>" not in unicode_of(data)


def test_a_glyph_with_two_meanings_gets_actual_text_for_the_second(hand: Hand) -> None:
    # True small capitals of small and of capital letters are the same glyphs.
    features = "smcp c2sc"
    small, capital = hand.run("ax", features=features), hand.run("AX", 0, 14_000, features=features)
    assert small.words[0].glyphs == capital.words[0].glyphs
    data = write_pdf(hand.text_book(small, capital))
    # "A" sorts before "a", so the capitals are what the glyphs say; the small letters are said beside them.
    assert [line for line in content(data).splitlines() if "Actual" in line] == [
        "/Span<</ActualText<FEFF00610078>>>BDC"
    ]
    assert read_text(data).splitlines()[1] == "AX"


def test_small_capitals_and_old_style_figures_copy_out_plain(hand: Hand) -> None:
    data = write_pdf(hand.text_book(hand.run("anno 1843", features="smcp onum")))
    assert text_of(data) == "anno 1843"
    assert "ActualText" not in content(data)


def test_marks_above_letters_keep_their_offsets(hand: Hand) -> None:
    plain = hand.word("xx")
    raised = Word("xx", hand.serif, plain.glyphs, (526, 526), plain.clusters, 1052, ((0, 0), (-30, 250)))
    run = hand.run("xx", size=10_000)
    run = type(run)(0, 0, hand.serif, 10_000, run.colour, (raised,), 2500, 0)
    x = "".join(chr(part) for part in divmod(plain.glyphs[0], 256))
    # 250/1000 of 10 pt is a rise of 2.5; 30/1000 to the left is an adjustment of +30, taken back after the glyph.
    expected = f"30 360 Td\n/F0 10 Tf\n0 g\n[({x})]TJ\n2.5 Ts\n[()30({x})-30()]TJ\n0 Ts\n"
    assert shown(hand, run) == expected


def test_a_foreign_word_says_its_language(hand: Hand) -> None:
    operators = shown(hand, hand.run("Wort", language="de"))
    assert operators.index("/Span<</Lang(de)>>BDC") < operators.index("TJ") < operators.index("EMC")


def test_a_missing_glyph_is_never_written(hand: Hand) -> None:
    with pytest.raises(FaultsFound, match="no glyph for a character of '漢'"):
        write_pdf(hand.text_book(hand.run("漢")))


def test_a_private_use_character_is_never_written(hand: Hand) -> None:
    word = hand.word("a")
    private = Word("\ue000", hand.serif, word.glyphs, word.advances, ("\ue000",), word.width)
    run = hand.run("a")
    run = type(run)(0, 0, hand.serif, 10_000, run.colour, (private,), 2500, 0)
    with pytest.raises(FaultsFound, match=r"U\+E000"):
        write_pdf(hand.text_book(run))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("abcfilnotxzABTVWY0189é-.,’ß", min_size=1, max_size=12), min_size=1, max_size=12))
def test_any_words_copy_out_as_written(words: list[str]) -> None:
    hand = Hand()
    runs = [hand.run(word, 0, 20_000 * place, size=8000) for place, word in enumerate(words)]
    data = write_pdf(hand.text_book(*runs))
    assert read_text(data).split("\n") == words


def test_elements_of_inlines_are_tagged(hand: Hand) -> None:
    tree = (Node("Document", -1), Node("P", 0), Node("Span", 1))
    book = hand.text_book(hand.run("a"), hand.run("b", 9000, source=1), tree=tree, tags=(1, 2))
    marks = [line for line in content(write_pdf(book)).splitlines() if "BDC" in line]
    assert marks == ["/P<</MCID 0>>BDC", "/Span<</MCID 1>>BDC"]

"""A glyph with two meanings says the second beside it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.pdf.conftest import Hand
from tests.pdf.helpers import content, open_pdf, read_text, text_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.page.items import Word
from guidepress.pdf import write_pdf


def unicode_of(data: bytes) -> str:
    font: Any = open_pdf(data).pages[0]["/Resources"]["/Font"]["/F0"]
    return str(font["/ToUnicode"].get_data().decode())


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

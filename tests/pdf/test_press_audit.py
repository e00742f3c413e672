"""What cannot meet a standard of the press is said before a byte is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.page.items import Face, Word
from guidepress.pdf import write_press
from guidepress.pdf.press_ink import PressBoxes, PressInk, PressStandard

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Hand

STANDARDS: tuple[PressStandard, ...] = ("x1a", "x1a-2003")
X1A = PressInk(standard="x1a", condition="FOGRA39")
PAGE = (0, 0, 300_000, 400_000)


@pytest.mark.parametrize(
    ("ink", "sentence"),
    [
        (
            replace(X1A, space="rgb"),
            r"The file would hold RGB colours\. Have it written in grey or in CMYK\.",
        ),
        (replace(X1A, condition="Coated"), r"'Coated' is no printing condition of the ICC's registry\."),
        (replace(X1A, standard="x1a-2003", condition=""), "'' is no printing condition"),
        (replace(X1A, standard="x4"), r"No output profile is given, and the file must hold one\."),
    ],
)
def test_options_that_go_together_with_no_standard(hand: Hand, ink: PressInk, sentence: str) -> None:
    with pytest.raises(FaultsFound, match=f"^error: {sentence}") as caught:
        write_press(hand.text_book(hand.run("a")), ink)
    assert len(caught.value.diagnostics) == 1


def test_a_standard_asks_for_a_title_and_a_date(hand: Hand) -> None:
    book = hand.text_book(hand.run("a"))
    bare = replace(book, metadata=replace(book.metadata, title="", date="November"))
    with pytest.raises(FaultsFound) as caught:
        write_press(bare, X1A)
    assert [each.code for each in caught.value.diagnostics] == ["no-title", "no-date"]
    assert write_press(bare, PressInk("cmyk")).startswith(b"%PDF-1.6")


def newer_font(folder: Path) -> Path:
    """A font of three empty glyphs, their outlines CFF2."""
    glyphs = [".notdef", "space", "a"]
    font = FontBuilder(1000, isTTF=False)
    font.setupGlyphOrder(glyphs)
    font.setupCharacterMap({32: "space", 97: "a"})
    font.setupCFF2({glyph: T2CharStringPen(None, None, CFF2=True).getCharString() for glyph in glyphs})
    font.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Newer", "styleName": "Regular", "psName": "Newer-Regular"})
    font.setupOS2()
    font.setupPost()
    font.save(folder / "newer.otf")
    return folder / "newer.otf"


@pytest.mark.parametrize("standard", STANDARDS)
def test_an_older_file_cannot_hold_outlines_of_a_newer_kind(
    hand: Hand, tmp_path: Path, standard: PressStandard
) -> None:
    newer = Face("newer", str(newer_font(tmp_path)), 1000, 918, 335, 670, 475)
    run = replace(hand.run("a"), face=newer, words=(Word("a", newer, (2,), (500,), ("a",), 500),))
    with pytest.raises(FaultsFound, match=r"of a newer kind \(CFF2\), which PDF 1\.[34] cannot hold"):
        write_press(hand.text_book(run), replace(X1A, standard=standard))
    older = hand.text_book(hand.run("a", face=hand.otf))
    assert b"/CIDFontType0C" in write_press(older, replace(X1A, standard=standard))
    assert b"/CIDFontType0C" not in write_press(older, PressInk("cmyk"))


def test_a_glyph_that_is_missing_is_missing_in_a_file_of_no_standard(hand: Hand) -> None:
    with pytest.raises(FaultsFound, match="has no glyph for a character"):
        write_press(hand.text_book(hand.run("\u4e00")), PressInk("grey"))


@pytest.mark.parametrize(
    "boxes",
    [
        PressBoxes((0, 0, 300_000, 400_001), PAGE),
        PressBoxes((-1, 0, 300_000, 400_000), (-1, 0, 300_000, 400_000)),
        PressBoxes((9000, 9000, 9000, 391_000), PAGE),
        PressBoxes((0, 391_000, 300_000, 9000), PAGE),
        PressBoxes((9000, 8000, 291_000, 391_000), (9000, 9000, 291_000, 391_000)),
    ],
)
def test_boxes_lie_one_within_the_other(hand: Hand, boxes: PressBoxes) -> None:
    with pytest.raises(FaultsFound, match="The boxes of page 1 do not lie one within the other"):
        write_press(hand.text_book(hand.run("a")), PressInk("rgb", boxes=(boxes,)))
    assert write_press(hand.text_book(hand.run("a")), PressInk("rgb", boxes=(PressBoxes(PAGE, PAGE),)))

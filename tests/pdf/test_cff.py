"""Outlines by name become outlines by number, and stay what they are."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from PIL import Image as Pillow
from PIL import ImageChops, ImageStat

from guidepress.pdf import write_press
from guidepress.pdf.cff import cff_table, number_glyphs
from guidepress.pdf.fonts import FontFile
from guidepress.pdf.press_ink import PressInk

if TYPE_CHECKING:
    from fontTools.cffLib import TopDict
    from tests.pdf.conftest import Hand

GLYPHS = [1, 5, 40, 77, 90, 120]


def numbered(font: bytes) -> TopDict:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(number_glyphs(cff_table(font))), None)
    return fonts[0]


def test_a_font_is_one_of_numbers_and_every_glyph_has_its_own(hand: Hand) -> None:
    top = numbered(FontFile(hand.otf).subset(GLYPHS))
    assert top.ROS == ("Adobe", "Identity", 0)
    assert top.CIDCount == len(top.CharStrings) == 121
    assert top.charset == [".notdef", *(f"cid{number:05}" for number in range(1, 121))]
    assert top.FontBBox == [-240, -335, 2235, 1002]


def test_outlines_and_advances_are_what_they_were(hand: Hand) -> None:
    file = FontFile(hand.otf)
    data = file.subset(GLYPHS)
    named, top = TTFont(io.BytesIO(data)), numbered(data)
    for glyph in GLYPHS:
        before, after = RecordingPen(), RecordingPen()
        named.getGlyphSet()[named.getGlyphName(glyph)].draw(before)
        outline = top.CharStrings[top.charset[glyph]]
        outline.draw(after)
        assert before.value == after.value
        assert outline.width == file.advance(glyph)
    assert len(top.FDArray[0].Private.Subrs) > 0


def test_a_font_of_one_glyph_and_no_subroutines(hand: Hand) -> None:
    top = numbered(FontFile(hand.otf).subset([]))
    assert top.charset == [".notdef"]
    assert not hasattr(top.FDArray[0].Private, "Subrs")


def test_a_font_whose_glyphs_have_numbers_is_given_back(hand: Hand) -> None:
    once = number_glyphs(cff_table(FontFile(hand.otf).subset(GLYPHS)))
    assert number_glyphs(once) is once


def test_a_font_of_another_kind_has_no_such_table(hand: Hand) -> None:
    assert cff_table(FontFile(hand.serif).subset(GLYPHS)) == b""


def test_a_page_looks_the_same_with_either_font(hand: Hand) -> None:
    book = hand.text_book(hand.run("Office fjord & Quizzes", face=hand.otf))
    old = PressInk("grey", "x1a", "FOGRA39")

    def drawn(ink: PressInk) -> Pillow.Image:
        document = pypdfium2.PdfDocument(write_press(book, ink))
        seen: Pillow.Image = document[0].render(scale=2).to_pil().convert("L")
        document.close()
        return seen

    either = ImageChops.difference(drawn(old), drawn(PressInk("grey")))
    nothing = ImageChops.difference(drawn(old), Pillow.new("L", either.size, 255))
    # Hints move an edge by a part of a pixel; without glyphs all of their ink would differ.
    assert ImageStat.Stat(either).sum[0] < ImageStat.Stat(nothing).sum[0] / 10

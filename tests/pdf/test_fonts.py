"""Fonts are embedded as subsets that say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
import uharfbuzz as hb
from tests.pdf.helpers import open_pdf

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.build import build
from guidepress.page.items import Word
from guidepress.pdf import write_pdf
from guidepress.pdf.fonts import FontFile
from guidepress.pdf.text import Coder

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand

    from guidepress.page.items import Face


def font_of(hand: Hand, text: str, face: Face | None = None) -> Any:  # noqa: ANN401 - pypdf's objects
    data = write_pdf(hand.text_book(hand.run(text, face=face or hand.serif)))
    return open_pdf(data).pages[0]["/Resources"]["/Font"]["/F0"]


def test_a_font_is_type0_over_glyph_ids(hand: Hand) -> None:
    font = font_of(hand, "Tea")
    descendant = font["/DescendantFonts"][0]
    assert (font["/Subtype"], font["/Encoding"]) == ("/Type0", "/Identity-H")
    assert (descendant["/Subtype"], descendant["/CIDToGIDMap"]) == ("/CIDFontType2", "/Identity")
    name = font["/BaseFont"]
    assert name == descendant["/BaseFont"] == descendant["/FontDescriptor"]["/FontName"]
    assert name[7:] == "+SourceSerifPro-Regular"
    assert name[1:7].isupper()


def test_widths_are_the_fonts_own(hand: Hand) -> None:
    word = hand.word("Tea")
    assert word.width != sum(hand.advance(hand.serif, glyph) for glyph in word.glyphs)  # it is kerned
    widths = font_of(hand, "Tea")["/DescendantFonts"][0]["/W"]
    found = {
        start + place: width
        for start, several in zip(widths[::2], widths[1::2], strict=True)
        for place, width in enumerate(several)
    }
    assert found == {
        glyph: hand.advance(hand.serif, glyph) for glyph in {1, *word.glyphs}
    }  # glyph 1 is the space


@pytest.mark.parametrize(
    ("name", "flags", "angle"),
    [("serif", 2 + 4, 0), ("italic", 2 + 4 + 64, -12), ("sans", 4, 0)],
)
def test_descriptors_know_serifs_and_slope(hand: Hand, name: str, flags: int, angle: int) -> None:
    descriptor = font_of(hand, "a", getattr(hand, name))["/DescendantFonts"][0]["/FontDescriptor"]
    assert descriptor["/Flags"] == flags
    assert round(descriptor["/ItalicAngle"]) == angle
    assert descriptor["/StemV"] == {"serif": 88, "italic": 88, "sans": 166}[name]  # 50 + (weight / 65)²
    assert (descriptor["/Ascent"], descriptor["/Descent"]) == (918, -335)


def test_the_subset_keeps_glyph_ids_and_drops_the_rest(hand: Hand) -> None:
    word = hand.word("Tea")
    data = FontFile(hand.serif).subset({1, *word.glyphs})
    assert len(data) < 8000
    font = hb.Font(hb.Face(data))
    assert [font.get_glyph_h_advance(glyph) for glyph in word.glyphs] == [
        hand.advance(hand.serif, glyph) for glyph in word.glyphs
    ]
    assert "GSUB" not in hb.Face(data).table_tags


def test_an_opentype_font_with_postscript_outlines_is_embedded_whole_in_kind(hand: Hand) -> None:
    font = font_of(hand, "Tea", hand.otf)
    descendant = font["/DescendantFonts"][0]
    assert descendant["/Subtype"] == "/CIDFontType0"
    assert descendant["/FontDescriptor"]["/FontFile3"]["/Subtype"] == "/OpenType"


def test_no_base_fourteen_font_appears(hand: Hand) -> None:
    reader = open_pdf(write_pdf(hand.text_book(hand.run("a"))))
    fonts = [
        each
        for number in range(1, int(str(reader.trailer["/Size"])))
        if isinstance(each := reader.get_object(number), dict) and each.get("/Type") == "/Font"
    ]
    assert sorted(str(font["/Subtype"]) for font in fonts) == ["/CIDFontType2", "/Type0"]


def test_kerning_scales_to_thousandths_of_an_em(hand: Hand) -> None:
    double = replace(hand.serif, units_per_em=2000)
    coder = Coder(double)
    a = hand.word("a").glyphs[0]
    own = hand.advance(hand.serif, a)
    word = Word("a", double, (a,), (own + 51,), ("a",), own + 51)
    coder.learn({word})
    assert coder[word].endswith(")-25.5(")  # -51 of 2000


@pytest.mark.parametrize("layout", ["study-guide", "large-print"])
def test_greek_cyrillic_and_signs_come_out_of_the_file_as_they_went_in(layout: str) -> None:
    said = "Ωμέγα Москва ἀρχή ♯ ♭ → ⇒ ✓ ✗ ∞ ≤ ∈ x² H₂O"
    guide = {
        "format": 1,
        "title": "Signs",
        "author": "A",
        "language": "en",
        "overview": f"{said}\n\n*{said}*\n\n***{said}***",
    }
    built = build(guide, layout)
    assert built.report
    document = pypdfium2.PdfDocument(built.pdf)
    text = " ".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
    assert " ".join(text.split()).count(said) == 3


def test_a_glyph_that_no_font_has_room_for_is_a_fault_of_the_font(hand: Hand) -> None:
    """A damaged table of characters may name glyphs up to 2^32; two bytes show one."""
    run = hand.run("Tea")
    odd = replace(run.words[0], glyphs=(0x10000, *run.words[0].glyphs[1:]))
    with pytest.raises(FaultsFound, match=r"The font SourceSerifPro-Regular is damaged\."):
        write_pdf(hand.text_book(replace(run, words=(odd,))))


def test_a_font_whose_outlines_cannot_be_taken_out_is_a_fault(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("Subsetting failed")

    monkeypatch.setattr(hb, "subset", fails)
    with pytest.raises(FaultsFound, match=r"The font SourceSerifPro-Regular is damaged\."):
        write_pdf(hand.text_book(hand.run("Tea")))

"""What the operators of content leave on a page."""

from __future__ import annotations

import pytest
from tests.press.ink.making import ink, serif, stream

from guidepress.press.ink.marks import OPAQUE, Blending, InkedGlyph, InkedPicture, InkedShape

FONT = {
    5: b"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Serif/Encoding/WinAnsiEncoding/FirstChar 65/Widths[1000 500]"
    b"/FontDescriptor 6 0 R>>",
    6: b"<</Type/FontDescriptor/Flags 32/FontFile2 7 0 R>>",
    7: stream(serif()),
}
RESOURCES = b"/Font<</F 5 0 R>>"


def glyphs(content: bytes) -> list[InkedGlyph]:
    return [mark for mark in ink(content, RESOURCES, FONT).marks if isinstance(mark, InkedGlyph)]


def shapes(
    content: bytes, resources: bytes = b"", objects: dict[int, bytes] | None = None
) -> list[InkedShape]:
    return [mark for mark in ink(content, resources, objects).marks if isinstance(mark, InkedShape)]


def test_a_path_is_filled_and_drawn_in_the_colours_that_hold() -> None:
    first, second = shapes(b"0 0 0 1 k 1 0 0 RG 3 w 10 20 30 40 re B")
    assert (first.box, first.line, first.paint.spaces) == ((10, 20, 40, 60), None, ("DeviceCMYK",))
    assert second.box == pytest.approx((8.5, 18.5, 41.5, 61.5))  # half of 3 more on each side
    assert (second.line, second.paint.spaces) == (3, ("DeviceRGB",))


def test_states_are_kept_and_given_back() -> None:
    first, second = shapes(b"q 2 0 0 2 10 0 cm .5 g 0 0 5 5 re f Q 0 0 5 5 re f Q Q")
    assert (first.box, first.paint.values) == ((10, 0, 20, 10), (0.5,))
    assert (second.box, second.paint.values) == ((0, 0, 5, 5), (0,))


def test_what_is_cut_away_leaves_no_ink() -> None:
    assert [mark.box for mark in shapes(b"0 0 10 10 re W n 5 5 20 20 re f 10 0 5 5 re f 50 50 5 5 re f")] == [
        (5, 5, 10, 10)
    ]


def test_nothing_is_painted_beyond_the_media() -> None:
    assert [mark.box for mark in shapes(b"-50 150 500 500 re f")] == [(0, 150, 300, 200)]


def test_curves_may_begin_where_they_are_and_end_at_their_handle() -> None:
    # v: the first handle is the point itself; y: the second is the end
    (mark,) = shapes(b"0 0 m 0 9 9 0 v 9 -9 18 0 y f")
    assert mark.box[0] == 0
    assert mark.box[2] == 18


def test_a_glyph_has_the_box_of_its_own_ink() -> None:
    # A and B of Source Serif at 100 pt; the first leads 1 em
    first, second = glyphs(b"BT /F 100 Tf 10 50 Td (AB) Tj ET")
    assert first.string.size == 100
    assert first.string.font.text(first.code) == "A"
    assert first.box[1] == pytest.approx(50, abs=0.1)  # an A stands on the line
    assert first.box[3] == pytest.approx(50 + 67, abs=2)  # and is as high as a capital
    assert (first.x, second.x) == (10, 110)


@pytest.mark.parametrize(
    ("before", "x"),
    [
        (b"", 110),  # 1 em of 100 pt from 10
        (b"5 Tc ", 115),
        (b"50 Tz ", 60),
        (b"5 Tw ", 110),  # only spaces are widened
    ],
)
def test_spaces_and_stretch_move_what_follows(before: bytes, x: int) -> None:
    _, second = glyphs(b"BT " + before + b"/F 100 Tf 10 50 Td (AB) Tj ET")
    assert second.x == pytest.approx(x)


def test_kerns_rises_and_lines_move_glyphs() -> None:
    first, second, third = glyphs(b"BT /F 10 Tf 12 TL 10 50 Td 3 Ts [(A) 500 (B)] TJ 0 Ts (A) ' ET")
    assert (first.x, first.y) == (10, 53)
    assert second.x == 15  # 10 + 10 - 500 thousandths of 10
    assert (third.x, third.y) == (10, 38)


def test_the_size_of_type_is_that_on_the_page() -> None:
    (mark,) = glyphs(b".5 0 0 .5 0 0 cm BT 0 20 -20 0 50 50 Tm /F 1 Tf (A) Tj ET")
    assert mark.string.size == 10  # 1 at 20 times, halved; turning changes nothing


def test_type_that_is_drawn_is_wider_by_its_line() -> None:
    (filled,) = glyphs(b"BT /F 100 Tf 10 50 Td (A) Tj ET")
    (drawn,) = glyphs(b"BT 4 w 1 Tr /F 100 Tf 10 50 Td (A) Tj ET")
    assert drawn.box == pytest.approx(
        tuple(edge + by for edge, by in zip(filled.box, (-2, -2, 2, 2), strict=True))
    )


def test_invisible_type_has_no_paint() -> None:
    (mark,) = glyphs(b"BT 3 Tr /F 100 Tf 10 50 Td (A) Tj ET")
    assert mark.string.paints == ()


def test_a_font_that_is_not_there_is_said() -> None:
    found = ink(b"BT /G 9 Tf (A) Tj ET", RESOURCES, FONT)
    assert found.marks == ()
    assert found.notes[0] == "the font G is not among the page's resources"


def test_a_font_without_its_program_is_not_exact() -> None:
    objects = {5: b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"}
    (mark,) = ink(b"BT /F 100 Tf 10 50 Td (A) Tj ET", RESOURCES, objects).marks
    assert isinstance(mark, InkedGlyph)
    assert not mark.string.font.embedded
    assert not mark.string.font.exact
    assert mark.box == pytest.approx(
        (10, 25, 60, 140)
    )  # from a quarter em below to nine tenths above, half an em wide


TYPE3 = {
    5: b"<</Type/Font/Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 65/Widths[50 50]"
    b"/Encoding<</Differences[65/a/b]>>/CharProcs<</a 6 0 R/b 7 0 R>>>>",
    6: stream(b"50 0 0 0 40 80 d1 1 0 0 rg 10 0 30 80 re f"),
    7: stream(b"50 0 d0 1 0 0 rg 0 0 30 20 re f"),
}


def test_a_glyph_of_type_3_has_the_box_of_what_it_draws() -> None:
    # 10 to 40 of a hundredth at 20 pt: 2 to 8 from 100; the second, which has its own colour, is a shape
    first, second = ink(b"BT /F 20 Tf 100 50 Td (AB) Tj ET", RESOURCES, TYPE3).marks
    assert isinstance(first, InkedGlyph)
    assert first.box == pytest.approx((102, 50, 108, 66))
    assert first.string.paints[0].spaces == ("DeviceGray",)
    assert first.string.size is None  # its units say nothing of an em
    assert isinstance(second, InkedShape)
    assert second.box == pytest.approx((110, 50, 116, 54))
    assert second.paint.spaces == ("DeviceRGB",)


PICTURE = b"/Subtype/Image/Width 300/Height 200/BitsPerComponent 8"


def test_a_picture_has_the_resolution_at_which_it_is_placed() -> None:
    objects = {5: stream(b"", PICTURE + b"/ColorSpace/DeviceRGB")}
    (mark,) = ink(b"q 72 0 0 96 10 10 cm /X Do Q", b"/XObject<</X 5 0 R>>", objects).marks
    assert isinstance(mark, InkedPicture)
    assert mark.box == (10, 10, 82, 106)
    assert mark.resolution == 150  # 300 over an inch across, 200 over 96 points = 150 up
    assert mark.space is not None
    assert mark.space.kind == "DeviceRGB"


def test_a_picture_with_a_soft_mask_is_not_opaque() -> None:
    objects = {5: stream(b"", PICTURE + b"/ColorSpace/DeviceGray/SMask 6 0 R"), 6: stream(b"", PICTURE)}
    (mark,) = ink(b"72 0 0 72 0 0 cm /X Do", b"/XObject<</X 5 0 R>>", objects).marks
    assert (
        mark.string.blending
        if isinstance(mark, InkedGlyph)
        else mark.blended == Blending(1.0, "Normal", masked=True)
    )


def test_a_mask_is_painted_with_the_colour_that_holds() -> None:
    (mark,) = ink(b"0 1 0 0 k q 72 0 0 72 0 0 cm BI /W 8 /H 1 /IM true ID \xff EI Q").marks
    assert isinstance(mark, InkedPicture)
    assert (mark.bits, mark.space) == (1, None)
    assert mark.paint is not None
    assert mark.paint.values == (0, 1, 0, 0)


def test_a_form_is_drawn_within_its_box_by_its_matrix() -> None:
    form = stream(b"0 0 50 50 re f", b"/Subtype/Form/BBox[0 0 20 20]/Matrix[1 0 0 1 5 5]")
    assert [mark.box for mark in shapes(b"q 2 0 0 2 0 0 cm /X Do Q", b"/XObject<</X 5 0 R>>", {5: form})] == [
        (10, 10, 50, 50)
    ]


def test_transparency_is_seen_on_what_it_touches() -> None:
    resources = b"/ExtGState<</A<</ca .5>>/B<</BM/Multiply>>/C<</SMask<</S/Alpha>>>>>>"
    content = b"0 0 9 9 re f q /A gs 0 0 9 9 re f Q q /B gs 0 0 9 9 re f Q q /C gs 0 0 9 9 re f Q"
    assert [mark.blended for mark in shapes(content, resources)] == [
        OPAQUE,
        Blending(0.5),
        Blending(1.0, "Multiply"),
        Blending(1.0, "Normal", masked=True),
    ]


def test_a_group_hands_its_own_transparency_on_to_what_it_holds() -> None:
    form = stream(
        b"/B gs 0 0 9 9 re f",
        b"/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency/CS/DeviceRGB>>/Resources<</ExtGState<</B<</ca 1>>>>>>",
    )
    found = ink(b"/A gs /X Do", b"/XObject<</X 5 0 R>>/ExtGState<</A<</ca .5>>>>", {5: form})
    assert [mark.blended for mark in found.marks if isinstance(mark, InkedShape)] == [Blending(0.5)]
    assert found.features == {"group DeviceRGB"}


def test_a_pattern_fills_what_is_painted_with_it() -> None:
    pattern = stream(
        b"1 0 0 rg 0 0 2 2 re f", b"/PatternType 1/PaintType 1/BBox[0 0 4 4]/XStep 4/YStep 4/Resources<<>>"
    )
    (mark,) = shapes(b"/Pattern cs /P scn 50 50 100 20 re f", b"/Pattern<</P 5 0 R>>", {5: pattern})
    assert (mark.box, mark.paint.spaces) == ((50, 50, 150, 70), ("DeviceRGB",))


def test_a_shading_is_as_heavy_as_its_heaviest_colour() -> None:
    shading = (
        b"<</ShadingType 2/ColorSpace/DeviceCMYK/Function<</FunctionType 2/N 1/C0[0 0 0 0]/C1[1 1 .5 0]>>>>"
    )
    (mark,) = shapes(b"0 0 50 50 re W n /S sh", b"/Shading<</S 5 0 R>>", {5: shading})
    assert mark.box == (0, 0, 50, 50)
    assert mark.paint.total == 2.5


def test_what_a_printer_forbids_is_noticed() -> None:
    resources = b"/ExtGState<</A<</TR 9 0 R>>>>/XObject<</X 5 0 R>>"
    found = ink(b"/OC /L BDC /A gs /X Do EMC", resources, {5: stream(b"", b"/Subtype/PS")})
    assert found.features == {"layers", "transfer function", "PostScript"}


@pytest.mark.parametrize(
    "content",
    [
        b"1e300 0 0 1e300 0 0 cm 0 0 1 1 re f",
        b"Q Q Q f S B* sh Do gs /X Do /S sh /A gs scn cs",
        b"m l c re 1 m (a) l /N 0 0 re f",
        b'BT Tf Td Tm Tj TJ (a) Tj 1 2 (a) " ET',
        b"1000000000 0 0 1000000000 0 0 cm 1000000000 0 0 1000000000 0 0 cm 1000000000 0 0 1000000000 0 0 cm",
        b"/Pattern cs /Q scn 0 0 9 9 re f",
        b"[(a) [(b)] /c] TJ BI EI ID",
    ],
)
def test_nonsense_leaves_no_trace(content: bytes) -> None:
    assert ink(content).unfinished == ""

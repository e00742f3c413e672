from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from tests.press.ink.making import cff_of, serif, type1

from guidepress.cos import Malformed
from guidepress.press.ink.programs import open_program

SQUARE: list[object] = [
    0,
    500,
    "hsbw",
    50,
    100,
    "rmoveto",
    300,
    "hlineto",
    400,
    "vlineto",
    -300,
    "hlineto",
    "closepath",
    "endchar",
]


def test_a_truetype_glyph_reaches_as_far_as_its_font_says() -> None:
    from io import BytesIO  # noqa: PLC0415 - for this test alone

    font = TTFont(BytesIO(serif()))
    glyph, per_em = font["glyf"]["f"], font["head"].unitsPerEm
    found = open_program("FontFile2", serif()).outline("f")
    assert found is not None
    expected = [edge / per_em for edge in (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)]
    assert found.box == pytest.approx(expected, abs=0.002)  # the font's own box is of whole units


@pytest.mark.parametrize("bare", [False, True])
def test_a_cff_glyph_is_the_same_within_opentype_and_bare(bare: bool) -> None:  # noqa: FBT001 - a parameter of the test
    data = serif("otf")
    program = open_program("FontFile3", cff_of(data) if bare else data)
    whole = open_program("FontFile3", data).outline("g")
    assert program.outline("g") == whole
    assert whole is not None
    assert whole.box[1] < -0.2  # a g goes below the line
    assert program.by_index(program.names.index("g")) == whole


def test_a_type_1_glyph_is_drawn_from_its_charstring() -> None:
    # the origin at 50, 100; a square 300 by 400 units of a thousandth of an em
    found = open_program("FontFile", type1({".notdef": SQUARE, "A": SQUARE})).outline("A")
    assert found is not None
    assert found.box == pytest.approx((0.05, 0.1, 0.35, 0.5))


def test_a_glyph_that_is_not_there_has_no_outline() -> None:
    program = open_program("FontFile", type1({"A": SQUARE}))
    assert program.outline("B") is None
    assert not program.has("B")
    assert program.by_index(3) is None


def test_subroutines_that_multiply_beyond_all_time_end() -> None:
    # each calls the next one twice: 2 to the 40th calls
    chain = tuple([[number + 1, "callsubr", number + 1, "callsubr", "return"] for number in range(40)])
    chain = (*chain, ["return"])
    program = open_program("FontFile", type1({"A": [0, 500, "hsbw", 0, "callsubr", "endchar"]}, chain))
    assert program.outline("A") is None


@pytest.mark.parametrize("key", ["FontFile", "FontFile2", "FontFile3"])
@pytest.mark.parametrize(
    "data",
    [b"", b"no font", b"\0\1\0\0", serif()[:300], b"OTTO" + b"\xff" * 80, b"%!\ncurrentfile eexec\nabc"],
)
def test_what_is_no_font_is_said(key: str, data: bytes) -> None:
    with pytest.raises(Malformed):
        open_program(key, data)


def test_a_font_that_is_too_large_is_not_read() -> None:
    with pytest.raises(Malformed, match="too large"):
        open_program("FontFile", b"%!" + b" " * 2_000_000)

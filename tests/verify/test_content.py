"""Text is decoded mark by mark."""

from __future__ import annotations

import pytest

from guidepress.verify.content import read_marked_text
from guidepress.verify.font_text import FontText

FONT = FontText({1: "A", 2: "ffi", 0x10: "a", 0x11: "b", 0x12: "c", 0x2829: "!", 0x5D5B: "?", 0x0A28: "~"})


def read(content: bytes) -> dict[int, str]:
    return read_marked_text(content, {"F1": FONT})


def test_text_belongs_to_the_mark_around_it() -> None:
    content = (
        b"/Artifact BMC BT /F1 8 Tf <0001> Tj ET EMC "
        b"/P <</MCID 0>> BDC BT /F1 10 Tf [(\x00\x10)-20(\x00\x11)] TJ ET EMC "
        b"/P <</MCID 1>> BDC BT <00020012> Tj ET EMC"
    )
    assert read(content) == {0: "ab", 1: "ffic"}


def test_an_actual_text_stands_for_what_is_drawn() -> None:
    content = b"/P <</MCID 3>> BDC /F1 10 Tf <0010> Tj /Span <</ActualText <FEFF00AD>>> BDC <0011> Tj EMC <0012> Tj EMC"
    assert read(content) == {3: "a\u00adc"}


def test_escapes_and_brackets_inside_strings_are_no_operators() -> None:
    assert read(b"/P <</MCID 0>> BDC /F1 9 Tf [(\\(\\))(][)]TJ EMC") == {0: "!?"}
    assert read(b"/P <</MCID 0>> BDC /F1 9 Tf (\\n\\050) Tj EMC") == {0: "~"}
    assert read(b"/P <</MCID 0>> BDC /F1 9 Tf (\x00\x10) Tj ( EMC ) Tj (\x00\x11) Tj EMC") == {0: "ab"}


@pytest.mark.parametrize(
    ("expected", "content"),
    [
        ({0: "a", 1: "b"}, b"/P<</MCID 0>>BDC /F1 9 Tf(\x00\x10)Tj/S<</MCID 1>>BDC(\x00\x11)Tj EMC EMC"),
        ({0: "ac"}, b"/P<</MCID 0>>BDC /F1 9 Tf(\x00\x10)Tj/Artifact BMC EMC(\x00\x12)Tj EMC(\x00\x10)Tj"),
        ({0: "ab"}, b"/P<</MCID 0>>BDC /F1 9 Tf(\x00\x10)Tj/OC/MC0 BDC(\x00\x11)Tj EMC EMC"),
        ({4: "a"}, b"/F1 9 Tf/P<</Lang(en)/MCID 4/A<</B[1 2]>>>>BDC(\x00\x10)Tj EMC"),
        ({4: "a"}, b"/F1 9 Tf/P<</T(/MCID 9)/MCID 4>>BDC(\x00\x10)Tj EMC"),
        ({4: "x"}, b"/F1 9 Tf/P<</ActualText(x)/MCID 4>>BDC(\x00\x10)Tj EMC"),
        ({4: "x"}, b"/F1 9 Tf/P<</MCID 4/ActualText<78>>>BDC(\x00\x10)Tj EMC"),
        # Of an ActualText within another the outer counts, and marks within one have none of it.
        ({0: "x"}, b"/F1 9 Tf/P<</MCID 0>>BDC/S<</ActualText(x)>>BDC/S<</ActualText(y)>>BDC(\x00\x10)Tj EMC EMC EMC"),
        ({0: "x", 1: "a"}, b"/F1 9 Tf/P<</MCID 0/ActualText(x)>>BDC/S<</MCID 1>>BDC(\x00\x10)Tj EMC EMC"),
        ({0: "a"}, b"/F1 9 Tf/P<</MCID 0>>BDC(\x00\x10)Tj /F9 9 Tf(\x00\x10)Tj EMC"),
        ({}, b"/P<</MCID 0>>BDC(\x00\x10)Tj EMC"),  # no font has been chosen
        ({}, b"/F1 9 Tf EMC (\x00\x10)Tj"),
        ({}, b"/F1 9 Tf/Artifact<</ActualText(x)>>BDC(\x00\x10)Tj EMC"),
        ({0: "a"}, b"/F1 9 Tf/P<</MCID 0>>BDC 0 0 m/XEMC gs xBDC BDCx(\x00\x10)Tj EMC"),
    ],
)  # fmt: skip
def test_marks_and_fonts_are_followed(expected: dict[int, str], content: bytes) -> None:
    assert read(content) == expected

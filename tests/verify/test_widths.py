"""The width of a string is that of its glyphs, as its font says, whatever way the font says it."""

from __future__ import annotations

import pytest
from tests.cos.making import TREE, file_of

from guidepress.cos import open_file
from guidepress.verify.widths import bytes_of, widths_of

CID = b"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<%b>>]>>"


@pytest.mark.parametrize(
    ("font", "written", "width"),
    [
        (
            b"<</Subtype/TrueType/FirstChar 97/Widths[500 250]>>",
            b"(ab a)",
            (1.25, 4, 1),
        ),  # a space of no width
        (
            b"<</Subtype/Type1/FirstChar 97/Widths[500]/FontDescriptor<</MissingWidth 300>>>>",
            b"(ab)",
            (0.8, 2, 0),
        ),
        (b"<</Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 97/Widths[50]>>", b"<6161>", (1.0, 2, 0)),
        (CID % b"/DW 750/W[1[500 250]]", b"<000100020003>", (1.5, 3, 0)),
        (
            CID % b"/W[5 7 100 9[200]]",
            b"<00050007000900080020>",
            (2.4, 5, 0),
        ),  # .1 + .1 + .2 + twice 1, no word space
        (CID % b"/W[1]", b"<0001>", (1.0, 1, 0)),
        (CID % b"/W[1 9]", b"<00>", (0.0, 0, 0)),  # half a code
    ],
)
def test_widths_are_added_up(font: bytes, written: bytes, width: tuple[float, int, int]) -> None:
    file = open_file(file_of({**TREE, 5: font}, b"/Root 1 0 R/F 5 0 R"), "a.pdf")
    widths = widths_of(file, file.dictionary(file.trailer["F"]))
    assert widths is not None
    assert widths[written] == pytest.approx(width)


@pytest.mark.parametrize("font", [b"<</Subtype/Type1/BaseFont/Helvetica>>", CID.replace(b"-H", b"-V") % b""])
def test_what_is_not_said_or_not_written_along_a_line_has_no_widths(font: bytes) -> None:
    file = open_file(file_of({**TREE, 5: font}, b"/Root 1 0 R/F 5 0 R"), "a.pdf")
    assert widths_of(file, file.dictionary(file.trailer["F"])) is None


def test_strings_are_read_as_they_are_written() -> None:
    assert bytes_of(b"(a\\(\\101)") == b"a(A"
    assert bytes_of(b"<4 1 4>") == b"A@"  # a digit that lacks is 0

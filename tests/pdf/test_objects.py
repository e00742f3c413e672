"""Objects are numbered, and values written as PDF has them."""

from __future__ import annotations

import pytest

from guidepress.pdf.objects import ObjectTable, Points, escape, number, reference, text_string


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain (and) \\", r"(plain \(and\) \\)"),
        ("", "()"),
        ("é", "<FEFF00E9>"),
        ("a\nb", "<FEFF0061000A0062>"),
    ],
)
def test_text_strings(text: str, expected: str) -> None:
    assert text_string(text) == expected


def test_numbers_are_given_out_before_bodies_are_known() -> None:
    table = ObjectTable()
    assert (table.reserve(), table.add("<</A 2>>"), table.add_stream(b"xyz", 6, Type="/X", N="3")) == (
        1,
        2,
        3,
    )
    table.put(1, "<</A é>>")
    stream = ((("Type", "/X"), ("N", "3")), b"xyz", 6)
    assert table.close(2, 3) == ((b"<</A \xe9>>", b"<</A 2>>", stream), 2, 3)


def test_points_have_three_decimals_at_most() -> None:
    assert [number(mpt) for mpt in (0, 1, 1_000, 12_340, -500, 400_000_001)] == [
        "0", "0.001", "1", "12.34", "-0.5", "400000.001",
    ]  # fmt: skip
    assert reference(12) == "12 0 R"


def test_a_length_that_comes_again_is_not_written_anew() -> None:
    points = Points()
    assert (points[12_340], points[-500]) == ("12.34", "-0.5")
    assert points == {12_340: "12.34", -500: "-0.5"}
    assert points[12_340] is points[12_340]


def test_a_literal_string_escapes_what_would_end_it() -> None:
    assert escape("a(b)c\\d\re") == r"a\(b\)c\\d\re"

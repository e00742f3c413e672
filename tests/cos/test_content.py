from __future__ import annotations

import pytest

from guidepress.cos import Name, Stream, Value
from guidepress.cos.content import operations


def read(content: bytes) -> list[tuple[bytes, list[object]]]:
    return [(operator, list(operands)) for operator, operands in operations(content)]


def test_operators_come_with_what_stands_before_them() -> None:
    assert read(b"1 0 -.5 2. re\n/F1 12 Tf [(a)-250<62>] TJ T*") == [
        (b"re", [1, 0, -0.5, 2.0]),
        (b"Tf", [Name("F1"), 12]),
        (b"TJ", [[b"a", -250, b"b"]]),
        (b"T*", []),
    ]


def test_comments_and_words_are_told_apart() -> None:
    assert read(b"q % Q\n/P <</MCID 3/On true>> BDC true x null y") == [
        (b"q", []),
        (b"BDC", [Name("P"), {"MCID": 3, "On": True}]),
        (b"x", [True]),
        (b"y", [None]),
    ]


def test_a_picture_within_content_is_one_operator_with_its_keys_written_out() -> None:
    # 2 pixels of 3 bytes: 6 bytes, among them " EI "
    content = b"q BI /W 2 /H 1 /CS /RGB /BPC 8 ID \x01 EI \x02 EI Q"
    entries: dict[str, Value] = {
        "Width": 2,
        "Height": 1,
        "ColorSpace": Name("RGB"),
        "BitsPerComponent": 8,
    }
    (first, second, third) = read(content)
    assert (first, third) == ((b"q", []), (b"Q", []))
    assert second[0] == b"BI"
    assert second[1] == [Stream(entries, b"\x01 EI \x02")]


def test_the_end_of_a_coded_picture_is_looked_for() -> None:
    found = read(b"BI /W 9 /H 9 /F /Fl ID abcEIdef\nEI\nQ")
    assert [operator for operator, _ in found] == [b"BI", b"Q"]
    assert found[0][1] == [Stream({"Width": 9, "Height": 9, "Filter": Name("Fl")}, b"abcEIdef")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"1 2 ] > ) } m", [(b"m", [1, 2])]),
        (b"--5 1.2.3 inf m", [(b"inf", [-5, 1.2]), (b"m", [])]),
        (b"(never closed", [(b"never", []), (b"closed", [])]),  # read as it comes
        (b"9" * 400 + b" w", [(b"w", [int("9" * 20)])]),
        (b"BI /W 3", [(b"BI", [Stream({"Width": 3}, b"")])]),
        (b"BI /W 3 ID abc", [(b"BI", [Stream({"Width": 3}, b"abc")])]),
    ],
)
def test_damage_is_passed_over(content: bytes, expected: list[tuple[bytes, list[object]]]) -> None:
    assert read(content) == expected


def test_no_more_operands_are_kept_than_any_operator_takes() -> None:
    ((operator, operands),) = read(b"1 " * 5000 + b"w")
    assert operator == b"w"
    assert len(operands) <= 1000

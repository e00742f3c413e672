"""What a page adds to a spine is read exactly: three ways of writing it, and sentences for what is none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from guidepress.press.printers.caliper import parse_caliper


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [
        ("0.002252in", Fraction("162.144")),  # 0.002252 x 72 pt
        ("0.0508mm", Fraction(144)),  # 0.0508 mm are 0.002 in
        ("1/444in", Fraction(72_000, 444)),
        ("1 / 2 mm", Fraction(36_000) / Fraction("25.4")),
    ],
)
def test_a_caliper_is_read(text: str, thousandths: Fraction) -> None:
    assert parse_caliper(text) == thousandths


@pytest.mark.parametrize(
    "text", ["", "0in", "1/0in", "2/444in", "0.002", "-0.002in", "0.1pt", "1/0.0in", "thin"]
)
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no thickness of a page; write 0\.0025in"):
        parse_caliper(text)

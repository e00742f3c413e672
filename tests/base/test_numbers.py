"""Numbers as people write them."""

from __future__ import annotations

from guidepress.base.numbers import counted, roman, whole_number


def test_roman_numerals() -> None:
    numbers = (0, 1, 4, 9, 14, 40, 99, 1994)
    assert [roman(number) for number in numbers] == ["", "i", "iv", "ix", "xiv", "xl", "xcix", "mcmxciv"]


def test_only_one_thing_is_singular() -> None:
    assert [counted(number, "page") for number in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]


def test_a_whole_number_is_digits_of_any_script_and_not_more_of_them_than_a_number_has() -> None:
    said = ("7", " 012 ", "\u0663", "999999999")
    assert [whole_number(text) for text in said] == [7, 12, 3, 999_999_999]
    others = (None, "", "-1", "1.0", "1_0", "\u00b2", "\u2460", "1000000000", "9" * 5000)
    assert {whole_number(text) for text in others} == {None}

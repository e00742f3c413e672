"""Numbers as people write them."""

from __future__ import annotations

from guidepress.base.numbers import counted, roman


def test_roman_numerals() -> None:
    numbers = (0, 1, 4, 9, 14, 40, 99, 1994)
    assert [roman(number) for number in numbers] == ["", "i", "iv", "ix", "xiv", "xl", "xcix", "mcmxciv"]


def test_only_one_thing_is_singular() -> None:
    assert [counted(number, "page") for number in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]

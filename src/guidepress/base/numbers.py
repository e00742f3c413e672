"""In: a number. Out: how it is written: with its noun in a message, or in roman numerals. Or from digits to the number."""

from __future__ import annotations

from guidepress.base.limits import DIGITS

__all__ = ["counted", "roman", "whole_number"]

_NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def counted(number: int, noun: str) -> str:
    """Say a number of things in a message ("1 page", "2 pages"); what a book says has labels for that."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def whole_number(text: str | None) -> int | None:
    """Read a whole number of a stranger: decimal digits of any script, as many as a number may have.

    Python's `isdigit` takes raised figures for digits, which `int` does not, and `int` refuses thousands of digits.
    """
    said = (text or "").strip()
    return int(said) if said.isdecimal() and len(said) <= DIGITS else None


def roman(number: int) -> str:
    """Write a number in small roman numerals; 0 is empty."""
    found = []
    for value, numeral in _NUMERALS:
        count, number = divmod(number, value)
        found.append(numeral * count)
    return "".join(found)

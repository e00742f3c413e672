"""In: a date as ISO 8601 and the words of a language. Out: the date in that language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["long_date"]


def long_date(iso: str, months: Sequence[str], pattern: str, first: str) -> str:
    """Write a date in full: "23 November 2026", "1ᵉʳ janvier 2027"; what is no full date stays as it is.

    Args:
        iso: year, month and day, such as 2026-11-23.
        months: the names of the twelve, in the form that a date takes.
        pattern: with {day}, {month} and {year}.
        first: how the first day of a month is written.
    """
    year, _, rest = iso.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and day[:2].isdecimal() and 1 <= int(month) <= 12):
        return iso
    number = int(day[:2])
    said = first if number == 1 else str(number)
    return pattern.format(day=said, month=months[int(month) - 1], year=year)

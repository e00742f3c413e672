"""In: a caliper as printers give it. Out: what a page adds to the spine, mpt, as an exact fraction."""

from __future__ import annotations

import re
from fractions import Fraction

__all__ = ["parse_caliper"]

_PATTERN = re.compile(r"\s*(?:(\d+(?:\.\d*)?|\.\d+)|1\s*/\s*(\d+(?:\.\d+)?))\s*(in|mm)\s*")
_UNITS = {"in": Fraction(72_000), "mm": Fraction(72_000) / Fraction("25.4")}


def parse_caliper(text: str) -> Fraction:
    """Read the thickness of one page.

    Args:
        text: a length ("0.002252in", "0.0572mm"), or one inch or millimetre over its pages ("1/444in").

    Raises:
        ValueError: the text is none, or the thickness is nothing.
    """
    match = _PATTERN.fullmatch(text)
    plain, pages, unit = match.groups() if match else (None, None, "in")
    number = (
        Fraction(plain or 0) if plain else 1 / Fraction(pages) if pages and Fraction(pages) else Fraction(0)
    )
    if not number:
        raise ValueError(
            f"{text!r} is no thickness of a page; write 0.0025in, 0.0635mm, or pages an inch as 1/444in"
        )
    return number * _UNITS[unit]

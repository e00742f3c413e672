"""In: lengths as people write them ("25mm", "10.5pt"). Out: integers in thousandths of a point (mpt)."""

from __future__ import annotations

import re

from guidepress.base.limits import LENGTH

__all__ = ["PT", "format_length", "parse_length", "scaled"]

PT = 1000
"""One PostScript point (1/72 inch) in mpt."""

_UNITS = {
    "pt": 1000.0,
    "mm": 72000 / 25.4,  # 25.4 mm are an inch of 72 points, exactly
    "cm": 720000 / 25.4,
    "in": 72000.0,
    "pc": 12000.0,  # PostScript pica: 12 points
}
_SHOWN = 24
_PATTERN = re.compile(r"\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(pt|mm|cm|in|pc)\s*")


def parse_length(text: str) -> int:
    """Read a length with its unit.

    Args:
        text: a number and one of pt, mm, cm, in, pc; "0" may stand alone.

    Returns:
        The length in mpt, rounded half to even.

    Raises:
        ValueError: the text is not a length; the message says what one looks like.
    """
    if text.strip() == "0":
        return 0
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a length; write a number and a unit, such as 12pt, 25mm or 0.75in")
    return scaled(text, match[1], _UNITS[match[2]])


def scaled(text: str, figures: str, unit: float) -> int:
    """Multiply the figures of a length by its unit in mpt.

    Raises:
        ValueError: the length, written as `text`, is longer than any page.
    """
    length = float(figures) * unit
    if abs(length) > LENGTH:
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        raise ValueError(f'"{shown}" is longer than any page; no side is longer than 200in')
    return round(length)


def format_length(mpt: int) -> str:
    """Write a length in points with no more digits than it has ("10.5pt")."""
    return f"{mpt / PT:.3f}".rstrip("0").rstrip(".") + "pt"

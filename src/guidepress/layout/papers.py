"""In: a paper's name or "width x height". Out: its trim size in mpt."""

from __future__ import annotations

from guidepress.base.lengths import parse_length

__all__ = ["PAPERS", "canonical", "paper_size"]

_MM = 72000 / 25.4
_IN = 72000


def _mm(width: int, height: int) -> tuple[int, int]:
    return round(width * _MM), round(height * _MM)


def _inches(width: float, height: float) -> tuple[int, int]:
    return round(width * _IN), round(height * _IN)


PAPERS: dict[str, tuple[int, int]] = {
    # ISO 216
    "a3": _mm(297, 420),
    "a4": _mm(210, 297),
    "a5": _mm(148, 210),
    "a6": _mm(105, 148),
    "b5": _mm(176, 250),
    # ANSI and US office sizes
    "letter": _inches(8.5, 11),
    "legal": _inches(8.5, 14),
    "tabloid": _inches(11, 17),
    # Trim sizes that print-on-demand houses offer
    "5x8": _inches(5, 8),
    "5.25x8": _inches(5.25, 8),
    "5.5x8.5": _inches(5.5, 8.5),
    "6x9": _inches(6, 9),
    "7x10": _inches(7, 10),
    "8x10": _inches(8, 10),
    "8.5x11": _inches(8.5, 11),
}
"""Trim sizes by name, portrait, mpt."""

_ALIASES = {"8.5x11": "letter", "8.5x14": "legal", "11x17": "tabloid", "halfletter": "5.5x8.5"}

LEAST_SIDE = 72_000
MOST_SIDE = 14_400_000
"""A page is between one inch and 200 inches a side; the latter is the PDF limit (ISO 32000-1, Annex C.2)."""


def canonical(name: str) -> str:
    """Write a paper's name as the table does: lower case, no spaces, "×" as "x", aliases resolved."""
    plain = name.strip().lower().replace("×", "x").replace(" ", "").replace("_", "")
    return _ALIASES.get(plain, plain)


def paper_size(text: str) -> tuple[int, int]:
    """Read a paper.

    Args:
        text: a name ("letter", "A4", "6x9") or two lengths ("170mm x 240mm"); inches without a unit on both
            sides ("6.14 x 9.21").

    Returns:
        Width and height, mpt.

    Raises:
        ValueError: the text names no paper and is no pair of lengths, or a side is out of range.
    """
    name = canonical(text)
    if name in PAPERS:
        return PAPERS[name]
    width, by, height = (part.strip() for part in text.lower().replace("×", "x").partition("x"))
    if not (by and width and height):
        raise ValueError(
            f"{text!r} is not a paper; write a name such as letter, a4 or 6x9, or a size such as 170mm x 240mm"
        )
    if (width + height).replace(".", "").isdecimal():
        width, height = f"{width}in", f"{height}in"
    size = parse_length(width), parse_length(height)
    for side in size:
        if not LEAST_SIDE <= side <= MOST_SIDE:
            raise ValueError(f"{text!r} has a side of {side / 72_000:g} in; a page is 1 to 200 in a side")
    return size

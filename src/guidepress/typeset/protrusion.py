"""In: a character. Out: how far it may hang into the margins, in per mille of its own width.

Hanging punctuation is optical: a small mark at the edge of a full line looks like a dent, so part of it stands
outside the measure (Thành, Micro-typographic extensions to the TeX typesetting system, 2000, chapter 2). The
shares were chosen for old-style serif and humanist sans faces: the less ink a glyph has near its edge, the larger
its share. Full stops and commas go less than all the way out, since they would seem detached.
"""

from __future__ import annotations

__all__ = ["LEFT", "RIGHT"]

RIGHT: dict[str, int] = {
    ".": 700,  # ink in the lower third only
    ",": 600,
    ":": 400,  # two dots make a firmer edge than one
    ";": 400,
    "-": 500,  # half a hyphen is outside: it closes many lines, so the edge must stay visible
    "‐": 500,
    "\u00ad": 500,
    "–": 300,
    "—": 200,  # wide: the same length in points as an en dash
    "’": 600,
    "”": 400,
    "“": 400,
    "‘": 600,
    "'": 600,
    '"': 400,
    "»": 300,
    "›": 400,
    "!": 100,
    "?": 150,
    "…": 150,
    ")": 80,
    "*": 300,
    "r": 60,  # open on the right
    "v": 40,
    "w": 30,
    "y": 50,
    "t": 40,
    "k": 30,
    "A": 40,  # diagonals and overhanging arms
    "F": 40,
    "K": 30,
    "L": 40,
    "P": 30,
    "T": 60,
    "V": 50,
    "W": 40,
    "Y": 60,
}
"""Shares at the right margin."""

LEFT: dict[str, int] = {
    "“": 400,
    "‘": 600,
    "”": 400,
    "’": 600,
    "„": 400,
    "‚": 600,
    "'": 600,
    '"': 400,
    "«": 300,
    "‹": 400,
    "—": 150,
    "–": 200,
    "-": 300,
    "(": 60,
    "…": 100,
    "*": 200,
    "A": 50,
    "J": 50,
    "T": 60,
    "V": 50,
    "W": 40,
    "X": 30,
    "Y": 60,
    "v": 40,
    "w": 30,
    "y": 30,
}
"""Shares at the left margin."""

"""In: a word with characters its fount lacks. Out: the word in pieces, each in the first fount that has it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Span
    from guidepress.page.items import Word
    from guidepress.typeset.faces import Fonts
    from guidepress.typeset.founts import Fount

__all__ = ["borrow"]

_HYPHENS = {"\u2010": "-", "\u2011": "-"}  # many faces have only the plain hyphen
_LETTERS = re.compile(".[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*", re.DOTALL)
"""A character and the marks that combine with it, which must come from the same face."""


def borrow(
    text: str, own: Fount, fonts: Fonts, span: Span | None
) -> tuple[list[tuple[Word, Fount]], list[Diagnostic]]:
    """Set a word some of whose characters its fount lacks.

    Args:
        text: the word, without characters that only steer line breaking.
        own: the fount it should stand in.
        fonts: to find the same weight and slope in other families.
        span: where the text comes from.

    Returns:
        Words with their founts, in order; and an error for each character that no family has.
    """
    founts = (own, *fonts.understudies(own))
    found: list[tuple[Word, Fount]] = []
    faults: list[Diagnostic] = []
    pending, chosen = "", own
    for match in _LETTERS.finditer(text):
        piece = match[0]
        wanted = {ord(character) for character in piece}
        fount = next((each for each in founts if wanted <= fonts.covers(each.face)), None)
        if fount is None:
            fount = own
            piece = _HYPHENS.get(piece, piece)
            if 0 in own.shaper.word(piece).glyphs:
                known = frozenset[int]().union(*(fonts.covers(each.face) for each in founts))
                faults += [_missing(character, span) for character in piece if ord(character) not in known]
        if fount is not chosen and pending:
            found.append((chosen.shaper.word(pending), chosen))
            pending = ""
        chosen = fount
        pending += piece
    if pending:
        found.append((chosen.shaper.word(pending), chosen))
    return found, faults


def _missing(character: str, span: Span | None) -> Diagnostic:
    name = unicodedata.name(character, "a character without a name")
    return Diagnostic(
        "error",
        "missing-glyph",
        f"No font has the character “{character}” ({name}, U+{ord(character):04X}).",
        "Replace it, or add a font family that has it to the layout.",
        span,
    )

"""In: a word with characters its fount lacks. Out: the word in pieces, each in the first fount that has it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.base.diagnostics import Span
    from guidepress.page.items import Word
    from guidepress.typeset.faces import Fonts
    from guidepress.typeset.founts import Fount

__all__ = ["borrow", "missing_character"]

_MISSING = "missing-glyph"
_NAMED = re.compile(r"U\+([0-9A-F]{4,6})\)")
_HYPHENS = {"\u2010": "-", "\u2011": "-"}  # many faces have only the plain hyphen
_MARKS = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_LETTERS = re.compile(f".{_MARKS}*", re.DOTALL)
"""A character and the marks that combine with it, which must come from the same face."""

_RUNS = re.compile(
    f"(?:[\u0370-\u03ff\u1f00-\u1fff]{_MARKS}*)+|(?:[\u0400-\u052f]{_MARKS}*)+|.{_MARKS}*", re.DOTALL
)
"""Greek or Cyrillic letters, whose shapes differ more from face to face than signs do; any other character by itself."""


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
    found: list[tuple[Word, Fount]] = []
    faults: list[Diagnostic] = []
    pending, chosen = "", own
    for piece, holder in _pieces(text, own, fonts):
        fount, shown = holder or own, piece
        if holder is None:
            shown = _HYPHENS.get(piece, piece)
            if 0 in own.shaper.word(shown).glyphs:
                known = [fonts.covers(each.face) for each in (own, *fonts.understudies(own))]
                faults += [
                    _missing(character, span)
                    for character in piece
                    if not any(ord(character) in each for each in known)
                ]
        if fount is not chosen and pending:
            found.append((chosen.shaper.word(pending), chosen))
            pending = ""
        chosen = fount
        pending += shown
    if pending:
        found.append((chosen.shaper.word(pending), chosen))
    return found, faults


def _pieces(text: str, own: Fount, fonts: Fonts) -> Iterator[tuple[str, Fount | None]]:
    """Part a word where it needs another fount: Greek and Cyrillic words stand in one face from end to end."""
    for run in _RUNS.findall(text):
        fount = _holder(run, own, fonts)
        if fount is not None:
            yield run, fount
            continue
        for piece in _LETTERS.findall(run):
            yield piece, _holder(piece, own, fonts)


def _holder(piece: str, own: Fount, fonts: Fonts) -> Fount | None:
    """The first fount that has every character of a piece."""
    wanted = {ord(character) for character in piece}
    if wanted <= fonts.covers(own.face):
        return own
    return next((each for each in fonts.understudies(own) if wanted <= fonts.covers(each.face)), None)


def missing_character(diagnostic: Diagnostic) -> str:
    """The character that no font has; "" where something else is wrong."""
    found = _NAMED.search(diagnostic.message) if diagnostic.code == _MISSING else None
    return chr(int(found[1], 16)) if found else ""


def _missing(character: str, span: Span | None) -> Diagnostic:
    name = unicodedata.name(character, "a character without a name")
    return Diagnostic(
        "error",
        _MISSING,
        f"No font has the character “{character}” ({name}, U+{ord(character):04X}).",
        "Replace it, or add a font family that has it to the layout.",
        span,
    )

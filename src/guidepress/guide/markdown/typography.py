"""In: text as it is typed. Out: the same with a typographer's quotes, dashes and ellipses, by language.

Curly quotes that are already there stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.labels import ENGLISH, Typography, marks_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["OBJECT", "educate", "educate_pieces"]

OBJECT = "\ufffc"
"""Stands for a picture or a note mark between texts."""


APOSTROPHE = "’"

_TYPED = re.compile(r"\"|'|--+|\.\.\.")
_WORD = re.compile(r"[^\W\d_]+")
_DECADE = re.compile(r"\d\d(?:s\b|(?!\w))")
_FEET = re.compile(r"(?<=\d)'(?=\d{1,2}\")")
_INCHES = re.compile(r"(?<=\d'\d)\"|(?<=\d'\d\d)\"")
_CLOSES = re.compile(r"(?<=[^\s(\[])'(?!\w)")
_NUMBERED = re.compile(r"(?<![^\W_])([IVXLC]+|\d+)([a-zª-ÿ]{1,3})\b")
"""A number in Roman or Arabic figures, and letters at its end: XIXe."""

_BEFORE_OPENING = frozenset("([{<¡¿/“‘„‚«‹\u202f")
"""After these a quotation opens."""

_PRIMES = {"'": "′", '"': "″"}
_SET = {"--": "–", "---": "—", "...": "…"}
_DASHES = frozenset("-–—")


def educate(text: str, typography: Typography = ENGLISH) -> str:
    """Set quotes, dashes and ellipses in one text, such as a title."""
    return educate_pieces([text], typography)[0]


def educate_pieces(pieces: Sequence[str], typography: Typography = ENGLISH) -> list[str]:
    """Set them in the pieces of one paragraph: a quotation may open in one piece and close in another.

    Args:
        pieces: the texts in reading order, cut where markup changes; OBJECT stands for what is no text.
        typography: the customs of the language.
    """
    full = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if not ("'" in full or '"' in full or "--" in full or "..." in full):
        return _all_spaced(pieces, typography)
    setter = _Setter(full, typography)
    found: list[str] = []
    start = 0
    for piece in pieces:
        found.append(setter.set(start, start + len(piece)))
        start += len(piece)
    return _all_spaced(found, typography)


def _all_spaced(pieces: Sequence[str], typography: Typography) -> list[str]:
    """Space each piece; of two marks that meet where markup changes, the second stands behind the thin space."""
    done: list[str] = []
    before = ""
    for piece in pieces:
        spaced = _spaced(piece, typography)
        if before and spaced:
            spaced = f"{marks_apart(before + spaced[0])[1:-1]}{spaced}"
        done.append(spaced)
        before = spaced[-1:] or before
    return done


def _spaced(text: str, typography: Typography) -> str:
    """Make spaces unbreakable: before the stroke between two lines of verse, since no line begins with it.

    Those that the language has before marks are set as it has them; so are the raised endings of its numbers.
    """
    text = typography.spaced(text.replace(" / ", "\u00a0/ "))
    raised = typography.ordinals
    return (
        _NUMBERED.sub(lambda match: f"{match[1]}{raised.get(match[2], match[2])}", text) if raised else text
    )


class _Setter:
    """Sets the marks of one paragraph from left to right."""

    def __init__(self, full: str, typography: Typography) -> None:
        self._full = full
        self._marks = typography
        self._elisions = typography.elisions
        self._unsure = typography.unsure
        self._opened = -1  # where the last mark that opens a quotation stands

    def set(self, start: int, end: int) -> str:
        """Set the characters from start to end."""
        full = self._full
        found: list[str] = []
        done = start
        for match in _TYPED.finditer(full, start, end):
            at = match.start()
            found.append(full[done:at])
            found.append(self._mark(match[0], at))
            done = match.end()
        if not found:
            return full[start:end]
        found.append(full[done:end])
        return "".join(found)

    def _mark(self, typed: str, at: int) -> str:
        if typed[0] in ".-":
            return _SET.get(typed, typed)
        if _FEET.match(self._full, at) or _INCHES.match(self._full, at):
            return _PRIMES[typed]
        opens = self._opens(at)
        if typed == '"':
            if opens:
                self._opened = at
                return self._marks.double_open
            return self._marks.double_close
        if opens and not self._elided(at + 1):
            self._opened = at
            return self._marks.single_open
        return APOSTROPHE if self._apostrophe(at, opens=opens) else self._marks.single_close

    def _opens(self, at: int) -> bool:
        """Whether a quotation opens here, told by the characters on both sides."""
        full = self._full
        after = full[at + 1 : at + 2]
        if not after or after.isspace():
            return False
        if at == 0:
            return True
        before = full[at - 1]
        if before.isspace() or before in _BEFORE_OPENING or self._opened == at - 1:
            return True
        # After a dash a word begins a quotation ("He said--'no'"); anything else ends one ("I was--").
        return before in _DASHES and after.isalnum()

    def _elided(self, at: int) -> bool:
        if _DECADE.match(self._full, at):
            return True
        match = _WORD.match(self._full, at)
        if match is None:
            return False
        word = match[0].casefold()
        if word in self._elisions:
            return True
        return word in self._unsure and _CLOSES.search(self._full, match.end()) is None

    def _apostrophe(self, at: int, *, opens: bool) -> bool:
        """Whether a single mark that opens nothing is an apostrophe; it may also close a quotation."""
        return opens or self._full[at + 1 : at + 2].isalnum()

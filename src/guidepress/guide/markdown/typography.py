"""In: text as it is typed. Out: the same with a typographer's quotes, dashes and ellipses, by language.

Curly quotes that are already there stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["OBJECT", "educate", "educate_pieces"]

NARROW = "\u202f"
"""Narrow no-break space: what French sets inside its guillemets and before high punctuation."""

OBJECT = "\ufffc"
"""Stands for a picture or a note mark between texts."""


@record
class Marks:
    """The quotation marks of a language: for the double and the single typed quote, opening and closing."""

    double_open: str
    double_close: str
    single_open: str
    single_close: str


_MARKS = {
    "en": Marks("“", "”", "‘", "’"),
    "de": Marks("„", "“", "‚", "‘"),
    "de-ch": Marks("«", "»", "‹", "›"),
    "fr": Marks(f"«{NARROW}", f"{NARROW}»", "“", "”"),
    "fr-ch": Marks(f"«{NARROW}", f"{NARROW}»", f"‹{NARROW}", f"{NARROW}›"),
    "es": Marks("«", "»", "“", "”"),
    "it": Marks("«", "»", "“", "”"),
    "pt": Marks("«", "»", "“", "”"),
    "pt-br": Marks("“", "”", "‘", "’"),
    "nl": Marks("“", "”", "‘", "’"),
    "pl": Marks("„", "”", "«", "»"),
    "cs": Marks("„", "“", "‚", "‘"),
    "sv": Marks("”", "”", "’", "’"),
    "fi": Marks("”", "”", "’", "’"),
    "da": Marks("»", "«", "›", "‹"),
    "nb": Marks("«", "»", "‘", "’"),
    "ru": Marks("«", "»", "„", "“"),
}
"""By the conventions of each language's style authority (Duden, Imprimerie nationale, RAE, New Hart's Rules …)."""

APOSTROPHE = "’"

_ELISIONS = {
    "en": frozenset(
        ("tis", "tisn", "twas", "twasn", "twere", "twill", "twould", "twixt", "em", "til", "n", "un", "ere")
    ),
    "nl": frozenset(("t", "s", "n", "k", "m")),
    "de": frozenset(("s", "n", "ne", "nen", "nem", "ner", "ran", "rein", "raus", "runter")),
}
"""Words whose first letters have dropped out: their leading mark is an apostrophe."""

_UNSURE = {"en": frozenset(("change", "cause", "bout", "round", "neath", "gainst", "cos", "bus", "phone"))}
"""Words that may also be quoted whole: their mark is an apostrophe if no quotation closes later."""

_TYPED = re.compile(r"\"|'|--+|\.\.\.")
_WORD = re.compile(r"[^\W\d_]+")
_DECADE = re.compile(r"\d\d(?:s\b|(?!\w))")
_CLOSES = re.compile(r"(?<=[^\s(\[])'(?!\w)")
_FRENCH = re.compile(" ([;:!?»])|(«) ")

_BEFORE_OPENING = frozenset("([{<¡¿/“‘„‚«‹" + NARROW)
"""After these a quotation opens."""

_DASH = {"--": "–", "---": "—"}
_DASHES = frozenset("-–—")


def educate(text: str, language: str = "en") -> str:
    """Set quotes, dashes and ellipses in one text, such as a title."""
    return educate_pieces([text], language)[0]


def educate_pieces(pieces: Sequence[str], language: str = "en") -> list[str]:
    """Set them in the pieces of one paragraph: a quotation may open in one piece and close in another.

    Args:
        pieces: the texts in reading order, cut where markup changes; OBJECT stands for what is no text.
        language: BCP 47; an unknown language is treated as English.
    """
    full = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if not ("'" in full or '"' in full or "--" in full or "..." in full):
        return [_spaced(piece, french=language.startswith("fr")) for piece in pieces]
    marks = _marks(language)
    setter = _Setter(full, marks, language.partition("-")[0].casefold())
    found: list[str] = []
    start = 0
    for piece in pieces:
        found.append(setter.set(start, start + len(piece)))
        start += len(piece)
    return [_spaced(piece, french=language.startswith("fr")) for piece in found]


def _marks(language: str) -> Marks:
    folded = language.casefold()
    return _MARKS.get(folded) or _MARKS.get(folded.partition("-")[0]) or _MARKS["en"]


def _spaced(text: str, *, french: bool) -> str:
    """Make spaces unbreakable: before the stroke between two lines of verse, since no line begins with it.

    Those that French sets before high punctuation and inside guillemets are narrow as well.
    """
    text = text.replace(" / ", "\u00a0/ ")
    return _FRENCH.sub(lambda match: f"{match[2] or ''}{NARROW}{match[1] or ''}", text) if french else text


class _Setter:
    """Sets the marks of one paragraph from left to right."""

    def __init__(self, full: str, marks: Marks, language: str) -> None:
        self._full = full
        self._marks = marks
        self._elisions = _ELISIONS.get(language, frozenset())
        self._unsure = _UNSURE.get(language, frozenset())
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
        if typed == "...":
            return "…"
        if typed[0] == "-":
            return _DASH.get(typed, typed)
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

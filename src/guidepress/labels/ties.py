"""In: a text, and what a language says of numbers and names. Out: the text with no-break spaces where it is not parted.

A number stays with its unit, its noun and its month, a title and initials with the name, figures in groups together.
A range has the dash of a range, so that "I.1-6" is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["NO_TIES", "Ties"]

_NO_BREAK_SPACE = "\u00a0"
_NUMBER = r"(?:\d|[IVXLC]+\b|[ivxlc]+\b)"
_FIGURE = re.compile(r"\d")
_ALWAYS = (
    r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)",  # 36 000
    r"\b[A-ZÀ-Ý]\. (?=[A-ZÀ-Ý])",  # J. R. R. Tolkien
)
"""What every language keeps together."""

_INITIALS = frozenset(f"{chr(letter)}." for letter in range(ord("A"), ord("Z") + 1))
_OPENING = ("", "“", "‘", "«", "„", "(", "[")
"""What may stand close before a word."""

_RANGE = re.compile(r"(?<![\w/-])((?:[IVXLC]+\.)?\d{1,4})-(\d{1,4})(?![\w/-])")


@record
class Ties:
    """The ties of one language.

    Attributes:
        heads: words after which there may be one; a text with none of them and without figures has none.
        pattern: what is tied, with its spaces; None for a language that says nothing.
    """

    heads: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, said: Mapping[str, str]) -> Ties:
        """Read the words of a language: those before a number, before a name, after a number."""
        if not said:
            return NO_TIES
        numbered, titles, units = (
            _words(said.get(key, "")) for key in ("before-number", "before-name", "after-number")
        )
        parts = [*_ALWAYS]
        if numbered:
            parts.append(rf"(?<!\w){_any(numbered)} (?={_NUMBER})")
        if titles:
            parts.append(rf"(?<!\w){_any(titles)} (?=[^\W\d_a-z])")
        if units:
            parts.append(rf"(?<=\d)\.? {_any(units)}(?!\w)")
        heads = frozenset(word.partition(" ")[0] for word in (*numbered, *titles)) | _INITIALS
        opened = frozenset(f"{mark}{word}" for word in heads for mark in _OPENING)
        return cls(opened, re.compile("|".join(parts)))

    def tied(self, text: str) -> str:
        """Set the spaces at which no line ends, and the dashes of ranges."""
        if self.pattern is None:
            return text
        figures = _FIGURE.search(text) is not None
        if not figures and self.heads.isdisjoint(text.split(" ")):
            return text
        if figures and "-" in text:
            text = _RANGE.sub("\\1–\\2", text)
        return self.pattern.sub(lambda found: found[0].replace(" ", _NO_BREAK_SPACE), text)


NO_TIES = Ties()
"""Nothing is tied, in a language that does not say what is."""


def _words(said: str) -> tuple[str, ...]:
    return tuple(word for word in (part.strip() for part in said.split(",")) if word)


def _any(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longer ones first."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})".replace("\\ ", " ")

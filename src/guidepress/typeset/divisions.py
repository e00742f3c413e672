"""In: the text between two spaces. Out: the places inside it where a line may end, and what stands there then."""

from __future__ import annotations

import re
from itertools import accumulate

__all__ = [
    "BARE",
    "FORCED",
    "HARD",
    "HYPHEN",
    "JOINER",
    "SPACE",
    "WHOLE",
    "divisions",
    "may_divide",
    "plain_text",
]

SPACE = 0
"""The line ends at a space (or the end of the text)."""

HYPHEN = 1
"""A hyphen is set that is not in the text: hyphenation or a soft hyphen."""

HARD = 2
"""The line ends after a hyphen of the text."""

BARE = 3
"""The line ends after a dash, a slash or a zero-width space; nothing is added."""

FORCED = 4
"""A word too long for the measure is cut; nothing is added."""

JOINER = "\u2060"
"""A word with it between two of its letters is not divided at all."""

WHOLE = ((0, BARE),)
"""What such a word has for places: none is at the beginning of a word."""

_HELD = re.compile(rf"\w{JOINER}\w")
_IGNORED = "\u00ad\u200b\u2060\ufeff"  # characters that steer line breaking and have no glyph
_DROP = str.maketrans("", "", _IGNORED)
_ANY = re.compile("[-\u2010\u2013\u2014\u2026/\u00ad\u200b\u2060\ufeff]|://|www\\.")
_OPENS = re.compile("[“‘\"'’(\\[*]*\\w")  # a word follows, perhaps behind an opening mark
_WORD = re.compile(r"\w")
_SIGNS = "-\u2010/\u2013\u2014\u2026"  # those after which a line may end
_PIECE = 3  # letters that stand before a hyphen of the text, and after it, where a line ends there
_ADDRESS = re.compile(r"://|^\W*www\.")
_ADDRESS_BREAK = re.compile(r"(?<=[/:\-?&=#_.])(?=\w)|(?<=\w)(?=[?&#])")


def may_divide(text: str) -> bool:
    """Whether any word of a text can have divisions, or differ from its plain text: false for most paragraphs."""
    return _ANY.search(text) is not None


def plain_text(text: str) -> str:
    """The text without the characters that only steer line breaking."""
    return text.translate(_DROP)


def divisions(text: str) -> tuple[tuple[int, int], ...]:
    """Places inside `text` where a line may end without hyphenation.

    Returns:
        Pairs of an offset into `plain_text(text)` and HYPHEN, HARD or BARE, ascending; `WHOLE`, if it must not be divided.
    """
    if _ANY.search(text) is None:
        return ()
    if _HELD.search(text):
        return WHOLE
    plain = plain_text(text)
    if _ADDRESS.search(plain):
        return tuple(
            (m.start(), BARE) for m in _ADDRESS_BREAK.finditer(plain) if 3 < m.start() < len(plain) - 2
        )
    found: list[tuple[int, int]] = []
    sides = _Sides(plain)
    at = 0
    for character in text:
        if character in _IGNORED:
            if character in "\u00ad\u200b" and 0 < at < len(plain):
                found.append((at, HYPHEN if character == "\u00ad" else BARE))
            continue
        at += 1
        if character in _SIGNS:
            kind = _after(character, sides, at)
            if kind:
                found.append((at, kind))
    return tuple(dict(found).items())


class _Sides:
    """What stands on either side of a place in a text, asked for many places."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self._counts: list[int] = []
        word = _WORD.search(plain)
        self._first = word.start() if word else len(plain)

    def short(self, at: int) -> bool:
        """Whether a piece has too few letters and figures: the one before the sign at `at` - 1, or the one behind it."""
        if not self._counts:
            self._counts = [0, *accumulate(map(str.isalnum, self.plain))]
        return min(self._counts[at - 1], self._counts[-1] - self._counts[at]) < _PIECE

    def worded(self, at: int) -> bool:
        """Whether a word stands anywhere before the sign at `at` - 1."""
        return self._first < at - 1


def _after(character: str, sides: _Sides, at: int) -> int:
    """The kind of break allowed after a character, or 0."""
    plain = sides.plain
    before, after = plain[max(at - 2, 0) : at - 1], plain[at : at + 1]
    if character in "-\u2010":
        # so few letters on either side stay with the rest: "T-shirt", "To-morrow" and "-ing" stay whole
        whole = sides.short(at) or not before.isalnum() or not after.isalpha()
        return 0 if whole else HARD
    if character == "/":
        long = at > 2 and len(plain) > at + 1
        return BARE if long and before.isalpha() and after.isalpha() else 0
    figures = character == "\u2013" and before.isdigit() and after.isdigit()
    return BARE if not figures and sides.worded(at) and _OPENS.match(plain, at) else 0

"""In: a word that nothing is called, and the words there are. Out: a hint as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Suggester", "did_you_mean", "nearest"]

LIKENESS = 0.6
"""Least similarity (0 to 1) of a suggestion: difflib's own default, high enough to skip unrelated words."""

LISTED = 14
"""As many words as fit a line or two are listed in full."""


_COMPARED = 100_000
"""Pairs of words of a file that are compared, in about a second: 200 faults are told, a long guide has 500 names."""


def nearest(word: str, options: Iterable[str]) -> str:
    """Find the option most like the word; "" if none is like it. Capitals do not count."""
    # Only a fault needs difflib, whose import costs as much as decoding a guide.
    from difflib import get_close_matches  # noqa: PLC0415 - see above

    folded = {option.casefold(): option for option in options}
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=LIKENESS)
    if matches:
        return folded[matches[0]]
    # A short form ("Scrooge" for "Ebenezer Scrooge") is unlike the whole but is one of its words.
    whole = [option for key, option in folded.items() if word.casefold() in key.split()]
    return whole[0] if len(whole) == 1 else ""


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """Say which option was probably meant, or else which there are; "" if there are none."""
    known = list(dict.fromkeys(options))
    match = nearest(word, known)
    if match:
        return f'Did you mean "{match}"?'
    if not known or len(known) > LISTED:
        return ""
    return f"Known here: {', '.join(known)}."


class Suggester:
    """Hints for the faults of one file; once so many words have been compared, it has none: those faults are counted only."""

    def __init__(self) -> None:
        self._left = _COMPARED

    def did_you_mean(self, word: str, options: Iterable[str]) -> str:
        """As the function of this name."""
        known = list(dict.fromkeys(options))
        self._left -= len(known)
        return did_you_mean(word, known) if self._left >= 0 else ""

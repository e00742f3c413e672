"""The words for true and false, in all languages that have labels."""

from __future__ import annotations

from functools import cache

from guidepress.base.diagnostics import FaultsFound
from guidepress.labels import Labels
from guidepress.labels.shipped import complete

__all__ = ["says_true", "truth_words"]

_TRUE = frozenset({"true", "t", "yes", "ja", "oui", "sí", "sì", "wahr", "vrai", "cierto"})
_FALSE = frozenset({"false", "f", "no", "nein", "non", "nee", "unwahr", "incorrecto"})
"""What else the two are called."""


@cache
def truth_words(language: str) -> tuple[str, str]:
    """The two words as sheets print them; in English where a language has no labels."""
    try:
        labels = Labels.for_language(language)
    except FaultsFound:
        labels = Labels.for_language("en")
    return str(labels.words["true"]), str(labels.words["false"])


def says_true(one: str, other: str) -> bool | None:
    """Whether the first of two choices says true and the second false, or the other way round; None for neither."""
    true, false = _all_words()
    first, second = one.strip().casefold(), other.strip().casefold()
    if first in true and second in false:
        return True
    return False if first in false and second in true else None


@cache
def _all_words() -> tuple[frozenset[str], frozenset[str]]:
    pairs = [truth_words(language) for language in complete()]
    return (
        _TRUE | {true.casefold() for true, _ in pairs},
        _FALSE | {false.casefold() for _, false in pairs},
    )

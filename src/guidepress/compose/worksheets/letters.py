"""In: words of the vocabulary. Out: the letters of those that fit a puzzle, and which words do not and why."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.guide.model import VocabularyWord

__all__ = ["Clue", "folded", "puzzle_words"]

_SHORTEST = 3
"""Words of two letters cannot be told from letters that happen to meet."""

_SPELT_OUT = str.maketrans({"ß": "SS", "Æ": "AE", "æ": "AE", "Œ": "OE", "œ": "OE", "Ø": "O", "ø": "O"})
"""Letters that no accent can be taken from."""

_SILENT = str.maketrans("", "", "-‐‑'’·")
"""Marks inside a word that take no square."""


@record
class Clue:
    """A word that fits a puzzle, and its letters."""

    word: VocabularyWord
    letters: str


def folded(text: str) -> str:
    """Write a word in the capitals A to Z and Ñ, its accents taken off; "" if it is more than one word.

    Spanish counts Ñ as a letter of its own, and its puzzles have a square for it.
    """
    kept = text.strip().translate(_SPELT_OUT).translate(_SILENT).upper().replace("N\u0303", "Ñ")
    letters: list[str] = []
    for character in kept:
        plain = character if character == "Ñ" else unicodedata.normalize("NFD", character)[0]
        if plain != "Ñ" and not ("A" <= plain <= "Z"):
            return ""
        letters.append(plain)
    return "".join(letters)


def puzzle_words(words: Iterable[VocabularyWord], *, longest: int) -> tuple[list[Clue], list[VocabularyWord]]:
    """Keep the words that a puzzle can hold.

    Args:
        words: of the vocabulary.
        longest: most letters that a word may have.

    Returns:
        The words with their letters, each once, and the words that do not fit: of more than one word, too short or
        too long. A word that comes again is dropped silently, since the puzzle holds it.
    """
    kept: dict[str, Clue] = {}
    refused: list[VocabularyWord] = []
    for word in words:
        letters = folded(word.word)
        if not _SHORTEST <= len(letters) <= longest:
            refused.append(word)
        elif letters not in kept:
            kept[letters] = Clue(word, letters)
    return list(kept.values()), refused

"""In: words and a seed. Out: a square of letters in which each word stands once, and where it stands."""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.worksheets.chance import Chance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["Hidden", "WordSearch", "word_search"]

_EASY = ((1, 0), (0, 1), (1, 1), (1, -1))
_HARD = (*_EASY, (-1, 0), (0, -1), (-1, -1), (-1, 1))
"""Steps from letter to letter: to the right and down for most readers; backwards as well for keen ones."""

_FULLNESS = 62
"""Most letters of words in a hundred squares; fuller squares take many draws, emptier ones hide too well."""

_DRAWS = 400
"""Places tried for a word before the square is made larger."""

_FILLINGS = 8
"""Fillings drawn before the square is laid out anew: each must form no word of the list a second time."""

_LAYOUTS = 6
"""Squares laid out before the shortest word is given up: it is the likeliest to stand twice."""

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@record
class Hidden:
    """A word in the square; `index` is its place in the list of words."""

    index: int
    column: int
    row: int
    step: tuple[int, int]
    letters: str

    @property
    def cells(self) -> tuple[tuple[int, int], ...]:
        """The squares it stands in, as (column, row), in reading order of the word."""
        dx, dy = self.step
        return tuple((self.column + dx * place, self.row + dy * place) for place in range(len(self.letters)))


@record
class WordSearch:
    """A finished square of `size` rows; `left_out` are words that would stand twice, being part of others."""

    size: int
    rows: tuple[str, ...]
    hidden: tuple[Hidden, ...]
    left_out: tuple[int, ...]


def word_search(words: Sequence[str], seed: int, *, backwards: bool = False) -> WordSearch:
    """Hide words in a square of letters.

    Args:
        words: in capitals, each once.
        seed: the same seed makes the same square.
        backwards: words may also run to the left and upwards.
    """
    steps = _HARD if backwards else _EASY
    out = [index for index, word in enumerate(words) if _inside(word, index, words)]
    kept = sorted((index for index in range(len(words)) if index not in out), key=lambda i: -len(words[i]))
    while True:
        total = sum(len(words[index]) for index in kept)
        size = max(len(words[kept[0]]) if kept else 1, isqrt(total * 100 // _FULLNESS) + 1)
        for attempt in range(_LAYOUTS):
            chance = Chance(seed, "word search", len(kept), attempt)
            hidden = _lay_out(words, kept, size, steps, chance)
            rows = None if hidden is None else _filled(words, hidden, size, chance)
            if hidden is not None and rows is not None:
                placed = tuple(sorted(hidden, key=lambda each: each.index))
                return WordSearch(size, rows, placed, tuple(sorted(out)))
            size += 1
        out.append(kept.pop())


def _inside(word: str, index: int, words: Sequence[str]) -> bool:
    """Whether a word, read either way, is part of another one."""
    return any(
        (word in other or word[::-1] in other) and (word not in (other, other[::-1]) or index > place)
        for place, other in enumerate(words)
        if place != index
    )


def _lay_out(
    words: Sequence[str], kept: Sequence[int], size: int, steps: Sequence[tuple[int, int]], chance: Chance
) -> list[Hidden] | None:
    """Place each word at random where it fits, sharing letters with others now and then; None if one does not."""
    letters: dict[tuple[int, int], str] = {}
    hidden: list[Hidden] = []
    for index in kept:
        found = _place(words[index], index, size, steps, chance, letters)
        if found is None:
            return None
        letters.update(zip(found.cells, found.letters, strict=True))
        hidden.append(found)
    return hidden


def _place(
    word: str,
    index: int,
    size: int,
    steps: Sequence[tuple[int, int]],
    chance: Chance,
    letters: dict[tuple[int, int], str],
) -> Hidden | None:
    reach = len(word) - 1
    for _ in range(_DRAWS):
        dx, dy = chance.one(steps)
        room = size - reach
        column = chance.below(room if dx else size) + (reach if dx < 0 else 0)
        row = chance.below(room if dy else size) + (reach if dy < 0 else 0)
        hidden = Hidden(index, column, row, (dx, dy), word)
        if all(letters.get(cell, letter) == letter for cell, letter in zip(hidden.cells, word, strict=True)):
            return hidden
    return None


def _filled(
    words: Sequence[str], hidden: Sequence[Hidden], size: int, chance: Chance
) -> tuple[str, ...] | None:
    """Fill the empty squares; None if a word keeps standing twice.

    The letters are as frequent as in the words, which hides these best; the later draws take rare ones as well.
    """
    letters = {cell: letter for each in hidden for cell, letter in zip(each.cells, each.letters, strict=True)}
    own = "".join(each.letters for each in hidden) or _ALPHABET
    for draw in range(_FILLINGS):
        supply = own if draw < _FILLINGS // 2 else own + _ALPHABET * (1 + len(own) // len(_ALPHABET))
        rows = tuple(
            "".join(letters.get((column, row)) or chance.one(supply) for column in range(size))
            for row in range(size)
        )
        if all(_count(words[each.index], rows) == 1 for each in hidden):
            return rows
    return None


def _count(word: str, rows: Sequence[str]) -> int:
    """Count the sets of squares in which a word stands, in any direction."""
    found = sum(_times(word, line) + _times(word[::-1], line) for line in _lines(rows))
    return found // 2 if word == word[::-1] else found


def _times(word: str, line: str) -> int:
    """Count how often a word stands in a line, overlapping itself included."""
    count, place = 0, line.find(word)
    while place >= 0:
        count += 1
        place = line.find(word, place + 1)
    return count


def _lines(rows: Sequence[str]) -> Iterator[str]:
    """Read the rows, columns and diagonals."""
    size = len(rows)
    yield from rows
    for column in range(size):
        yield "".join(row[column] for row in rows)
    for shift in range(-size + 1, size):
        yield "".join(rows[row][row + shift] for row in range(size) if 0 <= row + shift < size)
        yield "".join(
            rows[row][size - 1 - row - shift] for row in range(size) if 0 <= size - 1 - row - shift < size
        )

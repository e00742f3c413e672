"""In: words and a seed. Out: a crossword: words that cross, all connected, and never two letters that only happen to meet.

Words are placed one by one, the long ones first, each where it crosses most and stretches the grid least; where a
word finds no place, the search goes back and tries the next best places of those before it, within a budget. Words
beyond the number asked for stand in reserve, for those that find no place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.worksheets.chance import Chance

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Crossword", "CrosswordEntry", "crossword"]

Cell = tuple[int, int]
Place = tuple[int, int, bool]
"""Column and row of the first letter, and whether the word runs across."""

_BRANCHES = 2
"""Places tried for each word: the third best has hardly ever saved a grid that the first two had lost."""

_LOOKS = 130
"""Words looked at in one search before it gives up: a look takes up to 0.3 ms, and a puzzle must not take 0.1 s."""

_STARTS = 3
"""Searches from different shuffles; the best grid is kept."""

_HANDY = 8
"""Letters of words that cross easily; longer ones stand in reserve, since they make ladders with few rungs."""

_WINDOW = 3
"""Words weighed against each other for the next place: more make no better grids, and take longer."""

_CROSSING = 25
"""Worth of a crossing in squares of stretched grid: solvers live on crossings, pages on compact grids."""


@record
class CrosswordEntry:
    """A word in the grid; `index` is its place in the list of words, `number` that of its clue."""

    number: int
    index: int
    column: int
    row: int
    across: bool
    letters: str


@record
class Crossword:
    """A finished grid.

    Attributes:
        rows: a text a row, a letter or a blank a square.
        entries: across by number, then down by number.
        left_out: indices of the words that found no place.
    """

    width: int
    height: int
    rows: tuple[str, ...]
    entries: tuple[CrosswordEntry, ...]
    left_out: tuple[int, ...]


def crossword(words: Sequence[str], seed: int, *, most: int = 20, widest: int = 17) -> Crossword:
    """Make a crossword.

    Args:
        words: in capitals, each once, none longer than `widest`.
        seed: the same seed makes the same grid.
        most: so many words are enough; the seed picks them.
        widest: most squares in a row or column.

    Returns:
        The grid that holds most words, and of those the most compact one that the search met.
    """
    best: _Grid | None = None
    for start in range(_STARTS):
        found = _Search(words, Chance(seed, "crossword", start), most, widest).run()
        if best is None or found.worth() > best.worth():
            best = found
    return _numbered(best or _Grid(words, widest))


class _Grid:
    """Letters placed so far, which words run through each square, and where the words stand."""

    def __init__(self, words: Sequence[str], widest: int) -> None:
        self.words = words
        self.widest = widest
        self.letters: dict[Cell, str] = {}
        self.uses: dict[Cell, int] = {}  # 1: a word across runs through it, 2: one down, 3: both
        self.places: dict[int, Place] = {}
        self.box = (0, 0, -1, -1)  # left, top, right, bottom

    def copy(self) -> _Grid:
        other = _Grid(self.words, self.widest)
        other.letters, other.uses = dict(self.letters), dict(self.uses)
        other.places, other.box = dict(self.places), self.box
        return other

    def worth(self) -> tuple[int, int, int]:
        """Compare grids: more words, then more crossings for their size, then squarer."""
        left, top, right, bottom = self.box
        width, height = right - left + 1, bottom - top + 1
        crossings = sum(use == 3 for use in self.uses.values())
        return len(self.places), _CROSSING * crossings - width * height, -abs(width - height)

    def put(self, index: int, place: Place) -> None:
        column, row, across = place
        word = self.words[index]
        for step, letter in enumerate(word):
            cell = (column + step, row) if across else (column, row + step)
            self.letters[cell] = letter
            self.uses[cell] = self.uses.get(cell, 0) | (1 if across else 2)
        self.places[index] = place
        self.box = self._stretched(len(word), place)

    def candidates(self, index: int) -> list[tuple[int, Place]]:
        """Find every legal place of a word and what it is worth."""
        word = self.words[index]
        found: dict[Place, int] = {}
        for cell, letter in self.letters.items():
            use = self.uses[cell]
            if use == 3 or letter not in word:
                continue
            across = use == 2
            for step, own in enumerate(word):
                if own != letter:
                    continue
                place = (cell[0] - step, cell[1], True) if across else (cell[0], cell[1] - step, False)
                if place not in found:
                    worth = self._judge(word, place)
                    if worth is not None:
                        found[place] = worth
        return [(worth, place) for place, worth in found.items()]

    def _judge(self, word: str, place: Place) -> int | None:
        """Say what a place is worth; None if the word cannot stand there."""
        column, row, across = place
        letters, uses = self.letters, self.uses
        dx, dy = (1, 0) if across else (0, 1)
        end = (column + dx * len(word), row + dy * len(word))
        if (column - dx, row - dy) in letters or end in letters:
            return None
        own = 1 if across else 2
        crossings = 0
        for step, letter in enumerate(word):
            x, y = column + dx * step, row + dy * step
            there = letters.get((x, y))
            if there is not None:
                if there != letter or uses[x, y] & own:
                    return None
                crossings += 1
            elif (x - dy, y - dx) in letters or (x + dy, y + dx) in letters:
                return None
        left, top, right, bottom = self._stretched(len(word), place)
        width, height = right - left + 1, bottom - top + 1
        if width > self.widest or height > self.widest:
            return None
        return _CROSSING * crossings - width * height - abs(width - height)

    def _stretched(self, length: int, place: Place) -> tuple[int, int, int, int]:
        column, row, across = place
        right, bottom = (column + length - 1, row) if across else (column, row + length - 1)
        if not self.places:
            return column, row, right, bottom
        box = self.box
        return min(box[0], column), min(box[1], row), max(box[2], right), max(box[3], bottom)


class _Search:
    """One search from one shuffle of the words."""

    def __init__(self, words: Sequence[str], chance: Chance, most: int, widest: int) -> None:
        self.chance = chance
        self.most = min(most, len(words))
        self.looks = 0
        self.best = _Grid(words, widest)
        mixed = sorted(chance.shuffled(range(len(words))), key=lambda index: len(words[index]) > _HANDY)
        first = sorted(mixed[:most], key=lambda index: -len(words[index]))
        self.queue = (*first, *mixed[most:])

    def run(self) -> _Grid:
        if self.queue:
            first, *rest = self.queue
            grid = self.best.copy()
            grid.put(first, (0, 0, True))
            self._go_on(grid, tuple(rest))
        return self.best

    def _go_on(self, grid: _Grid, queue: tuple[int, ...]) -> bool:
        """Place words of the queue; True once there are enough, or the search has gone on for long enough."""
        if grid.worth() > self.best.worth():
            self.best = grid
        if len(grid.places) == self.most:
            return True
        found: list[tuple[int, Place, int]] = []
        words = 0
        for index in queue:
            self.looks += 1
            if self.looks > _LOOKS:
                return True
            places = grid.candidates(index)
            found.extend((worth, place, index) for worth, place in places)
            words += bool(places)
            if words == _WINDOW:
                break
        ranked = sorted(self.chance.shuffled(found), key=lambda entry: -entry[0])
        for _, place, index in ranked[:_BRANCHES]:
            further = grid.copy()
            further.put(index, place)
            if self._go_on(further, tuple(other for other in queue if other != index)):
                return True
        return False


def _numbered(grid: _Grid) -> Crossword:
    """Move a grid to the corner and number the squares where words begin, row by row."""
    left, top, right, bottom = grid.box
    starts: dict[Cell, list[tuple[int, bool]]] = {}
    for index, (column, row, across) in grid.places.items():
        starts.setdefault((row - top, column - left), []).append((index, across))
    entries = [
        CrosswordEntry(number, index, column, row, across, grid.words[index])
        for number, (row, column) in enumerate(sorted(starts), 1)
        for index, across in starts[row, column]
    ]
    rows = tuple(
        "".join(grid.letters.get((column, row), " ") for column in range(left, right + 1))
        for row in range(top, bottom + 1)
    )
    return Crossword(
        right - left + 1,
        bottom - top + 1,
        rows,
        tuple(sorted(entries, key=lambda entry: (not entry.across, entry.number))),
        tuple(index for index in range(len(grid.words)) if index not in grid.places),
    )

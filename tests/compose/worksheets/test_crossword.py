"""A crossword can be solved: every word stands in it, all are connected, and nothing reads that is no word."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import so_many

from guidepress.compose.worksheets.crossword import crossword

if TYPE_CHECKING:
    from guidepress.compose.worksheets.crossword import Crossword

WORDS = """
COVETOUS LEGATEE PALPABLE REPLENISH MOROSE IMPROPRIETY LIBERALITY FACETIOUS MISANTHROPIC
BEGUILED INCREDULOUS FORBEARANCE PENANCE OPAQUE PREPOSTEROUS RECUMBENT FLUCTUATED RECLAMATION
SUPPLICATION REMONSTRATED JOCUND DESPONDENT CONDESCENSION CORROBORATED AVARICE SORDID PRODIGIOUSLY
APPREHENSIVE CAPACIOUS DEMEANOUR APOPLECTIC BIGOTRY CREDULITY UBIQUITOUS PENITENCE ADAMANT
ODIOUS DESOLATION ABJECT SHROUDED SPECTRAL WANING
""".split()  # noqa: SIM905 - words are easier to read as a text
lists = st.lists(st.text("ABCDEFIN", min_size=3, max_size=9), min_size=1, max_size=14, unique=True)


def runs(puzzle: Crossword) -> list[str]:
    """Read every stretch of two letters and more, across and down."""
    columns = ["".join(row[x] for row in puzzle.rows) for x in range(puzzle.width)]
    return sorted(run for line in (*puzzle.rows, *columns) for run in re.findall(r"[^ ]{2,}", line))


def reached(puzzle: Crossword) -> int:
    """Count the squares that can be reached from the first one."""
    cells = {(x, y) for y, row in enumerate(puzzle.rows) for x, letter in enumerate(row) if letter != " "}
    seen: set[tuple[int, int]] = set()
    todo = [min(cells)]
    while todo:
        cell = todo.pop()
        if cell in seen:
            continue
        seen.add(cell)
        x, y = cell
        todo.extend({(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)} & cells)
    return len(seen) - len(cells)


@settings(deadline=None, max_examples=so_many(60))
@given(lists, st.integers(0, 2**32))
def test_what_reads_in_the_grid_is_exactly_its_words(words: list[str], seed: int) -> None:
    puzzle = crossword(words, seed)
    assert runs(puzzle) == sorted(entry.letters for entry in puzzle.entries)
    assert sorted([entry.index for entry in puzzle.entries] + list(puzzle.left_out)) == list(
        range(len(words))
    )


@settings(deadline=None, max_examples=so_many(60))
@given(lists, st.integers(0, 2**32))
def test_every_clue_leads_to_its_word(words: list[str], seed: int) -> None:
    puzzle = crossword(words, seed)
    for entry in puzzle.entries:
        dx, dy = (1, 0) if entry.across else (0, 1)
        read = "".join(
            puzzle.rows[entry.row + dy * k][entry.column + dx * k] for k in range(len(entry.letters))
        )
        assert read == words[entry.index] == entry.letters


@settings(deadline=None, max_examples=so_many(60))
@given(lists, st.integers(0, 2**32))
def test_the_grid_is_connected(words: list[str], seed: int) -> None:
    assert reached(crossword(words, seed)) == 0


def test_numbers_rise_in_reading_order_and_crossing_starts_share_one() -> None:
    puzzle = crossword(WORDS, 7)
    starts = sorted({(entry.row, entry.column): entry.number for entry in puzzle.entries}.items())
    assert [number for _, number in starts] == list(range(1, len(starts) + 1))


def test_it_holds_as_many_words_as_are_asked_for() -> None:
    assert [len(crossword(WORDS, seed, most=12).entries) for seed in range(5)] == [12] * 5


def test_it_never_grows_beyond_its_page() -> None:
    sizes = [
        (puzzle.width, puzzle.height) for puzzle in (crossword(WORDS, seed, widest=15) for seed in range(5))
    ]
    assert max(max(size) for size in sizes) <= 15


def test_a_seed_makes_the_same_grid() -> None:
    assert crossword(WORDS, 7) == crossword(WORDS, 7)
    assert crossword(WORDS, 7) != crossword(WORDS, 8)


def test_no_words_make_an_empty_grid() -> None:
    assert crossword((), 1).entries == ()


def test_a_puzzle_of_twenty_words_takes_less_than_a_tenth_of_a_second() -> None:
    """The best of three, in time of the processor, so that a busy machine does not fail it."""
    times = []
    for seed in (1, 2, 3):
        start = time.process_time()
        crossword(WORDS, seed, most=20)
        times.append(time.process_time() - start)
    assert min(times) < 0.1

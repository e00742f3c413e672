"""A word search can be solved in one way: each word of its list stands in it once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import so_many

from guidepress.compose.worksheets.word_search import WordSearch, word_search

lists = st.lists(st.text("ABCDEÑ", min_size=3, max_size=8), min_size=1, max_size=14, unique=True)


def found(puzzle: WordSearch, word: str) -> set[frozenset[tuple[int, int]]]:
    """Look a word up square by square in all eight directions."""
    places = set()
    for row in range(puzzle.size):
        for column in range(puzzle.size):
            for dx, dy in ((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0)):
                cells = [(column + dx * step, row + dy * step) for step in range(len(word))]
                if all(
                    0 <= x < puzzle.size and 0 <= y < puzzle.size and puzzle.rows[y][x] == letter
                    for (x, y), letter in zip(cells, word, strict=True)
                ):
                    places.add(frozenset(cells))
    return places


@settings(deadline=None, max_examples=so_many(40))
@given(lists, st.integers(0, 2**32), st.booleans())
def test_each_word_stands_once_where_the_key_says(words: list[str], seed: int, backwards: bool) -> None:  # noqa: FBT001
    puzzle = word_search(words, seed, backwards=backwards)
    for hidden in puzzle.hidden:
        assert found(puzzle, words[hidden.index]) == {frozenset(hidden.cells)}


@settings(deadline=None, max_examples=so_many(40))
@given(lists, st.integers(0, 2**32))
def test_every_square_has_a_letter_and_every_word_is_accounted_for(words: list[str], seed: int) -> None:
    puzzle = word_search(words, seed)
    assert [len(row) for row in puzzle.rows] == [puzzle.size] * puzzle.size
    assert " " not in "".join(puzzle.rows)
    assert sorted([*puzzle.left_out, *(each.index for each in puzzle.hidden)]) == list(range(len(words)))


def test_a_word_inside_another_is_left_out() -> None:
    assert word_search(["CAT", "CATEGORY", "TAC", "YROG", "DOG"], 1).left_out == (0, 2, 3)


def test_a_word_of_one_letter_over_and_over_stands_once() -> None:
    """Five of a kind in a row would hold four of them twice."""
    puzzle = word_search(["BBBB", "AAAAAAA"], 0)
    assert [len(found(puzzle, hidden.letters)) for hidden in puzzle.hidden] == [1] * len(puzzle.hidden)


def test_words_run_backwards_only_for_those_who_ask() -> None:
    words = [f"{a}{b}{c}XYZ" for a in "ABC" for b in "DE" for c in "FGH"]
    easy = {hidden.step for hidden in word_search(words, 3).hidden}
    hard = {hidden.step for hidden in word_search(words, 3, backwards=True).hidden}
    assert easy <= {(1, 0), (0, 1), (1, 1), (1, -1)}
    assert len(hard - easy) > 0


def test_a_seed_hides_the_words_in_the_same_way() -> None:
    words = ["GHOST", "CHAIN", "GOOSE", "TURKEY"]
    assert word_search(words, 7) == word_search(words, 7)
    assert word_search(words, 7) != word_search(words, 8)

"""Bingo: as many different cards as asked for, each fair, and a call list that holds every word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidepress.compose.worksheets.bingo import bingo


@given(st.integers(8, 60), st.integers(1, 40), st.integers(0, 2**32))
def test_cards_differ_and_hold_each_word_once(words: int, cards: int, seed: int) -> None:
    game = bingo(words, cards, seed)
    assert game is not None
    assert len(set(game.cards)) == len(game.cards) == cards
    for card in game.cards:
        assert len(set(card)) == game.side**2
        assert card[game.side**2 // 2] == -1
    assert sorted(game.calls) == list(range(words))


def test_the_side_is_the_largest_that_the_words_fill() -> None:
    sides = [game.side if (game := bingo(words, 1, 1)) else 0 for words in (7, 8, 23, 24, 60)]
    assert sides == [0, 3, 3, 5, 5]


def test_a_seed_deals_the_same_cards() -> None:
    assert bingo(30, 12, 7) == bingo(30, 12, 7)
    assert bingo(30, 12, 7) != bingo(30, 12, 8)

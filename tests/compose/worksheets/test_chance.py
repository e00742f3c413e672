"""Chance is the same everywhere, since a key printed at home must fit a sheet printed at school."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.compose.worksheets.chance import Chance


def test_a_seed_gives_the_same_numbers_on_every_machine() -> None:
    """Written down once: a change to these numbers would change every printed quiz."""
    chance = Chance(7, "quiz")
    assert [chance.below(1000) for _ in range(6)] == [142, 544, 6, 505, 135, 382]


def test_other_names_get_other_numbers() -> None:
    drawn = {tuple(Chance(7, name).shuffled(range(12))) for name in ("A", "B", "C", "D", "crossword")}
    assert len(drawn) == 5


@given(st.integers(), st.integers(1, 50))
def test_a_shuffle_keeps_every_entry(seed: int, count: int) -> None:
    assert sorted(Chance(seed).shuffled(range(count))) == list(range(count))


def test_every_number_is_about_as_likely() -> None:
    chance = Chance(1)
    counts = [0] * 6
    for _ in range(6000):
        counts[chance.below(6)] += 1
    assert all(880 < count < 1120 for count in counts), counts  # 1000, give or take four deviations of 29


def test_below_nothing_there_is_no_number() -> None:
    with pytest.raises(ValueError, match="below 0"):
        Chance(1).below(0)

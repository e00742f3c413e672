"""Some entries of many are taken at even distances."""

from __future__ import annotations

import pytest

from guidepress.compose.spread import spread


@pytest.mark.parametrize(
    ("limit", "taken"),
    [(0, "abcdefg"), (9, "abcdefg"), (7, "abcdefg"), (1, "a"), (2, "ag"), (3, "adg"), (4, "aceg")],
)
def test_some_are_taken_at_even_distances_with_the_first_and_the_last(limit: int, taken: str) -> None:
    assert "".join(spread("abcdefg", limit)) == taken

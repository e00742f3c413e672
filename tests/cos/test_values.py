"""Values are plain Python."""

from __future__ import annotations

from guidepress.cos.values import rounded


def test_numbers_have_six_decimals_at_most() -> None:
    made = rounded([1, 0.5, 2.0, 1 / 3, 1e-7])
    assert made == [1, 0.5, 2, 0.333333, 0]
    assert [type(each) for each in made] == [int, float, int, float, int]

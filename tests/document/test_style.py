"""Tests of styles."""

from __future__ import annotations

from guidepress.document.style import Style


def test_what_leading_adds_stands_half_above_the_line_and_half_below() -> None:
    # (14 - 10) / 2 above the type, 77 % of 10 pt down to the baseline.
    assert Style("body", size=10_000, leading=14_000).baseline == 9_700


def test_type_that_is_set_solid_begins_at_the_top_of_its_line() -> None:
    assert Style("label", size=10_000, leading=10_000).baseline == 7_700


def test_type_larger_than_its_leading_stands_out_above() -> None:
    # (9 - 10) / 2 above the line, 77 % of 10 pt down.
    assert Style("tight", size=10_000, leading=9_000).baseline == 7_200

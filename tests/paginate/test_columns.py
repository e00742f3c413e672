"""Balanced columns."""

from __future__ import annotations

from tests.paginate.stacks import LINE, galley

from guidepress.paginate.columns import balance
from guidepress.paginate.galley import WIDOW


def test_columns_are_as_even_as_can_be() -> None:
    assert balance(galley(9), 0, 3, 20 * LINE, 0) == [(0, 3), (3, 6), (6, 9)]
    assert balance(galley(10), 0, 3, 20 * LINE, 0) == [(0, 4), (4, 8), (8, 10)]


def test_what_fits_into_no_column_is_left() -> None:
    # Two columns of three lines hold six of ten.
    assert balance(galley(10), 0, 2, 3 * LINE, 0) == [(0, 3), (3, 6)]
    assert balance(galley(10), 6, 2, 3 * LINE, 0) == [(6, 8), (8, 10)]


def test_nothing_fits_where_there_is_no_room() -> None:
    assert balance(galley(4), 0, 2, LINE - 1, 0) == [(0, 0), (0, 0)]


def test_columns_are_balanced_to_a_point() -> None:
    # 30 of 60 pt a column; half a point less would not do, and nobody sees a point more.
    made = balance(galley([30_000, 10_000, 10_000, 10_000]), 0, 2, 100_000, 0)
    assert made == [(0, 1), (1, 4)]


def test_no_widow_stands_at_the_head_of_a_column() -> None:
    # Of six lines two columns would have three each; a widow would stand at 3, so the first ends at 2.
    assert balance(galley(6, costs={3: WIDOW}), 0, 2, 20 * LINE, 0) == [(0, 4), (4, 6)]
    assert balance(galley(6, costs={3: WIDOW}), 0, 2, 3 * LINE, 0) == [(0, 2), (2, 5)]
    assert balance(galley(6, costs={3: WIDOW - 1}), 0, 2, 3 * LINE, 0) == [(0, 3), (3, 6)]


def test_where_all_belongs_together_a_column_holds_what_it_can() -> None:
    kept = dict.fromkeys(range(1, 6), WIDOW)
    assert balance(galley(6, costs=kept), 0, 2, 3 * LINE, 0) == [(0, 3), (3, 6)]


def test_a_column_ends_where_that_is_asked_for() -> None:
    assert balance(galley(6, stops=(1,)), 0, 2, 20 * LINE, 0) == [(0, 1), (1, 6)]


def test_a_heading_stays_with_its_only_entry_though_columns_were_more_even_apart() -> None:
    # Two lines kept together: three columns could have one each at most, and no two lines would stand in one.
    assert balance(galley(2, costs={1: WIDOW}), 0, 3, 20 * LINE, 0) == [(0, 2), (2, 2), (2, 2)]

"""Sheets that are cut, or read as they are: every scheme from the left, from the right, and turned on either edge.

Backs are seen as the leaf of a book is: behind the leftmost place of the front lies the rightmost of the back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.bind.orders.faces import faces, spines

from guidepress.bind.orders import Order, cards, cut_and_stack, step_and_repeat, turn_backs, up

if TYPE_CHECKING:
    from collections.abc import Callable

MAKERS = (up, cut_and_stack, cards, step_and_repeat)


@pytest.mark.parametrize(
    ("rtl", "upright", "turned"),
    [
        # Two rows of two, read row by row; the back goes on where the front ends, and lies under nothing.
        (False, ["1 2 / 3 4", "5 6 / 7 -"], ["1 2 / 3 4", "-v 7v / 6v 5v"]),
        # From the right: each row the other way round, the rows in the same order.
        (True, ["2 1 / 4 3", "6 5 / - 7"], ["2 1 / 4 3", "7v -v / 5v 6v"]),
    ],
)
def test_pages_beside_one_another(*, rtl: bool, upright: list[str], turned: list[str]) -> None:
    order = up(7, 2, 2, sides=2, rtl=rtl)
    assert faces(order) == upright
    assert faces(turn_backs(order)) == turned


@pytest.mark.parametrize(
    ("rtl", "upright", "turned"),
    [
        # Two sheets, cut into four piles of four pages: 1-4, 5-8, 9-12, 13-16. On the first sheet each pile has its
        # first page, and behind it its second: the column changes sides, the row stays.
        (
            False,
            ["1 5 / 9 13", "6 2 / 14 10", "3 7 / 11 15", "8 4 / 16 12"],
            ["1 5 / 9 13", "10v 14v / 2v 6v", "3 7 / 11 15", "12v 16v / 4v 8v"],
        ),
        # The first pile is cut from the top right.
        (
            True,
            ["5 1 / 13 9", "2 6 / 10 14", "7 3 / 15 11", "4 8 / 12 16"],
            ["5 1 / 13 9", "14v 10v / 6v 2v", "7 3 / 15 11", "16v 12v / 8v 4v"],
        ),
    ],
)
def test_piles_cut_and_laid_on_one_another(*, rtl: bool, upright: list[str], turned: list[str]) -> None:
    order = cut_and_stack(16, 2, 2, rtl=rtl)
    assert faces(order) == upright
    assert faces(turn_backs(order)) == turned


@pytest.mark.parametrize(
    ("rtl", "upright", "turned"),
    [
        # Three columns, two rows: fronts are the odd pages; behind the left card lies the right place of the back.
        (False, ["1 3 5 / 7 9 11", "6 4 2 / 12 10 8"], ["1 3 5 / 7 9 11", "8v 10v 12v / 2v 4v 6v"]),
        (True, ["5 3 1 / 11 9 7", "2 4 6 / 8 10 12"], ["5 3 1 / 11 9 7", "12v 10v 8v / 6v 4v 2v"]),
    ],
)
def test_cards_with_backs(*, rtl: bool, upright: list[str], turned: list[str]) -> None:
    order = cards(12, 3, 2, rtl=rtl)
    assert faces(order) == upright
    assert faces(turn_backs(order)) == turned


@pytest.mark.parametrize("rtl", [False, True])
def test_one_card_in_every_place(*, rtl: bool) -> None:
    # Three pages: the third takes a sheet of its own, with a white back.
    order = step_and_repeat(3, 2, 2, rtl=rtl)
    assert faces(order) == ["1 1 / 1 1", "2 2 / 2 2", "3 3 / 3 3", "- - / - -"]
    assert faces(turn_backs(order)) == ["1 1 / 1 1", "2v 2v / 2v 2v", "3 3 / 3 3", "-v -v / -v -v"]


def test_the_next_sheet_goes_on_where_the_back_ended() -> None:
    assert faces(up(7, 2, 1, sides=2)) == ["1 2", "3 4", "5 6", "7 -"]


def test_fronts_only() -> None:
    assert faces(up(7, 3, 2)) == ["1 2 3 / 4 5 6", "7 - - / - - -"]
    # Three sheets, three piles: 1-3, 4-6, 7 and two blanks.
    assert faces(cut_and_stack(7, 3, 1, sides=1)) == ["1 4 7", "2 5 -", "3 6 -"]
    assert faces(cards(5, 2, 2, sides=1, rtl=True)) == ["2 1 / 4 3", "- 5 / - -"]
    assert faces(step_and_repeat(2, 1, 2, sides=1)) == ["1 / 1", "2 / 2"]


def test_as_few_sheets_as_hold_the_pages() -> None:
    # A sheet has 2 x 1 places on each of two sides, 4; with one card in every place it holds 2 pages.
    assert [up(count, 2, 1, sides=2).sheets for count in (1, 4, 5, 8)] == [1, 1, 2, 2]
    assert [cut_and_stack(count, 2, 1).sheets for count in (1, 4, 5, 8)] == [1, 1, 2, 2]
    assert [cards(count, 2, 1).sheets for count in (1, 4, 5, 8)] == [1, 1, 2, 2]
    assert [step_and_repeat(count, 2, 1).sheets for count in (1, 2, 3, 4)] == [1, 1, 2, 2]


def test_an_order_says_what_it_is() -> None:
    found = [
        (made.scheme, made.pages, made.columns, made.rows, made.sides)
        for made in (make(5, 3, 2) for make in MAKERS)
    ]
    assert found == [
        ("up", 5, 3, 2, 1),
        ("stack", 5, 3, 2, 2),
        ("cards", 5, 3, 2, 2),
        ("repeat", 5, 3, 2, 2),
    ]


@pytest.mark.parametrize("make", MAKERS)
def test_nothing_is_folded_or_bound_where_all_is_cut(make: Callable[..., Order]) -> None:
    order = make(4, 2, 1)
    assert (order.folds, order.slit) == ((), None)
    assert set(spines(order)) == {"loose loose"}
    assert {(place.nest, place.nests, place.turn) for place in order.places} == {(0, 1, 0)}


@pytest.mark.parametrize("make", MAKERS)
def test_what_has_no_place_is_said(make: Callable[..., Order]) -> None:
    with pytest.raises(ValueError, match=r"^there are no pages to put in order$"):
        make(0, 2, 2)
    with pytest.raises(ValueError, match=r"^a grid of 0 by 2 has no place for a page$"):
        make(4, 0, 2)
    with pytest.raises(ValueError, match=r"^a grid of 2 by 0 has no place for a page$"):
        make(4, 2, 0)
    with pytest.raises(ValueError, match=r"^a sheet has 1 or 2 sides, not 3$"):
        make(4, 2, 2, sides=3)
    assert make(1, 1, 1, sides=1).sheets == 1  # the least that can be

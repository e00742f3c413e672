"""What a page takes, and why it ends there. Pages hold ten lines of 14 pt unless a test says otherwise."""

from __future__ import annotations

import pytest
from tests.paginate.stacks import LINE, PAGE, ends, galley

from guidepress.paginate.breaks import break_galley
from guidepress.paginate.cuts import Room
from guidepress.paginate.galley import KEEP, WIDOW


def test_columns_after_the_first_stand_on_the_same_page() -> None:
    # Under what stands 3 lines high across them the page has seven lines in each of two columns, the next ten.
    room = Room(10 * LINE, 7 * LINE, above=3 * LINE, beside=1, head=3 * LINE, ends=False)
    assert [room.column(count) for count in range(4)] == [
        (7 * LINE, 3 * LINE),
        (7 * LINE, 3 * LINE),
        (10 * LINE, 0),
        (10 * LINE, 0),
    ]
    assert ends(galley(30), room) == [7, 14, 24, 30]


@pytest.mark.parametrize(
    ("costs", "why"),
    [
        ({}, "the page is full"),
        (dict.fromkeys((9, 10), WIDOW), "a widow or orphan was avoided"),
        ({10: WIDOW}, "a widow or orphan was avoided"),
        (dict.fromkeys((9, 10), KEEP), "what follows stays together or with its heading"),
        ({9: KEEP, 10: WIDOW}, "what follows stays together or with its heading"),
        ({9: 500, 10: WIDOW}, "the pages of the section are evened out"),
        ({9: 500, 10: 500}, "the pages of the section are evened out"),
    ],
)
def test_a_page_says_why_it_ends(costs: dict[int, int], why: str) -> None:
    assert break_galley(galley(15, costs=costs), PAGE)[0].why == why


def test_a_page_with_one_white_line_is_full() -> None:
    assert break_galley(galley(15, costs={10: 100}), PAGE)[0].why == "the page is full"
    assert break_galley(galley(15, costs={10: 100}), PAGE)[0].white == 1

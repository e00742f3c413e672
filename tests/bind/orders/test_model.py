"""Pages are listed with the blanks that fill up a multiple."""

from __future__ import annotations

import pytest

from guidepress.bind.orders import BACK, BLANK, FRONT, Order, Place
from guidepress.bind.orders.model import pad


def test_blanks_come_behind_the_pages_but_before_the_last() -> None:
    assert pad(4, 4) == (0, 1, 2, 3)
    assert pad(5, 4) == (0, 1, 2, 3, 4, BLANK, BLANK, BLANK)
    assert pad(5, 4, 2) == (0, 1, 2, BLANK, BLANK, BLANK, 3, 4)
    assert pad(2, 4, 2) == (BLANK, BLANK, 0, 1)
    assert pad(1, 1) == (0,)


def test_what_cannot_be_listed_is_said() -> None:
    with pytest.raises(ValueError, match=r"^there are no pages to put in order$"):
        pad(0, 4)
    with pytest.raises(ValueError, match=r"^the last 3 of 2 pages cannot be kept at the end$"):
        pad(2, 4, 3)
    with pytest.raises(ValueError, match=r"^the last -1 of 2 pages cannot be kept at the end$"):
        pad(2, 4, -1)


def test_a_place_stands_upright_and_loose_unless_something_else_is_said() -> None:
    place = Place(0, FRONT, 0, 0, 7)
    assert (place.turn, place.spine, place.nest, place.nests) == (0, "", 0, 1)


def test_an_order_counts_its_blanks() -> None:
    places = (Place(0, FRONT, 0, 0, 0), Place(0, FRONT, 1, 0, BLANK), Place(0, BACK, 0, 0, BLANK))
    order = Order("up", 1, 1, 2, 1, 2, places)
    assert order.blanks == 2
    assert (order.folds, order.slit) == ((), None)
    # Numbers that sides are sorted by, and that no page has.
    assert (FRONT, BACK, BLANK) == (0, 1, -1)

"""Pages go into an order and come out of it again."""

from __future__ import annotations

import pytest
from tests.bind.orders.faces import faces

from guidepress.bind.orders import (
    arrange,
    cards,
    linearise,
    saddle,
    step_and_repeat,
    table,
    turn_backs,
    up,
    with_blanks,
    zine,
)


def test_pages_are_put_where_the_order_has_them() -> None:
    # Three pages in a booklet of four: the back cover is blank.
    assert arrange(saddle(3), ["a", "b", "c"], "") == ("", "a", "b", "c")
    with pytest.raises(ValueError, match=r"^the order is for 4 pages, not for 3$"):
        arrange(saddle(4), [1, 2, 3], 0)


def test_the_way_back_goes_from_page_to_page() -> None:
    found = [(place.sheet, place.side, place.column) for place in linearise(saddle(7))]
    # 8 1 | 2 7 and 6 3 | 4 5, of which 8 is blank: page 1 stands right on the first front, 2 left on its back.
    assert found == [(0, 0, 1), (0, 1, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1), (1, 0, 0), (0, 1, 1)]


def test_of_a_page_that_is_repeated_the_first_place_is_taken() -> None:
    found = [(place.side, place.row, place.column) for place in linearise(step_and_repeat(2, 2, 2))]
    assert found == [(0, 0, 0), (1, 0, 0)]


def test_blanks_follow_the_pages_that_are_named() -> None:
    # A cover and its white back, pages 2 to 7: eight places.
    order = with_blanks(saddle(8), (0,))
    assert faces(order) == ["7 1", "- 6", "5 2", "3 4"]
    assert order.pages == 7
    # Two behind page 1, one behind page 2, the last: 1 - - 2 -.
    assert faces(with_blanks(up(5, 5, 1), (0, 0, 1))) == ["1 - - 2 -"]
    # Blanks that fill up stay where they are: 1 - 2 -, the fourth by itself.
    assert faces(with_blanks(saddle(3), (0,))) == ["- 1", "- 2"]


def test_a_blank_cannot_follow_a_page_that_is_not_there() -> None:
    with pytest.raises(ValueError, match=r"^there is no page 8 to put a blank behind, there are 7$"):
        with_blanks(saddle(8), (7,))
    with pytest.raises(ValueError, match=r"^there is no page 7 to put a blank behind, there are 6$"):
        with_blanks(saddle(8), (0, 6))
    with pytest.raises(ValueError, match=r"^there is no page 0 to put a blank behind, there are 7$"):
        with_blanks(saddle(8), (-1,))


def test_an_order_as_text() -> None:
    assert table(turn_backs(saddle(3))) == ("sheet 1 front  -  1 ", "sheet 1 back   3v 2v")


def test_rows_stand_below_one_another_under_one_name() -> None:
    assert table(cards(8, 2, 2)) == (
        "sheet 1 front  1  3 ",
        "               5  7 ",
        "sheet 1 back   4  2 ",
        "               8  6 ",
    )
    assert table(zine(8)) == ("sheet 1 front  7v 6v 5v 4v", "               8  1  2  3 ")


def test_numbers_are_set_flush_to_the_longest() -> None:
    # Twelve pages one a side: sheets 1 to 12, two digits each.
    lines = table(up(12, 1, 1))
    assert (lines[0], lines[8], lines[11]) == (
        "sheet  1 front   1 ",
        "sheet  9 front   9 ",
        "sheet 12 front  12 ",
    )

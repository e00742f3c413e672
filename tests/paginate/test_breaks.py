"""Where pages end: the search. Pages hold ten lines of 14 pt unless a test says otherwise."""

from __future__ import annotations

from tests.paginate.stacks import LINE, ON, PAGE, ends, galley

from guidepress.base.record import replace
from guidepress.paginate.breaks import Breaker, break_galley
from guidepress.paginate.cuts import Room
from guidepress.paginate.galley import KEEP


def test_pages_are_filled() -> None:
    assert [tuple(cut) for cut in break_galley(galley(25), PAGE)] == [
        (0, 10, 0, 0, "the page is full", 0, 10, 0),
        (10, 20, 0, 0, "the page is full", 0, 20, 0),
        (20, 25, 0, 0, "the text ends", 0, 25, 0),
    ]


def test_a_page_takes_rows_that_cost_the_same_though_what_follows_would_then_be_in_the_way() -> None:
    # Fourteen rows of one price, then what needs five lines and stays together in seven. With six rows on the first
    # page, 160, it would not begin on the second, at no cost; with nine it must leave five lines white there, 10 + 250.
    rows = dict.fromkeys(range(1, 14), 900)
    stack = galley(21, costs=rows | dict.fromkeys(range(15, 21), KEEP), rooms=((14, 5 * LINE),))
    assert ends(stack)[0] == 9


def test_where_all_ends_are_bad_alike_the_one_is_taken_that_helps_later() -> None:
    # Twelve rows of one price, then what is kept together: ten and two would leave eight lines white, 640, and a page
    # under two fifths, six and six four each, 160.
    costs = dict.fromkeys(range(1, 12), KEEP // 2) | dict.fromkeys(range(13, 21), KEEP)
    assert ends(galley(21, costs=costs), ON) == [6, 12, 21]


LARGE = Room(20 * LINE, 20 * LINE)
"""A page of large type."""


def blocks(count: int) -> tuple[tuple[int, int], ...]:
    """White space above each of so many atoms but the first: each is a block."""
    return tuple((at, LINE // 2) for at in range(1, count))


def test_in_large_type_pages_share_a_last_page_under_two_fifths() -> None:
    # 20, 20 and 3: two fifths and a part of a line are nine lines, six more: one line of the first
    # page and, above a block, five of the second, 10 + 10 x 5² + 300, or three of each, 180 + 600.
    assert ends(galley(43, gaps=((34, LINE // 2),)), LARGE) == [19, 34, 43]
    assert ends(galley(49, gaps=((44, LINE // 2),)), LARGE) == [20, 40, 49]  # nine lines are enough


def test_a_page_lends_no_more_than_a_quarter_of_its_lines_to_a_scrap() -> None:
    # Blocks of six lines on pages of twenty, three a page: six lines lent would save the last of seven, at 10 x 8² and
    # the price of sharing; but eight white lines of twenty are more than the scrap is worth. Of four they are not.
    assert ends(galley([6 * LINE] * 7, gaps=blocks(7)), LARGE) == [3, 6, 7]
    assert ends(galley([3 * LINE] * 13, gaps=blocks(13)), LARGE) == [5, 10, 13]


def test_between_paragraphs_of_one_text_a_page_of_large_type_lends_a_quarter_at_most() -> None:
    # Twenty lines a page, and six more: six lent are more than a quarter of twenty, but no more than a third.
    heights = [each * LINE for each in (7, 7, 6, 7, 7, 6, 6)]
    assert ends(galley(heights), LARGE) == [3, 6, 7]
    assert ends(galley(heights, gaps=((5, LINE // 2),)), LARGE) == [3, 5, 7]
    assert ends(galley([3 * LINE] * 13), LARGE) == [5, 10, 13]  # five are a quarter


def test_a_page_is_shared_in_no_paragraph() -> None:
    # A line of each page would be too few: 19, 19 and 5; so all stays as first filled, 1000 for each line under five.
    assert ends(galley(43, inside=(True,) * 43), LARGE) == [19, 38, 43]
    assert ends(galley(45, inside=(True,) * 45), LARGE) == [20, 40, 45]


def test_where_something_follows_a_scrap_is_left() -> None:
    assert ends(galley(43), replace(LARGE, ends=False)) == [20, 40, 43]
    assert ends(galley(43), replace(LARGE, columns=2)) == [19, 38, 43]


def test_a_way_that_looks_cheap_because_it_is_behind_does_not_push_out_the_others() -> None:
    # Forty pages of ten lines: each could end up to four lines short, and the best ends none so.
    assert ends(galley(400), ON) == list(range(10, 401, 10))


def test_six_ways_to_fill_the_first_pages_are_kept() -> None:
    # Only pages of nine lines lead to the last end that costs nothing, six pages on.
    costs = dict.fromkeys(range(1, 60), 300) | dict.fromkeys((9, 18, 27, 36, 45, 54), 0)
    assert ends(galley(60, costs=costs), ON) == [9, 18, 27, 36, 45, 54, 60]


def test_what_is_known_is_not_searched_again() -> None:
    breaker = Breaker()
    first = breaker.cuts(galley(25), PAGE)
    assert breaker.cuts(galley(25), PAGE) is first
    assert [cut.end for cut in first] == [10, 20, 25]


def test_a_galley_of_another_shape_is_searched_anew() -> None:
    breaker = Breaker()
    breaker.cuts(galley(25), PAGE)
    assert breaker.cuts(galley(25, stops=(5,)), PAGE)[0].end == 5
    # 4 + 10 + 10 + 1 lines are a page more than 0 + 10 + 10 + 5.
    assert breaker.cuts(galley(25), replace(PAGE, first=4 * LINE, above=6 * LINE))[0].end == 0


def test_what_the_last_book_had_is_not_searched_again_and_what_one_before_had_is_forgotten() -> None:
    breaker, cuts = Breaker(), []
    for _ in range(2):
        cuts.append(breaker.cuts(galley(25), PAGE))
        breaker.begin()
    assert cuts[1] is cuts[0]
    breaker.begin()
    again = breaker.cuts(galley(25), PAGE)
    assert again == cuts[0]
    assert again is not cuts[0]

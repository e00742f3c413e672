"""Orders worked out by hand, and what must hold for every order."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.bind.orders import (
    BACK,
    BLANK,
    FRONT,
    Order,
    arrange,
    cards,
    cut_and_stack,
    linearise,
    saddle,
    signatures,
    step_and_repeat,
    table,
    turn_backs,
    up,
    with_blanks,
    zine,
)

PAGES = st.integers(1, 130)
GRIDS = st.sampled_from([(2, 1), (1, 2), (2, 2), (4, 2), (2, 4), (3, 3), (4, 4)])
RTL = st.booleans()
SIDES = st.sampled_from([1, 2])


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """Any order that shows each page once, its backs turned or not."""
    pages, (columns, rows), rtl, sides = draw(PAGES), draw(GRIDS), draw(RTL), draw(SIDES)
    last = draw(st.integers(0, min(pages, 3)))
    order = draw(
        st.sampled_from(
            [
                saddle(pages, rtl=rtl, last=last),
                signatures(pages, draw(st.integers(1, 6)), rtl=rtl, last=last),
                zine(pages, rtl=rtl, last=last),
                up(pages, columns, rows, sides=sides, rtl=rtl),
                cut_and_stack(pages, columns, rows, sides=sides, rtl=rtl),
                cards(pages, columns, rows, sides=sides, rtl=rtl),
            ]
        )
    )
    return turn_backs(order) if draw(st.booleans()) else order


def rows(order: Order) -> list[str]:
    """The order without the names of the sheets and without spaces at the ends."""
    return [" ".join(line[14:].split()) for line in table(order)]


def test_a_booklet_of_eight() -> None:
    assert rows(saddle(8)) == ["8 1", "2 7", "6 3", "4 5"]


def test_a_booklet_of_ten_is_filled_up_to_twelve() -> None:
    # The blanks are pages 11 and 12: inside the back cover, and the back cover.
    assert rows(saddle(10)) == ["- 1", "2 -", "10 3", "4 9", "8 5", "6 7"]


def test_a_back_cover_stays_outside() -> None:
    # Pages 1 to 9, two blanks, page 10 as the twelfth.
    assert rows(saddle(10, last=1)) == ["10 1", "2 -", "- 3", "4 9", "8 5", "6 7"]


def test_a_booklet_bound_at_the_right() -> None:
    assert rows(saddle(8, rtl=True)) == ["1 8", "7 2", "3 6", "5 4"]


def test_backs_on_their_heads_for_the_long_edge() -> None:
    assert rows(turn_backs(saddle(8))) == ["8 1", "7v 2v", "6 3", "5v 4v"]


def test_signatures_of_one_sheet() -> None:
    assert rows(signatures(8, 1)) == ["4 1", "2 3", "8 5", "6 7"]


def test_signatures_of_two_sheets() -> None:
    assert rows(signatures(16, 2)) == ["8 1", "2 7", "6 3", "4 5", "16 9", "10 15", "14 11", "12 13"]


def test_the_last_signature_may_be_thinner() -> None:
    assert rows(signatures(12, 2)) == ["8 1", "2 7", "6 3", "4 5", "12 9", "10 11"]
    assert [(place.nest, place.nests) for place in signatures(12, 2).places[::4]] == [(0, 2), (1, 2), (0, 1)]


def test_two_and_four_up() -> None:
    assert rows(up(3, 2, 1)) == ["1 2", "3 -"]
    assert rows(up(6, 2, 2, sides=2)) == ["1 2", "3 4", "5 6", "- -"]
    assert rows(up(4, 2, 2, rtl=True)) == ["2 1", "4 3"]


def test_cut_and_stack_lays_piles_on_one_another() -> None:
    # 10 pages 2-up on both sides: 3 sheets; the left pile is 1 to 6, the right one 7 to 10 and two blanks.
    assert rows(cut_and_stack(10, 2, 1)) == ["1 7", "8 2", "3 9", "10 4", "5 -", "- 6"]
    # On one side only: 5 sheets, the left pile 1 to 5, the right one 6 to 10.
    assert rows(cut_and_stack(10, 2, 1, sides=1)) == ["1 6", "2 7", "3 8", "4 9", "5 10"]


def test_cards_have_the_next_page_on_their_backs() -> None:
    # Behind the left card lies the right place of the back.
    assert rows(cards(8, 2, 1)) == ["1 3", "4 2", "5 7", "8 6"]
    assert rows(cards(3, 2, 1, sides=1)) == ["1 2", "3 -"]


def test_a_blank_may_follow_a_page() -> None:
    # A cover, its white back, pages 2 to 7: eight places.
    assert rows(with_blanks(saddle(8), (0,))) == ["7 1", "- 6", "5 2", "3 4"]
    with pytest.raises(ValueError, match="no page 8 to put a blank behind, there are 7"):
        with_blanks(saddle(8), (7,))


def test_step_and_repeat_fills_a_sheet_with_one_card() -> None:
    assert rows(step_and_repeat(2, 2, 2)) == ["1 1", "1 1", "2 2", "2 2"]
    assert rows(step_and_repeat(2, 2, 1, sides=1)) == ["1 1", "2 2"]


def test_the_zine_reads_round_its_sheet() -> None:
    assert rows(zine(8)) == ["7v 6v 5v 4v", "8 1 2 3"]
    assert rows(zine(8, rtl=True)) == ["4v 5v 6v 7v", "3 2 1 8"]
    assert zine(8).slit == (("y", 1), 1, 3)


def test_the_order_as_text() -> None:
    assert table(turn_backs(saddle(3))) == ("sheet 1 front  -  1 ", "sheet 1 back   3v 2v")


@given(orders())
def test_each_page_stands_in_one_place(order: Order) -> None:
    counted = Counter(place.page for place in order.places if place.page != BLANK)
    assert counted == dict.fromkeys(range(order.pages), 1)


@given(orders())
def test_no_two_pages_share_a_place_and_none_is_missing(order: Order) -> None:
    grid = {(place.sheet, place.side, place.row, place.column) for place in order.places}
    expected = order.sheets * order.sides * order.rows * order.columns
    assert (len(grid), len(order.places)) == (expected, expected)
    assert all(place.row < order.rows and place.column < order.columns for place in order.places)


@given(orders())
def test_sheets_put_back_into_pages_are_the_pages(order: Order) -> None:
    pages = [f"page {number}" for number in range(order.pages)]
    on_sheets = dict(zip(order.places, arrange(order, pages, ""), strict=True))
    assert [on_sheets[place] for place in linearise(order)] == pages


@given(PAGES)
def test_saddle_agrees_with_the_formula(pages: int) -> None:
    total = -(-pages // 4) * 4
    grid = {(p.sheet, p.side, p.column): p.page + 1 for p in saddle(pages).places}
    for sheet in range(total // 4):
        expected = (total - 2 * sheet, 2 * sheet + 1, 2 * sheet + 2, total - 2 * sheet - 1)
        found = tuple(grid[sheet, side, column] for side in (FRONT, BACK) for column in (0, 1))
        assert found == tuple(page if page <= pages else 0 for page in expected)


@given(PAGES, st.integers(1, 6))
def test_a_signature_is_a_booklet_of_its_pages(pages: int, sheets: int) -> None:
    places = signatures(pages, sheets).places
    per_signature = sheets * 4
    for start in range(0, pages, per_signature):
        own = [place.page - start for place in places if place.sheet // sheets * per_signature == start]
        booklet = [place.page for place in saddle(min(per_signature, pages - start)).places]
        assert [max(page, BLANK) for page in own] == booklet


@given(st.one_of(st.builds(saddle, PAGES), st.builds(signatures, PAGES, st.integers(1, 6))))
def test_a_leaf_carries_two_pages_that_follow_one_another(order: Order) -> None:
    grid = {(p.sheet, p.side, p.column): p.page for p in order.places}
    for sheet in range(order.sheets):
        for column in (0, 1):
            front, back = grid[sheet, FRONT, column], grid[sheet, BACK, 1 - column]
            # The right leaf is read front first, the left one back first.
            recto, verso = (back, front) if column == 0 else (front, back)
            assert verso in {recto + 1, BLANK}
            assert recto == BLANK or recto % 2 == 0


@given(PAGES, GRIDS, SIDES)
def test_cut_stacks_laid_on_one_another_are_in_order(pages: int, grid: tuple[int, int], sides: int) -> None:
    order = cut_and_stack(pages, *grid, sides=sides)
    cells = {(p.row, p.column, p.sheet, p.side): p.page for p in order.places}
    read = [
        cells[row, order.columns - 1 - column if side == BACK else column, sheet, side]
        for row in range(order.rows)
        for column in range(order.columns)
        for sheet in range(order.sheets)
        for side in range(sides)
    ]
    assert read[:pages] == list(range(pages))
    assert set(read[pages:]) <= {BLANK}


@given(orders())
def test_backs_turned_twice_are_as_before(order: Order) -> None:
    assert turn_backs(turn_backs(order)) == order
    fronts = [place for place in order.places if place.side == FRONT]
    assert [place for place in turn_backs(order).places if place.side == FRONT] == fronts


@given(PAGES, GRIDS)
def test_a_repeated_page_fills_its_side(pages: int, grid: tuple[int, int]) -> None:
    order = step_and_repeat(pages, *grid)
    counted = Counter(place.page for place in order.places if place.page != BLANK)
    assert counted == dict.fromkeys(range(pages), grid[0] * grid[1])


def test_what_cannot_be_put_in_order_is_said() -> None:
    with pytest.raises(ValueError, match="no pages"):
        saddle(0)
    with pytest.raises(ValueError, match="last 3 of 2"):
        saddle(2, last=3)
    with pytest.raises(ValueError, match="at least one sheet"):
        signatures(4, 0)
    with pytest.raises(ValueError, match="0 by 2 has no place"):
        up(4, 0, 2)
    with pytest.raises(ValueError, match="1 or 2 sides"):
        up(4, 2, 2, sides=3)
    with pytest.raises(ValueError, match="for 4 pages, not for 3"):
        arrange(saddle(4), [1, 2, 3], 0)

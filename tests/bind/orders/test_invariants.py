"""What must hold for every order."""

from __future__ import annotations

from collections import Counter

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
    turn_backs,
    up,
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

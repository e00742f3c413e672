"""A printer that turns the sheet round its other edge gets every back on its head."""

from __future__ import annotations

from guidepress.bind.orders import BACK, FRONT, Order, Place, saddle, turn_backs, zine

FRONTS = (
    Place(0, FRONT, 0, 0, 0, 0, "right", 1, 3),
    Place(0, FRONT, 1, 0, 1, 0, "left", 1, 3),
    Place(0, FRONT, 0, 1, 2),
    Place(0, FRONT, 1, 1, 3),
)
BACKS = (
    Place(0, BACK, 0, 0, 4, 0, "right", 1, 3),
    Place(0, BACK, 1, 0, 5, 180, "left", 1, 3),
    Place(0, BACK, 0, 1, 6),
    Place(0, BACK, 1, 1, 7),
)
ORDER = Order("up", 8, 1, 2, 2, 2, (*FRONTS, *BACKS))


def test_the_back_is_turned_by_half_a_turn() -> None:
    # The sheet is turned on the spot: the lower right corner comes to the upper left; each page with its head, and
    # its spine on the other side; what is said of the paper stays.
    assert turn_backs(ORDER).places[4:] == (
        Place(0, BACK, 0, 0, 7, 180),
        Place(0, BACK, 1, 0, 6, 180),
        Place(0, BACK, 0, 1, 5, 0, "right", 1, 3),
        Place(0, BACK, 1, 1, 4, 180, "left", 1, 3),
    )


def test_fronts_stay() -> None:
    assert turn_backs(ORDER).places[:4] == FRONTS
    assert turn_backs(zine(8)) == zine(8)


def test_places_stay_in_the_order_of_sheet_side_row_and_column() -> None:
    for order in (turn_backs(ORDER), turn_backs(saddle(12))):
        keys = [(place.sheet, place.side, place.row, place.column) for place in order.places]
        assert keys == sorted(keys)


def test_all_else_of_the_order_stays() -> None:
    turned = turn_backs(saddle(8))
    assert (turned.scheme, turned.pages, turned.sheets, turned.folds) == ("saddle", 8, 2, (("x", 1),))


def test_turned_twice_it_is_what_it_was() -> None:
    assert turn_backs(turn_backs(ORDER)) == ORDER

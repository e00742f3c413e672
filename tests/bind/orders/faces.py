"""Orders as they are worked out by hand: a line a side of a sheet, read off the places themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.bind.orders import BLANK

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.bind.orders import Order, Place

__all__ = ["faces", "spines"]


def faces(order: Order) -> list[str]:
    """Each side, its rows parted by "/": pages counted from 1, "v" for heads down, "-" for a blank."""
    return _sides(order, lambda place: _page(place) + "v" * (place.turn == 180))


def spines(order: Order) -> list[str]:
    """Each side: the edge of each place at which its page is bound."""
    return _sides(order, lambda place: place.spine or "loose")


def _page(place: Place) -> str:
    return "-" if place.page == BLANK else str(place.page + 1)


def _sides(order: Order, say: Callable[[Place], str]) -> list[str]:
    grid = {(place.sheet, place.side, place.row, place.column): say(place) for place in order.places}
    return [
        " / ".join(
            " ".join(grid[sheet, side, row, column] for column in range(order.columns))
            for row in range(order.rows)
        )
        for sheet in range(order.sheets)
        for side in range(order.sides)
    ]

"""In: an order. Out: the same for a printer that turns sheets around the other edge: every back on its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.bind.orders.model import BACK

if TYPE_CHECKING:
    from guidepress.bind.orders.model import Order, Place, Spine

__all__ = ["turn_backs"]

_ACROSS: dict[str, Spine] = {"": "", "left": "right", "right": "left"}


def turn_backs(order: Order) -> Order:
    """Turn the backs by 180 degrees; turned twice an order is what it was."""
    turned = [_turn(place, order) if place.side == BACK else place for place in order.places]
    turned.sort(key=lambda place: (place.sheet, place.side, place.row, place.column))
    return replace(order, places=tuple(turned))


def _turn(place: Place, order: Order) -> Place:
    return replace(
        place,
        column=order.columns - 1 - place.column,
        row=order.rows - 1 - place.row,
        turn=180 - place.turn,
        spine=_ACROSS[place.spine],
    )

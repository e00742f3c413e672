"""In: an order. Out: pages put into it, sheets put back into pages, and the order as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from guidepress.base.record import replace
from guidepress.bind.orders.model import BLANK, FRONT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.bind.orders.model import Order, Place

__all__ = ["arrange", "linearise", "table", "with_blanks"]

T = TypeVar("T")


def arrange(order: Order, pages: Sequence[T], blank: T) -> tuple[T, ...]:
    """List what stands in each place of the order.

    Raises:
        ValueError: there are not as many pages as the order was made for.
    """
    if len(pages) != order.pages:
        raise ValueError(f"the order is for {order.pages} pages, not for {len(pages)}")
    return tuple(blank if place.page == BLANK else pages[place.page] for place in order.places)


def with_blanks(order: Order, after: Sequence[int]) -> Order:
    """Leave places empty in the midst of an order, as behind a cover that must have a white back.

    Args:
        order: made for the pages and the blanks together.
        after: the pages, counted from 0, behind each of which comes a blank; one named twice gets two.

    Raises:
        ValueError: a page is named that the order has not.
    """
    pages = order.pages - len(after)
    if any(not 0 <= page < pages for page in after):
        raise ValueError(f"there is no page {max(after) + 1} to put a blank behind, there are {pages}")
    listed: list[int] = []
    for page in range(pages):
        listed += [page, *[BLANK] * after.count(page)]
    moved = [
        place if place.page == BLANK else replace(place, page=listed[place.page]) for place in order.places
    ]
    return replace(order, pages=pages, places=tuple(moved))


def linearise(order: Order) -> tuple[Place, ...]:
    """The place of each page, the first page first: the way back from sheets to pages.

    Where a page stands more than once, its first place is taken.
    """
    found: dict[int, Place] = {}
    for place in order.places:
        if place.page != BLANK:
            found.setdefault(place.page, place)
    return tuple(found[page] for page in range(order.pages))


def table(order: Order) -> tuple[str, ...]:
    """Write the order one row of places a line, pages counted from 1, "-" for a blank, "v" for heads down."""
    width = len(str(order.pages)) + 1
    lines: list[str] = []
    rows: dict[tuple[int, int, int], list[Place]] = {}
    for place in order.places:
        rows.setdefault((place.sheet, place.side, place.row), []).append(place)
    digits = len(str(order.sheets))
    for (sheet, side, row), places in rows.items():
        name = "front" if side == FRONT else "back "
        head = f"sheet {sheet + 1:>{digits}} {name}" if row == 0 else " " * (12 + digits)
        lines.append(f"{head}  " + " ".join(_cell(place).rjust(width) for place in places))
    return tuple(lines)


def _cell(place: Place) -> str:
    return ("-" if place.page == BLANK else str(place.page + 1)) + ("v" if place.turn else " ")

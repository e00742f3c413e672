"""In: a number of entries, those that must stay, and orders not to be repeated. Out: an order in which they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from guidepress.compose.worksheets.chance import Chance

__all__ = ["Order", "another_order"]

Order = tuple[int, ...]
"""What stands where: `order[place]` is the index of the entry that stands there."""

_TRIES = 40
"""Draws before the wishes are given up: of two orders one is refused, and 2^-40 is no chance at all."""


def another_order(
    chance: Chance,
    count: int,
    *,
    pinned: Collection[int] = (),
    before: Order | None = None,
    fits: Callable[[Order], bool] | None = None,
) -> Order:
    """Shuffle entries so that the order differs from the one before wherever there is more than one.

    Args:
        chance: draws the numbers.
        count: how many entries there are.
        pinned: entries that stay in their places.
        before: the order of the neighbour, which must not come again.
        fits: a wish beyond that, kept if a few draws find an order that grants it.
    """
    free = [index for index in range(count) if index not in pinned]
    if len(free) < 2:
        return tuple(range(count))
    other: Order | None = None
    for _ in range(_TRIES):
        order = _put(count, free, chance.shuffled(free))
        if order == before:
            continue
        if fits is None or fits(order):
            return order
        other = other or order
    return other or _turned(before or tuple(range(count)), free)


def _put(count: int, free: list[int], mixed: list[int]) -> Order:
    order = list(range(count))
    for place, entry in zip(free, mixed, strict=True):
        order[place] = entry
    return tuple(order)


def _turned(before: Order, free: list[int]) -> Order:
    """Move every free entry on by one place, which always gives another order."""
    entries = [before[place] for place in free]
    return _put(len(before), free, [*entries[1:], entries[0]])

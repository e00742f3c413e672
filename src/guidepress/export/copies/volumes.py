"""In: copies and how they are to be printed. Out: the leaves of a volume in order, and where each copy stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.export.units import CopyRange

if TYPE_CHECKING:
    from guidepress.export.copies.copying import CopySet
    from guidepress.export.job.model import Padding
    from guidepress.export.units import WorkUnit
    from guidepress.page.leaves import PrintLeaf

__all__ = ["arranged", "padded"]

_MULTIPLES: dict[Padding, int] = {"none": 1, "duplex": 2, "2": 2, "4": 4}


def padded(pages: int, padding: Padding) -> int:
    """How many pages a copy has with the blank ones at its end."""
    multiple = _MULTIPLES[padding]
    return -(-pages // multiple) * multiple


def arranged(copies: CopySet, unit: WorkUnit) -> tuple[tuple[PrintLeaf, ...], tuple[CopyRange, ...]]:
    """Put the leaves of a unit's copies in order.

    In the order `page` the first sheets of all copies come first, then the second ones: two pages of each, where
    copies are padded so that both sides of a sheet are of one copy.
    """
    padding = unit.printing.padding
    made: list[tuple[PrintLeaf, ...]] = []
    ranges: list[CopyRange] = []
    at = 1
    for copy in unit.copies:
        count = padded(len(copies.books[copy.version].pages), padding)
        leaves = copies.leaves(copy, count)
        made.append(leaves)
        ranges.append(CopyRange(copy.code, copy.version, count, at, at + count - 1))
        at += count
    if unit.printing.order != "page":
        return tuple(leaf for leaves in made for leaf in leaves), tuple(ranges)
    step = 1 if padding == "none" else 2
    longest = max(map(len, made), default=0)
    parts = [
        (index, leaves[start : start + step])
        for start in range(0, longest, step)
        for index, leaves in enumerate(made)
    ]
    flat: list[PrintLeaf] = []
    places: list[list[int]] = [[] for _ in made]
    for index, part in parts:
        places[index] += range(len(flat) + 1, len(flat) + len(part) + 1)
        flat += part
    moved = tuple(
        CopyRange(each.code, each.version, each.pages, place[0], place[-1])
        for each, place in zip(ranges, places, strict=True)
    )
    return tuple(flat), moved

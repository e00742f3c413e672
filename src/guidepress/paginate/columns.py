"""In: a galley and a height. Out: where balanced columns begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.paginate.galley import WIDOW

if TYPE_CHECKING:
    from guidepress.paginate.galley import Galley

__all__ = ["balance", "notes_before"]

_STEP = 1000
"""Columns are balanced to a point: less than any line."""


def balance(galley: Galley, start: int, count: int, height: int, above: int) -> list[tuple[int, int]]:
    """Fill columns from an atom on, as evenly as can be.

    Args:
        galley: what to fill them with.
        start: first atom.
        count: columns.
        height: what a column may be high, mpt.
        above: what the page holds above the columns, mpt.

    Returns:
        First atom and the atom after the last, a column; the last column ends before the galley's end if the
        rest needs another page, and the first is empty if nothing fits.
    """
    full, parted = _fill(galley, start, count, height, above)
    if full[-1][1] < len(galley):
        return full
    low, high = 0, height
    while high - low > _STEP:
        middle = (low + high) // 2
        found, parts = _fill(galley, start, count, middle, above)
        if found[-1][1] == len(galley) and parts <= parted:
            high, full = middle, found
        else:
            low = middle
    return full


def _fill(
    galley: Galley, start: int, count: int, height: int, above: int
) -> tuple[list[tuple[int, int]], int]:
    """Fill columns of a height; how many of them end where they part what belongs together, as a heading its entries."""
    found: list[tuple[int, int]] = []
    parted = 0
    for _ in range(count):
        end = _end(galley, start, height, above)
        found.append((start, end))
        parted += start < end < len(galley) and galley.costs[end] >= WIDOW
        start = end
    return found, parted


def _end(galley: Galley, start: int, height: int, above: int) -> int:
    """The last end of a column that fits and parts nothing; any that fits, if there is none."""
    last = fits = end = start
    if start == len(galley):
        return start
    begun = galley.begun(start, above)
    while end < len(galley) and galley.reach(begun, end + 1) <= height:
        end += 1
        fits = end
        if end == len(galley) or galley.costs[end] < WIDOW:
            last = end
        if end in galley.stops:
            return end
    return last if last > start else fits


def notes_before(galley: Galley, end: int) -> int:
    """The lines of all footnotes whose marks stand before an atom."""
    called = [note for note in galley.notes if note.atom < end]
    return called[-1].before + len(called[-1].galley) if called else 0

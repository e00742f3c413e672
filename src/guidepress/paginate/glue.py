"""In: the white space between the blocks of a page, and what its foot leaves white. Out: how far blocks move down.

A page whose next line must not stand on it is filled by opening its white space a little, as compositors do: above
headings, cards, figures and tables, never inside a paragraph, a list or a box. Where text stands on a grid it moves by
whole lines, so that the lines of facing pages stay level.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from guidepress.paginate.galley import Galley

__all__ = ["Glue", "Move"]

_SHARE = 2
"""White space off the grid grows by no more than half of itself: what belonged together still looks as if it did."""


class Move(NamedTuple):
    """From an atom of a page on, all moves so far down, mpt."""

    atom: int
    by: int


class Glue:
    """The white space of a galley that may grow.

    Args:
        galley: its `gaps` are that white space.
        line: height of a line, mpt: no gap grows by more, and only one that is as high grows on the grid.
    """

    def __init__(self, galley: Galley, line: int) -> None:
        self._gaps = galley.gaps
        self._grid, self._line = galley.grid, line
        self._most = max(galley.grid, line)  # what a gap can take
        self._snaps = galley.snaps
        self._atoms = [atom for atom, _ in galley.gaps]
        most = [min(gap // _SHARE, line) for _, gap in galley.gaps]
        self._sums = [0, *accumulate(most)]
        self._high = [0, *accumulate(gap >= line for _, gap in galley.gaps)]

    def fills(self, start: int, end: int, left: int) -> int:
        """How much of what a page of atoms `start` to `end` leaves white its gaps can take, mpt; 0 if two lines remained."""
        low, high = self._inside(start, end)
        if left - (high - low) * self._most >= 2 * self._line:
            return 0
        middle = self._below_grid(low, end)
        loose = self._sums[high] - self._sums[middle]
        lines = 0
        if loose < left and self._grid:
            lines = min(
                self._high[middle] - self._high[low], -(-(left - loose) // self._grid), left // self._grid
            )
        filled = lines * self._grid + min(loose, left - lines * self._grid)
        return filled if left - filled < 2 * self._line else 0

    def moves(self, start: int, end: int, fill: int) -> tuple[Move, ...]:
        """Share out what `fills` promised: whole lines to the highest gaps on the grid, the rest evenly below it."""
        low, high = self._inside(start, end)
        middle = self._below_grid(low, end)
        loose = min(fill, self._sums[high] - self._sums[middle])
        lines = -(-(fill - loose) // self._grid) if self._grid else 0
        loose = fill - lines * (self._grid or 0)
        grown = dict.fromkeys(self._highest(low, middle, lines), self._grid)
        total = self._sums[high] - self._sums[middle]
        for at in range(middle, high):
            before, after = self._sums[at] - self._sums[middle], self._sums[at + 1] - self._sums[middle]
            grown[at] = loose * after // total - loose * before // total if total else 0
        moved = accumulate(grown[at] for at in sorted(grown))
        return tuple(Move(self._atoms[at], by) for at, by in zip(sorted(grown), moved, strict=True) if by)

    def _inside(self, start: int, end: int) -> tuple[int, int]:
        """The gaps inside a page: the first, and the one after the last."""
        return bisect_left(self._atoms, start + 1), bisect_left(self._atoms, end)

    def _below_grid(self, low: int, end: int) -> int:
        """The first gap of a page, which has gaps from `low` on, that is below all that stands on the grid."""
        if not self._grid:
            return low
        at = bisect_left(self._snaps, end)
        last = self._snaps[at - 1] if at else -1
        return max(low, bisect_left(self._atoms, last + 1))

    def _highest(self, low: int, high: int, count: int) -> list[int]:
        """Choose so many gaps of a line or more: the highest, of equal ones those that part the page evenly."""
        ranked = sorted(
            (at for at in range(low, high) if self._gaps[at][1] >= self._line),
            key=lambda at: -self._gaps[at][1],
        )
        least = self._gaps[ranked[count - 1]][1] if count else 0
        sure = [at for at in ranked if self._gaps[at][1] > least] if count else []
        equal = [at for at in ranked if self._gaps[at][1] == least]
        wanted = count - len(sure)
        return sure + [equal[(2 * index + 1) * len(equal) // (2 * wanted)] for index in range(wanted)]

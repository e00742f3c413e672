"""Room, Cut and Route: what a galley has to stand in, what one page takes of it, and the pages before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from guidepress.base.record import record
from guidepress.paginate.galley import KEEP, WIDOW

if TYPE_CHECKING:
    from guidepress.paginate.galley import Galley

__all__ = ["NOTE_RULE", "Cut", "Room", "Route"]

NOTE_RULE = 14_000
"""White space and rule between text and footnotes, mpt: a line of body text."""


@record
class Room:
    """The room of a galley.

    Attributes:
        height: of a whole page or column, mpt.
        first: what the first page has left; `above` is what it holds already.
        beside: so many columns after the first stand on the first page, under what stands across it, `head` high.
        ends: nothing follows on the last page; else `tail` must stay with its last atom.
        line: height of a line, by which white space is counted.
        columns: of a page: a last column may be as short as it is.
        sides: per margin note, its atom and the running height up to and with it.
    """

    height: int
    first: int
    above: int = 0
    beside: int = 0
    head: int = 0
    ends: bool = True
    tail: int = 0
    line: int = 14_000
    columns: int = 1
    sides: tuple[tuple[int, int], ...] = ()

    def column(self, count: int) -> tuple[int, int]:
        """How high the page or column after so many others is, and what it holds already."""
        if not count:
            return self.first, self.above
        return (self.height - self.head, self.head) if count <= self.beside else (self.height, 0)


class Cut(NamedTuple):
    """What one page takes: atoms `start` to `end`, note lines `note` to `note_end`, and why it ends there.

    `full` is the end that would have filled it, `white` how many lines are left white at its foot; the white space
    between its blocks takes `fill` mpt of them.
    """

    start: int
    end: int
    note: int
    note_end: int
    why: str
    white: int = 0
    full: int = 0
    fill: int = 0

    def explained(self, galley: Galley) -> Cut:
        """The same with a reason, if the search gave none."""
        return self if self.why else self._replace(why=_reason(galley, self))


class Route(NamedTuple):
    """A way to fill the pages so far."""

    cost: int
    end: int
    note: int
    cut: Cut | None
    before: Route | None


def _reason(galley: Galley, cut: Cut) -> str:
    """Say why a page ends where it does: what forbade the ends further down, or why they were not taken."""
    forbidden = galley.costs[cut.end + 1 : cut.full + 1]
    if cut.white and forbidden and min(forbidden) >= WIDOW:
        if max(forbidden) >= KEEP:
            return "what follows stays together or with its heading"
        return "a widow or orphan was avoided"
    if cut.fill:
        return "its white space was opened to fill the page"
    return "the page is full" if cut.white < 2 else "the pages of the section are evened out"

"""Plan and Slice: what a page will hold, before anything is painted."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from guidepress.base.record import record
from guidepress.paginate.glue import Move

if TYPE_CHECKING:
    from guidepress.document.blocks import Section
    from guidepress.paginate.galley import Galley

__all__ = ["STILL", "Plan", "Shifts", "SideNote", "Slice"]


class Shifts(NamedTuple):
    """How far atoms stand below where their galley has them: from `atoms[i]` on by `heights[i]`, mpt."""

    atoms: tuple[int, ...]
    heights: tuple[int, ...]

    def at(self, atom: int) -> int:
        """How far an atom is moved."""
        index = bisect_right(self.atoms, atom)
        return self.heights[index - 1] if index else 0


STILL = Shifts((), ())
"""Nothing moves."""


@record
class Slice:
    """Part of a galley on a page.

    Attributes:
        galley: atoms `start` to `end`, note lines `note` to `note_end`.
        x: of the column, from the text area's left edge.
        y: from the text area's top to where the slice begins.
        foot: where footnotes end, from the text area's top.
        begins: sections that begin with it, though nothing of theirs stands in a galley before it.
        moves: how its white space is opened to fill the page.
    """

    galley: Galley
    start: int
    end: int
    x: int
    y: int
    note: int = 0
    note_end: int = 0
    foot: int = 0
    begins: tuple[Section, ...] = ()
    moves: tuple[Move, ...] = ()

    @property
    def bottom(self) -> int:
        """Where its last atom ends, with what boxes add below it, from the text area's top."""
        opened = self.moves[-1].by if self.moves else 0
        return self.y + self.galley.extent(self.start, self.end, self.y) + opened

    def top(self, atom: int) -> int:
        """Where an atom of the slice begins, from the text area's top."""
        galley = self.galley
        offset = self.y + galley.opening(self.start)
        return offset + galley.tops[atom] - galley.tops[self.start] + self.shifts().at(atom)

    def shifts(self) -> Shifts:
        """How far its atoms are moved: to the grid, and to fill the page."""
        galley, found = self.galley, self.moves
        if galley.snaps:
            snapped, by = galley.snap(self.start, self.y + galley.opening(self.start))
            if by and snapped < self.end:
                found = _moved_on(found, snapped, by)
        return Shifts(tuple([atom for atom, _ in found]), tuple([by for _, by in found])) if found else STILL


def _moved_on(moves: tuple[Move, ...], atom: int, by: int) -> tuple[Move, ...]:
    """Move all from an atom on further by so much."""
    before = [move for move in moves if move.atom < atom]
    after = [Move(move.atom, move.by + by) for move in moves if move.atom >= atom]
    if not after or after[0].atom > atom:
        after.insert(0, Move(atom, (before[-1].by if before else 0) + by))
    return (*before, *after)


@record
class SideNote:
    """Lines `start` to `end` of a margin note, `y` from the text area's top; `before` is the atom it stands beside."""

    galley: Galley
    start: int
    end: int
    y: int
    slice_index: int
    before: int


@record
class Plan:
    """What a page will hold.

    Attributes:
        slices: in reading order.
        sides: margin notes.
        section: the section at the page's top.
        begins: sections that begin on it; `opens` if one does at its top.
        why: a sentence: why the page ends where it does.
    """

    slices: tuple[Slice, ...]
    section: Section
    begins: tuple[Section, ...] = ()
    opens: bool = False
    why: str = ""
    sides: tuple[SideNote, ...] = ()

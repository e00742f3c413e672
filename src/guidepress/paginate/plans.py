"""Plan and Slice: what a page will hold, before anything is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.document.blocks import Section
    from guidepress.paginate.galley import Galley

__all__ = ["Plan", "SideNote", "Slice"]


@record
class Slice:
    """Part of a galley on a page.

    Attributes:
        galley: atoms `start` to `end`, note lines `note` to `note_end`.
        x: of the column, from the text area's left edge.
        y: from the text area's top to where the slice begins.
        foot: where footnotes end, from the text area's top.
        begins: sections that begin with it, though nothing of theirs stands in a galley before it.
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

    @property
    def bottom(self) -> int:
        """Where its last atom ends, with what boxes add below it, from the text area's top."""
        return self.y + self.galley.extent(self.start, self.end, self.y)

    def top(self, atom: int) -> int:
        """Where an atom of the slice begins, from the text area's top."""
        galley = self.galley
        offset = self.y + galley.opening(self.start)
        shift = 0
        if galley.snaps:
            snapped, by = galley.snap(self.start, offset)
            shift = by if atom >= snapped else 0
        return offset + galley.tops[atom] - galley.tops[self.start] + shift


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

"""In: the plans of all strands. Out: planned pages in order, with blank ones before recto starts, and their folios."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.paginate.counts import folio
from guidepress.paginate.plans import Plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.paginate.pieces import Strand

__all__ = ["PlannedPage", "gather"]


@record
class PlannedPage:
    """A page of the book block.

    Attributes:
        number: 1 for the first; odd pages are rectos.
        folio: as printed.
        count: printed pages of the copy that it belongs to; 0 where the book is not parted into copies.
    """

    number: int
    folio: str
    plan: Plan
    blank: bool = False
    count: int = 0

    @property
    def verso(self) -> bool:
        """A left-hand page."""
        return self.number % 2 == 0

    @property
    def decision(self) -> str:
        """Why the page ends where it does, as a sentence."""
        if self.blank:
            return f"Page {self.folio} is left blank, so that what follows begins on the side it asks for."
        return f"Page {self.folio} ends here: {self.plan.why or 'what follows begins on a new page'}."


def gather(flowed: Iterable[tuple[Strand, tuple[Plan, ...]]]) -> tuple[PlannedPage, ...]:
    """Put the pages of all strands in order and number them."""
    planned_pages: list[PlannedPage] = []
    copies: list[int] = []
    numbering, next_folio = "arabic", 1
    for strand, plans in flowed:
        restarts = next(
            (section.numbering for plan in plans for section in plan.begins if section.numbering), ""
        )
        copy = any(section.part for plan in plans for section in plan.begins)
        changes = copy or restarts not in ("", numbering)
        side = strand.start
        if changes and planned_pages and numbering == "roman" and side == "page":
            side = "recto"  # page 1 is a right-hand page, or odd folios would stand on left-hand ones
        odd = len(planned_pages) % 2 == 0
        if (side == "recto" and not odd) or (side == "verso" and odd):
            blank = Plan((), strand.section)
            planned_pages.append(
                PlannedPage(len(planned_pages) + 1, folio(next_folio, numbering), blank, blank=True)
            )
            next_folio += 1
        if changes:
            numbering, next_folio = restarts or "arabic", 1
        if copy:
            copies.append(len(planned_pages))
        for plan in plans:
            empty = not (plan.slices or plan.sides)
            planned_pages.append(
                PlannedPage(len(planned_pages) + 1, folio(next_folio, numbering), plan, blank=empty)
            )
            next_folio += 1
    return _counted(planned_pages, copies) if copies else tuple(planned_pages)


def _counted(planned_pages: list[PlannedPage], copies: list[int]) -> tuple[PlannedPage, ...]:
    """Give the pages the count of their copies, which begin at these indices; what is left blank is not printed."""
    ends = (0, *copies, len(planned_pages))
    counted: list[PlannedPage] = []
    for start, end in pairwise(ends):
        pages = planned_pages[start:end]
        count = sum(not page.blank for page in pages)
        counted += [replace(page, count=count) for page in pages]
    return tuple(counted)

"""In: a plan. Out: what would be made: files, copies, pages and sheets, and what it needs; nothing is written.

Books are composed to be counted, since nobody knows a book's pages before it is set. Of very many, the first are
composed, and the rest is reckoned from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import record
from guidepress.build import make_book
from guidepress.export.class_sheet import sheets_of
from guidepress.export.copies.volumes import padded
from guidepress.export.making import Bench, copy_key, copy_set
from guidepress.export.pressing import press_job
from guidepress.press.settling import settle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.export.units import WorkUnit

__all__ = ["COUNTED", "Estimate", "estimate"]

COUNTED = 24
"""So many books are composed to be counted."""


@record
class Estimate:
    """What a unit would make.

    Attributes:
        kind: the unit's.
        name: of its file, or of the first of its files.
        files: how many.
        copies: in them.
        pages: in all, the blank ones at the ends of copies included; None where no book was composed.
        sheets: in all; 0 for files that are read on screens; None likewise.
        faults: why it could not be made.
    """

    kind: str
    name: str
    files: int
    copies: int
    pages: int | None
    sheets: int | None
    faults: tuple[Diagnostic, ...] = ()

    @property
    def file(self) -> str:
        """The file, with its ending; names of what a printer gets have theirs already."""
        return self.name if self.kind == "press" else f"{self.name}.pdf"


def estimate(
    units: Iterable[WorkUnit], *, on_screen: bool = False, bench: Bench | None = None
) -> Iterable[Estimate]:
    """Count each unit, one after the other.

    Args:
        units: of a job.
        on_screen: files for single pupils are not printed, since volumes are.
        bench: what earlier units have composed.
    """
    bench = bench or Bench()
    for index, unit in enumerate(units):
        names = unit.names if unit.kind in {"copies", "press"} else (unit.name,)
        if index >= COUNTED:
            yield Estimate(unit.kind, names[0], len(names), len(unit.copies), None, None)
            continue
        try:
            pages = _pages(unit, bench)
        except FaultsFound as faults:
            yield Estimate(unit.kind, names[0], len(names), len(unit.copies), None, None, faults.diagnostics)
            continue
        if pages:
            two = unit.printing.padding in {"duplex", "4"}
            printed = not (on_screen and unit.kind == "copies")
            sheets = sum(sheets_of(each, two=two) for each in pages) if printed else 0
            yield Estimate(unit.kind, names[0], len(names), len(unit.copies), sum(pages), sheets)


def _pages(unit: WorkUnit, bench: Bench) -> list[int]:
    """The pages of each copy of a unit, or of its one book; none for a key without answers."""
    if unit.kind in {"volume", "copies"}:
        _, books = copy_set(unit, bench)
        padding = unit.printing.padding if unit.kind == "volume" else "none"
        return [padded(len(books[copy.version].book.pages), padding) for copy in unit.copies]
    if unit.kind == "class-sheet":
        return [1]
    if unit.kind == "sheets":
        return []
    if unit.kind == "press" and unit.press is not None:
        job = press_job(unit, unit.press, bench.guide(unit))
        return [settle(job.guide, job.look, job.spec).count]
    try:
        layout = copy_key(unit, bench)[0] if unit.kind == "key" else bench.layout(unit)
        _, book = make_book(bench.guide(unit), layout)
    except FaultsFound as faults:
        if unit.kind == "key" and all(each.code == "nothing-to-print" for each in faults.diagnostics):
            return []
        raise
    return [len(book.pages)]

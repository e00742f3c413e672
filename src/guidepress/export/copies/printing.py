"""In: leaves, or the books of copies. Out: finished PDF files, read back before they leave."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, errors_in, fault
from guidepress.base.record import replace
from guidepress.finish import finish_here
from guidepress.pdf.coded import CodedPages
from guidepress.pdf.lower import lower
from guidepress.pdf.packing import emit_packed
from guidepress.pdf.text import Coders
from guidepress.pdf.volume import volume_objects
from guidepress.verify.expectation import expect
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.export.copies.copying import CopySet
    from guidepress.export.units import WorkUnit
    from guidepress.page.book import Book
    from guidepress.page.leaves import PrintLeaf

__all__ = ["Singles", "printed_volume"]

_MULTIPLES = {"none": 1, "duplex": 2, "2": 2, "4": 4}


class Singles:
    """Writes the files of pupils; what their pages have in common is coded once.

    Args:
        standards: that each must meet.
    """

    def __init__(self, standards: Sequence[str]) -> None:
        self._standards = standards
        self._coders, self._coded = Coders(), CodedPages()

    def write(self, book: Book) -> bytes:
        """Write and verify a copy.

        Raises:
            FaultsFound: it cannot meet the standards, or the file is not what was promised.
        """
        objects = lower(book, self._standards, self._coders, self._coded)
        pdf, report = finish_here(objects, expect(book))
        if report is not None and not report.passed:
            raise FaultsFound(report.diagnostics)
        return pdf


def printed_volume(unit: WorkUnit, copies: CopySet, leaves: Sequence[PrintLeaf]) -> bytes:
    """Write a volume: a print file, or where the job asks for it a tagged book of all its copies.

    Raises:
        FaultsFound: a glyph is missing, or the file is not what was promised.
    """
    if unit.printing.tagged:
        return _tagged(unit, copies)
    metadata = next(iter(copies.books.values())).metadata
    objects = volume_objects(leaves, replace(metadata, subject="", keywords=()))
    pdf = emit_packed(objects)
    report = verify(pdf)
    faults = errors_in(report.diagnostics)
    if faults:
        raise FaultsFound(faults)
    if report.pages != len(leaves):
        message = f"The volume has {report.pages} pages, not {len(leaves)}."
        raise fault("page-count", message, "This is a fault of the writer; please report it.")
    return pdf


def _tagged(unit: WorkUnit, copies: CopySet) -> bytes:
    """Bind the books of copies into one that keeps their tags."""
    from guidepress.bind.merge import merge  # noqa: PLC0415 - few volumes are bound
    from guidepress.bind.plan import MergePart, MergePlan  # noqa: PLC0415 - likewise

    metadata = next(iter(copies.books.values())).metadata
    singles = Singles(unit.printing.standards or ("ua1", "2a"))
    parts = [
        MergePart(Path(f"{copy.code}.pdf"), copy.code, data=singles.write(copies.book(copy)))
        for copy in unit.copies
    ]
    plan = MergePlan(metadata.title, multiple_of=_MULTIPLES[unit.printing.padding])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "volume.pdf"
        merge(parts, place, plan)
        return place.read_bytes()

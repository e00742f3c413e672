"""In: leaves, or the books of copies. Out: finished PDF files, read back before they leave."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, errors_in, fault
from guidepress.base.record import replace
from guidepress.finish import finish_here
from guidepress.pdf.lower import lower
from guidepress.pdf.packing import emit_packed
from guidepress.pdf.shell import Shell
from guidepress.pdf.volume import volume_objects
from guidepress.verify.expectation import expect, expect_filled
from guidepress.verify.filled import VerifiedShell
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.export.copies.copying import CopySet
    from guidepress.export.units import PupilCopy, WorkUnit
    from guidepress.page.book import Book
    from guidepress.page.leaves import PrintLeaf
    from guidepress.verify.report import Report

__all__ = ["Singles", "printed_volume", "write_alone"]

_MULTIPLES = {"none": 1, "duplex": 2, "2": 2, "4": 4}


class Singles:
    """Writes the files of pupils: each a book with tags, verified.

    A version's book is coded, written and verified once, with nothing filled in; of a copy that is done for what
    differs.

    Args:
        copies: the books and what is filled in.
        pupils: all whose files are to be written.
        standards: that each must meet.

    Raises:
        FaultsFound: a book cannot meet the standards, a text does not fit, or a file is not what was promised.
    """

    def __init__(self, copies: CopySet, pupils: Sequence[PupilCopy], standards: Sequence[str]) -> None:
        self._copies = copies
        self._shells: dict[str, tuple[Shell, VerifiedShell]] = {}
        for version, book in copies.books.items():
            mine = (pupil for pupil in pupils if pupil.version == version)
            frames = dict.fromkeys(frame for pupil in mine for frame in copies.frames(pupil))
            shell = Shell(book, standards, frames)
            verified = VerifiedShell(shell.alone(), expect(book))
            _refuse(verified.report)
            self._shells[version] = shell, verified

    def write(self, pupil: PupilCopy) -> bytes:
        """Write and verify a copy.

        Raises:
            FaultsFound: the file is not what was promised.
        """
        shell, verified = self._shells[pupil.version]
        leaves = self._copies.leaves(pupil, len(self._copies.books[pupil.version].pages))
        pdf = shell.filled(leaves)
        _refuse(verified.verify(pdf, tuple(map(expect_filled, leaves))))
        return pdf


def _refuse(report: Report | None) -> None:
    if report is not None and not report.passed:
        raise FaultsFound(report.diagnostics)


def write_alone(book: Book, standards: Sequence[str]) -> bytes:
    """Write and verify a book that no other is like.

    Raises:
        FaultsFound: it cannot meet the standards, or the file is not what was promised.
    """
    pdf, report = finish_here(lower(book, standards), expect(book))
    _refuse(report)
    return pdf


def printed_volume(
    unit: WorkUnit, copies: CopySet, leaves: Sequence[PrintLeaf]
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Write a volume: a print file, or where the job asks for it a tagged book of all its copies.

    Returns:
        The file, and what was seen on its pages: a name that reaches over their edge, or stands over other text.

    Raises:
        FaultsFound: a glyph is missing, or the file is not what was promised.
    """
    if unit.printing.tagged:
        return _tagged(unit, copies), ()
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
    return pdf, report.diagnostics


def _tagged(unit: WorkUnit, copies: CopySet) -> bytes:
    """Bind the books of copies into one that keeps their tags."""
    from guidepress.bind.merge import merge  # noqa: PLC0415 - few volumes are bound
    from guidepress.bind.plan import MergePart, MergePlan  # noqa: PLC0415 - likewise

    metadata = next(iter(copies.books.values())).metadata
    singles = Singles(copies, unit.copies, unit.printing.standards or ("ua1", "2a"))
    parts = [MergePart(Path(f"{copy.code}.pdf"), copy.code, data=singles.write(copy)) for copy in unit.copies]
    plan = MergePlan(metadata.title, multiple_of=_MULTIPLES[unit.printing.padding])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "volume.pdf"
        merge(parts, place, plan)
        return place.read_bytes()

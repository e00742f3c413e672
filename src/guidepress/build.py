"""In: a guide and a layout. Out: a finished, verified PDF, through every stage in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, errors_in
from guidepress.base.record import record
from guidepress.compose import compose
from guidepress.paginate import paginate
from guidepress.typeset import Fonts

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.compose.document import Document
    from guidepress.guide import Guide
    from guidepress.layout import Layout
    from guidepress.page.book import Book
    from guidepress.verify import Report

__all__ = ["Built", "build", "make_book"]


@record
class Built:
    """A finished book: what it is made of, its bytes, and what the verifier says (None if it was not asked)."""

    document: Document
    book: Book
    pdf: bytes
    report: Report | None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Warnings of every stage, in the order of the stages."""
        found = self.report.diagnostics if self.report else ()
        return (*self.document.diagnostics, *self.book.diagnostics, *found)


def make_book(guide: Guide, layout: Layout, fonts: Fonts | None = None) -> tuple[Document, Book]:
    """Compose and paginate a guide.

    Args:
        guide: what to print.
        layout: how it looks.
        fonts: open faces and shaped words to use again; a new set is opened for None.

    Raises:
        FaultsFound: the guide cannot be set with this layout (a missing glyph, references that do not settle).
    """
    document = compose(guide, layout)
    book = paginate(document, layout, fonts or Fonts(layout.fonts))
    faults = errors_in((*document.diagnostics, *book.diagnostics))
    if faults:
        raise FaultsFound(faults)
    return document, book


def build(guide: Guide, layout: Layout, *, fonts: Fonts | None = None, check: bool = True) -> Built:
    """Build a guide into a PDF and verify it.

    Args:
        guide: what to print.
        layout: how it looks.
        fonts: open faces and shaped words of an earlier build, to be used again.
        check: read the file back and check it against the Book.

    Raises:
        FaultsFound: the guide cannot be set, or the file written does not hold what the Book promised.
    """
    from guidepress.pdf import write_pdf  # noqa: PLC0415 - the writer is needed last and slow to import

    document, book = make_book(guide, layout, fonts)
    pdf = write_pdf(book, layout.standards)
    if not check:
        return Built(document, book, pdf, None)
    from guidepress.verify import expect, verify  # noqa: PLC0415 - only a build that verifies needs pypdf

    report = verify(pdf, expect(book))
    if not report.passed:
        raise FaultsFound(report.diagnostics)
    return Built(document, book, pdf, report)

"""In: a guide, a layout and an order. Out: the files that the printer takes, all of one run and agreeing with one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, fault
from guidepress.base.record import record, replace
from guidepress.build import build
from guidepress.compose.context import Context
from guidepress.paginate import GalleyMeasurer
from guidepress.pdf.write import write_press
from guidepress.press.barcode import NOMINAL, BarcodeOrder
from guidepress.press.block import book_block, boxes_of
from guidepress.press.cover.cover import make_cover
from guidepress.press.cover.interior import interior_of
from guidepress.press.design import screen_design
from guidepress.press.doubts import doubts
from guidepress.press.inks import FileWish, cover_ink, interior_ink
from guidepress.press.proofs import Proofs, prove
from guidepress.press.settling import settle
from guidepress.press.ticket import TICKET, TicketFacts, file_facts, make_ticket, sheet_names
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from guidepress.guide import Guide
    from guidepress.layout import Layout
    from guidepress.press.cover.cover import PrintCover
    from guidepress.press.design import LayoutChoice
    from guidepress.press.geometry import CoverGeometry
    from guidepress.press.isbn import Isbn
    from guidepress.press.printers import Printer
    from guidepress.press.settling import SettledBook
    from guidepress.press.spec import PressSpec

__all__ = [
    "COVER",
    "DIGITAL",
    "INTERIOR",
    "ZONES",
    "Prepared",
    "PressFile",
    "PressJob",
    "file_names",
    "prepare",
]

INTERIOR, COVER, ZONES, DIGITAL = "interior.pdf", "cover.pdf", "cover-zones.pdf", "digital.pdf"
PREFLIGHT = ("preflight.html", "preflight.json")


@record
class PressJob:
    """What is to be prepared.

    Attributes:
        guide: what is printed.
        look: the layout of its pages, and what a user changes of it.
        spec: what was ordered of which printer.
        isbn: None for a book without one.
        price: five digits of the add-on beside the barcode; "" for none.
        files: what is asked of the files.
        zones: whether the cover is drawn a second time with the printer's zones over it.
        digital: whether a copy for screens is made as well.
        magnification: of the barcode, per mille of its nominal size; None for that size, or less in a smaller zone.
    """

    guide: Guide
    look: LayoutChoice
    spec: PressSpec
    isbn: Isbn | None = None
    price: str = ""
    files: FileWish = FileWish()
    zones: bool = False
    digital: bool = False
    magnification: int | None = None


@record
class PressFile:
    """A file that was made."""

    name: str
    data: bytes


@record
class Prepared:
    """What one run made.

    Attributes:
        files: interior, cover, ticket and what was asked for beside them, in this order; the reports of preflight last.
        settled: the book and how its margin came about.
        geometry: the zones of the cover.
        proofs: what preflight says of interior and cover.
        diagnostics: warnings of every step, then what preflight found.
    """

    files: tuple[PressFile, ...]
    settled: SettledBook
    geometry: CoverGeometry
    proofs: Proofs
    diagnostics: tuple[Diagnostic, ...]

    def file(self, name: str) -> bytes:
        """The bytes of a file by its name."""
        return next(each.data for each in self.files if each.name == name)


def file_names(printer: Printer, *, zones: bool, digital: bool) -> tuple[str, ...]:
    """The names of the files that `prepare` makes, in its order."""
    also = ((ZONES, zones), (DIGITAL, digital))
    sheets = sheet_names(printer.ticket)
    return (INTERIOR, COVER, TICKET, *sheets, *(name for name, asked in also if asked), *PREFLIGHT)


def prepare(job: PressJob) -> Prepared:
    """Make all files of an order.

    Raises:
        FaultsFound: guide or layout have faults, the printer refuses the count, a file cannot be written as it was
            ordered, or was not written as it should be. What preflight finds is told by `Prepared.proofs`.
    """
    settled = settle(_with_isbn(job), job.look, job.spec)
    interior = _interior(job, settled)
    made = _cover(job, settled)
    cover = write_press(made.book, cover_ink(job.spec, job.files, made.geometry))
    _check(COVER, cover, 1)
    ticket = make_ticket(_facts(job, settled, made, (interior, cover)))
    files = [
        PressFile(INTERIOR, interior),
        PressFile(COVER, cover),
        PressFile(TICKET, ticket.data),
        *(PressFile(name, data) for name, data in ticket.sheets),
    ]
    if job.zones:
        wish = replace(job.files, standard="")
        files.append(PressFile(ZONES, write_press(made.shown, cover_ink(job.spec, wish, made.geometry))))
    if job.digital:
        files.append(PressFile(DIGITAL, _digital(job)))
    proofs = prove(job.spec, ((INTERIOR, interior), (COVER, cover)), settled.count)
    files += [PressFile(name, data) for name, data in zip(PREFLIGHT, (proofs.html, proofs.data), strict=True)]
    found = (*settled.notes, *settled.document.diagnostics, *settled.book.diagnostics)
    notes = (*found, *doubts(job.spec, made.geometry), *made.diagnostics, *proofs.diagnostics)
    return Prepared(tuple(files), settled, made.geometry, proofs, tuple(dict.fromkeys(notes)))


def _with_isbn(job: PressJob) -> Guide:
    """The guide, the number of its imprint the one that its cover bears; the copy for screens keeps its own."""
    if job.isbn is None:
        return job.guide
    return replace(job.guide, credits=replace(job.guide.credits, isbn=job.isbn.hyphenated))


def _interior(job: PressJob, settled: SettledBook) -> bytes:
    block = book_block(settled.book, job.spec, settled.count)
    pdf = write_press(block, interior_ink(job.spec, job.files, boxes_of(job.spec, settled.count)))
    _check(INTERIOR, pdf, settled.count)
    return pdf


def _cover(job: PressJob, settled: SettledBook) -> PrintCover:
    inside = interior_of(settled.document, settled.book, settled.count)
    symbol = None
    if job.isbn:
        size = job.magnification
        symbol = BarcodeOrder(job.isbn, job.price, NOMINAL if size is None else size, fixed=size is not None)
    return make_cover(job.guide, settled.layout, inside, job.spec, symbol=symbol, fonts=settled.fonts)


def _check(name: str, pdf: bytes, pages: int) -> None:
    """Read a file back as any reader does.

    Raises:
        FaultsFound: it does not hold together, or has another count of pages.
    """
    report = verify(pdf)
    if report.pages != pages:
        message = f"{name} has {report.pages} pages, not {pages}."
        raise fault(
            "page-count", message, "This is a fault of the writer, not of the guide; please report it."
        )
    if not report.passed:
        found = next(each for each in report.diagnostics if each.severity == "error")
        raise fault(found.code, f"{name}: {found.message}", found.hint)


def _digital(job: PressJob) -> bytes:
    """The copy for screens: margins alike on both sides, no blank pages, links and tags."""
    layout = screen_design(job.look, job.spec)
    return build(job.guide, _flowing(layout)).pdf


def _flowing(layout: Layout) -> Layout:
    """Let sections begin on any page: a screen has no right-hand pages."""
    sections = tuple(
        replace(each, start="page") if each.start == "recto" else each for each in layout.sections
    )
    return replace(layout, sections=sections)


def _facts(job: PressJob, settled: SettledBook, made: PrintCover, pdfs: tuple[bytes, bytes]) -> TicketFacts:
    credits_, cover, media = job.guide.credits, job.guide.cover, made.geometry.media
    context = Context(
        job.guide, settled.layout, GalleyMeasurer(settled.layout, settled.fonts, job.guide.language)
    )
    page = boxes_of(job.spec, settled.count)[0].media
    return TicketFacts(
        job.spec,
        settled.book.metadata,
        job.guide.subtitle,
        context.plain(cover.blurb) if cover and cover.blurb else "",
        (
            *((name, "author") for name in credits_.written_by),
            *((name, "editor") for name in credits_.edited_by),
        ),
        (*(("bisac", code) for code in credits_.bisac), *(("thema", code) for code in credits_.thema)),
        job.isbn,
        made.geometry.spine_width,
        file_facts(INTERIOR, pdfs[0], settled.count, (page.width, page.height)),
        file_facts(COVER, pdfs[1], 1, (media.width, media.height)),
    )

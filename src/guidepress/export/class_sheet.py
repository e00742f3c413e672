"""In: the copies of a class and their books. Out: a sheet for the copy room: what to print, how, and how much of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, errors_in
from guidepress.compose.context import Context
from guidepress.compose.tables import facts
from guidepress.document.blocks import Document, Section
from guidepress.document.inlines import Text
from guidepress.export.copies.volumes import padded
from guidepress.layout import load_layout
from guidepress.page.book import Metadata
from guidepress.page.items import Frame, Image, Run, Shape
from guidepress.paginate import GalleyMeasurer, paginate
from guidepress.typeset import Fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidepress.base.colour import Colour
    from guidepress.export.units import WorkUnit
    from guidepress.guide import Guide
    from guidepress.labels import Labels
    from guidepress.page.book import Book, Page
    from guidepress.page.items import Item

__all__ = ["class_sheet", "coloured", "sheets_of"]

_LAYOUT = "handout"
"""The sheet is set in a layout of its own, that prints black on white."""

_SETS = (("page.columns", "1"), ("styles.fact-value.figures", "lining"))
"""Codes are read letter by letter."""

_ORDERS = {
    "student": "order-student",
    "roster": "order-roster",
    "seat": "order-seat",
    "version": "order-version",
    "page": "order-page",
}


def class_sheet(unit: WorkUnit, guide: Guide, books: Mapping[str, Book], *, grey: bool) -> Book:
    """Set the sheet of a volume.

    Args:
        unit: the volume's.
        guide: that it is of.
        books: by version, one copy each.
        grey: a copier that has black alone prints all that they say.

    Raises:
        FaultsFound: it cannot be set.
    """
    page = next(iter(books.values())).pages[0]
    size = f"{page.width / 1000:g}pt x {page.height / 1000:g}pt"
    layout = load_layout(_LAYOUT, paper=size, sets=_SETS)
    fonts = Fonts(layout.fonts)
    context = Context(guide, layout, GalleyMeasurer(layout, fonts, guide.language))
    groups = dict.fromkeys(copy.group for copy in unit.copies if copy.group)
    title = " · ".join((unit.printing.title, *groups))
    heading = context.heading(1, title, "h1", anchor="class-sheet")
    labels = context.labels
    listed = (
        *_rows(unit, guide, books, labels),
        (labels.text("ink-word"), _ink(books.values(), labels, grey=grey)),
        *_codes(unit, labels),
    )
    rows = [(label, (Text(text),)) for label, text in listed]
    name = context.labels.text("class-sheet")
    section = Section("class-sheet", name, "class-sheet", (heading, facts(context, rows)), start="page")
    metadata = Metadata(f"{unit.printing.title}: {name}", language=guide.language)
    book = paginate(Document(metadata, (section,)), layout, fonts)
    faults = errors_in(book.diagnostics)
    if faults:
        raise FaultsFound(faults)
    return book


def _rows(
    unit: WorkUnit, guide: Guide, books: Mapping[str, Book], labels: Labels
) -> Iterable[tuple[str, str]]:
    printing, text = unit.printing, labels.text
    pages = {version: padded(len(book.pages), printing.padding) for version, book in books.items()}
    two = printing.padding in {"duplex", "4"}
    counts = Counter(copy.version for copy in unit.copies)
    sheets = sum(sheets_of(pages[copy.version], two=two) for copy in unit.copies)
    yield text("file-word"), f"{unit.names[0]}.pdf"
    yield text("title"), guide.title
    each = ", ".join(f"{text('version-n', name=version)}: {counts[version]}" for version in books if version)
    yield text("copies-word"), f"{len(unit.copies)} ({each})" if each else str(len(unit.copies))
    said = dict.fromkeys(
        f"{labels.count('pages', pages[version])}, {labels.count('sheets', sheets_of(pages[version], two=two))}"
        for version in books
        if counts[version]
    )
    yield text("copy-word"), " / ".join(said)
    yield text("sheets-in-all"), str(sheets)
    yield text("paper-word"), _paper(next(iter(books.values())).pages[0])
    yield text("sides-word"), text("sides-two") if two else text("sides-one")
    several = any(sheets_of(count, two=two) > 1 for count in pages.values())
    yield text("staple-word"), text("staple-corner") if several else text("staple-none")
    yield text("order-word"), text(_ORDERS[printing.order])


def _ink(books: Iterable[Book], labels: Labels, *, grey: bool) -> str:
    """Say how many pages have colour, and that a copier with black alone prints all of it where that is so."""
    printed = [page for book in books for page in book.pages]
    inked = sum(map(coloured, printed))
    if not inked:
        return labels.text("ink-black")
    said = labels.text("ink-colour", pages=str(inked), of=str(len(printed)))
    return f"{said}; {labels.text('works-in-grey')}" if grey else said


def _codes(unit: WorkUnit, labels: Labels) -> Iterable[tuple[str, str]]:
    if "code" in unit.printing.personalise:
        codes = sorted(copy.code for copy in unit.copies)
        yield labels.text("codes-word"), f"{codes[0]} – {codes[-1]}"


def sheets_of(pages: int, *, two: bool) -> int:
    """How many sheets so many pages take."""
    return -(-pages // 2) if two else pages


def coloured(page: Page) -> bool:
    """Whether a page is printed in more than greys; pictures are taken for coloured."""

    def inked(items: Iterable[Item]) -> bool:
        for item in items:
            if isinstance(item, Frame):
                if inked(item.items):
                    return True
            elif isinstance(item, Run):
                if _hued(item.colour):
                    return True
            elif isinstance(item, Shape):
                if any(_hued(each) for each in (item.fill, item.stroke) if each is not None):
                    return True
            elif isinstance(item, Image):
                return True
        return False

    return inked(page.frames)


_GREYISH = 16
"""Channels that differ by so little are the grey of a printer that has black alone."""


def _hued(colour: Colour) -> bool:
    channels = colour.red, colour.green, colour.blue
    return max(channels) - min(channels) > _GREYISH


def _paper(page: Page) -> str:
    """The paper by its name and in both measures."""
    from guidepress.layout.papers import PAPERS  # noqa: PLC0415 - for this line alone

    size = page.width, page.height
    name = next((name for name, each in PAPERS.items() if each == size), "")
    said = f"{name[:1].upper()}{name[1:]}, " if name.isalnum() else ""
    width, height = (side / 72000 for side in size)
    return (
        f"{said}{width * 25.4:.0f} × {height * 25.4:.0f} mm ({round(width, 2):g} × {round(height, 2):g} in)"
    )

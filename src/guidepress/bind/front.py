"""In: the titles of a pack's files and their pages. Out: cover, contents and dividers, set by the engine as PDF files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, errors_in
from guidepress.base.record import record
from guidepress.bind.addresses import address
from guidepress.compose.cover import fitted
from guidepress.document.blocks import Document, Drawing, Group, Heading, Label, Paragraph, Section
from guidepress.document.inlines import Leader, LineBreak, LinkTo, Text
from guidepress.document.shapes import line, rectangle
from guidepress.layout import load_layout
from guidepress.page.book import Metadata
from guidepress.paginate import GalleyMeasurer, paginate
from guidepress.pdf import write_pdf
from guidepress.typeset import Fonts
from guidepress.typeset.borrowing import missing_character

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.document.inlines import Inline
    from guidepress.layout.model import Layout
    from guidepress.page.book import Book
    from guidepress.page.items import Shape

__all__ = ["ContentsEntry", "Front"]

_SIDE = 0.092
"""Share of the page's width beside the type on a cover, as on a guide's own."""
_FOOT = 0.082
"""Share of the page's height below the shelf."""
_SHELF = 0.36
"""Share of the page's height that the longest file's block takes; a guide's cover has the same shelf."""
_TITLE = 0.34
"""Share of the page's height that a title may take, as on a guide's cover."""
_SHORTEST = 0.3
"""Of the longest block: even one page is a block."""

_NO_COLUMN = (("page.margin_column", "none"),)
_SETTINGS: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    _NO_COLUMN,
    (*_NO_COLUMN, ("page.margins.inside", "0.5in"), ("page.margins.outside", "0.5in")),
)
"""What is tried so that a layout fits a page: as it is, without its margin column, with small margins."""


@record
class ContentsEntry:
    """A line of the contents: a title, its page (from 1), how many pages it has, and whether it leads others."""

    title: str
    page: int
    count: int
    rank: int
    leads: bool = False
    nested: bool = False


class Front:
    """Sets what stands in front of files and between them.

    Args:
        layout: a layout's name or path.
        size: of the pages, points; the layout's own paper where it cannot be set on these.
        language: of the pack.

    Attributes:
        lacking: characters of the contents that no font has; a title of nothing else is its file's number.
    """

    def __init__(self, layout: str, size: tuple[float, float], language: str) -> None:
        self.layout = _layout_for(layout, size)
        self._language = language
        self._fonts = Fonts(self.layout.fonts)
        self.lacking: set[str] = set()
        try:
            self.labels = self.layout.labels_in(language)
        except FaultsFound:  # a pack in a language the engine has no words in says "Contents"
            self.labels = self.layout.labels_in("en")
            self._language = "en"

    def divider(self, title: str) -> bytes:
        """Set a page that bears a title."""
        page = self.layout.page
        shapes, title_label = self._plate(title, page.height // 3)
        return _written(self._book(title, (), Drawing(page.width, page.height, shapes, (title_label,))))

    def set(self, title: str, entries: Sequence[ContentsEntry], *, cover: str, contents: bool) -> bytes:
        """Set cover and contents; characters that no font has are left out of what is printed, and kept in `lacking`."""
        while True:
            sections = (self._contents(entries),) if contents else ()
            book = self._book(title, sections, self._cover(cover, entries) if cover else None)
            new = {missing_character(each) for each in errors_in(book.diagnostics)} - self.lacking
            if not new or "" in new:
                return _written(book)
            self.lacking |= new

    def _shown(self, text: str) -> str:
        """A text without what no font has."""
        return " ".join("".join(each for each in text if each not in self.lacking).split())

    def _book(self, title: str, sections: tuple[Section, ...], cover: Drawing | None) -> Book:
        document = Document(Metadata(title, language=self._language), sections, cover=cover)
        return paginate(document, self.layout, self._fonts)

    def _contents(self, entries: Sequence[ContentsEntry]) -> Section:
        title = self.labels.text("contents")
        heading = Paragraph(
            self.layout.styles["toc-title"],
            (Text(title),),
            role="H1",
            anchor="contents",
            heading=Heading(1, title, contents=False, outline=False),
        )
        listed = Group(tuple(self._line(entry) for entry in entries), role="TOC")
        return Section("contents", title, "contents", (heading, listed), numbering="roman", master="plain")

    def _line(self, entry: ContentsEntry) -> Paragraph:
        link = LinkTo(address(entry.rank), self.labels.text("go-to", title=entry.title))
        style = self.layout.styles["toc-2" if entry.nested else "toc-1"]
        inlines: tuple[Inline, ...] = (
            Text(self._shown(entry.title) or f"{entry.rank + 1}.", link=link),
            Leader(),
            Text(str(entry.page), link=link),
        )
        return Paragraph(style, inlines, role="TOCI")

    def _cover(self, text: str, entries: Sequence[ContentsEntry]) -> Drawing:
        """Draw a cover: the title above, and below a shelf with a block for each file, as tall as it is long."""
        layout, page = self.layout, self.layout.page
        side = round(page.width * _SIDE)
        shapes, title = self._plate(text, 2 * side)
        small = layout.styles["cover-foot"]
        base = page.height - round(page.height * _FOOT / 2) + small.size // 3
        pages = sum(entry.count for entry in entries)
        inlines = (Text(self.labels.count("pages", pages)),)
        count = Label(side, base, inlines, small, page.width - 2 * side, role="P")
        return Drawing(page.width, page.height, (*shapes, *self._shelf(entries)), (title, count))

    def _plate(self, text: str, top: int) -> tuple[tuple[Shape, ...], Label]:
        """Set a title below a rule that stands `top` mpt down the page."""
        layout, page = self.layout, self.layout.page
        side = round(page.width * _SIDE)
        measure = page.width - 2 * side
        words = " ".join(text.split())
        measurer = GalleyMeasurer(layout, self._fonts, self._language)
        box = (measure, round(page.height * _TITLE))
        style, lines = fitted(words, layout.styles["cover-title"], box, measurer)
        inlines: list[Inline] = []
        for each in lines:
            inlines += [LineBreak(), Text(each)] if inlines else [Text(each)]
        ground = rectangle((0, 0, page.width, page.height), fill=layout.colours["paper"])
        rule = line((side, top), (page.width - side, top), layout.colours["ink"], 750)
        return (ground, rule), Label(side, top + style.leading, tuple(inlines), style, measure, role="H1")

    def _shelf(self, entries: Sequence[ContentsEntry]) -> list[Shape]:
        page, palette = self.layout.page, self.layout.palette or (self.layout.colours["rule"],)
        files = [entry for entry in entries if not entry.leads]
        longest = max((entry.count for entry in files), default=1)
        foot, tallest = page.height - round(page.height * _FOOT), round(page.height * _SHELF)
        shapes: list[Shape] = []
        for index, entry in enumerate(files):
            left, right = page.width * index // len(files), page.width * (index + 1) // len(files)
            height = round(tallest * (_SHORTEST + (1 - _SHORTEST) * entry.count / longest))
            box = (left, foot - height, right - left, height)
            shapes.append(rectangle(box, fill=palette[index % len(palette)]))
            if index:
                shapes.append(line((left, foot - height), (left, foot), self.layout.colours["paper"], 1500))
        return shapes


def _written(book: Book) -> bytes:
    faults = errors_in(book.diagnostics)
    if faults:
        raise FaultsFound(faults)
    return write_pdf(book)


def _layout_for(name: str, size: tuple[float, float]) -> Layout:
    """Load a layout for a page size that it may not have been made for."""
    paper = f"{size[0]:g}pt x {size[1]:g}pt"
    for sets in _SETTINGS:
        try:
            return load_layout(name, paper=paper, sets=sets)
        except FaultsFound:
            continue
    return load_layout(name)

"""In: the composed books of a set and a copy. Out: the leaves of the copy: each page with what is filled in on it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from guidepress.base.colour import WHITE
from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import record, replace
from guidepress.compose.figures.scan_boxes import CORNER_SLOT
from guidepress.document.shapes import rectangle
from guidepress.export.copies.codes import Symbols, page_code
from guidepress.export.copies.filling import Filler
from guidepress.export.copies.places import (
    SHEET_SIZE,
    CodeLines,
    code_place,
    grounded,
    hides,
    ink_boxes,
    on_one_line,
    slots_of,
    widened,
)
from guidepress.page.items import ARTIFACT, Frame
from guidepress.page.leaves import PrintLeaf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.export.copies.places import CodePlace, FoundSlot
    from guidepress.export.units import PupilCopy
    from guidepress.labels import Labels
    from guidepress.layout import Layout
    from guidepress.page.book import Book, Page
    from guidepress.page.leaves import CodeSymbol
    from guidepress.typeset import Fonts

__all__ = ["CopySet"]

_QUIET = 4 / 21

_WIDEST = 28
"""So many rows wide are the lines beside a code at most; longer ones are set smaller."""

_ROUNDED = 1000
"""What is lost where the number of a page is put on a whole point, mpt."""

_BETWEEN = " · "


@record
class _Added:
    """What a copy adds to a page."""

    frames: tuple[Frame, ...] = ()
    filled: tuple[Frame, ...] = ()
    common: tuple[Frame, ...] = ()
    symbol: CodeSymbol | None = None


class CopySet:
    """The books of the versions of one guide in one layout, ready to be copied.

    Args:
        books: by version.
        layout: that they are set in.
        fonts: of the layout.
        labels: the words of the guide's language.
        personal: what copies say ("name", "code" …).
    """

    def __init__(
        self, books: dict[str, Book], layout: Layout, fonts: Fonts, labels: Labels, personal: Sequence[str]
    ) -> None:
        self.books = books
        self._personal = frozenset(personal)
        self._labels = labels
        first = next(iter(books.values()))
        self._filler = Filler(layout, fonts, first.metadata.language)
        self._slots = {version: slots_of(book.pages) for version, book in books.items()}
        self._sheets = {
            version: frozenset(each.page for each in slots if each.slot.name == CORNER_SLOT)
            for version, slots in self._slots.items()
        }
        self._place: CodePlace | None = None
        self._sheet_place: CodePlace | None = None
        self._cover_place: CodePlace | None = None
        self._cover_line: CodePlace | None = None
        self._symbols = Symbols()
        self._plated: dict[int, bool] = {}
        self._blanks: dict[str, Page] = {}

    def prepare(self, copies: Sequence[PupilCopy]) -> None:
        """Find the place of the codes, with room for the widest line beside one.

        Raises:
            FaultsFound: there is none that is white on every page.
        """
        blocks = {self._beside(copy, first=True) for copy in copies} - {()}
        if not blocks:
            self._name_covers(copies)
            return
        filler = self._filler
        longest = max(filler.width(line) for lines in blocks for line in lines)
        widest = min(longest + filler.figures + _ROUNDED, _WIDEST * filler.row)
        room = CodeLines(widest, max(map(len, blocks)), filler.row)
        pages = tuple(
            (page, self._scanned(version, index))
            for version, book in self.books.items()
            for index, page in enumerate(book.pages)
        )
        usual = tuple(page for page, scanned in pages if not scanned)
        sheets = tuple(page for page, scanned in pages if scanned)
        self._place = code_place(usual, room) if usual else None
        self._prepare_covers(copies)
        self._sheet_place = code_place(sheets, room, SHEET_SIZE) if sheets else None

    def _prepare_covers(self, copies: Sequence[PupilCopy]) -> None:
        """Find room on covers for whose copy it is: who hands out copies reads it there, and not on a page within."""
        filler, place = self._filler, self._place
        covers = {version: book.pages[0] for version, book in self.books.items() if book.pages[0].cover}
        blocks = {self._on_cover(copy) for copy in copies if copy.version in covers}
        if place is not None and blocks:
            longest = max(filler.width(line) for lines in blocks for line in lines)
            room = CodeLines(longest + filler.figures + _ROUNDED, max(map(len, blocks)), filler.row)
            cover = next(iter(covers.values()))
            self._cover_place = widened(place, cover, room)
            if hides(self._cover_place or place, cover):
                joined = max(filler.width(_BETWEEN.join(lines)) for lines in blocks)
                self._cover_line = on_one_line(place, joined + filler.figures + _ROUNDED)

    def _name_covers(self, copies: Sequence[PupilCopy]) -> None:
        """Find white on the covers of copies that have no code, for whose they are; without any, the pages within say it."""
        covers = {version: book.pages[0] for version, book in self.books.items() if book.pages[0].cover}
        blocks = {self._on_cover(copy) for copy in copies if copy.version in covers} - {()}
        if blocks:
            longest = max(self._filler.width(line) for lines in blocks for line in lines)
            for above in (1, 0):  # larger type takes the room of a line more
                room = CodeLines(longest, max(map(len, blocks)) + above, self._filler.row)
                with suppress(FaultsFound):
                    self._cover_place = code_place(tuple(covers.values()), room, 0)
                    break

    def sheets(self, version: str) -> tuple[tuple[int, CodePlace | None, tuple[FoundSlot, ...]], ...]:
        """The sheets of a version that a scanner reads: index of the page, place of its code, marks and boxes."""
        slots = [each for each in self._slots[version] if each.slot.name.startswith("scan-")]
        pages = dict.fromkeys(each.page for each in slots)
        return tuple(
            (page, self._sheet_place, tuple(each for each in slots if each.page == page)) for page in pages
        )

    def _scanned(self, version: str, index: int) -> bool:
        return index in self._sheets[version]

    def leaves(self, copy: PupilCopy, count: int) -> tuple[PrintLeaf, ...]:
        """Make a copy.

        Args:
            copy: whose.
            count: its pages, blank ones at the end included.
        """
        book = self.books[copy.version]
        leaves = [
            PrintLeaf(
                page,
                added.frames,
                added.common,
                added.symbol,
                copy.code if index == 0 else "",
                filled=added.filled,
            )
            for index, (page, added) in enumerate(zip(book.pages, self._added(copy, book), strict=True))
        ]
        blank = self.blank(copy.version)
        return (*leaves, *(PrintLeaf(blank) for _ in range(count - len(leaves))))

    def blank(self, version: str) -> Page:
        """An empty page of the size of a book's last; the same one each time."""
        known = self._blanks.get(version)
        if known is None:
            last = self.books[version].pages[-1]
            known = self._blanks[version] = replace(last, frames=(), blank=True, section="", label="")
        return known

    def frames(self, copy: PupilCopy) -> Iterator[Frame]:
        """All that a copy adds to its pages."""
        for added in self._added(copy, self.books[copy.version], coded=False):
            yield from (*added.common, *added.frames, *added.filled)

    def _added(self, copy: PupilCopy, book: Book, *, coded: bool = True) -> list[_Added]:
        """What a copy adds to each page; not `coded`, without the symbols of codes."""
        filled: list[list[Frame]] = [[] for _ in book.pages]
        for found in self._slots[copy.version]:
            text = self._said(found, copy)
            if text:
                slot = found.slot
                filled[found.page] += [
                    Frame(found.x + each.x, found.y + each.y, each.items, found.tag)
                    for each in self._filler.written(text, slot.width, slot.height, copy.span)
                ]
        common: dict[tuple[bool, bool, bool], tuple[Frame, ...]] = {}
        made = []
        for index, page in enumerate(book.pages):
            scanned = self._scanned(copy.version, index)
            place = self._sheet_place if scanned else self._place
            if index == 0 and page.cover:
                place = self._place_on_cover(copy)
            if place is None or page.blank:
                made.append(_Added(filled=tuple(filled[index])))
                continue
            kind = index == 0, self._covered(page, place), scanned
            if kind not in common:
                common[kind] = self._block(copy, place, first=kind[0], plated=kind[1])
            code: CodeSymbol | None = None
            own: tuple[Frame, ...] = ()
            if "code" in self._personal:
                own = (self._filler.digits(f"{index + 1:03}", *self._end(place)),)
                if coded:
                    code = self._symbols.symbol(page_code(copy.code, index + 1), place.x, place.y, place.size)
            made.append(_Added(own, tuple(filled[index]), common[kind], code))
        return made

    def _place_on_cover(self, copy: PupilCopy) -> CodePlace | None:
        """One line above what the cover says, where large type needs it and a copy's has room; else the lines' own place."""
        line = self._cover_line
        if line is not None:
            number = self._filler.figures + _ROUNDED if "code" in self._personal else 0
            if self._filler.fits(_BETWEEN.join(self._on_cover(copy)), line.text[1] - number):
                return line
        return self._cover_place or self._place

    def _block(self, copy: PupilCopy, place: CodePlace, *, first: bool, plated: bool) -> tuple[Frame, ...]:
        """What stands beside a code on all pages of a copy, or on its first one: the code but for the page is the last."""
        lines = self._beside(copy, first=first)
        if place is self._cover_line:
            lines = (_BETWEEN.join(self._on_cover(copy)),)
        elif place is self._cover_place:
            named = self._on_cover(copy)
            lines = named if all(self._filler.fits(line, place.text[1]) for line in named[:-1]) else lines
        right, bottom = self._end(place)
        made = [_plate(place)] if plated else []
        for row, line in zip(range(len(lines) - 1, -1, -1), lines, strict=True):
            coded = row == 0 and "code" in self._personal
            whose = None
            if first and row == len(lines) - 1 and not coded:
                whose = self._whose(copy, line, place.text[0], bottom - row * self._filler.row)
            if whose is not None:
                made.append(whose)
                continue
            end = right if coded else place.text[0]
            measure = place.text[1] - (place.text[0] - end)
            made.append(self._filler.beside(line, end, bottom - row * self._filler.row, measure, copy.span))
        return tuple(made)

    def _whose(self, copy: PupilCopy, line: str, right: int, y: int) -> Frame | None:
        """Say on a cover whose copy it is, larger than a code where it is white; None on other pages and other covers."""
        cover = self.books[copy.version].pages[0]
        return self._filler.named(line, right, y, cover) if cover.cover else None

    def _end(self, place: CodePlace) -> tuple[int, int]:
        """Where the number of the page begins behind the code of the copy, on whole points, which take less room."""
        x = (place.text[0] - self._filler.figures) // 1000 * 1000
        return x, place.baseline // 1000 * 1000

    def _covered(self, page: Page, place: CodePlace) -> bool:
        """Whether a page is printed where its code stands: covers are, and pages on coloured paper."""
        known = self._plated.get(id(page))
        if known is None:
            known = page.cover or grounded(page) or any(_meet(place.box, each) for each in ink_boxes(page))
            self._plated[id(page)] = known
        return known

    def _said(self, found: FoundSlot, copy: PupilCopy) -> str:
        """What a copy has for a slot; "" where the pupil writes it, or the job does not name it."""
        name = found.slot.name
        texts = {"name": copy.name, "class": copy.group}
        return texts.get(name, "") if name in self._personal else ""

    def _on_cover(self, copy: PupilCopy) -> tuple[str, ...]:
        """The lines beside the code of a cover, which says too what has no line of its own there."""
        asked = {found.slot.name for found in self._slots[copy.version] if found.page == 0}
        return self._lines(copy, first=True, asked=asked)

    def _beside(self, copy: PupilCopy, *, first: bool) -> tuple[str, ...]:
        """The lines beside the code of a page; the first page says too what has no line of its own on any."""
        return self._lines(copy, first=first, asked={found.slot.name for found in self._slots[copy.version]})

    def _lines(self, copy: PupilCopy, *, first: bool, asked: set[str]) -> tuple[str, ...]:
        text = self._labels.text
        loose = [
            value
            for key, value in (("name", copy.name), ("class", copy.group))
            if first and key in self._personal and key not in asked
        ]
        said = [
            text("version-n", name=copy.version) if "version" in self._personal and copy.version else "",
            text("seat-n", name=copy.seat) if "seat" in self._personal and copy.seat else "",
            copy.number if "number" in self._personal else "",
        ]
        lines = [_BETWEEN.join(filter(None, each)) for each in (loose, said)]
        lines += [f"{copy.code}-"] if "code" in self._personal else []
        return tuple(filter(None, lines))


def _plate(place: CodePlace) -> Frame:
    """White behind a code, its quiet zone included, and behind the lines beside it."""
    quiet = round(place.size * _QUIET)
    left = place.text[0] - place.text[1] - quiet // 2
    code = place.x - quiet - left
    lines = (0, 0, code, place.height + quiet)
    symbol = (code, 0, place.size + 2 * quiet, place.size + 2 * quiet)
    shapes = tuple(rectangle(box, fill=WHITE) for box in (lines, symbol))
    return Frame(left, place.y - quiet, shapes, ARTIFACT)


def _meet(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

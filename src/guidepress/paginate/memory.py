"""What pagination made of a document, for the next document, which mostly says the same.

Who edits a guide changes a paragraph. A section that says what it said is given back as it was collected: the same
pieces, and with them the same strands, plans and pages, each found by identity. Whatever hangs on more than the
section itself (element numbers, names already taken, what references say, the folio) is compared before it is used.

Only the last book is remembered, so that a program that runs for days keeps no more than one that builds two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import identity
from guidepress.paginate.breaks import Breaker
from guidepress.paginate.mentions import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Note, Section
    from guidepress.page.book import OutlineEntry, Page
    from guidepress.page.tree import Node
    from guidepress.paginate.flowing import Flowing
    from guidepress.paginate.masters import FurnitureText
    from guidepress.paginate.pieces import Footnote, Piece, Strand
    from guidepress.paginate.plans import Plan

__all__ = ["CollectedSection", "Memory", "PageKey"]

PageKey: TypeAlias = "tuple[int, FurnitureText, int, int]"
"""A plan (by `id`), what the furniture says, how many edge tabs there are, how many pages stand before the first."""


@identity
class CollectedSection:
    """A section as it was collected, and what that hung on.

    Attributes:
        section: what it says.
        pieces: what it became.
        element, bookmark: how many elements and outline entries there were before it.
        nodes, entries: those that it added.
        granted, refused: anchors that it named first; those that others before it had named.
        notes: the footnotes that it calls for, each with what it says.
        borrows: it calls for a footnote that another section has, or that there is none of.
    """

    section: Section
    pieces: tuple[Piece, ...]
    element: int
    bookmark: int
    nodes: tuple[Node, ...]
    entries: tuple[OutlineEntry, ...]
    granted: frozenset[str]
    refused: frozenset[str]
    notes: tuple[tuple[Note, Footnote], ...]
    borrows: bool


class Memory:
    """What one book became; it serves books of one layout, set with the same faces.

    Attributes:
        breaker: chooses where pages end; it knows where those of the last book did.
    """

    def __init__(self) -> None:
        self._language = ""
        self._sections: dict[str, CollectedSection] = {}
        self._strands: dict[int, Strand] = {}
        self._flowing: dict[Strand, Flowing] = {}
        self._pages: dict[PageKey, tuple[Plan, Page]] = {}
        self._sound: dict[int, Page] = {}
        self._reader = Reader(frozenset())
        self.breaker = Breaker()

    def enter(self, language: str) -> None:
        """Begin a book; one in another language has nothing in common with the last."""
        self.breaker.begin()
        if language != self._language:
            self.forget()
            self._language = language

    def forget(self) -> None:
        """Forget all."""
        self._sections, self._strands, self._flowing, self._pages, self._sound = {}, {}, {}, {}, {}
        self._reader = Reader(frozenset())
        self.breaker = Breaker()

    def section(self, section: Section) -> CollectedSection | None:
        """A section of the last book that says the same."""
        known = self._sections.get(section.anchor)
        return known if known is not None and known.section == section else None

    def keep_sections(self, sections: Iterable[CollectedSection]) -> None:
        """Keep the sections of this book."""
        self._sections = {each.section.anchor: each for each in sections if not each.borrows}

    def strands(self, strands: Iterable[Strand]) -> tuple[Strand, ...]:
        """Give back strands of the last book in the place of those that hold the same pieces."""
        found = tuple(map(self._same, strands))
        self._strands = {id(strand.pieces[0]): strand for strand in found if strand.pieces}
        self._flowing = {strand: self._flowing[strand] for strand in found if strand in self._flowing}
        return found

    def _same(self, strand: Strand) -> Strand:
        known = self._strands.get(id(strand.pieces[0])) if strand.pieces else None
        if known is None or known.section is not strand.section or known.start != strand.start:
            return strand
        return known if known.pieces == strand.pieces else strand

    def flowing(self, strand: Strand) -> Flowing | None:
        """How a strand of the last book flowed into pages."""
        return self._flowing.get(strand)

    def keep_flowing(self, flowing: Iterable[Flowing]) -> None:
        """Keep how the strands of this book flowed."""
        self._flowing = {each.strand: each for each in flowing}

    def page(self, key: PageKey) -> Page | None:
        """A page of the last book that was painted of the same plan and with the same furniture."""
        known = self._pages.get(key)
        return None if known is None else known[1]

    def keep_pages(self, pages: dict[PageKey, tuple[Plan, Page]]) -> None:
        """Keep the pages of this book; they hold their plans, so that no other can have their `id`."""
        self._pages = pages

    def is_sound(self, page: Page) -> bool:
        """Whether a page is one of the last book's, and nothing on it was over its edge or over something else."""
        return id(page) in self._sound

    def keep_sound(self, pages: Iterable[Page]) -> None:
        """Keep the sound pages of this book."""
        self._sound = {id(page): page for page in pages}

    def reader(self, wanted: frozenset[tuple[str, ...]]) -> Reader:
        """Who reads pages for the words of an index; if they are those of the last book's, it knows what it has read."""
        if wanted != self._reader.wanted:
            self._reader = Reader(wanted)
        return self._reader

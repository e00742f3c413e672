"""In: a composed guide and its finished pages. Out: what the cover must know of its interior."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.document.kinds import SECTION_KINDS
from guidepress.layout.kinds import declared

if TYPE_CHECKING:
    from guidepress.document.blocks import Document
    from guidepress.page.book import Book, Metadata

__all__ = ["Inside", "Interior", "interior_of"]


@record
class Inside:
    """A section that the back may name: its title, and how many pages it has."""

    title: str
    pages: int


@record
class Interior:
    """What a cover must know of the pages that it is bound around.

    Attributes:
        metadata: what the interior says of itself.
        count: pages of the file, the blank ones among them: what makes the spine.
        pages: pages of the book block, as the front says.
        reading_time: in words, as the front says; "" where the layout says none.
        sections: what the back may name, in the order of the book.
    """

    metadata: Metadata
    count: int
    pages: int
    reading_time: str
    sections: tuple[Inside, ...]


def interior_of(document: Document, book: Book, count: int) -> Interior:
    """Gather what a cover must know.

    Args:
        document: as composed.
        book: its pages.
        count: pages of the file that the printer gets, padded as it asks.
    """
    pages = Counter(page.section for page in book.pages)
    sections: dict[str, int] = {}
    for section in document.sections:
        named = section.kind in SECTION_KINDS and not declared(section.kind).apparatus
        if named and section.title:
            sections[section.title] = sections.get(section.title, 0) + pages[section.anchor]
    return Interior(
        metadata=book.metadata,
        count=count,
        pages=book.page_count,
        reading_time=book.reading_time,
        sections=tuple(Inside(title, length) for title, length in sections.items()),
    )

"""In: a Document, a Layout and fonts. Out: the Book: pages, structure tree, outline, counts.

The document is collected once into strands of pieces. A round lets every strand flow into pages, which tells the
folios; strands whose late inlines say something new flow again, until nothing moves. Then the pages are painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.layout.areas import areas_of
from guidepress.page.book import Book
from guidepress.paginate.collect import collect
from guidepress.paginate.counts import time_of
from guidepress.paginate.memory import Memory
from guidepress.paginate.overruns import overruns
from guidepress.paginate.painted_pages import paint_pages
from guidepress.paginate.pieces import paragraphs_of
from guidepress.paginate.plain import section_text
from guidepress.paginate.resolve import unknown
from guidepress.paginate.rounds import settle
from guidepress.paginate.setter import Setter
from guidepress.typeset import learn

if TYPE_CHECKING:
    from guidepress.document.blocks import Document
    from guidepress.layout.model import Layout
    from guidepress.typeset import Fonts

__all__ = ["paginate"]


def paginate(document: Document, layout: Layout, fonts: Fonts, memory: Memory | None = None) -> Book:
    """Make the pages of a document.

    Args:
        document: blocks that know no pages.
        layout: page, furniture, numbering.
        fonts: the faces, with what they have shaped so far.
        memory: what the last book of this layout became; it remembers this one in its place.

    Returns:
        The finished book; what went wrong on the way stands in its diagnostics.

    Raises:
        FaultsFound: references do not settle; the diagnostics name those that still move.
    """
    labels = layout.labels_in(document.metadata.language)
    areas = areas_of(layout.page, layout.styles)
    memory = memory or Memory()
    memory.enter(document.metadata.language)
    collected = collect(document, layout, areas, labels, memory)
    fresh = (strand for strand in collected.strands if memory.flowing(strand) is None)
    paragraphs = (para for strand in fresh for para in paragraphs_of(strand.pieces))
    learn(((para.paragraph.inlines, para.style, para.language) for para in paragraphs), fonts)
    setter = Setter(fonts, labels, unknown(labels))
    settled = settle(collected, setter, areas, memory, time_of(document, layout, labels))
    setter, resolved = settled.setter, settled.setter.resolved
    pages = paint_pages(settled.planned_pages, collected, layout, setter, memory)
    diagnostics = setter.diagnostics()
    if any(each.span for each in diagnostics):
        memory.forget()  # what is remembered of a text may say where it stood before
    return Book(
        metadata=document.metadata,
        pages=pages,
        tree=collected.tree,
        outline=collected.outline,
        page_count=resolved.pages,
        reading_time=resolved.reading_time,
        sections=tuple(section_text(texts, resolved, labels) for texts in collected.texts),
        diagnostics=(*diagnostics, *settled.diagnostics, *overruns(pages, collected.tree, memory)),
        decisions=tuple(planned.decision for planned in settled.planned_pages),
    )

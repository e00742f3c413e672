"""In: a finished book, its document and its layout. Out: the sampler that its layout asks for.

A sampler is cut out of the full book, so that its folios, its contents and the number of pages it offers are true
without being counted twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.inlines import Text
from guidepress.layout.areas import areas_of
from guidepress.page.items import BACKGROUND, Anchor, Frame, Shape
from guidepress.page.tree import Node
from guidepress.sample.greek import greeked
from guidepress.sample.locks import locks_of
from guidepress.sample.pruning import items_of, pruned, renumbered
from guidepress.typeset import set_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.document.blocks import Document
    from guidepress.layout.model import Layout
    from guidepress.page.book import Book, OutlineEntry, Page
    from guidepress.sample.locks import Locks
    from guidepress.typeset import Fonts

__all__ = ["sampled"]

_STRIP = 30_000
"""Height of the strip at the foot, mpt; less where the folio stands lower."""

_FREE = 700
"""Per mille of the room below the folio's baseline that the strip may take."""


def sampled(book: Book, document: Document, layout: Layout, fonts: Fonts) -> Book:
    """Cut a sampler out of a book.

    Args:
        book: the full book.
        document: it was made from; its sections have kinds.
        layout: its `sampler` says which kinds can be read, and how many pages of the others are shown.
        fonts: the faces.

    Returns:
        A book of fewer pages with the folios, count and reading time of the full one. What is locked is drawn as bars;
        it has no text, no alternative text, no element and no bookmark of its own.
    """
    locks = locks_of(book.tree, document, layout.sampler.open, units=layout.sampler.units)
    areas = areas_of(layout.page, layout.styles)
    text = (areas.top, areas.foot)
    tree = list(book.tree)
    strip = _Strip(book, layout, fonts)
    left: dict[int, int] = {}
    pages: list[Page] = []
    gone: dict[str, str] = {}  # what led to a page that is not shown leads to its section instead
    for page in book.pages:
        shown = greeked(page, locks, layout.colours["rule"], text)
        sections = shown.sections
        open_ = any(
            frame.tag in locks.read or (frame.tag >= 0 and locks.tops[frame.tag] not in locks.locked)
            for frame in page.frames
        )
        news = [each for each in sections if left.setdefault(each, layout.sampler.pages) > 0]
        everything = not layout.sampler.pages
        if page.blank or (sections and not (open_ or news or everything)):
            gone.update({anchor.name: page.section for anchor in items_of(page.frames, Anchor)})
            continue
        for each in sections:
            left[each] -= 1
        frames = shown.frames
        if sections:
            tree.append(Node("P", sections[0]))
            frames = (*frames, *strip.frames(page.width, page.height, len(tree) - 1))
        pages.append(replace(page, number=len(pages) + 1, frames=frames))
    kept, numbers = pruned(tuple(tree), lambda index: index < len(book.tree) and locks.hides(index))
    pages = [replace(page, frames=renumbered(page.frames, numbers, gone)) for page in pages]
    return replace(
        book,
        pages=tuple(pages),
        tree=kept,
        outline=tuple(_outline(book.outline, locks, document)),
        sections=tuple(section for section in book.sections if section.anchor not in locks.anchors),
        excerpt=True,
    )


class _Strip:
    """The strip that says what the full book has, set once."""

    def __init__(self, book: Book, layout: Layout, fonts: Fonts) -> None:
        language = book.metadata.language
        said = layout.labels_in(language).count("unlock", book.page_count)
        self._style = layout.styles["unlock"]
        self._line = set_line((Text(said),), self._style, fonts, language=language)
        foot = areas_of(layout.page, layout.styles).foot
        below = layout.page.height - foot - layout.furniture.foot_offset
        self._height = min(_STRIP, max(below * _FREE // 1000, self._style.leading))

    def frames(self, width: int, height: int, element: int) -> tuple[Frame, ...]:
        """Draw it over the foot of a page, its words an element of the section that is locked."""
        ground = Shape((("r", (0, 0, width, self._height)),), fill=self._style.background)
        rule = self._style.rule_above
        line = Shape((("m", (0, 0)), ("l", (width, 0))), stroke=rule.colour, line_width=rule.width)
        shapes = ((ground,) if ground.fill else ()) + ((line,) if rule.width else ())
        top = height - self._height
        baseline = top + (self._height + self._style.size * 7 // 10) // 2
        words = Frame((width - self._line.width) // 2, baseline, self._line.runs, element)
        return Frame(0, top, shapes, BACKGROUND), words


def _outline(outline: Iterable[OutlineEntry], locks: Locks, document: Document) -> Iterator[OutlineEntry]:
    """Keep the bookmarks of sections, and those below of sections that can be read."""
    anchors = {section.anchor for section in document.sections}
    locked = False
    for entry in outline:
        if entry.anchor in anchors:
            locked = entry.anchor in locks.anchors
            yield entry
        elif not locked:
            yield entry

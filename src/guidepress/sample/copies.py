"""In: a finished book that is parted into copies, and its document. Out: each copy as a book of its own.

Copies are cut out of the one book: a version, its key and the answer sheet that belong together are of one build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.parted import REST
from guidepress.page.items import Anchor, Link
from guidepress.sample.locks import section_elements, tops_of
from guidepress.sample.pruning import frames_of, items_of, pruned, renumbered

if TYPE_CHECKING:
    from guidepress.document.blocks import Document, Section
    from guidepress.page.book import Book, Page
    from guidepress.page.tree import Node

__all__ = ["copies", "parts_of"]


def parts_of(document: Document) -> dict[str, tuple[int, ...]]:
    """Find the copies of a document: by name the indices of its sections; what is in none is passed over."""
    found: dict[str, tuple[int, ...]] = {}
    name = ""
    for index, section in enumerate(document.sections):
        name = section.part or name
        if name and name != REST:
            found[name] = (*found.get(name, ()), index)
    return found


def copies(book: Book, document: Document) -> dict[str, Book]:
    """Cut the copies out of a book.

    Args:
        book: of a layout whose `numbering` is copies.
        document: it was made from.

    Returns:
        By the name of each copy its book: its pages, folios as they are, its elements and bookmarks. A link that led
        out of it is plain text.
    """
    elements, tops = section_elements(book.tree, len(document.sections)), tops_of(book.tree)
    return {
        name: _copy(
            book,
            tuple(document.sections[each] for each in indices),
            {elements[each] for each in indices},
            tops,
        )
        for name, indices in parts_of(document).items()
    }


def _copy(book: Book, sections: tuple[Section, ...], kept: set[int], tops: tuple[int, ...]) -> Book:
    anchors = {section.anchor for section in sections}
    pages = [page for page in book.pages if page.section in anchors and not (page.blank or page.cover)]
    here = {anchor.name for page in pages for anchor in items_of(page.frames, Anchor)}
    links = [link for page in pages for link in items_of(page.frames, Link)]
    gone = {
        link.target[1:]: "" for link in links if link.target.startswith("#") and link.target[1:] not in here
    }
    tree, numbers = pruned(book.tree, lambda index: index > 0 and tops[index] not in kept)
    cut = tuple(
        replace(page, number=number, frames=renumbered(page.frames, numbers, gone))
        for number, page in enumerate(pages, 1)
    )
    return replace(
        book,
        pages=cut,
        tree=_without_links(tree, cut) if gone else tree,
        outline=tuple(entry for entry in book.outline if entry.anchor in here),
        page_count=len(cut),
        reading_time="",
        sections=tuple(section for section in book.sections if section.anchor in anchors),
        diagnostics=(),
        decisions=(),
    )


def _without_links(tree: tuple[Node, ...], pages: tuple[Page, ...]) -> tuple[Node, ...]:
    """Make a plain span of each link's element that no page has a link for."""
    linked = {_above(element, tree) for page in pages for element in _link_tags(page)}
    return tuple(
        replace(node, role="Span") if node.role == "Link" and index not in linked else node
        for index, node in enumerate(tree)
    )


def _above(element: int, tree: tuple[Node, ...]) -> int:
    """The Link that an element is in, or is itself; 0 if there is none."""
    while element > 0 and tree[element].role != "Link":
        element = tree[element].parent
    return max(element, 0)


def _link_tags(page: Page) -> list[int]:
    """The elements of a page's links, or those around them."""
    return [
        frame.tags[item.source] if frame.tags else frame.tag
        for frame in frames_of(page.frames)
        for item in frame.items
        if isinstance(item, Link)
    ]

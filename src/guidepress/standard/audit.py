"""In: a Book and the standards it must meet. Out: diagnostics, before a byte of the file is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import INHERIT, Anchor, Frame, Link, Run
from guidepress.standard.faults import Fault
from guidepress.standard.judge import judge
from guidepress.standard.structure import LANGUAGE, check_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.page.book import Book
    from guidepress.page.items import Item
    from guidepress.standard.judge import Finding

__all__ = ["audit"]


def audit(book: Book, profiles: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Say what keeps a book from meeting the profiles ("ua1", "2a" …); empty if nothing does."""
    return judge(_findings(book), profiles)


def _findings(book: Book) -> Iterator[Finding]:
    if not book.metadata.title.strip():
        yield Fault.NO_TITLE, ()
    if not book.metadata.language:
        yield Fault.NO_LANGUAGE, ()
    elif not LANGUAGE.fullmatch(book.metadata.language):
        yield Fault.BAD_LANGUAGE, (repr(book.metadata.language),)
    yield from check_tree(book.tree)
    yield from _pages(book)


def _pages(book: Book) -> Iterator[Finding]:
    links: list[Link] = []
    anchors: list[str] = []
    loose: list[Run] = []
    for page in book.pages:
        _walk(page.frames, INHERIT, links, anchors, loose)
    for run in loose:
        yield Fault.TEXT_UNTAGGED, (" ".join(word.text for word in run.words),)
    named = set(anchors)
    if len(named) < len(anchors):
        for name in dict.fromkeys(name for name in anchors if anchors.count(name) > 1):
            yield Fault.DUPLICATE_ANCHOR, (name,)
    yield from _links(links, named)
    for entry in book.outline:
        if entry.anchor not in named:
            yield Fault.DANGLING_LINK, (entry.anchor,)


def _links(links: Sequence[Link], named: set[str]) -> Iterator[Finding]:
    for link in links:
        if not link.description.strip():
            yield Fault.LINK_WITHOUT_DESCRIPTION, (link.target,)
        if link.target.startswith("#") and link.target[1:] not in named:
            yield Fault.DANGLING_LINK, (link.target[1:],)


def _walk(items: Sequence[Item], tag: int, links: list[Link], anchors: list[str], loose: list[Run]) -> None:
    """Collect what a page's faults can hang on; `tag` is INHERIT while no frame around has given one."""
    for item in items:
        if isinstance(item, Run):
            if tag == INHERIT:
                loose.append(item)
        elif isinstance(item, Frame):
            own = tag if item.tag == INHERIT else item.tag
            # Inlines that name their elements are tagged even in a frame that is not.
            _walk(item.items, 0 if own == INHERIT and item.tags else own, links, anchors, loose)
        elif isinstance(item, Link):
            links.append(item)
        elif isinstance(item, Anchor):
            anchors.append(item.name)

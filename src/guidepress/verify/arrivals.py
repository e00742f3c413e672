"""In: an open PDF. Out: bookmarks and links that lead nowhere, or elsewhere than the Book promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.cos import Ref
from guidepress.cos.destinations import NOWHERE, DestinationIndex
from guidepress.cos.shapes import NEVER, PLAIN_NAME, PLAIN_STRING, dictionary_shape
from guidepress.cos.text import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos.values import Dictionary
    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened

__all__ = ["check_links", "check_outline"]

_PLAIN_LINK = dictionary_shape({"Subtype": PLAIN_NAME, "Dest": PLAIN_STRING, "A": NEVER})
"""A link to a named place of the file, as nearly all are in a book; or an annotation of another kind."""

_MOST_BOOKMARKS = 100_000
"""A bound against circular outlines; no real book has as many."""


def check_outline(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    """Every bookmark must lead to a page; of our own files, to the page that holds its heading."""
    destinations = _index(opened)
    found: list[tuple[str, int]] = []
    for item in _bookmarks(opened):
        title, page = text_of(opened.file.get(item.get("Title"))), destinations.page_of(item)
        found.append((title, page))
        # Of a foreign file a bookmark may be a mere heading, or lead to an address.
        if page == NOWHERE and (expectation is not None or not destinations.leaves(item)):
            yield _fault("outline", f"The bookmark {title!r} leads nowhere.")
    if expectation is None:
        return
    if len(found) != len(expectation.outline):
        yield _fault("outline", f"The outline has {len(found)} bookmarks, not {len(expectation.outline)}.")
    for (title, page), (wanted, target) in zip(found, expectation.outline, strict=False):
        if title != wanted:
            yield _fault("outline", f"A bookmark reads {title!r}, not {wanted!r}.")
        elif page not in {target, NOWHERE}:
            yield _fault("outline", f"The bookmark {title!r} leads to page {page + 1}, not {target + 1}.")


def check_links(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    """Every link must lead to a page of this file or to an address."""
    destinations = _index(opened)
    for index, page in enumerate(opened.pages):
        count = 0
        for entry in opened.file.array(page.entries.get("Annots")):
            plain = opened.file.match(entry.number, _PLAIN_LINK) if isinstance(entry, Ref) else None
            if plain is not None and plain["Subtype"] == b"/Link" and plain["Dest"] is not None:
                count += 1
                if destinations.page_of_name(plain["Dest"][1:-1]) == NOWHERE:
                    yield _fault("link", f"A link on page {index + 1} leads nowhere.")
                continue
            annotation = opened.file.dictionary(entry)
            if annotation.get("Subtype") != "Link":
                continue
            count += 1
            action = opened.file.dictionary(annotation.get("A"))
            if action and action.get("S") != "GoTo":
                address = opened.file.get(action.get("URI"))
                if action.get("S") == "URI" and not text_of(address).strip():
                    yield _fault("link", f"A link on page {index + 1} has no address.")
                continue
            if destinations.page_of(annotation) == NOWHERE:
                yield _fault("link", f"A link on page {index + 1} leads nowhere.")
        if expectation is not None and index < len(expectation.links) and count != expectation.links[index]:
            yield _fault("link", f"Page {index + 1} has {count} links, not {expectation.links[index]}.")


def _index(opened: Opened) -> DestinationIndex:
    return DestinationIndex(opened.file, [page.number for page in opened.pages])


def _bookmarks(opened: Opened) -> Iterator[Dictionary]:
    """Yield the outline's items, parents before their children."""
    stack = [opened.file.dictionary(opened.root.get("Outlines")).get("First")]
    budget = _MOST_BOOKMARKS
    while stack and budget:
        budget -= 1
        item = opened.file.dictionary(stack.pop())
        if item:
            yield item
            stack.extend(kid for kid in (item.get("Next"), item.get("First")) if kid is not None)


def _fault(code: str, message: str) -> Diagnostic:
    return Diagnostic("error", code, message)

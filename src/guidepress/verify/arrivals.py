"""In: an open PDF. Out: bookmarks and links that lead nowhere, or elsewhere than the Book promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.cos import Name, Ref
from guidepress.cos.shapes import NEVER, PLAIN_NAME, PLAIN_STRING, dictionary_shape
from guidepress.cos.text import text_of
from guidepress.cos.trees import name_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos import Value
    from guidepress.cos.values import Dictionary, Object
    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened

__all__ = ["check_links", "check_outline"]

_PLAIN_LINK = dictionary_shape({"Subtype": PLAIN_NAME, "Dest": PLAIN_STRING, "A": NEVER})
"""A link to a named place of the file, as nearly all are in a book; or an annotation of another kind."""

_MOST_BOOKMARKS = 100_000
"""A bound against circular outlines; no real book has as many."""


def check_outline(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    """Every bookmark must lead to a page; of our own files, to the page that holds its heading."""
    destinations = _Destinations(opened)
    found = [
        (text_of(opened.file.get(item.get("Title"))), destinations.page_of(item))
        for item in _bookmarks(opened)
    ]
    for title, page in found:
        if page < 0:
            yield _fault("outline", f"The bookmark {title!r} leads nowhere.")
    if expectation is None:
        return
    if len(found) != len(expectation.outline):
        yield _fault("outline", f"The outline has {len(found)} bookmarks, not {len(expectation.outline)}.")
    for (title, page), (wanted, target) in zip(found, expectation.outline, strict=False):
        if title != wanted:
            yield _fault("outline", f"A bookmark reads {title!r}, not {wanted!r}.")
        elif page != target and page >= 0:
            yield _fault("outline", f"The bookmark {title!r} leads to page {page + 1}, not {target + 1}.")


def check_links(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    """Every link must lead to a page of this file or to an address."""
    destinations = _Destinations(opened)
    for index, page in enumerate(opened.pages):
        count = 0
        for entry in opened.file.array(page.entries.get("Annots")):
            plain = opened.file.match(entry.number, _PLAIN_LINK) if isinstance(entry, Ref) else None
            if plain is not None and plain["Subtype"] == b"/Link" and plain["Dest"] is not None:
                count += 1
                if destinations.page_of_name(plain["Dest"][1:-1]) < 0:
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
            if destinations.page_of(annotation) < 0:
                yield _fault("link", f"A link on page {index + 1} leads nowhere.")
        if expectation is not None and index < len(expectation.links) and count != expectation.links[index]:
            yield _fault("link", f"Page {index + 1} has {count} links, not {expectation.links[index]}.")


class _Destinations:
    """Resolves where bookmarks and links lead; reads the names once."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._named: dict[bytes | Name, Value] | None = None
        self._pages: dict[bytes | Name, int] = {}

    def page_of(self, item: Dictionary) -> int:
        """Page index that an outline item or a link annotation leads to, or -1."""
        file = self._opened.file
        target = file.get(item.get("Dest"))
        if target is None:
            target = file.get(file.dictionary(item.get("A")).get("D"))
        return self.page_of_name(target) if isinstance(target, bytes | Name) else self._page_at(target)

    def page_of_name(self, name: bytes | Name) -> int:
        """Page index that a name leads to, or -1."""
        if name not in self._pages:
            self._pages[name] = self._page_at(self._opened.file.get(self._by_name(name)))
        return self._pages[name]

    def _page_at(self, target: Object) -> int:
        if isinstance(target, dict):
            target = self._opened.file.get(target.get("D"))
        return self._opened.page_index(target[0]) if isinstance(target, list) and target else -1

    def _by_name(self, name: bytes | Name) -> Value:
        if self._named is None:
            file, root = self._opened.file, self._opened.root
            self._named = {Name(key): value for key, value in file.dictionary(root.get("Dests")).items()}
            self._named.update(name_pairs(file, file.dictionary(root.get("Names")).get("Dests")))
        return self._named.get(name)


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

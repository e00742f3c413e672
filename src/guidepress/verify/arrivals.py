"""In: an open PDF. Out: bookmarks and links that lead nowhere, or elsewhere than the Book promised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from guidepress.base.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened

__all__ = ["check_links", "check_outline"]

_MOST_BOOKMARKS = 100_000
"""A bound against circular outlines; no real book has as many."""


def check_outline(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    """Every bookmark must lead to a page; of our own files, to the page that holds its heading."""
    destinations = _Destinations(opened)
    found = [(str(item.get("/Title", "")), destinations.page_of(item)) for item in _bookmarks(opened)]
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
        for annotation in _annotations(page):
            if annotation.get("/Subtype") != "/Link":
                continue
            count += 1
            action = _resolve(annotation.get("/A"))
            if isinstance(action, DictionaryObject) and action.get("/S") != "/GoTo":
                if action.get("/S") == "/URI" and not str(action.get("/URI", "")).strip():
                    yield _fault("link", f"A link on page {index + 1} has no address.")
                continue
            if destinations.page_of(annotation) < 0:
                yield _fault("link", f"A link on page {index + 1} leads nowhere.")
        if expectation is not None and index < len(expectation.links) and count != expectation.links[index]:
            yield _fault("link", f"Page {index + 1} has {count} links, not {expectation.links[index]}.")


class _Destinations:
    """Resolves where bookmarks and links lead; reads the name tree once."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._named: dict[str, Any] | None = None

    def page_of(self, item: DictionaryObject) -> int:
        """Page index that an outline item or a link annotation leads to, or -1."""
        target = item.get("/Dest")
        if target is None:
            action = _resolve(item.get("/A"))
            target = action.get("/D") if isinstance(action, DictionaryObject) else None
        target = _resolve(target)
        if target is not None and not isinstance(target, ArrayObject):
            target = self._by_name(str(target))
        if isinstance(target, DictionaryObject):
            target = _resolve(target.get("/D"))
        return self._opened.page_index(target[0]) if isinstance(target, ArrayObject) and target else -1

    def _by_name(self, name: str) -> object:
        if self._named is None:
            self._named = dict(self._read_names())
        return _resolve(self._named.get(name))

    def _read_names(self) -> Iterator[tuple[str, Any]]:
        old = _resolve(self._opened.root.get("/Dests"))
        if isinstance(old, DictionaryObject):
            yield from ((str(name), value) for name, value in old.items())
        names = _resolve(self._opened.root.get("/Names"))
        stack = [names.get("/Dests")] if isinstance(names, DictionaryObject) else []
        budget = _MOST_BOOKMARKS
        while stack and budget:
            budget -= 1
            node = _resolve(stack.pop())
            if not isinstance(node, DictionaryObject):
                continue
            pairs = _resolve(node.get("/Names"))
            if isinstance(pairs, ArrayObject):
                yield from zip(map(str, pairs[::2]), pairs[1::2], strict=False)
            stack.extend(_resolve(node.get("/Kids")) or ())


def _bookmarks(opened: Opened) -> Iterator[DictionaryObject]:
    """Yield the outline's items, parents before their children."""
    outline = _resolve(opened.root.get("/Outlines"))
    stack = [outline.get("/First")] if isinstance(outline, DictionaryObject) else []
    budget = _MOST_BOOKMARKS
    while stack and budget:
        budget -= 1
        item = _resolve(stack.pop())
        if isinstance(item, DictionaryObject):
            yield item
            stack.extend(kid for kid in (item.get("/Next"), item.get("/First")) if kid is not None)


def _annotations(page: DictionaryObject) -> Iterator[DictionaryObject]:
    listed = _resolve(page.get("/Annots"))
    for entry in listed if isinstance(listed, ArrayObject) else ():
        annotation = _resolve(entry)
        if isinstance(annotation, DictionaryObject):
            yield annotation


def _resolve(value: Any) -> Any:  # noqa: ANN401 - a PDF object of any kind
    return value.get_object() if isinstance(value, IndirectObject) else value


def _fault(code: str, message: str) -> Diagnostic:
    return Diagnostic("error", code, message)

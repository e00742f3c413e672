"""In: what a bookmark, a link or an action names as its target. Out: the page it leads to (ISO 32000-1, 12.3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cos.trees import name_pairs
from guidepress.cos.values import Name, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.cos.file import File
    from guidepress.cos.values import Dictionary, Object, Value

__all__ = ["NOWHERE", "DestinationIndex", "destinations_of"]

NOWHERE = -1
"""The index of the page that a target without one leads to."""


def destinations_of(file: File) -> list[tuple[Name | bytes, Value]]:
    """The named destinations of a file: strings in its name tree, names in the dictionary of PDF 1.1."""
    found: list[tuple[Name | bytes, Value]] = []
    found += [(Name(name), value) for name, value in file.dictionary(file.root.get("Dests")).items()]
    found += name_pairs(file, file.dictionary(file.root.get("Names")).get("Dests"))
    return found


class DestinationIndex:
    """Tells where targets lead; reads the names of a file once, when they are asked for.

    Args:
        file: the file.
        pages: the object numbers of its pages, in order; 0 for one that has none.
        ranked: a page may be told by its rank, as only links into other files should.
    """

    def __init__(self, file: File, pages: Iterable[int], *, ranked: bool = False) -> None:
        self._file = file
        self._pages: dict[int, int] = {}
        self._count = 0
        for index, number in enumerate(pages):
            self._count = index + 1
            if number:
                self._pages.setdefault(number, index)
        self._ranked = ranked
        self._named: dict[bytes | Name, Value] | None = None
        self._found: dict[bytes | Name, int] = {}

    def page_of(self, item: Dictionary) -> int:
        """Index of the page that a bookmark or a link leads to; `NOWHERE` if it leads to none of this file."""
        target = self._file.get(item.get("Dest"))
        if target is None:
            target = self._file.get(self._file.dictionary(item.get("A")).get("D"))
        return self.page_at(target)

    def leaves(self, item: Dictionary) -> bool:
        """Whether a bookmark or a link is not meant to lead to a page of this file: it does something else, or nothing."""
        if self._file.get(item.get("Dest")) is not None:
            return False
        action = self._file.get(item.get("A"))
        return not isinstance(action, dict) or self._file.word(action.get("S")) not in {"GoTo", ""}

    def page_at(self, target: Object) -> int:
        """Index of the page that a destination or its name leads to."""
        target = self._file.get(target) if isinstance(target, Ref) else target
        if isinstance(target, bytes | Name):
            return self.page_of_name(target)
        if isinstance(target, dict):
            target = self._file.get(target.get("D"))
        if not isinstance(target, list) or not target:
            return NOWHERE
        page = target[0]
        if self._ranked and type(page) is int and 0 <= page < self._count:
            return page
        return self._pages.get(page.number, NOWHERE) if isinstance(page, Ref) else NOWHERE

    def page_of_name(self, name: bytes | Name) -> int:
        """Index of the page that a name leads to."""
        if name not in self._found:
            if self._named is None:
                self._named = dict(destinations_of(self._file))
            self._found[name] = NOWHERE  # a name that leads to itself
            self._found[name] = self.page_at(self._file.get(self._named.get(name)))
        return self._found[name]

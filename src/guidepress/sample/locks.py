"""In: a book, its document and the kinds that may be read. Out: which structure elements are locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Document
    from guidepress.page.tree import Node

__all__ = ["Locks", "locks_of", "section_elements", "tops_of"]


_UNITS = "units"
"""The kind of section that has a part for each unit of the work."""


@record
class Locks:
    """What of a book is locked.

    Attributes:
        tops: by element, the section's element above it (its child of the root); -1 for the root.
        locked: the sections' elements that cannot be read.
        shown: elements in locked sections that can be read all the same: the sections' own headings, and `read`.
        read: the elements of units that are open in a locked section.
        anchors: anchors of the locked sections.
    """

    tops: tuple[int, ...]
    locked: frozenset[int]
    shown: frozenset[int]
    anchors: frozenset[str]
    read: frozenset[int] = frozenset()

    def hides(self, element: int) -> bool:
        """Whether an element must not be read."""
        return self.tops[element] in self.locked and element not in self.shown


def locks_of(tree: tuple[Node, ...], document: Document, kinds: Iterable[str], *, units: int = 0) -> Locks:
    """Find what is locked when sections of some `kinds` only may be read, and so many `units`.

    The root's children are the cover, if there is one, and the sections in order.
    """
    open_kinds = frozenset(kinds)
    tops = tops_of(tree)
    sections = section_elements(tree, len(document.sections))
    locked = {
        element: section
        for element, section in zip(sections, document.sections, strict=True)
        if section.kind not in open_kinds
    }
    shown: set[int] = set(locked)
    headed: set[int] = set()
    for index, node in enumerate(tree):
        top = tops[index]
        if top not in locked:
            continue
        if node.role == "H1" and top not in headed:
            headed.add(top)
            shown.add(index)
        elif node.parent in shown and node.parent != top:
            shown.add(index)  # inside the heading
    read = _units(tree, {element for element, section in locked.items() if section.kind == _UNITS}, units)
    anchors = frozenset(section.anchor for section in locked.values())
    return Locks(tops, frozenset(locked), frozenset(shown | read), anchors, frozenset(read))


def _units(tree: tuple[Node, ...], sections: set[int], count: int) -> set[int]:
    """Find the elements of the first units of sections: a Sect each, all below it, and headings of parts before it."""
    read: set[int] = set()
    left = dict.fromkeys(sections, count)
    for index, node in enumerate(tree):
        before = node.role.startswith("H") and left.get(node.parent, 0) > 0
        if node.parent in read or before:
            read.add(index)
        elif node.role == "Sect" and left.get(node.parent, 0) > 0:
            left[node.parent] -= 1
            read.add(index)
    return read


def section_elements(tree: tuple[Node, ...], count: int) -> list[int]:
    """Find the elements of so many sections: the last children of the root."""
    children = [index for index, node in enumerate(tree) if node.parent == 0]
    return children[len(children) - count :]


def tops_of(tree: tuple[Node, ...]) -> tuple[int, ...]:
    """Find the section's element above each element, or itself; -1 for the root."""
    tops: list[int] = []
    for index, node in enumerate(tree):
        tops.append(-1 if node.parent < 0 else index if node.parent == 0 else tops[node.parent])
    return tuple(tops)

"""In: the elements of a file of PDF 2.0 and where its links lead. Out: what they say beyond those of PDF 1.7.

Each element of a type that PDF 2.0 has names its namespace; the others are of PDF 1.7, which is the default (ISO
32000-2, 14.8.6). An entry of the contents refers to what it lists, a footnote and its mark to each other (ISO 14289-2,
8.2.5.8 and 8.2.5.14).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.pdf.objects import reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.page.tree import Node

__all__ = ["NAMESPACE", "Newer"]

NAMESPACE = "http://iso.org/pdf2/ssn"
"""The standard structure namespace of PDF 2.0."""

_OLDER = frozenset(
    {"Art", "BlockQuote", "TOC", "TOCI", "Index", "NonStruct", "Quote", "Reference", "BibEntry", "Code"}
)
"""Types that PDF 2.0 no longer has."""


class Newer:
    """What the elements of one file say in PDF 2.0.

    Args:
        nodes: the elements.
        links: Link elements, and what each leads to.
    """

    def __init__(self, nodes: Sequence[Node], links: Iterable[tuple[int, int]]) -> None:
        self._nodes = nodes
        self._refers: dict[int, list[int]] = {}
        for link, target in links:
            self._note(link, target)

    def _note(self, link: int, target: int) -> None:
        """Keep what a link means beyond being one: an entry of the contents, or the mark of a note."""
        entry = self._around(link, "TOCI")
        note = self._around(target, "Note")
        if entry >= 0:
            self._refer(entry, target)
        elif note >= 0:
            self._refer(link, note)
            self._refer(note, link)

    def _around(self, element: int, role: str) -> int:
        """The element of a role at or around another; -1 if there is none."""
        while element >= 0 and self._nodes[element].role != role:
            element = self._nodes[element].parent
        return element

    def _refer(self, element: int, target: int) -> None:
        known = self._refers.setdefault(element, [])
        if target not in known:
            known.append(target)

    def entries(self, index: int, numbers: Sequence[int], namespace: int) -> str:
        """Write an element's namespace and what it refers to.

        Args:
            index: the element.
            numbers: object numbers of all elements, 0 for those that are not in the file.
            namespace: object number of the namespace.
        """
        own = "" if self._nodes[index].role in _OLDER else f"/NS {reference(namespace)}"
        refers = [reference(numbers[each]) for each in self._refers.get(index, ()) if numbers[each]]
        return own + (f"/Ref[{' '.join(refers)}]" if refers else "")

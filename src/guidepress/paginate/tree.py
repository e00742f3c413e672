"""In: roles, in document order. Out: the structure tree as flat records, parents before children."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import BACKGROUND
from guidepress.page.tree import Node

if TYPE_CHECKING:
    from guidepress.document.inlines import Inline

__all__ = ["Tree"]

_LISTED = frozenset({"TOCI"})
"""Roles whose text is a reference: the entry of a contents list holds Reference, and that the Link."""


class Tree:
    """Grows the structure tree while the document is walked once, from front to back."""

    def __init__(self, language: str) -> None:
        self._nodes = [Node("Document", -1, language=language)]
        self.marks: dict[str, int] = {}  # element that holds each note's mark

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All elements so far; index 0 is the Document."""
        return tuple(self._nodes)

    def add(self, role: str, parent: int, **values: str | int) -> int:
        """Add an element and return its index; what stands in an artifact is one itself."""
        if not role or parent < 0:
            return BACKGROUND
        self._nodes.append(Node(role, parent, **values))  # type: ignore[arg-type]
        return len(self._nodes) - 1

    def role(self, index: int) -> str:
        """The role of an element; "" for an artifact."""
        return self._nodes[index].role if index >= 0 else ""

    def inlines(self, inlines: tuple[Inline, ...], tag: int) -> tuple[int, ...]:
        """Add the elements of a paragraph's links and note marks.

        Returns:
            One element an inline, or nothing where all of them belong to the paragraph.
        """
        if tag < 0 or not any(getattr(inline, "link", None) or hasattr(inline, "note") for inline in inlines):
            return ()
        listed = self.role(tag) in _LISTED
        ground = self.add("Reference", tag) if listed else tag
        tags: list[int] = []
        last: tuple[object, int] = (None, ground)
        for inline in inlines:
            note = getattr(inline, "note", "")
            link = getattr(inline, "link", None)
            if note:
                self.marks.setdefault(note, tag)
                last = (None, ground)
                tags.append(self.add("Link", self.add("Reference", ground)))
            elif link is None:
                last = (
                    None,
                    ground,
                )  # a link that goes on after this is read after it: an element of its own
                tags.append(ground)
            elif link is last[0]:
                tags.append(last[1])
            else:
                last = (link, self.add("Link", ground))
                tags.append(last[1])
        return tuple(tags)

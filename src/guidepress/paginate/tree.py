"""In: roles, in document order. Out: the structure tree as flat records, parents before children.

Of what is collected only the tree is grown by several hands: an element's index is its place in reading order, so
all who make elements must draw their numbers from one row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.inlines import PLAIN, InlinePicture, Leader, Text
from guidepress.page.items import BACKGROUND
from guidepress.page.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Group, Paragraph
    from guidepress.document.inlines import Inline

__all__ = ["Tree"]

_LISTED = frozenset({"TOCI"})
"""Roles whose text is a reference: the entry of a contents list holds Reference, and that the Link."""


class Tree:
    """Grows the structure tree while the document is walked once, from front to back."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._nodes = [Node("Document", -1)]
        self._bodies: dict[int, int] = {}  # LI -> its LBody

    def __len__(self) -> int:
        return len(self._nodes)

    def extend(self, nodes: Iterable[Node]) -> None:
        """Add elements that were made before, at the same place in reading order."""
        self._nodes += nodes

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

    def paragraph(self, block: Paragraph, parent: int) -> tuple[int, int]:
        """Add the elements of a paragraph and of its marker; the second is an artifact without a marker, or if it is mute."""
        role, language = block.role, self._foreign(block.language)
        if role == "LI" and not block.marker:
            item = self.add("LI", parent)
            label = self.add("Lbl", item)
            return self.add("LBody", item, language=language), label
        if not block.marker:
            return self.add(role, parent, language=language), BACKGROUND
        around = self.role(parent)
        if role == "LI":
            parent = self.add("LI", parent)
            around, role = "LI", "LBody"
        if around == "LI":
            label = self.add("Lbl", parent)
            body = self._bodies[parent] = self.add("LBody", parent, language=language)
            return (body if role == "LBody" else self.add(role, body)), label
        if around == "Note":
            label = self.add("Lbl", parent)
            return self.add(role, parent, language=language), label
        tag = self.add(role, parent, language=language)
        return tag, BACKGROUND if block.mute else self.add("Span", tag)

    def group(self, block: Group, parent: int) -> int:
        """Add the element of a group; one that groups nothing a reader would see has none of its own."""
        if block.role == "LBody" and parent in self._bodies:
            return self._bodies[parent]
        language = self._foreign(block.language)
        if block.role == "Div" and not (block.style or block.title or language):
            return parent
        numbering = block.numbering if block.role == "L" else ""
        return self.add(block.role, parent, title=block.title, language=language, numbering=numbering)

    def inlines(self, inlines: tuple[Inline, ...], tag: int, named: int = BACKGROUND) -> tuple[int, ...]:
        """Add the elements of a paragraph's links, note marks, pictures, emphasis and words in other languages.

        Args:
            inlines: of the paragraph.
            tag: its element.
            named: of a list's entry, the element of what it explains: all up to the first strong words.

        Returns:
            One element an inline, or nothing where all of them belong to the paragraph.
        """
        if tag < 0 or not any(map(_stands_out, inlines)):
            return ()
        listed = self.role(tag) in _LISTED
        ground = self.add("Reference", tag) if listed else tag
        opening = named >= 0
        tags: list[int] = []
        last: tuple[object, int] = (None, ground)  # the link that is being read, and its element
        for inline in inlines:
            link = getattr(inline, "link", None)
            if hasattr(inline, "note"):
                last = (None, ground)
                tags.append(self.add("Link", self.add("Reference", ground)))
            elif isinstance(inline, InlinePicture):
                last = (None, ground)
                tags.append(self.add("Figure", ground, alt=inline.alt))
            elif listed and isinstance(inline, Leader):
                tags.append(ground)  # title and page of an entry are one link
            else:
                base = named if opening else ground
                if link is None:
                    last = (None, base)  # a link that goes on after this is read after it: another element
                elif link is not last[0]:
                    last = (link, self.add("Link", base))
                if type(inline) is Text and inline.look is PLAIN and not inline.language:  # most
                    tags.append(last[1])
                    continue
                strong = _is(inline, "strong")
                tags.append(self._emphasised(inline, last[1], strong=strong and not opening))
                opening = opening and not strong
        return tuple(tags)

    def _emphasised(self, inline: Inline, element: int, *, strong: bool) -> int:
        """Add the elements of what is said with emphasis, or in another language."""
        language: str = getattr(inline, "language", "")
        roles = [role for role, meant in (("Strong", strong), ("Em", _is(inline, "emphasis"))) if meant]
        for role in roles or (["Span"] if language else []):
            element = self.add(role, element, language=language)
            language = ""
        return element

    def _foreign(self, language: str) -> str:
        """A language other than the book's own; "" for the book's."""
        return language if language != self._language else ""


def _is(inline: Inline, meant: str) -> bool:
    """Whether the author meant an inline to be strong, or to be emphasised."""
    return bool(getattr(getattr(inline, "look", None), meant, False))


def _stands_out(inline: Inline) -> bool:
    """Whether an inline has an element of its own."""
    if type(inline) is Text and inline.look is PLAIN:  # most
        return bool(inline.link or inline.language)
    return bool(
        getattr(inline, "link", None)
        or hasattr(inline, "note")
        or isinstance(inline, InlinePicture)
        or getattr(inline, "language", "")
        or _is(inline, "strong")
        or _is(inline, "emphasis")
    )

"""In: a File. Out: its pages in order, each with what it inherits (ISO 32000-1, 7.7.3)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from guidepress.cos.values import Malformed, Ref

if TYPE_CHECKING:
    from guidepress.cos.file import File
    from guidepress.cos.values import Dictionary, Value

__all__ = ["LETTER", "Box", "PageObject", "box_of", "pages_of"]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, in units of the page's space."""

LETTER: Box = (0.0, 0.0, 612.0, 792.0)
"""What readers take for a page that does not say how large it is."""

_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
"""What a page may have from the nodes above it (table 30)."""
_MOST = 500_000
"""Most pages of a file; a tree that shares its nodes could claim more than there are atoms."""


class PageObject(NamedTuple):
    """A page: its object number, 0 for one written into its parent, and its entries with the inherited ones."""

    number: int
    entries: Dictionary


class _Node(NamedTuple):
    value: Value
    inherited: Dictionary
    above: frozenset[int]


def pages_of(file: File) -> list[PageObject]:
    """Walk the page tree; a page that stands in it twice is there twice.

    Returns:
        The pages. Where the tree has none, those that the file holds outside of it, and its `repairs` say so.

    Raises:
        Malformed: the tree goes in a circle, or there are no pages, or too many.
    """
    pages: list[PageObject] = []
    stack = [_Node(file.root.get("Pages"), {}, frozenset())]
    while stack:
        node = stack.pop()
        number = node.value.number if isinstance(node.value, Ref) else 0
        if number and number in node.above:
            raise Malformed("its page tree goes in a circle")
        entries = file.dictionary(node.value)
        if not entries:
            continue  # a page that is not there: readers pass over it
        handed = {
            **node.inherited,
            **{key: entries[key] for key in _INHERITED if entries.get(key) is not None},
        }
        if "Kids" in entries and file.word(entries.get("Type")) != "Page":
            above = node.above | {number} if number else node.above
            stack.extend(_Node(kid, handed, above) for kid in reversed(file.array(entries["Kids"])))
        elif file.word(entries.get("Type")) != "Pages":
            pages.append(PageObject(number, {**handed, **entries}))
        if len(pages) + len(stack) > _MOST:
            raise Malformed("it claims more pages than a file can have")
    if pages:
        return pages
    found = [
        PageObject(number, file.dictionary(Ref(number)))
        for number in file.numbers()
        if _is_page(file, number)
    ]
    if not found:
        raise Malformed("it has no pages")
    file.note("its page tree is lost")
    return found


def _is_page(file: File, number: int) -> bool:
    try:
        return file.word(file.dictionary(Ref(number)).get("Type")) == "Page"
    except Malformed:
        return False


def box_of(file: File, page: PageObject, key: str) -> Box | None:
    """One of a page's boxes, its corners in order; None where it has none that can be read."""
    edges = file.array(page.entries.get(key))
    if len(edges) < 4:
        return None
    numbers = [file.number(edge, math.nan) for edge in edges[:4]]
    if not all(map(math.isfinite, numbers)):
        return None
    x0, y0, x1, y1 = numbers
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

"""In: a File. Out: its pages in order, each with what it inherits (ISO 32000-1, 7.7.3)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from guidepress.cos.values import Malformed, Ref, Stream

if TYPE_CHECKING:
    from guidepress.cos.file import File
    from guidepress.cos.values import Dictionary, Value

__all__ = ["LETTER", "Box", "PageObject", "box_of", "lacks_content", "pages_of"]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, in units of the page's space."""

LETTER: Box = (0.0, 0.0, 612.0, 792.0)
"""What readers take for a page that does not say how large it is."""

_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
"""What a page may have from the nodes above it (table 30)."""
_MOST = 1_000_000
"""Most nodes and pages of a tree; a tree that shares its nodes could claim more than there are atoms."""


class PageObject(NamedTuple):
    """A page.

    Attributes:
        number: of its object; 0 for one written into its parent.
        entries: its own and those it inherits.
        rooted: it stands in the page tree; one that does not was found outside of it.
    """

    number: int
    entries: Dictionary
    rooted: bool = True


class _Node(NamedTuple):
    """A node that is to be looked at; one that `ends` has been, with all below it."""

    value: Value
    inherited: Dictionary
    ends: bool = False


def pages_of(file: File) -> list[PageObject]:
    """Walk the page tree; a page that stands in it twice is there twice.

    Returns:
        The pages. Where the tree has none, those that the file holds outside of it, and its `repairs` say so.

    Raises:
        Malformed: the tree goes in a circle, or there are no pages, or too many.
    """
    pages = _walked(file)
    if pages:
        return pages
    found = [
        PageObject(number, file.dictionary(Ref(number)), rooted=False)
        for number in file.numbers()
        if _is_page(file, number)
    ]
    if not found:
        raise Malformed("it has no pages")
    file.note("its page tree is lost")
    return found


def _walked(file: File) -> list[PageObject]:
    pages: list[PageObject] = []
    above: set[Value] = set()  # what the node that is looked at stands below
    stack = [_Node(file.root.get("Pages"), {})]
    looked = 0
    while stack:
        node = stack.pop()
        if node.ends:
            above.discard(node.value)
            continue
        if isinstance(node.value, Ref) and node.value in above:
            raise Malformed("its page tree goes in a circle")
        looked += 1
        entries = file.dictionary(node.value)
        kind = file.word(entries.get("Type"))
        handed = {
            **node.inherited,
            **{key: entries[key] for key in _INHERITED if entries.get(key) is not None},
        }
        if "Kids" in entries and kind != "Page":
            if isinstance(node.value, Ref):
                above.add(node.value)
                stack.append(_Node(node.value, {}, ends=True))
            stack.extend(_Node(kid, handed) for kid in reversed(file.array(entries["Kids"])))
        elif not entries:
            if looked > 1:
                file.lose("a page that its page tree names")  # readers pass over it
        elif kind != "Pages":
            number = node.value.number if isinstance(node.value, Ref) else 0
            pages.append(PageObject(number, {**handed, **entries}))
        if looked + len(stack) > _MOST:
            raise Malformed("it claims more pages than a file can have")
    return pages


def _is_page(file: File, number: int) -> bool:
    try:
        return file.word(file.dictionary(Ref(number)).get("Type")) == "Page"
    except Malformed:
        return False


def lacks_content(file: File, page: PageObject) -> bool:
    """Whether a page names content that is not there."""
    given = page.entries.get("Contents")
    made = file.get(given)
    parts = made if isinstance(made, list) else [given]
    return given is not None and not all(isinstance(file.get(each), Stream) for each in parts)


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

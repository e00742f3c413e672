"""In: the page tree of one input. Out: its pages in order, each with what it inherits, and the pages of the output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound, fault
from guidepress.base.record import record
from guidepress.bind.syntax import Malformed, dictionary, integer, reference_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.bind.copier import Copier
    from guidepress.bind.source import Source
    from guidepress.cos.writer import Writer

__all__ = ["PageTree", "SourcePage", "find_pages", "seed_pages", "write_pages"]

_INHERITED = (b"/Resources", b"/MediaBox", b"/CropBox", b"/Rotate")
"""ISO 32000-1, table 30: what a page may have from the nodes above it."""
_FANOUT = 40
"""Pages below one node of the page tree; a reader of 10,000 pages then looks through three levels."""


@record
class SourcePage:
    """A page of an input: its object number, its entries with the inherited ones, its annotations' numbers."""

    number: int
    parts: dict[bytes, bytes]
    annotations: tuple[int, ...]
    size: tuple[float, float]


def find_pages(source: Source, root: bytes | None) -> tuple[SourcePage, ...]:
    """Walk the page tree.

    Raises:
        FaultsFound: the tree goes in a circle, has no pages, or has a page without a size.
    """
    pages: list[SourcePage] = []
    seen: set[int] = set()
    stack: list[tuple[bytes, dict[bytes, bytes]]] = [(root or b"null", {})]
    while stack:
        raw, inherited = stack.pop()
        number = reference_of(raw)
        if number in seen:
            raise _fault("circular-pages", f"The page tree of {source.name} goes in a circle.")
        seen.add(number)
        parts = source.dictionary(raw)
        if not number or not parts:
            continue  # a page that is not there: readers pass over it
        kids = parts.get(b"/Kids")
        handed = {**inherited, **{key: parts[key] for key in _INHERITED if key in parts}}
        if kids is None:
            pages.append(_page(source, number, {**handed, **parts}, len(pages) + 1))
        else:
            stack.extend((kid, handed) for kid in reversed(source.items(kids)))
    if not pages:
        raise _fault("no-pages", f"{source.name} has no pages.")
    return tuple(pages)


def _page(source: Source, number: int, parts: dict[bytes, bytes], rank: int) -> SourcePage:
    box = [_points(edge) for edge in source.items(parts.get(b"/MediaBox"))]
    if len(box) != 4 or box[0] == box[2] or box[1] == box[3]:
        message = f"Page {rank} of {source.name} has no size (MediaBox)."
        raise _fault("no-media-box", message)
    listed = source.items(parts.get(b"/Annots"))
    annotations = tuple(dict.fromkeys(each for kid in listed if (each := reference_of(kid))))
    if any(b"/" in kid for kid in listed):
        annotations = ()  # annotations written into the page itself move with it
    width, height = abs(box[2] - box[0]), abs(box[3] - box[1])
    turned = integer(parts.get(b"/Rotate")) % 180 == 90
    return SourcePage(number, parts, annotations, (height, width) if turned else (width, height))


def _points(raw: bytes) -> float:
    try:
        return float(raw)
    except ValueError:
        raise Malformed("a page's size is no number") from None


class PageTree:
    """The pages of the output in writing order; the order in the file is fixed when the tree is closed."""

    def __init__(self, sink: Writer) -> None:
        self._sink = sink
        self.root = sink.reserve()

    def close(self, groups: Sequence[tuple[int, Sequence[int]]]) -> None:
        """Write the nodes: groups of (node, its pages) in the order of the file, under as few levels as it takes."""
        level = []
        parents: dict[int, int] = {}
        bodies: dict[int, tuple[int, list[int]]] = {}
        for node, pages in groups:
            bodies[node] = (len(pages), list(pages))
            level.append(node)
        while len(level) > _FANOUT:
            above = []
            for start in range(0, len(level), _FANOUT):
                kids = level[start : start + _FANOUT]
                node = self._sink.reserve()
                bodies[node] = (sum(bodies[kid][0] for kid in kids), kids)
                parents.update(dict.fromkeys(kids, node))
                above.append(node)
            level = above
        parents.update(dict.fromkeys(level, self.root))
        bodies[self.root] = (sum(bodies[kid][0] for kid in level), level)
        for node, (count, kids) in bodies.items():
            parent = b"/Parent %d 0 R" % parents[node] if node in parents else b""
            listed = b" ".join([b"%d 0 R" % kid for kid in kids])
            self._sink.put(node, b"<</Type/Pages/Count %d%b/Kids[%b]>>" % (count, parent, listed))


def seed_pages(pages: Sequence[SourcePage], copier: Copier) -> list[int]:
    """Give every page and every annotation its number, so that links may lead anywhere."""
    copies = [copier.seed(page.number) for page in pages]
    for page in pages:
        for annotation in page.annotations:
            copier.seed(annotation)
    return copies


def write_pages(pages: Sequence[SourcePage], copier: Copier, *, tagged: bool) -> list[tuple[int, list[int]]]:
    """Copy the pages of an input with all they show.

    Returns:
        Nodes of the page tree that await their parents: (node, its pages).
    """
    groups: list[tuple[int, list[int]]] = []
    for page in pages:
        if not groups or len(groups[-1][1]) == _FANOUT:
            groups.append((copier.sink.reserve(), []))
        node, listed = groups[-1]
        copy = copier.map[page.number]
        listed.append(copy)
        parts = {key: value for key, value in page.parts.items() if key not in {b"/Parent", b"/Type"}}
        if not tagged:
            parts.pop(b"/StructParents", None)
        if b"/Annots" in parts and page.annotations:
            parts[b"/Annots"] = b"[" + b" ".join(b"%d 0 R" % each for each in page.annotations) + b"]"
        body = copier.rewrite(dictionary(parts))
        copier.sink.put(copy, b"<</Type/Page/Parent %d 0 R" % node + body[2:])
    return groups


def _fault(code: str, message: str) -> FaultsFound:
    return fault(code, message, "Repair the file, or leave it out.")

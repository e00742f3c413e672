"""In: the page tree of one input. Out: its pages in order, each with what it inherits, and the pages of the output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.cos import Malformed, Ref
from guidepress.cos.pages import LETTER, box_of, lacks_content, pages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.bind.copier import PartCopier
    from guidepress.cos import File, Value
    from guidepress.cos.pages import PageObject
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer

__all__ = ["PageTree", "SourcePage", "find_pages", "seed_pages", "write_pages"]

_FANOUT = 40
"""Pages below one node of the page tree; a reader of 10,000 pages then looks through three levels."""


@record
class SourcePage:
    """A page of an input.

    Attributes:
        number: of its object; 0 where it has none of its own.
        entries: its own and those it inherits; its annotations are listed once each.
        annotations: the numbers of those that are objects.
        size: width and height as it is looked at, points.
        guessed: it does not say how large it is.
    """

    number: int
    entries: Dictionary
    annotations: tuple[int, ...]
    size: tuple[float, float]
    guessed: bool = False


def find_pages(file: File) -> tuple[SourcePage, ...]:
    """Walk the page tree; a page that stands in it twice is there twice.

    Raises:
        FaultsFound: the tree goes in a circle, or there are no pages.
    """
    try:
        found = pages_of(file)
    except Malformed as problem:
        message = f"{file.name} cannot be bound: {problem}."
        raise fault("no-pages", message, "Repair the file, or leave it out.") from problem
    for rank, page in enumerate(found, 1):
        if lacks_content(file, page):
            file.lose(f"part of what page {rank} shows, which is not there")
    return tuple(_page(file, page) for page in found)


def _page(file: File, page: PageObject) -> SourcePage:
    entries = {key: value for key, value in page.entries.items() if key not in {"Parent", "Type"}}
    listed: list[Value] = []
    seen: set[int] = set()
    for each in file.array(entries.get("Annots")):
        number = each.number if isinstance(each, Ref) else 0
        if each is not None and number not in seen:
            listed.append(each)
            seen |= {number} if number else set()
    if listed:
        entries["Annots"] = listed
    box = box_of(file, page, "MediaBox")
    guessed = box is None or box[0] == box[2] or box[1] == box[3]
    if box is None or guessed:
        box = LETTER
        entries["MediaBox"] = list(LETTER)
    width, height = box[2] - box[0], box[3] - box[1]
    turned = file.integer(entries.get("Rotate")) % 180 == 90
    return SourcePage(
        page.number,
        entries,
        tuple(each.number for each in listed if isinstance(each, Ref)),
        (height, width) if turned else (width, height),
        guessed,
    )


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


def seed_pages(pages: Sequence[SourcePage], copier: PartCopier) -> list[int]:
    """Give every page and every annotation its number, so that links may lead anywhere.

    Returns:
        The numbers of the pages' copies. A page that stands in the tree twice has two; links lead to the first.
    """
    copies: list[int] = []
    for page in pages:
        again = not page.number or page.number in copier.map
        copies.append(copier.sink.reserve() if again else copier.seed(page.number))
    copier.names.pages = [page.number for page in pages]
    for page in pages:
        for annotation in page.annotations:
            copier.seed(annotation)
    return copies


def write_pages(
    pages: Sequence[SourcePage], copies: Sequence[int], copier: PartCopier
) -> list[tuple[int, list[int]]]:
    """Copy the pages of an input with all they show.

    Returns:
        Nodes of the page tree that await their parents: (node, its pages).
    """
    groups: list[tuple[int, list[int]]] = []
    for page, copy in zip(pages, copies, strict=True):
        if not groups or len(groups[-1][1]) == _FANOUT:
            groups.append((copier.sink.reserve(), []))
        node, listed = groups[-1]
        listed.append(copy)
        body = copier.bytes_of(page.entries)
        copier.sink.put(copy, b"<</Type/Page/Parent %d 0 R%b" % (node, body.removeprefix(b"<<")))
    return groups

"""In: a Book. Out: what the finished file must show a reader, in plain values that can cross processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.page.items import Anchor, Frame, Link, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.page.book import Book, SectionText
    from guidepress.page.leaves import PrintLeaf

__all__ = ["Expectation", "FilledText", "expect", "expect_filled"]


@record
class Expectation:
    """What a written Book must look like when it is read back.

    Attributes:
        sizes: trim size of each page in mpt, the cover included.
        labels: page label of each page.
        blanks: indices of the pages left empty on purpose.
        counted: pages of the book block, as printed on the cover.
        outline: (title, index of the page it leads to), in order.
        links: number of link rectangles a page.
        sections: first and last paragraph of each section.
        starts: index of the page on which each of them begins.
        excerpt: the file holds only some pages of the book that was counted.
    """

    title: str
    language: str
    sizes: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]
    blanks: frozenset[int]
    counted: int
    reading_time: str
    outline: tuple[tuple[str, int], ...]
    links: tuple[int, ...]
    sections: tuple[SectionText, ...]
    starts: tuple[int, ...] = ()
    excerpt: bool = False


@record
class FilledText:
    """What a copy adds to a page: the text of elements, and the text that is no part of them, white space aside."""

    tagged: str
    plain: str


def expect_filled(leaf: PrintLeaf) -> FilledText:
    """Read off a leaf what the copy's page must say more than the book's."""
    tagged: list[str] = []
    plain: list[str] = []
    for frame in (*leaf.common, *leaf.over, *leaf.filled):
        (tagged if frame.tag >= 0 else plain).extend(
            word.text for item in frame.items if type(item) is Run for word in item.words
        )
    return FilledText(" ".join(tagged), " ".join(plain))


def expect(book: Book) -> Expectation:
    """Read off a Book what its file must show."""
    anchors: dict[str, int] = {}
    links: list[int] = []
    for index, page in enumerate(book.pages):
        count = 0
        for item in _leaves(page.frames):
            if type(item) is Anchor:
                anchors.setdefault(item.name, index)
            else:
                count += 1
        links.append(count)
    return Expectation(
        title=book.metadata.title,
        language=book.metadata.language,
        sizes=tuple((page.width, page.height) for page in book.pages),
        labels=tuple(page.label for page in book.pages),
        blanks=frozenset(index for index, page in enumerate(book.pages) if page.blank),
        counted=book.page_count,
        reading_time=book.reading_time,
        outline=tuple((entry.title, anchors.get(entry.anchor, -1)) for entry in book.outline),
        links=tuple(links),
        sections=book.sections,
        starts=tuple(anchors.get(section.anchor, -1) for section in book.sections),
        excerpt=book.excerpt,
    )


def _leaves(frames: tuple[Frame, ...]) -> Iterator[Anchor | Link]:
    """Yield the anchors and links of a page, however deep."""
    for frame in frames:
        for item in frame.items:
            kind = type(item)
            if kind is Anchor or kind is Link:
                yield item  # type: ignore[misc]
            elif kind is Frame:
                yield from _leaves((item,))  # type: ignore[arg-type]

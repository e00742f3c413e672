"""In: the outline, named destinations and page labels of each input. Out: those of the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.bind.syntax import dictionary, reference_of, write_string, write_text
from guidepress.bind.trees import name_pairs, number_pairs, write_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.bind.copier import Copier
    from guidepress.bind.source import Source
    from guidepress.cos.writer import Writer

__all__ = ["Bookmark", "Destinations", "Outline", "label_ranges", "write_labels"]

_MOST = 200_000
"""Bookmarks followed in one file, a bound against outlines that go in a circle."""


@record
class Bookmark:
    """A file's entry in the outline: its title, its first page, the item's number, what is nested in it.

    One that `leads` has the entries after it below itself, up to the next that leads.
    """

    title: str
    page: int
    item: int = 0
    first: int = 0
    last: int = 0
    count: int = 0
    leads: bool = False


class Destinations:
    """Named destinations of all inputs in one name tree."""

    def __init__(self) -> None:
        self._pairs: dict[bytes, bytes] = {}

    def take(self, copier: Copier, catalog: dict[bytes, bytes]) -> None:
        """Copy an input's destinations, from the name tree and from the dictionary of PDF 1.1, under its prefix."""
        source = copier.source
        for key, raw in name_pairs(source, source.dictionary(catalog.get(b"/Names")).get(b"/Dests")):
            self._pairs[copier.destination(write_string(key))] = copier.rewrite(raw)
        for name, raw in source.dictionary(catalog.get(b"/Dests")).items():
            self._pairs[copier.destination(name)] = copier.rewrite(raw)

    def add(self, name: bytes, target: bytes) -> None:
        """Add a destination of our own."""
        self._pairs[name] = target

    def close(self, sink: Writer) -> int:
        """Write the tree; 0 if there is none."""
        if not self._pairs:
            return 0
        return write_tree(
            sink, b"/Names", [(write_string(key), self._pairs[key]) for key in sorted(self._pairs)]
        )


class Outline:
    """The outline: an item for each file, the file's own bookmarks under it."""

    def __init__(self, sink: Writer) -> None:
        self._sink = sink
        self._root = sink.reserve()
        self._bookmarks: list[tuple[int, Bookmark]] = []

    def take(self, copier: Copier, catalog: dict[bytes, bytes], rank: int, bookmark: Bookmark) -> None:
        """Copy an input's outline under an item that leads to its first page; `bookmark` has yet no number."""
        source = copier.source
        root = source.dictionary(catalog.get(b"/Outlines"))
        item = self._sink.reserve()
        mark = replace(bookmark, item=item)
        at, first = reference_of(catalog.get(b"/Outlines")), reference_of(root.get(b"/First"))
        if first and not bookmark.leads:
            if at:
                copier.seed(at, item)
            tops = _siblings(copier.source, first)
            mark = replace(mark, first=copier.number(first), last=copier.number(tops[-1]), count=len(tops))
        self._bookmarks.append((rank, mark))

    def close(self) -> int:
        """Write the items of the files; returns the outline's number, 0 if there is none."""
        marks = [bookmark for _, bookmark in sorted(self._bookmarks, key=lambda each: each[0])]
        if not marks:
            return 0
        tops: list[Bookmark] = []
        below: dict[int, list[Bookmark]] = {}
        for mark in marks:
            if tops and tops[-1].leads and not mark.leads:
                below[tops[-1].item].append(mark)
            else:
                tops.append(mark)
                below[mark.item] = []
        for number, mark in enumerate(tops):
            kids = below[mark.item]
            tops[number] = (
                replace(mark, first=kids[0].item, last=kids[-1].item, count=len(kids)) if kids else mark
            )
            self._write(kids, mark.item)
        self._write(tops, self._root)
        ends = (tops[0].item, tops[-1].item, len(tops))
        self._sink.put(self._root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % ends)
        return self._root

    def _write(self, marks: Sequence[Bookmark], parent: int) -> None:
        """Write items that stand side by side; all are closed, so that the outline lists the files."""
        for index, mark in enumerate(marks):
            parts = {
                b"/Title": write_text(mark.title),
                b"/Parent": b"%d 0 R" % parent,
                b"/Dest": b"[%d 0 R/Fit]" % mark.page,
            }
            if index:
                parts[b"/Prev"] = b"%d 0 R" % marks[index - 1].item
            if index + 1 < len(marks):
                parts[b"/Next"] = b"%d 0 R" % marks[index + 1].item
            if mark.first:
                parts[b"/First"] = b"%d 0 R" % mark.first
                parts[b"/Last"] = b"%d 0 R" % mark.last
                parts[b"/Count"] = b"%d" % -mark.count
            self._sink.put(mark.item, dictionary(parts))


def _siblings(source: Source, first: int) -> list[int]:
    """The items that follow one another from the first on."""
    found: dict[int, None] = {}
    number = first
    while number and number not in found and len(found) < _MOST:
        found[number] = None
        number = reference_of(source.dictionary(b"%d 0 R" % number).get(b"/Next"))
    return list(found)


def label_ranges(copier: Copier, catalog: dict[bytes, bytes], count: int) -> list[tuple[int, bytes]]:
    """Read an input's page labels: (index of the first page, dictionary); without any, pages count from 1."""
    source = copier.source
    found: dict[int, bytes] = {}
    for index, raw in number_pairs(source, catalog.get(b"/PageLabels")):
        if index < count:
            parts = source.dictionary(raw)
            kept: dict[bytes, bytes] = {}
            kept.update((key, source.value(parts[key])) for key in (b"/S", b"/P", b"/St") if key in parts)
            found[index] = dictionary(kept)
    if 0 not in found:
        found[0] = b"<</S/D>>"
    return sorted(found.items())


def write_labels(ranges: Sequence[tuple[int, bytes]]) -> bytes:
    """Write the number tree of page labels; a range that only goes on is left out."""
    return b"<</Nums[" + b" ".join([b"%d%b" % pair for pair in sorted(ranges)]) + b"]>>"

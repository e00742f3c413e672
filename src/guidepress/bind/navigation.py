"""In: the outline, named destinations and page labels of each input. Out: those of the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.record import record, replace
from guidepress.bind.trees import write_tree
from guidepress.cos import Name, Ref
from guidepress.cos.destinations import NOWHERE, DestinationIndex, destinations_of
from guidepress.cos.plain import write, write_entries, write_string
from guidepress.cos.text import text_of, text_string
from guidepress.cos.trees import number_pairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.bind.copier import PartCopier
    from guidepress.cos import File, Value
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer

__all__ = ["Bookmark", "Destinations", "Outline", "OutlineItem", "items_of", "label_ranges", "write_labels"]

_MOST = 200_000
"""Bookmarks followed in one file, a bound against outlines that never end."""
_LINKS = frozenset({"Parent", "Prev", "Next", "First", "Last"})
_TOLD = 3
"""Bookmarks that are named in one warning."""


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


class OutlineItem:
    """An item of a file's outline: its object number, and the items below it."""

    __slots__ = ("kids", "number")

    def __init__(self, number: int) -> None:
        self.number = number
        self.kids: list[OutlineItem] = []


class Destinations:
    """Named destinations of all inputs in one name tree."""

    def __init__(self) -> None:
        self._pairs: dict[bytes, bytes] = {}

    def take(self, copier: PartCopier) -> None:
        """Copy an input's destinations, from the name tree and from the dictionary of PDF 1.1, under its prefix."""
        for name, value in destinations_of(copier.file):
            self._pairs[copier.names.destination(name)] = copier.bytes_of(copier.names.ranked(value))

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


def items_of(file: File) -> list[OutlineItem]:
    """The outline of a file; an item that is reached a second time, in a circle, is passed over."""
    root = OutlineItem(0)
    seen: set[int] = set()
    stack = [(root, file.dictionary(file.root.get("Outlines")).get("First"))]
    while stack:
        above, value = stack.pop()
        while isinstance(value, Ref) and value.number not in seen and len(seen) < _MOST:
            entries = file.dictionary(value)
            if not entries:
                break
            seen.add(value.number)
            item = OutlineItem(value.number)
            above.kids.append(item)
            if entries.get("First") is not None:
                stack.append((item, entries["First"]))
            value = entries.get("Next")
    return root.kids


class Outline:
    """The outline: an item for each file, the file's own bookmarks under it."""

    def __init__(self, sink: Writer) -> None:
        self._sink = sink
        self._root = sink.reserve()
        self._bookmarks: list[tuple[int, Bookmark]] = []
        self.diagnostics: list[Diagnostic] = []

    def take(self, copier: PartCopier, rank: int, bookmark: Bookmark) -> None:
        """Copy an input's outline under an item that leads to its first page; `bookmark` has yet no number."""
        item = self._sink.reserve()
        mark = replace(bookmark, item=item)
        tops = [] if bookmark.leads else items_of(copier.file)
        if tops:
            first, last = self._copy(copier, item, tops)
            mark = replace(mark, first=first, last=last, count=len(tops))
        self._bookmarks.append((rank, mark))

    def _copy(self, copier: PartCopier, parent: int, tops: Sequence[OutlineItem]) -> tuple[int, int]:
        """Copy the items; how they hang together is written anew, so that nothing hangs on what is damaged.

        Returns:
            The numbers of the first and the last of those on top.
        """
        file = copier.file
        known = DestinationIndex(file, copier.names.pages, ranked=True)
        astray: list[str] = []
        levels: list[tuple[int, Sequence[OutlineItem], list[int]]] = [
            (parent, tops, self._numbers(copier, tops))
        ]
        ends = levels[0][2][0], levels[0][2][-1]
        for above, items, copies in levels:
            for index, item in enumerate(items):
                entries = file.dictionary(Ref(item.number))
                if not known.leaves(entries) and known.page_of(entries) == NOWHERE:
                    astray.append(text_of(file.get(entries.get("Title"))))
                made: Dictionary = {"Parent": Ref(above)}
                if index:
                    made["Prev"] = Ref(copies[index - 1])
                if index + 1 < len(items):
                    made["Next"] = Ref(copies[index + 1])
                if item.kids:
                    kids = self._numbers(copier, item.kids)
                    made.update(First=Ref(kids[0]), Last=Ref(kids[-1]))
                    levels.append((copies[index], item.kids, kids))
                kept: Dictionary = {
                    key: value
                    for key, value in entries.items()
                    if key not in _LINKS and (key != "Count" or item.kids)
                }
                body = copier.bytes_of(kept).removesuffix(b">>")
                self._sink.put(copies[index], b"%b%b>>" % (body, write_entries(made)))
        self._tell(file.name, astray)
        return ends

    def _numbers(self, copier: PartCopier, items: Sequence[OutlineItem]) -> list[int]:
        """Numbers for the copies of items; what refers to an item leads there, unless it has been copied before."""
        copies = [self._sink.reserve() for _ in items]
        for item, copy in zip(items, copies, strict=True):
            if item.number not in copier.map:
                copier.seed(item.number, copy)
        return copies

    def _tell(self, name: str, astray: Sequence[str]) -> None:
        if astray:
            some = ", ".join(f'"{title}"' for title in astray[:_TOLD])
            more = f" and {len(astray) - _TOLD} more" if len(astray) > _TOLD else ""
            message = f"Bookmarks of {name} lead nowhere: {some}{more}. It was so in the file."
            self.diagnostics.append(Diagnostic("warning", "bookmark-astray", message))

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
            parts: Dictionary = {
                "Title": text_string(mark.title),
                "Parent": Ref(parent),
                "Dest": [Ref(mark.page), Name("Fit")],
            }
            if index:
                parts["Prev"] = Ref(marks[index - 1].item)
            if index + 1 < len(marks):
                parts["Next"] = Ref(marks[index + 1].item)
            if mark.first:
                parts.update(First=Ref(mark.first), Last=Ref(mark.last), Count=-mark.count)
            self._sink.put(mark.item, write(parts))


def label_ranges(file: File, count: int) -> list[tuple[int, Dictionary]]:
    """Read an input's page labels: (index of the first page, dictionary); without any, pages count from 1."""
    found: dict[int, Dictionary] = {}
    for index, raw in number_pairs(file, file.root.get("PageLabels")):
        if index < count:
            parts = file.dictionary(raw)
            kept: Dictionary = {}
            for key, kind in (("S", Name), ("P", bytes), ("St", int)):
                value = file.get(parts.get(key))
                if isinstance(value, kind):
                    kept[key] = value
            found[index] = kept
    found.setdefault(0, {"S": Name("D")})
    return sorted(found.items(), key=lambda pair: pair[0])


def write_labels(ranges: Sequence[tuple[int, Dictionary]]) -> Dictionary:
    """The number tree of page labels."""
    listed: list[Value] = []
    for index, label in sorted(ranges, key=lambda pair: pair[0]):
        listed += (index, label)
    return {"Nums": listed}

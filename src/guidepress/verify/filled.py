"""In: the file of a copy, and that of the book with nothing filled in, which was verified. Out: a Report.

Every object of the copy is one of the verified file, byte for byte, or is looked at here: pages may go on in more
content, elements may have more marks, and the tree that leads from marks to elements must know of each. What is filled
in is decoded and compared with what was to be said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.record import record
from guidepress.cos import Ref, Stream
from guidepress.cos.extents import extents
from guidepress.cos.trees import number_pairs
from guidepress.verify.content import read_marked_text
from guidepress.verify.reading import open_pdf
from guidepress.verify.report import Report
from guidepress.verify.second import check_second
from guidepress.verify.text import bare
from guidepress.verify.verify import verify
from guidepress.verify.within import check_added

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.cos.values import Dictionary, Value
    from guidepress.verify.expectation import Expectation, FilledText
    from guidepress.verify.reading import Opened

__all__ = ["CHECKED", "VerifiedShell"]

CHECKED = (
    "all else is the verified file's",
    "pages go on in what is filled in",
    "what is filled in reads as it should",
    "all lies on its page",
    "marks and elements agree",
    "another reader agrees",
)
"""What is checked of a copy."""

_MARK = re.compile(rb"/MCID\s++(\d{1,7}+)")


@record
class _Known:
    """What is known of the shell.

    Attributes:
        opened: its file.
        objects: the bytes of each of its objects.
        parents: the elements of each page's marks, by the page's key.
        trees: the objects of the structure root and the tree that leads from marks to elements.
    """

    opened: Opened
    objects: dict[int, bytes]
    parents: dict[int, list[Value]]
    trees: frozenset[int]


class VerifiedShell:
    """The file of a book that copies are made of, verified once.

    Args:
        pdf: the file with nothing filled in.
        expectation: what its Book promised.

    Attributes:
        report: of that file.
    """

    def __init__(self, pdf: bytes, expectation: Expectation) -> None:
        self.report = verify(pdf, expectation)
        self._expectation = expectation
        opened = open_pdf(pdf)
        root = opened.file.dictionary(opened.root.get("StructTreeRoot"))
        trees = (opened.root.get("StructTreeRoot"), root.get("ParentTree"))
        numbers = frozenset(each.number for each in trees if isinstance(each, Ref))
        self._known = _Known(opened, extents(pdf), _parents(opened, root), numbers)

    def verify(self, pdf: bytes, wanted: Sequence[FilledText]) -> Report:
        """Check a copy.

        Args:
            pdf: its file.
            wanted: what is filled in on each page.

        Raises:
            FaultsFound: the file cannot be opened at all.
        """
        opened = open_pdf(pdf)
        found = (
            *_Comparison(self._known, opened, extents(pdf)).faults(wanted),
            *check_second(opened, self._expectation),
        )
        return Report(len(opened.pages), CHECKED, found, self.report.claims)


class _Comparison:
    """A copy beside the shell."""

    def __init__(self, known: _Known, opened: Opened, objects: dict[int, bytes]) -> None:
        self._known, self._shell = known, known.opened
        self._opened = opened
        self._changed = {number for number, body in known.objects.items() if objects.get(number) != body}
        self._more = objects.keys() - known.objects.keys()
        self._streams: set[int] = set()
        self._owned: dict[tuple[int, int], int] = {}

    def faults(self, wanted: Sequence[FilledText]) -> Iterator[Diagnostic]:
        """What is wrong with the copy."""
        opened, shell = self._opened, self._shell
        if opened.file.trailer.get("Root") != shell.file.trailer.get("Root"):
            yield _fault("The copy has another root than the book.")
        if len(opened.pages) != len(shell.pages):
            yield _fault(f"The copy has {len(opened.pages)} pages, not {len(shell.pages)}.")
            return
        contents = [self._added(index) for index in range(len(opened.pages))]
        pages = {page.number for page in opened.pages}
        elements = (self._changed | self._more) - pages - self._known.trees - self._streams
        for number in sorted(elements):
            yield from self._element(number)
        parents = _parents(opened, opened.file.dictionary(opened.root.get("StructTreeRoot")))
        for index, (content, text) in enumerate(zip(contents, wanted, strict=True)):
            yield from self._page(index)
            yield from self._texts(index, content, text)
            yield from self._marks(index, content, parents)
            yield from check_added(opened, index, content)

    def _added(self, index: int) -> bytes:
        """The content that a page of the copy has more, decoded."""
        file = self._opened.file
        parts = file.array(self._opened.pages[index].entries.get("Contents"))[1:]
        self._streams |= {part.number for part in parts if isinstance(part, Ref)}
        return b"\n".join(file.content(made) for made in map(file.get, parts) if isinstance(made, Stream))

    def _page(self, index: int) -> Iterator[Diagnostic]:
        """A page is the shell's, but for what its content goes on in."""
        mine, old = self._opened.pages[index], self._shell.pages[index]
        if mine.number != old.number or _without(mine.entries, "Contents") != _without(
            old.entries, "Contents"
        ):
            yield _fault(f"Page {index + 1} differs from the book's in more than what is filled in.")
        parts = self._opened.file.array(mine.entries.get("Contents"))
        fresh = all(isinstance(part, Ref) and part.number in self._more for part in parts[1:])
        if parts[:1] != self._shell.file.array(old.entries.get("Contents")) or not fresh:
            yield _fault(f"Page {index + 1} does not begin with the content of the book's page.")

    def _texts(self, index: int, content: bytes, wanted: FilledText) -> Iterator[Diagnostic]:
        fonts = self._shell.font_texts(index)
        read = read_marked_text(content, fonts, unmarked=True)
        plain = bare(read.pop(-1, ""))
        said = bare("".join(read.values()))
        if said != bare(wanted.tagged) or plain != bare(wanted.plain):
            yield _fault(f"What is filled in on page {index + 1} does not read as it should.")

    def _element(self, number: int) -> Iterator[Diagnostic]:
        """An element is the shell's with more marks, or a new one; its marks are noted."""
        file = self._opened.file
        mine, old = file.dictionary(Ref(number)), self._shell.file.dictionary(Ref(number))
        if "S" not in mine or "P" not in mine:
            yield _fault(f"Object {number} is neither the book's nor an element.")
            return
        kids, before = file.array(mine.get("K")), self._shell.file.array(old.get("K"))
        rest = [kid for kid in kids if kid not in before]
        kept = [kid for kid in kids if kid in before] == before
        marks, marks_before = _marks_in(kids), _marks_in(before)
        more = () if old.get("Pg") else ("Pg",)
        same = not old or _without(mine, "K", *more) == _without(old, "K", *more)
        if not (same and kept and marks[: len(marks_before)] == marks_before):
            yield _fault(
                f"The element of object {number} differs from the book's in more than marks at its end."
            )
        for kid in rest:
            self._own(number, kid, mine)

    def _own(self, number: int, kid: Value, element: Dictionary) -> None:
        file = self._opened.file
        made = file.get(kid) if not isinstance(kid, Ref) else None
        page, mark = element.get("Pg"), made
        if isinstance(made, dict):
            page, mark = made.get("Pg"), made.get("MCID")
        if isinstance(mark, int):
            self._owned[self._opened.page_index(page), mark] = number

    def _marks(self, index: int, content: bytes, parents: dict[int, list[Value]]) -> Iterator[Diagnostic]:
        """Each mark belongs to the element that the tree names for it, and the shell's marks to whom they did."""
        key = self._opened.file.integer(self._opened.pages[index].entries.get("StructParents"), -1)
        mine, old = parents.get(key, []), self._known.parents.get(key, [])
        marks = [int(digits) for digits in _MARK.findall(content)]
        right = mine[: len(old)] == old and marks == list(range(len(old), len(mine)))
        owners = [mine[mark] for mark in marks] if right else []
        if not right or any(
            owner != Ref(self._owned.get((index, mark), 0))
            for owner, mark in zip(owners, marks, strict=False)
        ):
            yield _fault(
                f"On page {index + 1}, what is filled in does not belong to the element that names it."
            )


def _parents(opened: Opened, root: Dictionary) -> dict[int, list[Value]]:
    """The elements of each page's marks, by the page's key."""
    file = opened.file
    return {key: file.array(value) for key, value in number_pairs(file, root.get("ParentTree"))}


def _marks_in(kids: list[Value]) -> list[Value]:
    """What of an element's kids are no elements."""
    return [kid for kid in kids if not isinstance(kid, Ref)]


def _without(entries: Dictionary, *keys: str) -> Dictionary:
    return {key: value for key, value in entries.items() if key not in keys}


def _fault(message: str) -> Diagnostic:
    return Diagnostic("error", "copy", message, "This is a fault of the writer; please report it.")

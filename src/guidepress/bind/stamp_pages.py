"""In: a file's pages and a stamp. Out: the pages with the stamp on them, wherever in the file they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, fault
from guidepress.bind.balance import closing
from guidepress.bind.impose_forms import operands, refuse_larger
from guidepress.bind.leaves import upright
from guidepress.bind.stamp_copy import Rewriting
from guidepress.bind.stamp_form import StampForms
from guidepress.cos import Malformed, Name, Ref, Stream
from guidepress.cos.filters import deflated
from guidepress.cos.pages import LETTER, box_of
from guidepress.cos.values import rounded

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from guidepress.bind.leaves import Leaf, Matrix
    from guidepress.bind.stamp_job import Stamp
    from guidepress.cos import File
    from guidepress.cos.values import Dictionary

__all__ = ["PageStamping"]

_SUBTYPE = {"footer": "Footer", "header": "Header", "watermark": "Watermark", "corner": "Header"}
"""Kinds of pagination artifacts (ISO 32000-1, table 330)."""

_NAME = "GpStamp"
_TOLD = 10
"""Pages that one warning names."""


class PageStamping:
    """One file while its pages are being stamped.

    Attributes:
        rewriting: the new file.
        stamped: pages that carry the stamp.
    """

    def __init__(self, file: File, what: Stamp, *, oldest: bool) -> None:
        self._file = file
        self._what = what
        self.rewriting = Rewriting(file, plain=oldest)
        self.stamped = 0
        self._copy = self.rewriting.copier.value
        self._writer = self.rewriting.writer
        self._intent = "OutputIntents" in file.root
        self._forms = StampForms(what, self._writer, intent=self._intent, oldest=oldest)
        self._streams: dict[bytes, Ref] = {}
        self._resources: dict[tuple[int, Ref], Ref] = {}

    def run(self, leaves: Sequence[Leaf], chosen: Sequence[int]) -> Iterator[Diagnostic]:
        """Stamp the pages chosen.

        Returns:
            Warnings: which of them have no room for the text.

        Raises:
            FaultsFound: none of them has.
        """
        roomy = {index for index in chosen if self._forms.fits(leaves[index].size)}
        if not roomy:
            text, width = " ".join(self._what.text.split()), leaves[chosen[0]].size[0] / 72000
            message = f"{text!r} is too long for a page {width:.3g} in wide."
            raise fault("text-too-long", message, "Shorten it.")
        self.stamped = len(roomy)
        if all(leaves[index].page.number and leaves[index].page.rooted for index in roomy):
            # A page that stands in the file twice is stamped once.
            for leaf in {leaves[index].page.number: leaves[index] for index in sorted(roomy)}.values():
                page = self._file.dictionary(Ref(leaf.page.number))
                self.rewriting.change(leaf.page.number, self._page(leaf, page))
        else:
            self._replant(leaves, roomy)
        return self._bare([index for index in chosen if index not in roomy])

    def _replant(self, leaves: Sequence[Leaf], roomy: Container[int]) -> None:
        """Write all pages below a new node: some stand within the node above them, or in no tree at all."""
        top = self._writer.reserve()
        chosen = {leaf.page.number for index, leaf in enumerate(leaves) if index in roomy}
        pages: list[Ref] = []
        known: dict[int, Ref] = {}
        for index, leaf in enumerate(leaves):
            number = leaf.page.number
            if number not in known:
                page = {key: value for key, value in leaf.page.entries.items() if key != "Parent"}
                stamped = number in chosen if number else index in roomy
                made = self._page(leaf, page) if stamped else self._copied(page)
                pages.append(self._placed(number, {**made, "Parent": Ref(top)}))
            else:
                pages.append(known[number])
            if number:
                known[number] = pages[-1]
        self.rewriting.replant(top, pages)

    def _placed(self, number: int, page: Dictionary) -> Ref:
        """Write a page where it stood, or as an object of its own."""
        if not number:
            return self._writer.add_object(page)
        self.rewriting.change(number, page)
        return Ref(self.rewriting.copier.number(number))

    def _bare(self, without: Sequence[int]) -> Iterator[Diagnostic]:
        """Name the pages without room."""
        if without:
            listed = ", ".join(str(index + 1) for index in without[:_TOLD])
            more = f" and {len(without) - _TOLD} more" if len(without) > _TOLD else ""
            pages = f"{'Page' if len(without) == 1 else 'Pages'} {listed}{more} of {self._file.name}"
            message = f"{pages} {'has' if len(without) == 1 else 'have'} no room for the text."
            yield Diagnostic("warning", "not-stamped", message, "Shorten it, or give a smaller --size.")

    def _copied(self, entries: Dictionary) -> Dictionary:
        return {key: self._copy(value) for key, value in entries.items()}

    def _page(self, leaf: Leaf, page: Dictionary) -> Dictionary:
        """A page stamped: its content wrapped, and the form in its resources."""
        file = self._file
        contents, data = self._contents(leaf.page.entries)
        before, after = closing(data)
        place = operands(_inverse(upright(leaf)))
        tail = f"/Artifact<</Type/Pagination/Subtype/{_SUBTYPE[self._what.where]}>>BDC\n"
        resources, own = self._add_form(leaf)
        tail += f"q {place} cm /{own} Do Q\nEMC\n"
        wrapped = [self._stream(before), *contents] if contents else []
        tail_stream = self._stream((after if contents else b"") + tail.encode("ascii"))
        made = self._copied(page)
        made["Contents"] = [*wrapped, tail_stream]
        made["Resources"] = resources
        if box_of(file, leaf.page, "MediaBox") is None:
            made["MediaBox"] = rounded(LETTER)
        group = file.dictionary(page.get("Group"))
        if self._what.opacity < 1 and not self._intent and "CS" not in group:
            blending: Dictionary = {"S": Name("Transparency"), "CS": self._forms.srgb()}
            made["Group"] = {**self._copied(group), **blending}
        return made

    def _stream(self, content: bytes) -> Ref:
        """A stream, shared by all pages that need the same."""
        if content not in self._streams:
            self._streams[content] = self._writer.add_object(deflated(content, {}))
        return self._streams[content]

    def _add_form(self, leaf: Leaf) -> tuple[Dictionary | Ref, str]:
        """The page's resources with the form in them, and its name there; shared resources stay shared."""
        file = self._file
        raw = leaf.page.entries.get("Resources")
        form = self._forms.of(leaf.size)
        old = file.dictionary(raw)
        pictures = file.dictionary(old.get("XObject"))
        names = (f"{_NAME}{number or ''}" for number in range(len(pictures) + 1))
        own = next(name for name in names if name not in pictures)
        if isinstance(raw, Ref) and (raw.number, form) in self._resources:
            return self._resources[raw.number, form], own
        made = self._copied(old)
        made["XObject"] = {**self._copied(pictures), own: form}
        if not isinstance(raw, Ref):
            return made, own
        self._resources[raw.number, form] = self._writer.add_object(made)
        return self._resources[raw.number, form], own

    def _contents(self, page: Dictionary) -> tuple[list[Ref], bytes]:
        """References to the parts of a page's content in the new file, and all of it decoded.

        Raises:
            FaultsFound: that is more than any page has.
        """
        file = self._file
        parts = [each for each in file.array(page.get("Contents")) if isinstance(each, Ref)]
        found = [(part, stream) for part in parts if isinstance(stream := file.get(part), Stream)]
        data: list[bytes] = []
        size = 0
        for _, stream in found:
            try:
                data.append(file.content(stream))
                size += len(data[-1])
                refuse_larger(file, size)
            except Malformed as problem:
                file.note(f"what a page leaves open cannot be told ({problem})")
        return [Ref(self.rewriting.copier.number(part.number)) for part, _ in found], b"\n".join(data)


def _inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    return d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area

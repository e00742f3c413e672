"""In: leaves. Out: form XObjects that show them upright, the lower left corner of the trim at the origin.

Fonts and pictures are referred to as the page did, so they stay stored once. What is printed of annotations (filled
fields, stamps, notes) is drawn over the page; links are no ink. What cannot be shown is said.
"""

from __future__ import annotations

import zlib
from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, fault
from guidepress.base.limits import PAGE_BYTES
from guidepress.bind.annotations import annotations_of, numbers_of
from guidepress.bind.field_looks import FieldLooks
from guidepress.bind.leaves import upright
from guidepress.cos import Malformed, Name, Ref, Stream
from guidepress.cos.filters import deflated
from guidepress.cos.values import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.bind.annotations import Annotation
    from guidepress.bind.leaves import Leaf, Matrix
    from guidepress.cos import File
    from guidepress.cos.copier import ObjectCopier
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer

__all__ = ["PageForms", "operands", "refuse_larger"]

_CODING = ("Filter", "DecodeParms")
_UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_TOLD = 10
"""Fields named in one message."""


class PageForms:
    """Makes forms of the pages of a file.

    Args:
        file: the file.
        copier: copies what they need.
        writer: takes the forms.
        leaves: all its pages.
    """

    def __init__(self, file: File, copier: ObjectCopier, writer: Writer, leaves: Sequence[Leaf]) -> None:
        self._file = file
        self._copier = copier
        self._writer = writer
        self._bare: dict[int, Counter[str]] = {}
        self._unprinted: Counter[str] = Counter()
        self._looks = FieldLooks(file, writer)
        shown = [[each for each in annotations_of(file, leaf.page) if each.shows] for leaf in leaves]
        self._unprinted.update(each.kind for found in shown for each in found if not each.prints)
        self._printed = [[each for each in found if each.prints] for found in shown]
        for each in (each for found in self._printed for each in found if each.kind == "Widget"):
            self._looks.want(id(each), each)
        self._drawn = self._looks.draw()
        for number, found in enumerate(self._printed, 1):
            bare = [each for each in found if each.look is None and each.kind != "Widget"]
            if bare:
                self._bare[number] = Counter(each.kind for each in bare)

    def told(self) -> Iterator[Diagnostic]:
        """Warn of what is not on the sheets: with its page what should be, and once what need not."""
        name = self._file.name
        for number, kinds in self._bare.items():
            listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
            message = f"Page {number} of {name} has annotations without an appearance, which are not drawn: {listed}."
            yield Diagnostic("warning", "not-drawn", message, "Save the file with a program that draws them.")
        if self._looks.failed:
            listed = ", ".join(self._looks.failed[:_TOLD]) + (" …" if len(self._looks.failed) > _TOLD else "")
            message = f"Fields of {name} have values that cannot be drawn: {listed}."
            yield Diagnostic(
                "warning", "field-not-drawn", message, "Print the form to a PDF, and impose that."
            )
        if self._unprinted:
            listed = ", ".join(f"{count} {kind}" for kind, count in sorted(self._unprinted.items()))
            message = (
                f"Annotations of {name} are not meant to be printed and are not on the sheets: {listed}."
            )
            yield Diagnostic("warning", "not-printed", message)

    def of(self, leaf: Leaf, index: int) -> Ref:
        """Make the form of a page, its index among the leaves; its marked content keeps no tie to any structure tree."""
        page = leaf.page.entries
        entries: Dictionary = {
            "Type": Name("XObject"),
            "Subtype": Name("Form"),
            "BBox": rounded(leaf.bleed),
            "Matrix": rounded(upright(leaf)),
            "Resources": self._copier.value(page.get("Resources")) or {},
        }
        if page.get("Group") is not None:
            entries["Group"] = self._copier.value(page["Group"])
        inked = [look for each in self._printed[index] if (look := self._look(each)) is not None]
        if not inked:
            return self._content(page, entries)
        drawn: Dictionary = {"Page": self._content(page, {**entries, "Matrix": [1, 0, 0, 1, 0, 0]})}
        content = ["/Page Do"]
        for rank, (appearance, matrix) in enumerate(inked):
            drawn[f"A{rank}"] = appearance
            content.append(f"q {operands(matrix)} cm /A{rank} Do Q")
        entries["Resources"] = {"XObject": drawn}
        return self._writer.add_object(deflated("\n".join(content).encode("ascii"), entries))

    def _content(self, page: Dictionary, entries: Dictionary) -> Ref:
        """Write the page's content as one stream; a single one is taken as it is stored, several are joined."""
        file = self._file
        parts = [file.get(each) for each in file.array(page.get("Contents"))]
        streams = [each for each in parts if isinstance(each, Stream)]
        if len(streams) == 1:
            (only,) = streams  # inflating and deflating again would only cost time
            coding = {key: only.entries[key] for key in _CODING if key in only.entries}
            coded = {key: self._copier.value(value) for key, value in coding.items()}
            return self._writer.add_object(Stream({**coded, **entries}, only.data))
        return self._writer.add_object(self._joined(streams, entries))

    def _joined(self, streams: Sequence[Stream], entries: Dictionary) -> Stream:
        """Join streams, one in memory at a time: a page may name the same one any number of times."""
        coder, coded, size = zlib.compressobj(6), list[bytes](), 0
        for stream in streams:
            part = (b"\n" if size else b"") + self._decoded(stream)
            size += len(part)
            refuse_larger(self._file, size)
            coded.append(coder.compress(part))
        return Stream({**entries, "Filter": Name("FlateDecode")}, b"".join((*coded, coder.flush())))

    def _decoded(self, stream: Stream) -> bytes:
        try:
            return self._file.content(stream)
        except Malformed as problem:
            self._file.lose(f"part of a page's content ({problem})")
            return b""

    def _look(self, annotation: Annotation) -> tuple[Ref, Matrix] | None:
        """The appearance of an annotation, and the matrix that puts it where it goes."""
        drawn = self._drawn.get(id(annotation))
        if drawn is not None:
            left, bottom, _, _ = annotation.rectangle
            return drawn, (1.0, 0.0, 0.0, 1.0, left, bottom)
        if annotation.look is None:
            return None
        look = self._file.dictionary(annotation.look)
        box = numbers_of(self._file, look.get("BBox"), 4)
        matrix = _fit(box, numbers_of(self._file, look.get("Matrix"), 6), annotation.rectangle)
        return None if matrix is None else (self._form(annotation.look), matrix)

    def _form(self, look: Ref) -> Ref:
        """The copy of an appearance; one that does not say that it is a form is drawn by readers, but not as one."""
        made = self._file.get(look)
        if not isinstance(made, Stream) or self._file.word(made.entries.get("Subtype")) == "Form":
            return Ref(self._copier.number(look.number))
        form: Dictionary = {**made.entries, "Type": Name("XObject"), "Subtype": Name("Form")}
        return self._writer.add_object(self._copier.object(Stream(form, made.data)))


def refuse_larger(file: File, size: int) -> None:
    """Refuse a page whose content is larger than any that was meant to be read: a few bytes can name a bomb often.

    Raises:
        FaultsFound: it has more bytes than a page may have.
    """
    if size > PAGE_BYTES:
        message = f"A page of {file.name} has more than {PAGE_BYTES:,} bytes of content."
        raise fault("page-too-large", message, "Print it to a PDF, and take that.")


def operands(matrix: Matrix) -> str:
    """Write a matrix for `cm`, six decimals at most."""
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") if value else "0" for value in matrix)


def _fit(box: tuple[float, ...], matrix: tuple[float, ...], rectangle: tuple[float, ...]) -> Matrix | None:
    """The matrix that lays an appearance's transformed box on the annotation's rectangle (algorithm 8.1)."""
    if not box or not rectangle:
        return None
    a, b, c, d, e, f = matrix or _UPRIGHT
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    left, bottom = min(x for x, _ in corners), min(y for _, y in corners)
    width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - bottom
    if width <= 0 or height <= 0:
        return None
    across, up = (rectangle[2] - rectangle[0]) / width, (rectangle[3] - rectangle[1]) / height
    return across, 0.0, 0.0, up, rectangle[0] - left * across, rectangle[1] - bottom * up

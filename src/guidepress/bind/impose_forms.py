"""In: a leaf. Out: a form XObject that shows it upright, the lower left corner of its trim at the origin.

Fonts and pictures are referred to as the page did, so they stay stored once. What is printed of annotations (filled
fields, stamps, notes) is drawn over the page; links are no ink.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.bind.leaves import upright
from guidepress.cos import Malformed, Name, Ref, Stream
from guidepress.cos.filters import deflated
from guidepress.cos.values import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.bind.leaves import Box, Leaf, Matrix
    from guidepress.cos import File, Value
    from guidepress.cos.copier import ObjectCopier
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer

__all__ = ["PageForms", "operands"]

_HIDDEN, _PRINT, _NO_VIEW = 2, 4, 32
"""Annotation flags (ISO 32000-1, table 165)."""

_CODING = ("Filter", "DecodeParms")


class PageForms:
    """Makes forms of the pages of a file.

    Args:
        file: the file.
        copier: copies what they need.
        writer: takes the forms.
    """

    def __init__(self, file: File, copier: ObjectCopier, writer: Writer) -> None:
        self._file = file
        self._copier = copier
        self._writer = writer

    def of(self, leaf: Leaf) -> Ref:
        """Make the form of a page; its marked content keeps no tie to any structure tree."""
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
        inked = list(self._appearances(page))
        if not inked:
            return self._content(page, entries)
        drawn: Dictionary = {"Page": self._content(page, {**entries, "Matrix": [1, 0, 0, 1, 0, 0]})}
        content = ["/Page Do"]
        for index, (appearance, matrix) in enumerate(inked):
            drawn[f"A{index}"] = appearance
            content.append(f"q {operands(matrix)} cm /A{index} Do Q")
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
        return self._writer.add_object(deflated(b"\n".join(map(self._decoded, streams)), entries))

    def _decoded(self, stream: Stream) -> bytes:
        try:
            return self._file.content(stream)
        except Malformed as problem:
            self._file.note(f"part of a page's content is left out: {problem}")
            return b""

    def _appearances(self, page: Dictionary) -> Iterator[tuple[Ref, Matrix]]:
        """Yield the normal appearance of every annotation that is printed, and where it goes (12.5.5)."""
        file = self._file
        for entry in file.array(page.get("Annots")):
            annotation = file.dictionary(entry)
            flags = file.integer(annotation.get("F"))
            if flags & (_HIDDEN | _NO_VIEW) or not flags & _PRINT:
                continue
            if file.word(annotation.get("Subtype")) == "Popup":
                continue
            reference = self._normal(annotation)
            look = file.get(reference)
            if not isinstance(reference, Ref) or not isinstance(look, Stream):
                continue
            rectangle, box = (
                self._numbers(value, 4) for value in (annotation.get("Rect"), look.entries.get("BBox"))
            )
            matrix = _fit(box, self._numbers(look.entries.get("Matrix"), 6), rectangle)
            if matrix is not None:
                yield Ref(self._copier.number(reference.number)), matrix

    def _normal(self, annotation: Dictionary) -> Value:
        """The normal appearance, in the state that the annotation is in."""
        file = self._file
        normal = file.dictionary(annotation.get("AP")).get("N")
        states = file.get(normal)
        if isinstance(states, dict):
            return states.get(file.word(annotation.get("AS")) or "Off")
        return normal

    def _numbers(self, value: Value, count: int) -> tuple[float, ...]:
        """So many numbers of an array; () where it has not as many."""
        listed = [self._file.get(each) for each in self._file.array(value)[:count]]
        numbers = [float(each) for each in listed if isinstance(each, int | float)]
        return tuple(numbers) if len(numbers) == count else ()


def operands(matrix: Matrix) -> str:
    """Write a matrix for `cm`, six decimals at most."""
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") if value else "0" for value in matrix)


def _fit(box: tuple[float, ...], matrix: tuple[float, ...], rectangle: tuple[float, ...]) -> Matrix | None:
    """The matrix that lays an appearance's transformed box on the annotation's rectangle (algorithm 8.1)."""
    if not box or not rectangle:
        return None
    a, b, c, d, e, f = matrix or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    left, bottom = min(x for x, _ in corners), min(y for _, y in corners)
    width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - bottom
    target: Box = (
        min(rectangle[0], rectangle[2]),
        min(rectangle[1], rectangle[3]),
        max(rectangle[0], rectangle[2]),
        max(rectangle[1], rectangle[3]),
    )
    if width <= 0 or height <= 0:
        return None
    across, up = (target[2] - target[0]) / width, (target[3] - target[1]) / height
    return across, 0.0, 0.0, up, target[0] - left * across, target[1] - bottom * up

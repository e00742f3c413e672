"""In: the pages of a form. Out: appearances of the filled fields that have none, as a reader would draw them (12.7.3.3).

The texts are set in our own face, embedded, for the file's own need not be there or know the letters. What does not
fit is set smaller, so that no answer is cut off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import record
from guidepress.bind.fields import field_of
from guidepress.cos import Malformed, Name
from guidepress.cos.filters import deflated
from guidepress.cos.values import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.bind.annotations import Annotation
    from guidepress.bind.fields import FormField
    from guidepress.bind.lettering import Lettered, Lettering
    from guidepress.cos import File, Ref
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer
    from guidepress.typeset import Line

__all__ = ["FieldLooks"]

_SET = 10_000
"""mpt; the size in which all lines are set; the appearance scales them."""
_PAD = 2.0
"""Points between the frame and the text."""
_LEADING = 1.2
"""Of the size: from one line to the next."""
_LARGEST = 12.0
"""Points; type that fits itself into its field grows no larger where lines are broken."""
_SMALLEST = 2.0
"""Points; smaller type is not tried."""
_STEP = 0.9


@record
class _Setting:
    """A line of a field, set: its size in points, and where it begins."""

    line: Line
    size: float
    x: float
    y: float


@record
class _Drawing:
    """A field about to be drawn; width and height in points as its text is read."""

    key: int
    field: FormField
    width: float
    height: float
    lines: tuple[_Setting, ...]


class FieldLooks:
    """Draws the fields of one file.

    Args:
        file: the file.
        writer: takes the appearances.

    Attributes:
        failed: names of the fields whose value cannot be drawn.
    """

    def __init__(self, file: File, writer: Writer) -> None:
        self._file = file
        self._writer = writer
        self._lettering: Lettering | None = None
        self._waiting: list[_Drawing] = []
        self.failed: list[str] = []

    def want(self, key: int, widget: Annotation) -> None:
        """Take a widget to be drawn, unless its own appearance serves, or there is nothing to draw."""
        left, bottom, right, top = widget.rectangle or (0.0, 0.0, 0.0, 0.0)
        try:
            field = field_of(self._file, widget)
        except Malformed:
            return  # an appearance or a value that cannot be read: what there is stands as it is
        if field is None or field.empty:
            return
        width, height = right - left, top - bottom
        if field.turn % 180:
            width, height = height, width
        try:
            lines = tuple(self._set(field, width, height))
        except FaultsFound:
            self.failed.append(field.name)
            return
        self._waiting.append(_Drawing(key, field, width, height, lines))

    def draw(self) -> dict[int, Ref]:
        """Write the appearances of all widgets that were taken, by their keys."""
        if not self._waiting:
            return {}
        wanted = [each.line for drawing in self._waiting for each in drawing.lines]
        lettered: Iterator[Lettered] = iter(())
        if wanted:
            from guidepress.bind.lettering import letter  # noqa: PLC0415 - the engine, for fields only

            lettered = iter(letter(wanted, self._writer))
        return {each.key: self._form(each, lettered) for each in self._waiting}

    def _set(self, field: FormField, width: float, height: float) -> Iterator[_Setting]:
        """Set the lines of a field and say where they stand."""
        if not any(field.lines):
            return
        room = max(1.0, width - 2 * _PAD), max(1.0, height - 2 * _PAD)
        size = field.size or (_LARGEST if field.wraps or len(field.lines) > 1 else room[1] / _LEADING)
        if field.cells:
            yield from self._comb(field, width, height, min(size, room[1] / _LEADING))
            return
        lines = self._broken(field, room[0] / size)
        while size > _SMALLEST and not _fits(lines, size, room, single=not field.wraps):
            size *= _STEP
            lines = self._broken(field, room[0] / size)
        tall = size * _LEADING * len(lines)
        top = height - _PAD if field.wraps else (height + tall) / 2
        share = {"left": 0.0, "centre": 0.5, "right": 1.0}[field.align]
        for rank, line in enumerate(lines):
            if not line.width:
                continue
            x = _PAD + (room[0] - line.width / _SET * size) * share
            yield _Setting(line, size, x, top - size * (_LEADING * rank + 0.95))

    def _comb(self, field: FormField, width: float, height: float, size: float) -> Iterator[_Setting]:
        cell = width / field.cells
        for rank, letter in enumerate("".join(field.lines)[: field.cells]):
            if letter.strip():
                line = self._line(letter)
                x = cell * (rank + 0.5) - line.width / _SET * size / 2
                yield _Setting(line, size, x, height / 2 - size * 0.35)

    def _broken(self, field: FormField, measure: float) -> list[Line]:
        """The lines of a field, broken at spaces where they are longer than so many ems."""
        made: list[Line] = []
        for text in field.lines:
            taken = ""
            for word in text.split(" ") if field.wraps else ():
                longer = f"{taken} {word}" if taken else word
                if taken and self._line(longer).width > measure * _SET:
                    made.append(self._line(taken))
                    longer = word
                taken = longer
            made.append(self._line(taken if field.wraps else text))
        return made

    def _line(self, text: str) -> Line:
        if self._lettering is None:
            from guidepress.bind.lettering import Lettering  # noqa: PLC0415 - the engine, for fields only

            self._lettering = Lettering()
        return self._lettering.line(text, _SET)

    def _form(self, drawing: _Drawing, lettered: Iterator[Lettered]) -> Ref:
        field, width, height = drawing.field, drawing.width, drawing.height
        parts: list[bytes] = []
        resources: Dictionary = {}
        if field.fill:
            parts.append(f"{field.fill} 0 0 {width:.4f} {height:.4f} re f".encode("ascii"))
        if field.frame:
            box = f"0.5 0.5 {max(0.0, width - 1):.4f} {max(0.0, height - 1):.4f} re S"
            parts.append(f"{field.frame} 1 w {box}".encode("ascii"))
        if field.marked:
            parts.append(f"{field.paint} {_mark(field, width, height)}".encode("ascii"))
        for each in drawing.lines:
            letters = next(lettered)
            resources["Font"] = letters.fonts
            scale = each.size * 1000 / _SET
            place = f"q {field.paint} {scale:.6f} 0 0 {scale:.6f} {each.x:.4f} {each.y:.4f} cm"
            parts.append(place.encode("ascii") + b"\n" + letters.operators + b"Q")
        entries: Dictionary = {
            "Type": Name("XObject"),
            "Subtype": Name("Form"),
            "BBox": rounded((0, 0, width, height)),
            "Resources": resources,
        }
        if field.turn:
            # A quarter turn about the corner leaves the box; it comes back by its own height or width.
            turned = {
                90: (0, 1, -1, 0, height, 0),
                180: (-1, 0, 0, -1, width, height),
                270: (0, -1, 1, 0, 0, width),
            }
            entries["Matrix"] = rounded(turned.get(field.turn, (1, 0, 0, 1, 0, 0)))
        return self._writer.add_object(deflated(b"\n".join(parts), entries))


def _fits(lines: list[Line], size: float, room: tuple[float, float], *, single: bool) -> bool:
    if single and len(lines) == 1:
        return lines[0].width / _SET * size <= room[0] + 0.01
    widest = max(line.width for line in lines)
    return widest / _SET * size <= room[0] + 0.01 and size * _LEADING * len(lines) <= room[1] + 0.01


def _mark(field: FormField, width: float, height: float) -> str:
    """Draw what ticks a box, in the letters of ZapfDingbats: "l" a disc, "n" a square, "u" a diamond, "8" a cross."""
    r = min(width, height) * 0.3
    x, y = width / 2, height / 2
    if field.mark == "n":
        return f"{x - r:.4f} {y - r:.4f} {2 * r:.4f} {2 * r:.4f} re f"
    if field.mark == "u":
        corners = ((x, y + r), (x + r, y), (x, y - r), (x - r, y))
        return " ".join(f"{a:.4f} {b:.4f} {'l' if at else 'm'}" for at, (a, b) in enumerate(corners)) + " f"
    pen = field.paint.upper()
    if field.mark == "l":  # a point of round ends
        return f"{pen} 1 J {2 * r:.4f} w {x:.4f} {y:.4f} m {x:.4f} {y:.4f} l S"
    if field.mark == "8":
        lines = ((x - r, y - r), (x + r, y + r), (x - r, y + r), (x + r, y - r))
    else:
        lines = ((x - r, y), (x - r / 3, y - r), (x - r / 3, y - r), (x + r, y + r))
    path = " ".join(f"{a:.4f} {b:.4f} {'l' if at % 2 else 'm'}" for at, (a, b) in enumerate(lines))
    return f"{pen} 1 J {r / 4:.4f} w {path} S"

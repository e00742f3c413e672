"""In: questions as a version poses them. Out: boxes to mark that a scanner can read back, with what each stands for.

Each box and each corner mark is a slot of the drawing too, so that its place on the finished page can be told
(`page/items.py`): nobody has to show a reader where the boxes are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.worksheets.posed import letter
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import rectangle
from guidepress.page.items import Shape, Slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.question_kind import AnswerMarks
    from guidepress.compose.worksheets.posed import Posed

__all__ = ["ALONE", "BOX_SLOT", "CORNER_SLOT", "WRITE_SLOT", "ScanRow", "scan_boxes"]

BOX_SLOT = "scan-box"
CORNER_SLOT = "scan-corner"
WRITE_SLOT = "scan-write"
"""Names of slots; their labels are words with spaces between: question, number, entry, choice, what stands beside it."""

ALONE = -1
"""The entry of a question that has one row."""

_MM = 72000 / 25.4
_CORNER = round(6 * _MM)
_SIDE = round(4.5 * _MM)  # as wide as a cross is made without care
_PITCH = round(8.5 * _MM)  # room between two rows for a cross that leaves its box
_APART = round(12 * _MM)
_NUMBER = round(11 * _MM)
_PARTED = 13  # tenths of the room of a number for one with the number of an entry: "12.10"
_BETWEEN = round(6 * _MM)
_CLEAR = round(3 * _MM)  # white between corner marks and boxes
_LINE = 800  # mpt: seen at 150 dpi
_USUAL = 11_000  # size of type for which these measures are; larger type has larger boxes
_BASE = 350  # per mille of the type size, from the middle of a letter to its baseline


@record
class ScanRow:
    """A row of the sheet: a question as it is posed, what marks it, a name for it that does not hang on its place.

    Attributes:
        entry: which of its entries the row is of, from 0; `ALONE` for a question of one row.
    """

    posed: Posed
    marks: AnswerMarks
    question: str
    entry: int = ALONE

    @property
    def number(self) -> str:
        """What stands before it: "7", and of a question of several rows "7.2"."""
        number = self.posed.number
        return f"{number}" if self.entry == ALONE else f"{number}.{self.entry + 1}"


def scan_boxes(
    context: Context, rows: Sequence[ScanRow], letters: int, room: int
) -> tuple[tuple[Drawing, str], ...]:
    """Draw the sheets, each with its alternative text; several where the rows do not fit one page.

    Args:
        context: of the document.
        rows: the questions.
        letters: boxes of the widest question of choices.
        room: height of a sheet, mpt; the corner marks stand as far apart as it lets them, since that is what they are for.
    """
    sheet = _Sheet(context, letters, rows)
    per_column = max(1, (room - 2 * (_CORNER + _CLEAR)) // sheet.pitch)
    columns = max(1, (context.measure + sheet.between) // (sheet.column + sheet.between))
    most = per_column * columns
    parts = [rows[at : at + most] for at in range(0, len(rows), most)]
    return tuple((sheet.drawn(part, per_column, room), sheet.alt(part)) for part in parts)


class _Sheet:
    """The measures of a sheet, in the scale of its type."""

    def __init__(self, context: Context, letters: int, rows: Sequence[ScanRow]) -> None:
        body = context.style("body").size
        parted = any(row.entry != ALONE for row in rows)
        own = _NUMBER * _PARTED // 10 if parted else _NUMBER
        boxes = max((row.marks.boxes for row in rows), default=0)
        needed = own + max(letters * _APART, boxes * (_SIDE + _SIDE // 3))
        scale = max(1000, min(body * 1000 // _USUAL, context.measure * 1000 // needed))
        self.side, self.pitch, self.apart, self.number, self.between = (
            each * scale // 1000 for each in (_SIDE, _PITCH, _APART, own, _BETWEEN)
        )
        self.apart = min(self.apart, (context.measure - self.number) // max(letters, 1))
        widest = max(letters * self.apart, boxes * (self.side + self.side // 3))
        self.column = min(self.number + widest, context.measure)
        self._context = context
        size = 9000 * scale // 1000
        self._style = context.varied("figure-label", f"scan-{size}", size=size, leading=size * 5 // 4)
        self._ink = context.colour("ink")
        self._shapes: list[Shape] = []
        self._labels: list[Label] = []

    def alt(self, rows: Sequence[ScanRow]) -> str:
        """What a sheet is, for those who do not see it."""
        first, last = rows[0].posed.number, rows[-1].posed.number
        return self._context.labels.text("scan-alt", first=first, last=last)

    def drawn(self, rows: Sequence[ScanRow], per_column: int, room: int) -> Drawing:
        """Draw one sheet: corner marks, then the rows in columns."""
        self._shapes, self._labels = [], []
        width, height = self._context.measure, room
        for name, x, y in (
            ("top-left", 0, 0),
            ("top-right", width - _CORNER, 0),
            ("bottom-left", 0, height - _CORNER),
            ("bottom-right", width - _CORNER, height - _CORNER),
        ):
            self._shapes.append(rectangle((x, y, _CORNER, _CORNER), fill=self._ink))
            self._slot(CORNER_SLOT, name, (x, y, _CORNER, _CORNER))
        for index, row in enumerate(rows):
            column, place = divmod(index, per_column)
            x = column * (self.column + self.between)
            self._row(row, x, _CORNER + _CLEAR + place * self.pitch + self.pitch // 2)
        return Drawing(width, height, tuple(self._shapes), tuple(self._labels))

    def _row(self, row: ScanRow, x: int, middle: int) -> None:
        base = middle + self._style.size * _BASE // 1000
        left, named = x + self.number, f"{row.question} {row.posed.number} {row.entry}"
        self._text(left - _NUMBER * 4 // 10 * self.side // _SIDE, base, row.number, strong=True)
        if row.marks.boxes:
            for index in range(row.marks.boxes):
                box = (
                    left + index * (self.side + self.side // 3),
                    middle - self.side // 2,
                    self.side,
                    self.side,
                )
                self._box(WRITE_SLOT, f"{named} {index} {index + 1}", box)
            return
        texts = row.marks.circles or tuple(map(letter, range(row.marks.letters)))
        for place, text in enumerate(texts):
            at = left + place * self.apart
            choice = row.posed.order[place] if place < len(row.posed.order) else place
            self._text(at + self.apart - self.side - self.side // 3, base, text, strong=False)
            box = (at + self.apart - self.side, middle - self.side // 2, self.side, self.side)
            self._box(BOX_SLOT, f"{named} {choice} {text}", box)

    def _box(self, name: str, label: str, box: tuple[int, int, int, int]) -> None:
        self._shapes.append(Shape((("r", box),), stroke=self._ink, line_width=_LINE))
        self._slot(name, label, box)

    def _slot(self, name: str, label: str, box: tuple[int, int, int, int]) -> None:
        x, y, width, height = box
        slot = Slot(name, label, width, height)
        self._labels.append(Label(x, y + height, (), self._style, width, slot=slot))

    def _text(self, x: int, y: int, text: str, *, strong: bool) -> None:
        look = Look(strong=strong)
        self._labels.append(Label(x, y, (Text(text, look),), self._style, 4 * self.number, align="right"))

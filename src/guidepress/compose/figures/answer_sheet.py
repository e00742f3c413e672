"""In: questions, versions and letters. Out: the circles of an answer sheet, and the alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.worksheets.posed import letter
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import circle, rectangle
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.question_kind import AnswerMarks

__all__ = ["answer_circles"]

_RADIUS = 5600  # mpt: a circle of 4 mm, which a soft pencil fills in a second
_STEP = 14_400  # mpt from circle to circle in the name
_PITCH = 15_600  # mpt from row to row, at least
_WIDEST = 19_500  # mpt from row to row, at most: further apart they are no rows any more
_APART = 17_000  # mpt from choice to choice
_BESIDE = 34_000  # mpt in a column of questions for the number and the white space beside it
_BETWEEN = 30_000  # mpt from the name to the questions
_HEAD = 28_000  # mpt from the box of a letter of the name to its first circle
_NAME = 14  # letters of a name
_NAME_ROWS = 26  # letters of the alphabet
_BELOW = 4000  # mpt below the last circle
_CLEAR = 2000  # mpt at least between two boxes
_CORNER = 8000  # mpt: squares in the corners, by which a scanner finds the sheet
_COLUMN = 25  # questions in a column, as high as the alphabet of the name


class _Sheet:
    """Gathers circles and labels.

    Attributes:
        pitch: from row to row, mpt.
        scale: of circles and of what is between them in a row, per mille.
    """

    def __init__(self, context: Context, pitch: int, scale: int) -> None:
        self.context = context
        self.pitch = pitch
        self.scale = scale
        self.radius = _RADIUS * scale // 1000
        self.step = _STEP * scale // 1000
        self.apart = _APART * scale // 1000
        self.ink = context.colour("muted")
        self.inside = context.varied("figure-label", "circle", size=7000, leading=7000, colour=self.ink)
        self.outside = context.style("figure-label")
        self.shapes: list[Shape] = []
        self.labels: list[Label] = []

    def bubble(self, x: int, y: int, text: str) -> None:
        self.shapes.append(circle(x, y, self.radius, stroke=self.ink, width=600))
        self.labels.append(Label(x, y + 2500, (Text(text),), self.inside, 3 * self.radius, align="centred"))

    def boxes(self, x: int, y: int, count: int, places: int) -> None:
        """Draw boxes to write numbers in, closer together and smaller where they are more than the places."""
        apart = min(self.apart, places * self.apart // count)
        side = min(2 * self.radius, apart - _CLEAR)
        for index in range(count):
            box = (x + index * apart, y - side // 2, side, side)
            self.shapes.append(Shape((("r", box),), stroke=self.ink, line_width=600))

    def label(self, x: int, y: int, text: str, *, right: bool = False) -> None:
        look = Look(strong=True)
        self.labels.append(
            Label(x, y, (Text(text, look),), self.outside, 120_000, align="right" if right else "left")
        )


def answer_circles(
    context: Context,
    rows: Sequence[tuple[int, AnswerMarks]],
    versions: Sequence[str],
    letters: int,
    room: int,
) -> tuple[Drawing, str]:
    """Draw the sheet.

    Args:
        context: of the document.
        rows: number and marks of each question that is answered by a circle.
        versions: letters of the versions; none if there is only one.
        letters: circles a question of multiple choice.
        room: height that the sheet fills if it can, mpt.
    """
    width = context.measure
    top = _CORNER + 14_000
    pitch = min(_WIDEST, max(_PITCH, (room - top - 6000 - _HEAD - _CORNER) // _NAME_ROWS))
    columns = 1 if len(rows) <= _COLUMN else 2
    free = width - 2 * _CORNER - _BETWEEN - columns * _BESIDE
    fitting = (free - _NAME * _STEP) // (columns * _APART)
    places = max(letters, min(fitting, max(marks.boxes for _, marks in rows)))
    needed = _NAME * _STEP + columns * places * _APART
    sheet = _Sheet(context, pitch, max(1000, min(1000 * pitch // _PITCH, 1000 * free // needed)))
    text = context.labels.text
    sheet.label(_CORNER, top, text("name"))
    _name(sheet, _CORNER, top + 6000)
    right = _CORNER + _NAME * sheet.step + _BETWEEN
    y = top
    if versions:
        sheet.label(right, top, text("version-word"))
        for index, name in enumerate(versions):
            sheet.bubble(right + 7000 + index * sheet.apart, top + 14_000, name)
        y = top + 42_000
    sheet.label(right, y, text("questions-word"))
    foot = _questions(sheet, rows, (right, y + 14_000), (letters, places))
    height = max(foot, top + 6000 + _HEAD + (_NAME_ROWS - 1) * pitch + sheet.radius + _BELOW) + _CORNER
    sheet.shapes.extend(
        rectangle((x, y, _CORNER, _CORNER), fill=context.colour("ink"))
        for x in (0, width - _CORNER)
        for y in (0, height - _CORNER)
    )
    circled = [number for number, marks in rows if not marks.boxes] or [number for number, _ in rows]
    alt = text("answer-sheet-alt", last=letter(letters - 1), n=circled[-1])
    return Drawing(width, height, tuple(sheet.shapes), tuple(sheet.labels)), alt


def _name(sheet: _Sheet, x: int, y: int) -> None:
    """Draw a box for each letter of the name, the alphabet in circles below it."""
    for column in range(_NAME):
        left = x + column * sheet.step
        sheet.shapes.append(Shape((("r", (left, y, sheet.step, 18_000)),), stroke=sheet.ink, line_width=600))
        for row in range(_NAME_ROWS):
            sheet.bubble(left + sheet.step // 2, y + _HEAD + row * sheet.pitch, letter(row))


def _questions(
    sheet: _Sheet,
    rows: Sequence[tuple[int, AnswerMarks]],
    place: tuple[int, int],
    counts: tuple[int, int],
) -> int:
    """Draw the rows of circles in columns; where the last one ends.

    Args:
        sheet: gathers them.
        rows: number and marks of each question.
        place: where the first row begins.
        counts: lettered circles in a row, and places for circles or boxes in one.
    """
    (x, y), (letters, places) = place, counts
    per_column = max(_COLUMN, -(-len(rows) // 2))
    step = places * sheet.apart + _BESIDE
    for index, (number, marks) in enumerate(rows):
        column, row = divmod(index, per_column)
        left, middle = x + column * step, y + row * sheet.pitch + row // 5 * 4000
        sheet.label(left + 14_000, middle + 2700, str(number), right=True)
        if marks.boxes:
            sheet.boxes(left + 26_000 - sheet.radius, middle, marks.boxes, places)
            continue
        for place_, text in enumerate(marks.circles or map(letter, range(letters))):
            sheet.bubble(left + 26_000 + place_ * sheet.apart, middle, text)
    last = min(len(rows), per_column)
    return y + last * sheet.pitch + last // 5 * 4000

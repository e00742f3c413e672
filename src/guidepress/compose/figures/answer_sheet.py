"""In: questions, versions and letters. Out: the circles of an answer sheet, and the alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import Drawing, Label
from guidepress.compose.inlines import Look, Text
from guidepress.compose.shapes import circle, rectangle
from guidepress.compose.worksheets.versions import letter
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context

__all__ = ["answer_circles"]

_RADIUS = 5600  # mpt: a circle of 4 mm, which a soft pencil fills in a second
_STEP = 14_400  # mpt from circle to circle in the name
_PITCH = 15_600  # mpt from row to row
_APART = 17_000  # mpt from choice to choice
_NAME = 14  # letters of a name
_CORNER = 8000  # mpt: squares in the corners, by which a scanner finds the sheet
_COLUMN = 25  # questions in a column, as high as the alphabet of the name


class _Sheet:
    """Gathers circles and labels."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.ink = context.colour("muted")
        self.inside = context.varied("figure-label", "circle", size=7000, leading=7000, colour=self.ink)
        self.outside = context.style("figure-label")
        self.shapes: list[Shape] = []
        self.labels: list[Label] = []

    def bubble(self, x: int, y: int, text: str) -> None:
        self.shapes.append(circle(x, y, _RADIUS, stroke=self.ink, width=600))
        self.labels.append(Label(x, y + 2500, (Text(text),), self.inside, 3 * _RADIUS, align="centred"))

    def label(self, x: int, y: int, text: str, *, right: bool = False) -> None:
        look = Look(strong=True)
        self.labels.append(
            Label(x, y, (Text(text, look),), self.outside, 120_000, align="right" if right else "left")
        )


def answer_circles(
    context: Context, rows: Sequence[tuple[int, str]], versions: Sequence[str], letters: int
) -> tuple[Drawing, str]:
    """Draw the sheet.

    Args:
        context: of the document.
        rows: number and type of each question that is answered by a circle.
        versions: letters of the versions; none if there is only one.
        letters: circles a question of multiple choice.
    """
    sheet = _Sheet(context)
    width = context.measure
    top = _CORNER + 14_000
    text = context.labels.text
    sheet.label(_CORNER, top, text("name"))
    _name(sheet, _CORNER, top + 6000)
    right = _CORNER + _NAME * _STEP + 30_000
    y = top
    if versions:
        sheet.label(right, top, text("version-word"))
        for index, name in enumerate(versions):
            sheet.bubble(right + 7000 + index * _APART, top + 14_000, name)
        y = top + 42_000
    sheet.label(right, y, text("questions-word"))
    foot = _questions(sheet, rows, (right, y + 14_000), letters)
    height = max(foot, top + 6000 + 22_000 + 26 * _PITCH) + _CORNER
    sheet.shapes.extend(
        rectangle((x, y, _CORNER, _CORNER), fill=context.colour("ink"))
        for x in (0, width - _CORNER)
        for y in (0, height - _CORNER)
    )
    alt = text("answer-sheet-alt", last=letter(letters - 1), n=rows[-1][0])
    return Drawing(width, height, tuple(sheet.shapes), tuple(sheet.labels)), alt


def _name(sheet: _Sheet, x: int, y: int) -> None:
    """Draw a box for each letter of the name, the alphabet in circles below it."""
    for column in range(_NAME):
        left = x + column * _STEP
        sheet.shapes.append(Shape((("r", (left, y, _STEP, 18_000)),), stroke=sheet.ink, line_width=600))
        for row in range(26):
            sheet.bubble(left + _STEP // 2, y + 28_000 + row * _PITCH, letter(row))


def _questions(sheet: _Sheet, rows: Sequence[tuple[int, str]], place: tuple[int, int], letters: int) -> int:
    """Draw the rows of circles in columns; where the last one ends."""
    x, y = place
    per_column = max(_COLUMN, -(-len(rows) // 2))
    truth = [sheet.context.labels.text(key)[:1].upper() for key in ("true", "false")]
    step = letters * _APART + 34_000
    for index, (number, kind) in enumerate(rows):
        column, row = divmod(index, per_column)
        left, middle = x + column * step, y + row * _PITCH + row // 5 * 4000
        sheet.label(left + 14_000, middle + 2700, str(number), right=True)
        for place_, text in enumerate(truth if kind == "true_false" else map(letter, range(letters))):
            sheet.bubble(left + 26_000 + place_ * _APART, middle, text)
    last = min(len(rows), per_column)
    return y + last * _PITCH + last // 5 * 4000

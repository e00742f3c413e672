"""In: a version of a sheet. Out: the table of its parts, their questions and points, with room for the scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.answer_room import HAND
from guidepress.compose.shares import shares
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import Look, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.posed import Posed
    from guidepress.compose.worksheets.versions import Version

__all__ = ["points_of", "totals"]


def points_of(questions: Iterable[Posed]) -> float:
    """Add up what the questions score."""
    return sum(posed.question.points or 0 for posed in questions)


def totals(version: Version, context: Context) -> Table:
    """Set the parts of a test side by side: which questions, how many points, a box for the score."""
    labels = context.labels
    head, cell = context.style("totals-head"), context.style("totals-cell")

    def column(text: str, *, strong: bool = False) -> Cell:
        return Cell((Paragraph(cell, (Text(text, Look(strong=strong)),)),))

    tall = max(cell.leading, HAND - 2 * context.style("totals").padding)
    empty = Cell((Paragraph(context.varied("totals-cell", "score", leading=tall), (Text(" "),)),))
    names = [labels.text(f"part-{part.type}") for part in version.parts]
    points = [points_of(part.posed) for part in version.parts]
    numbers = [_range([posed.number for posed in part.posed]) for part in version.parts]
    rows = (
        Row((_side(labels.text("questions-word"), context), *map(column, numbers), column("", strong=True))),
        Row(
            (
                _side(labels.text("points-word"), context),
                *(column(labels.number(each)) for each in points),
                column(labels.number(sum(points)), strong=True),
            )
        ),
        Row((_side(labels.text("score"), context), *(empty for _ in names), empty)),
    )
    heads = (
        Cell((Paragraph(head, (Text(""),)),), header="Column"),
        *(Cell((Paragraph(head, (Text(name),)),), header="Column") for name in names),
        Cell((Paragraph(head, (Text(labels.text("total")),)),), header="Column"),
    )
    return Table(shares(5, *(4 for _ in names), 3), (Row(heads),), rows, context.style("totals"))


def _side(text: str, context: Context) -> Cell:
    return Cell((Paragraph(context.style("totals-head"), (Text(text),)),), header="Row")


def _range(numbers: list[int]) -> str:
    return f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])

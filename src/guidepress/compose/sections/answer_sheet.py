"""In: the quizzes of the layout. Out: a sheet of circles to fill in: the name, the version, a row a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.figures.answer_sheet import answer_circles
from guidepress.compose.kind import Kind, ordered
from guidepress.compose.name_line import name_line
from guidepress.compose.question_kind import type_of
from guidepress.compose.sections.quiz import KIND as QUIZ
from guidepress.compose.sections.quiz import sheets
from guidepress.document.blocks import Drawing, Figure
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class AnswerSheetOptions:
    """The options of `answer-sheet`."""

    letters: Whole = 0
    """Circles a question at least; 0 is as many as the questions have choices."""


_FEWEST = 2  # circles a question: true and false


def answer_sheet(guide: Guide, spec: SectionSpec[AnswerSheetOptions], context: Context) -> Section | None:
    """Set one sheet for the questions that have letters, or true and false, to choose from."""
    quizzes = [sheets(guide, each, context) for each in ordered(context.layout, QUIZ)]
    versions = next(filter(None, quizzes), ())
    if not versions:
        return None
    marked = (
        (each.number, type_of(each.question).marks(each.question, context)) for each in versions[0].posed
    )
    rows = [(number, marks) for number, marks in marked if marks is not None and not marks.entries]
    if not rows:
        return None
    names = [version.name for version in versions if version.name]
    widest = max(marks.letters for _, marks in rows)
    letters = max(spec.options.letters, widest, _FEWEST)
    style = context.varied("figure", "puzzle", space_before=0, space_after=0)
    title = context.labels.text("answer_sheet")
    said = [context.labels.text("answer-sheet-directions")]
    if any(marks.boxes for _, marks in rows):
        said.append(context.labels.text("answer-sheet-order"))
    head: tuple[Block, ...] = (name_line(context), context.paragraph("directions", " ".join(said)))
    empty = Figure(Drawing(context.measure, 0, ()), "", style)
    room = context.left((context.heading(1, spec.title or title, "sheet-heading"), *head, empty), last=True)
    drawing, alt = answer_circles(context, rows, names, letters, room)
    return context.section(spec, title, (*head, Figure(drawing, alt, style)), style="sheet-heading")


KIND = Kind(
    "answer-sheet",
    "Circles to fill in for the quizzes of the layout: name, version, a row a question",
    AnswerSheetOptions,
    answer_sheet,
    handed=True,
    apparatus=True,
)

"""In: the quizzes of the layout. Out: a sheet of circles to fill in: the name, the version, a row a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import Figure
from guidepress.compose.figures.answer_sheet import answer_circles
from guidepress.compose.name_line import name_line
from guidepress.compose.sections.quiz import sheets

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.document import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["answer_sheet"]


def answer_sheet(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set one sheet for the questions that have letters, or true and false, to choose from."""
    quizzes = [sheets(guide, each, context) for each in context.layout.sections if each.kind == "quiz"]
    versions = next(filter(None, quizzes), ())
    if not versions:
        return None
    rows = [
        (posed.number, posed.question.type)
        for posed in versions[0].posed
        if posed.question.type in {"multiple_choice", "true_false"}
    ]
    if not rows:
        return None
    names = [version.name for version in versions if version.name]
    choosing = [posed.question for posed in versions[0].posed if posed.question.type == "multiple_choice"]
    widest = max((len(question.choices) for question in choosing), default=0)
    letters = max(context.number(spec, "letters"), widest)
    style = context.varied("figure", "puzzle", space_before=0, space_after=0)
    drawing, alt = answer_circles(context, rows, names, letters)
    blocks: tuple[Block, ...] = (
        name_line(context),
        context.paragraph("directions", context.labels.text("answer-sheet-directions")),
        Figure(drawing, alt, style),
    )
    return context.section(spec, context.labels.text("answer_sheet"), blocks, style="sheet-heading")

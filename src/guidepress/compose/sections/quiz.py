"""In: the question bank. Out: a test sheet: a line for name, class and date, then questions type by type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.inlines import Leader, Look, Text
from guidepress.compose.pick import pick
from guidepress.compose.sheet import Show, directions, name_line, question_items

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.document import Block, Section
    from guidepress.guide.model import Guide, Question
    from guidepress.layout.model import SectionSpec

__all__ = ["ORDER", "by_type", "quiz"]

ORDER = ("multiple_choice", "true_false", "fill_blank", "matching", "ordering", "short_answer", "long_answer")
"""From what is quick to answer to what takes time."""


def quiz(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set the sheet; questions are numbered through, each type under its directions."""
    groups = by_type(pick(guide.questions, spec, context))
    if not groups:
        return None
    total = sum(question.points or 0 for _, members in groups for question in members)
    show = Show(
        lines=bool(context.option(spec, "lines")),
        points=total > 0,
        answers=context.option(spec, "answers") != "none",
    )
    blocks: list[Block] = [name_line(context)]
    if context.option(spec, "directions"):
        blocks.append(context.paragraph("directions", str(context.option(spec, "directions"))))
    number = 1
    for kind, members in groups:
        blocks.append(directions(context, kind))
        blocks.append(question_items(context, members, start=number, show=show))
        number += len(members)
    if total:
        score = f"{context.labels.text('score')}: ____ / {total:g}"
        blocks.append(context.paragraph("directions", (Leader(dots=False), Text(score, Look(strong=True)))))
    return context.section(spec, context.labels.text("quiz"), tuple(blocks))


def by_type(questions: list[Question]) -> list[tuple[str, list[Question]]]:
    """Group questions by type, in the order of a test."""
    groups = [(kind, [question for question in questions if question.type == kind]) for kind in ORDER]
    return [(kind, members) for kind, members in groups if members]

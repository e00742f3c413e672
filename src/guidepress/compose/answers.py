"""In: a question as it stands on a sheet. Out: its right answer, as the sheet asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.inlines import Look, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.versions import Posed
    from guidepress.document.inlines import Inline

__all__ = ["answer", "brief"]

STRONG = Look(strong=True)


def answer(posed: Posed, context: Context) -> tuple[Inline, ...]:
    """Write the right answer: letters, numbers, true or false, or the words; a single choice with its text."""
    question = posed.question
    if question.type == "multiple_choice" and len(question.right) == 1:
        return (Text(f"{posed.letters()[0]}. ", STRONG), *context.line(question.choices[question.right[0]]))
    short = brief(posed, context)
    if short:
        return (Text(f"{short}.", STRONG),)
    made: list[Inline] = []
    for text in question.answer:
        if made:
            made.append(Text("; "))
        made.extend(context.line(text))
    return tuple(made)


def brief(posed: Posed, context: Context) -> str:
    """Write the right answer in a few characters; "" where it takes words."""
    question = posed.question
    if question.type == "multiple_choice":
        return ", ".join(posed.letters())
    if question.type == "true_false" and question.truth is not None:
        return context.labels.text("true" if question.truth else "false")
    if question.type == "matching":
        return ", ".join(f"{number} {mark}" for number, mark in enumerate(posed.matches(), 1))
    if question.type == "ordering":
        return ", ".join(str(rank) for rank in posed.ranks())
    return ""

"""Wayground, which was Quizizz: a workbook whose second row says what the columns are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.games import GameLimits, game_questions, one_line
from guidepress.exchange.quiz.tables.reading import read_table
from guidepress.exchange.report import Loss, QuizFile
from guidepress.exchange.sheets.writing import as_workbook

if TYPE_CHECKING:
    from guidepress.exchange.quiz.games import GameQuestion
    from guidepress.exchange.quiz.model import Quiz

__all__ = ["FORMAT"]

_LIMITS = GameLimits("Wayground", choices=5, worded=True, holds=frozenset({"explanation"}))
_SECONDS = "30"
_HEADINGS = (
    "Question Text", "Question Type", *(f"Option {number}" for number in range(1, 6)), "Correct Answer",
    "Time in seconds", "Image Link", "Answer explanation",
)  # fmt: skip
_DESCRIPTIONS = (
    "Text of the question", "One of the types of the site", *("Text of a choice",) * 5,
    "Numbers of the right choices", "Time to answer", "Address of a picture", "Why it is right",
)  # fmt: skip


def _write(quiz: Quiz) -> QuizFile:
    losses: list[Loss] = []
    rows = [_HEADINGS, _DESCRIPTIONS]
    rows += [_row(made, losses) for made in game_questions(quiz, _LIMITS, losses)]
    return QuizFile(as_workbook(rows, "Sheet1"), tuple(losses))


def _row(made: GameQuestion, losses: list[Loss]) -> tuple[str, ...]:
    question = made.question
    options, right = made.choices, ",".join(str(index + 1) for index in made.right)
    kind = "Checkbox" if len(made.right) > 1 else "Multiple Choice"
    if not options:
        matched = question.match or question.tolerance or question.type == "fill_blank"
        kind = "Fill-in-the-Blank" if matched and question.answer else "Open-Ended"
        options = tuple(one_line(answer) for answer in question.answer[:5]) if kind.startswith("Fill") else ()
        if options and question.type == "short_answer" and not question.match:
            losses.append(Loss(made.place, "match", "Wayground says the answer, not who marks it"))
        if question.answer and not options:
            losses.append(Loss(made.place, "the model answer", "Wayground has no place for it"))
    reason = one_line(question.explanation) if question.explanation else ""
    return (made.prompt, kind, *options, *[""] * (5 - len(options)), right, _SECONDS, "", reason)


FORMAT = QuizFormat("Wayground", ".xlsx", _write, read_table)

"""Kahoot: its template is a workbook with the headings in row 8 from column B, and limits of length that refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.games import GameLimits, game_questions
from guidepress.exchange.quiz.tables.reading import read_table
from guidepress.exchange.report import Loss, QuizFile
from guidepress.exchange.sheets.writing import as_workbook

if TYPE_CHECKING:
    from guidepress.exchange.quiz.model import Quiz

__all__ = ["FORMAT"]

_LIMITS = GameLimits("Kahoot", choices=4, prompt=120, choice=75)
_SECONDS = "20"
"""Time for a question: what the template proposes; the teacher changes it there or on the site."""

_HEADINGS = (
    "",
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)


def _write(quiz: Quiz) -> QuizFile:
    losses: list[Loss] = []
    rows: list[tuple[str, ...]] = [(), ("", "Quiz template"), ("", quiz.title), (), (), (), (), _HEADINGS]
    for number, made in enumerate(game_questions(quiz, _LIMITS, losses), 1):
        choices = (*made.choices, *[""] * (4 - len(made.choices)))
        right = ",".join(str(index + 1) for index in made.right)
        rows.append((str(number), made.prompt, *choices, _SECONDS, right))
    return QuizFile(as_workbook(rows, "Sheet1"), tuple(losses))


FORMAT = QuizFormat("Kahoot", ".xlsx", _write, read_table)

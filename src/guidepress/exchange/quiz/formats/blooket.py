"""Blooket: its template is CSV with two rows of headings, eight cells in every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.games import GameLimits, game_questions
from guidepress.exchange.quiz.tables.formulas import formulas_told
from guidepress.exchange.quiz.tables.reading import read_table
from guidepress.exchange.report import Loss, QuizFile
from guidepress.exchange.sheets.writing import as_csv

if TYPE_CHECKING:
    from guidepress.exchange.quiz.model import Quiz

__all__ = ["FORMAT"]

_LIMITS = GameLimits("Blooket", choices=4)
_SECONDS = "20"
_HEADINGS = (
    ("Blooket Import Template", *[""] * 7),
    ("Question #", "Question Text", "Answer 1", "Answer 2", "Answer 3 (Optional)", "Answer 4 (Optional)",
     "Time Limit (sec) (Max: 300 seconds)", "Correct Answer(s) (Only include Answer #)"),
)  # fmt: skip


def _write(quiz: Quiz) -> QuizFile:
    losses: list[Loss] = []
    rows: list[tuple[str, ...]] = list(_HEADINGS)
    for number, made in enumerate(game_questions(quiz, _LIMITS, losses), 1):
        choices = (*made.choices, *[""] * (4 - len(made.choices)))
        right = ",".join(str(index + 1) for index in made.right)
        rows.append((str(number), made.prompt, *choices, _SECONDS, right))
    losses.extend(formulas_told(rows))
    return QuizFile(as_csv(rows), tuple(losses))


FORMAT = QuizFormat("Blooket", ".csv", _write, read_table)

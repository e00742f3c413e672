"""Gimkit: its template is CSV with the right answer first and up to three wrong ones behind it."""

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

_LIMITS = GameLimits("Gimkit", choices=4, several=False)
_HEADINGS = (
    ("Gimkit Spreadsheet Import Template", *[""] * 4),
    ("Question", "Correct Answer", "Incorrect Answer 1", "Incorrect Answer 2 (Optional)",
     "Incorrect Answer 3 (Optional)"),
)  # fmt: skip


def _write(quiz: Quiz) -> QuizFile:
    losses: list[Loss] = []
    rows: list[tuple[str, ...]] = list(_HEADINGS)
    for made in game_questions(quiz, _LIMITS, losses):
        right = made.choices[made.right[0]]
        wrong = [text for index, text in enumerate(made.choices) if index not in made.right]
        if made.right != (0,):
            why = "Gimkit has the right one first, and mixes them in play"
            losses.append(Loss(made.place, "the order of its choices", why))
        rows.append((made.prompt, right, *wrong, *[""] * (3 - len(wrong))))
    losses.extend(formulas_told(rows))
    return QuizFile(as_csv(rows), tuple(losses))


FORMAT = QuizFormat("Gimkit", ".csv", _write, read_table)

"""CSV: written with columns of our own, read with anybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.tables.formulas import formulas_told
from guidepress.exchange.quiz.tables.reading import read_table
from guidepress.exchange.quiz.tables.writing import table_of
from guidepress.exchange.report import Loss, QuizFile
from guidepress.exchange.sheets.writing import as_csv

if TYPE_CHECKING:
    from guidepress.exchange.quiz.model import Quiz

__all__ = ["FORMAT"]


def _write(quiz: Quiz) -> QuizFile:
    losses: list[Loss] = []
    rows = table_of(quiz, losses)
    losses.extend(formulas_told(rows))
    return QuizFile(as_csv(rows, mark=True), tuple(losses))


def _fits(name: str, _data: bytes) -> bool:
    return name.lower().endswith((".csv", ".tsv"))


FORMAT = QuizFormat("CSV", ".csv", _write, read_table, _fits)

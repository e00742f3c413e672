"""Excel workbooks: written with columns of our own, read with anybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.tables.reading import read_table
from guidepress.exchange.quiz.tables.writing import table_of
from guidepress.exchange.report import Loss, QuizFile
from guidepress.exchange.sheets.writing import as_workbook

if TYPE_CHECKING:
    from guidepress.exchange.quiz.model import Quiz

__all__ = ["FORMAT"]


def _write(quiz: Quiz) -> QuizFile:
    losses: list[Loss] = []
    return QuizFile(as_workbook(table_of(quiz, losses), "Questions"), tuple(losses))


def _fits(_name: str, data: bytes) -> bool:
    return data.startswith(b"PK") and b"xl/workbook.xml" in data


FORMAT = QuizFormat("an Excel workbook", ".xlsx", _write, read_table, _fits)

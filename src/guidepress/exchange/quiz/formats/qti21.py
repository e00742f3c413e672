"""QTI 2.1: a package of items; what is read is QTI of any version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.packages.fitting import holds_qti
from guidepress.exchange.quiz.packages.reading import read_qti
from guidepress.exchange.quiz.qti2.packing import pack
from guidepress.exchange.quiz.qti2.versions import QTI21

if TYPE_CHECKING:
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import QuizFile

__all__ = ["FORMAT"]


def _write(quiz: Quiz) -> QuizFile:
    return pack(quiz, QTI21)


def _fits(name: str, data: bytes) -> bool:
    return holds_qti(name, data, {"assessmentItem", "assessmentTest"}, "imsqti_v2p[01]")


FORMAT = QuizFormat("QTI 2.1", ".zip", _write, read_qti, _fits)

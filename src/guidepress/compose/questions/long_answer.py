"""In: a question to be answered at length. Out: how it is posed and answered."""

from __future__ import annotations

from typing import ClassVar

from guidepress.compose.question_kind import QuestionKind

__all__ = ["TYPE"]


class LongAnswer(QuestionKind):
    """Answered at length."""

    name = "long_answer"
    about = "Answered at length"
    lines: ClassVar[int] = 8
    long: ClassVar[bool] = True


TYPE = LongAnswer()

"""In: a question to be answered in a sentence or two. Out: how it is posed and answered."""

from __future__ import annotations

from typing import ClassVar

from guidepress.compose.question_kind import QuestionKind

__all__ = ["TYPE"]


class ShortAnswer(QuestionKind):
    """Answered in a sentence or two."""

    name = "short_answer"
    about = "Answered in a sentence or two"
    takes: ClassVar[frozenset[str]] = frozenset({"match", "tolerance", "weights"})
    lines: ClassVar[int] = 2


TYPE = ShortAnswer()

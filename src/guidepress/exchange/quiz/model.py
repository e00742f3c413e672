"""The Quiz: what every format of questions is read into and written from.

A question is the guide's own record, `guide.model.Question`, with all that its loader finds out (`right`, `truth`)
filled in. What stands between it and a format is in two files: `asked.py` makes questions from what a format says, and
`options.py` tells a format what it may answer with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.guide.model import Question

__all__ = ["Quiz", "QuizPicture"]


@record
class QuizPicture:
    """A picture of a quiz.

    Attributes:
        path: as the texts of the questions name it.
        data: the file.
    """

    path: str
    data: bytes


@record
class Quiz:
    """Questions that belong together.

    Attributes:
        title: what they are called.
        questions: in their order.
        pictures: those that their texts name.
        language: BCP 47 language of the questions.
    """

    title: str
    questions: tuple[Question, ...]
    pictures: tuple[QuizPicture, ...] = ()
    language: str = "en"

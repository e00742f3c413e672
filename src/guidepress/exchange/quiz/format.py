"""What a format of questions is: the one thing that reading and writing ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported, QuizFile

__all__ = ["QuizFormat"]


def _never(_name: str, _data: bytes) -> bool:
    return False


@record
class QuizFormat:
    """A format of questions, all of it; each file of `formats/` ends with its own as `FORMAT`.

    Attributes:
        name: what it is called in a sentence: "Moodle XML".
        suffix: the end of its files' names, with the point.
        write: makes a file of a quiz; None where nobody wants one.
        read: makes a quiz of the name and the bytes of a file; None for what is only written. Raises FaultsFound with
            a place for what it cannot read.
        fits: whether a file, by its name and bytes, is of this format; the bytes decide, and the name where they say
            nothing.
    """

    name: str
    suffix: str
    write: Callable[[Quiz], QuizFile] | None = None
    read: Callable[[str, bytes], Imported[Quiz]] | None = None
    fits: Callable[[str, bytes], bool] = _never

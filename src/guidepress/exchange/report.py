"""What an importer guessed and an exporter lost: the reports that go with every exchange."""

from __future__ import annotations

from typing import Generic, Literal, TypeAlias, TypeVar

from guidepress.base.record import record

__all__ = ["Confidence", "Guess", "Imported", "Loss", "QuizFile"]

T = TypeVar("T")

Confidence: TypeAlias = Literal["likely", "doubtful"]
"""What a guess is worth: one that a reader of the file would make too, or one that somebody should look at."""


@record
class Guess:
    """A value that a file does not say, or says in no fixed way.

    Attributes:
        place: where in the file, as a person finds it: "line 12", "question 3", "paragraph 40".
        what: what was understood ("right answer", "heading of the plot").
        value: the value that it got, as it is written in the guide.
        confidence: how sure that is.
    """

    place: str
    what: str
    value: str
    confidence: Confidence = "likely"


@record
class Loss:
    """Something that has no place where it went.

    Attributes:
        place: where it stood: "question 3", "line 12".
        what: what was lost, with its words where they are few: 'feedback "Look again."', "ordering".
        why: the reason, as the end of a sentence: "Aiken has no feedback".
        whole: the question itself was left out, not a part of it.
    """

    place: str
    what: str
    why: str
    whole: bool = False


@record
class Imported(Generic[T]):
    """What an importer made of a file.

    Attributes:
        found: what was in it: a quiz, or the parts of a guide.
        guesses: every value that was guessed, in the order of the file.
        losses: everything of the file that has no place in a guide.
    """

    found: T
    guesses: tuple[Guess, ...] = ()
    losses: tuple[Loss, ...] = ()


@record
class QuizFile:
    """A file of questions that an exporter made.

    Attributes:
        data: the file.
        losses: what of the guide is not in it, in its order.
    """

    data: bytes
    losses: tuple[Loss, ...] = ()

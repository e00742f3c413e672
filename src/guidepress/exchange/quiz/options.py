"""In: a question. Out: its answers, each with what it scores and what is said to it: what all formats ask of it."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.guide.model import Markdown  # noqa: TC001 - records keep their annotations
from guidepress.guide.rules_marking import choice_key

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from guidepress.guide.model import BlankRule, Question

__all__ = [
    "BLANK",
    "QuizOption",
    "blank_options",
    "choice_options",
    "default_weights",
    "ident",
    "is_single",
    "same_weights",
    "text_options",
    "tolerances",
]

BLANK = re.compile("_{2,}")
"""A blank in the prompt of a fill_blank question."""

_NEAR = 0.01
"""Per cent: formats write 33.33333 for a third, with more or fewer digits."""


@record
class QuizOption:
    """An answer that may be given.

    Attributes:
        text: what it says.
        weight: what it scores, in per cent of the points; below 0 it costs.
        feedback: what is said to who gives it.
        tolerance: of a number, how far off it may be; None for what is no number.
    """

    text: Markdown
    weight: float = 0.0
    feedback: Markdown | None = None
    tolerance: float | None = None

    @property
    def right(self) -> bool:
        """Whether it scores."""
        return self.weight > 0


def choice_options(question: Question) -> tuple[QuizOption, ...]:
    """The choices of a multiple_choice question."""
    texts = [choice.source for choice in question.choices]
    usual = default_weights(len(texts), question.right)
    return tuple(
        QuizOption(choice, question.weights.get(key, usual[index]), question.feedback.get(key))
        for index, choice in enumerate(question.choices)
        for key in (choice_key(texts, index),)
    )


def text_options(question: Question) -> tuple[QuizOption, ...]:
    """The answers of a short_answer question, each right by itself; numbers with their tolerances."""
    off = tolerances(question)
    return tuple(
        QuizOption(
            text,
            question.weights.get(text.source.strip(), 100.0),
            question.feedback.get(text.source.strip()),
            off[index] if off else None,
        )
        for index, text in enumerate(question.answer)
    )


def tolerances(question: Question) -> tuple[float, ...]:
    """The tolerance of each answer; empty where answers are no numbers."""
    given = question.tolerance
    return given * len(question.answer) if len(given) == 1 else given


def blank_options(question: Question, index: int) -> tuple[QuizOption, ...]:
    """The words for a blank of a fill_blank question: its answer, others that are right, and wrong ones."""
    answer = question.answer[index]
    rule: BlankRule | None = question.blanks[index] if question.blanks else None
    if rule is None:
        return (QuizOption(answer, 100.0),)
    right = [(text, 100.0) for text in (answer, *rule.accept)]
    return tuple(
        QuizOption(
            text,
            rule.weights.get(text.source.strip(), usual),
            rule.feedback.get(text.source.strip()),
            rule.tolerance if usual else None,
        )
        for text, usual in (*right, *((text, 0.0) for text in rule.wrong))
    )


def default_weights(count: int, right: Collection[int]) -> tuple[float, ...]:
    """What choices score where the guide does not say.

    One right choice scores all. Of several each scores its share, and each wrong one costs its share of the wrong, so
    that ticking all of them scores nothing.
    """
    right = frozenset(right)  # a file may have a hundred thousand
    if len(right) < 2:
        return tuple(100.0 if index in right else 0.0 for index in range(count))
    wrong = count - len(right)
    return tuple(
        round(100 / len(right), 5) if index in right else round(-100 / wrong, 5) for index in range(count)
    )


def same_weights(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two lists of weights say the same, but for their last digits."""
    return len(one) == len(other) and all(abs(a - b) < _NEAR for a, b in zip(one, other, strict=True))


def is_single(question: Question) -> bool:
    """Whether one choice is to be ticked: one is right, or each of several is worth all by itself."""
    options = choice_options(question)
    return len(question.right) < 2 or sum(each.weight for each in options if each.right) > 100 + _NEAR * len(
        options
    )


def ident(question: Question) -> str:
    """What a question is called in files: its id, or one made of its prompt, the same in every export."""
    if question.id:
        return question.id
    said = "\n".join((question.type, question.prompt.source, *(choice.source for choice in question.choices)))
    return "q" + hashlib.sha256(said.encode()).hexdigest()[:16]

"""A round trip: a quiz through a format and back is equal but for what the loss report says."""

from __future__ import annotations

from typing import Any

from guidepress.base.record import fields, replace
from guidepress.exchange.markup.html_out import as_plain
from guidepress.exchange.quiz.cards import KIND_LOST
from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.holding import MARKUP, named
from guidepress.exchange.quiz.model import Quiz
from guidepress.exchange.report import Loss
from guidepress.guide.model import Markdown, Question

__all__ = ["assert_round_trip"]


def assert_round_trip(form: QuizFormat, quiz: Quiz) -> None:
    """Write and read a quiz, and hold each question to what came back and what was said to be lost."""
    assert form.write is not None
    assert form.read is not None
    written = form.write(quiz)
    kept = []
    for number, question in enumerate(quiz.questions, 1):
        losses = [loss for loss in written.losses if loss.place == named(number, question)]
        if not any(loss.whole for loss in losses):
            kept.append((question, losses))
    if not kept:
        return
    back = form.read(f"a quiz{form.suffix}", written.data).found
    assert len(back.questions) == len(kept)
    for (question, losses), found in zip(kept, back.questions, strict=True):
        assert without(found, losses, like=question) == without(question, losses, like=question)


LOST_BY_WORD = {
    KIND_LOST: (
        "type",
        "prompt",
        "choices",
        "right",
        "truth",
        "pairs",
        "decoys",
        "answer",
        "match",
        "blanks",
    ),
    "its picture": (),
    "the length of the answer": ("type",),
    "the order of its choices": ("choices", "answer", "right"),
    "that it is true or false": ("type", "answer", "truth", "choices", "right"),
    "that the answer is short": ("type",),
    "the model answer": ("answer",),
}
"""What a loss that names no key takes away."""


def without(question: Question, losses: list[Loss], like: Question) -> dict[str, Any]:
    """The fields of a question, without those that are said to be lost."""
    lost: set[str] = {"span", "fixed"}
    for loss in losses:
        key = loss.what.replace(" ", "_")
        lost |= {key} | set(LOST_BY_WORD.get(loss.what, ()))
        if loss.what.startswith("feedback to"):
            name = loss.what.partition('"')[2].rstrip('"')
            question = replace(question, feedback={k: v for k, v in question.feedback.items() if k != name})
        if loss.what.startswith("the markup of "):
            lost.add(loss.what.removeprefix("the markup of "))
        if " of blank " in loss.what or loss.what.endswith("of the blank"):
            lost.add("blanks")
    if not like.id:
        lost.add("id")
    said = {field.name: getattr(question, field.name) for field in fields(question) if field.name not in lost}
    return (
        {name: bare(value) for name, value in said.items()}
        if MARKUP in {loss.what for loss in losses}
        else said
    )


def bare(value: object) -> object:
    """Texts without their markup."""
    if isinstance(value, Markdown):
        return as_plain(value).split()
    if isinstance(value, tuple):
        return tuple(map(bare, value))
    return {key: bare(each) for key, each in value.items()} if isinstance(value, dict) else value

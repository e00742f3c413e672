"""In: a question and what a format has a place for. Out: the losses: all else that the question says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import fields
from guidepress.exchange.markup.html_out import has_markup
from guidepress.exchange.report import Loss
from guidepress.guide.rules_marking import ANY_ANSWER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from guidepress.guide.model import Markdown, Question

__all__ = ["MARKUP", "TAGGED", "left_out", "markup_lost", "named", "unheld"]

MARKUP = "emphasis, pictures and paragraphs"
"""What of its texts a format of plain words loses."""

TAGGED = ("unit", "stage", "use", "level", "standards")
"""Keys that a format with tags carries as tags."""

_ASKED = frozenset(
    {"prompt", "type", "choices", "pairs", "answer", "right", "truth", "fixed", "span", "blanks"}
)
"""What makes the question itself; a format that cannot say it leaves the question out."""


def named(number: int, question: Question) -> str:
    """What a report calls a question, counted from 1: its number, and its id where it has one."""
    return f"question {number} ({question.id})" if question.id else f"question {number}"


def unheld(place: str, question: Question, format_name: str, holds: Collection[str]) -> Iterator[Loss]:
    """List what a question says that a format has no place for.

    Args:
        place: what the question is called.
        question: the question, which the format can say as such.
        format_name: the format, for the reason.
        holds: the keys of questions that it has a place for. `feedback` is that of answers, `feedback any` that of
            right, wrong and partly; `blanks` holds all of the rules of blanks.
    """
    for field in fields(question):
        value = getattr(question, field.name)
        if field.name in _ASKED or field.name in holds or not value or field.name == "feedback":
            continue
        yield Loss(place, field.name.replace("_", " "), f"{format_name} has no place for it")
    yield from _unheld_feedback(place, question, format_name, holds)
    if "blanks" not in holds:
        for number, rule in enumerate(question.blanks, 1):
            for field in fields(rule):
                if field.name != "span" and getattr(rule, field.name):
                    what = f"{field.name} of blank {number}"
                    yield Loss(place, what, f"{format_name} has no place for it")


def _unheld_feedback(
    place: str, question: Question, format_name: str, holds: Collection[str]
) -> Iterator[Loss]:
    for key in question.feedback:
        if ("feedback any" if key in ANY_ANSWER else "feedback") not in holds:
            yield Loss(place, f'feedback to "{key}"', f"{format_name} has no place for it")


def left_out(place: str, question: Question, why: str) -> Loss:
    """The loss of a whole question."""
    return Loss(place, question.type.replace("_", " "), why, whole=True)


def markup_lost(place: str, texts: Iterable[Markdown], format_name: str) -> Iterator[Loss]:
    """The loss of a format that has plain words in one line, if the texts are more than that."""
    if any(map(has_markup, texts)):
        yield Loss(place, MARKUP, f"{format_name} has words alone")

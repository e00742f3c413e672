"""In: a file with questions, and a guide to put them in. Out: the text of the guide with them, and the report.

Every guess is a comment above its question. A question that a guide cannot hold stands there as a comment too, with
what is wrong with it, and so does each text that is no question: nothing of the file is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import errors_in
from guidepress.base.record import record, replace
from guidepress.base.yaml_writing import as_comment
from guidepress.exchange.quiz.questions_yaml import entry_text
from guidepress.exchange.report import Guess, Imported, Loss
from guidepress.guide.loader import check_guide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.exchange.quiz.inserting import Gapped
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.guide.model import Question

__all__ = ["NO_PICTURE", "Entered", "entered"]

NO_PICTURE = ("missing-image",)
"""Faults of pictures that are not written yet."""


@record
class Entered:
    """A guide with questions that were put in.

    Attributes:
        text: the guide.
        count: how many questions it has more.
        kept_out: those that it cannot hold, which stand there as comments.
    """

    text: str
    count: int
    kept_out: tuple[Loss, ...]


def entered(made: Imported[Quiz], gap: Gapped, units: int) -> Entered:
    """Put questions into the gap of a guide.

    Args:
        made: the questions, their pictures' paths as the guide is to name them.
        gap: the guide.
        units: how many units the guide has: a question of a unit beyond keeps its number as a tag.
    """
    questions = [_within(question, units) for question in made.found.questions]
    places = {question.span.file for question in questions}
    notes = _notes(made.guesses, made.losses)
    faults = _faults(questions, gap)
    parts = [
        entry_text(
            question,
            [*notes.pop(question.span.file, ()), *_refusal(faults[index])],
            indent=gap.indent,
            out=bool(faults[index]),
        )
        for index, question in enumerate(questions)
    ]
    others = [said for place, each in notes.items() if place not in places for said in each]
    text = gap.filled("".join((*_lines(others, gap.indent), *parts)))
    kept_out = tuple(
        Loss(f"question {index + 1}", questions[index].prompt.source, " ".join(found), whole=True)
        for index, found in enumerate(faults)
        if found
    )
    return Entered(text, len(questions) - len(kept_out), kept_out)


def _within(question: Question, units: int) -> Question:
    if question.unit is None or question.unit <= units:
        return question
    return replace(question, unit=None, tags=(*question.tags, f"unit:{question.unit}"))


def _notes(guesses: Iterable[Guess], losses: Iterable[Loss]) -> dict[str, list[str]]:
    """The guesses and what no question holds, by their places."""
    notes: dict[str, list[str]] = {}
    for guess in guesses:
        said = f"{guess.confidence}: {guess.what}: {guess.value} ({guess.place})"
        notes.setdefault(guess.place, []).append(said)
    for loss in losses:
        notes.setdefault(loss.place, []).append(f"left out: {loss.what} ({loss.place}: {loss.why})")
    return notes


def _lines(notes: Iterable[str], indent: str) -> Iterable[str]:
    for note in notes:
        for line in as_comment(note, indent):
            yield f"{line}\n"


def _refusal(faults: Sequence[str]) -> list[str]:
    return [f"A guide cannot hold this question: {' '.join(faults)}"] if faults else []


def _faults(questions: Sequence[Question], gap: Gapped) -> list[list[str]]:
    """What the loader has against each question, where it would stand in the guide."""
    entries = [entry_text(question, indent=gap.indent) for question in questions]
    first = gap.before.count("\n") + 1
    starts = [first]
    for entry in entries:
        starts.append(starts[-1] + entry.count("\n"))
    found: list[list[str]] = [[] for _ in questions]
    index = 0
    for each in errors_in(check_guide(gap.filled("".join(entries)).encode(), name="guide")):
        if each.span is None or each.code in NO_PICTURE or not first <= each.span.line < starts[-1]:
            continue
        while starts[index + 1] <= each.span.line:
            index += 1
        found[index].append(f"{each.message} {each.hint}".strip())
    return found

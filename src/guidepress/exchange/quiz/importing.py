"""In: a file with questions, and a guide to put them in. Out: the text of the guide with them, and the report.

Every guess is a comment above its question. A question that a guide cannot hold stands there as a comment too, with
what is wrong with it, and so does each text that is no question: nothing of the file is dropped. What the guide has
already is not put in twice, and that is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import errors_in, fault
from guidepress.base.numbers import counted
from guidepress.base.record import record, replace
from guidepress.base.yaml_writing import as_comment
from guidepress.exchange.quiz.inserting import asked_in
from guidepress.exchange.quiz.questions_yaml import entry_text
from guidepress.exchange.report import Guess, Imported, Loss
from guidepress.guide.loader import check_guide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.exchange.quiz.inserting import Gapped
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.guide.model import Question, Use

__all__ = ["NO_PICTURE", "Entered", "entered"]

NO_PICTURE = ("missing-image",)
"""Faults of pictures that are not written yet."""

_HAS = "the guide asks it already"


@record
class Entered:
    """A guide with questions that were put in.

    Attributes:
        text: the guide.
        count: how many questions it has more.
        kept_out: those that it cannot hold, which stand there as comments, and those that it has already.
        put_to_use: how many of them said no use, and have got one.
    """

    text: str
    count: int
    kept_out: tuple[Loss, ...]
    put_to_use: int = 0


def entered(made: Imported[Quiz], gap: Gapped, units: int, *, uses: tuple[Use, ...] = ()) -> Entered:
    """Put questions into the gap of a guide.

    Args:
        made: the questions, their pictures' paths as the guide is to name them.
        gap: the guide.
        units: how many units the guide has: a question of a unit beyond keeps its number as a tag.
        uses: of questions that say none: no layout would print them.

    Raises:
        FaultsFound: the guide has no questions, and can hold none of these.
    """
    said = [_within(question, units) for question in made.found.questions]
    questions = [question if question.use else replace(question, use=uses) for question in said]
    again = _again(questions, gap) | _again(said, gap)
    places = {question.span.file for question in questions}
    notes = _notes(made.guesses, made.losses)
    faults = _faults(questions, gap)
    if faults and not gap.said.get("questions") and all(faults):
        message = f"A guide can hold none of the {counted(len(faults), 'question')}."
        raise fault("no-questions", message, f"The first: {' '.join(faults[0])}")
    parts = [
        entry_text(
            question,
            [*notes.pop(question.span.file, ()), *_refusal(faults[index])],
            indent=gap.indent,
            out=bool(faults[index]),
        )
        for index, question in enumerate(questions)
        if index not in again
    ]
    others = [said for place, each in notes.items() if place not in places for said in each]
    there = f"{gap.before}{gap.after}".replace(gap.end, "\n")
    fresh = [part for part in (*_lines(others, gap.indent), *parts) if not (_comment(part) and part in there)]
    text = gap.filled("".join(fresh))
    kept_out = tuple(
        Loss(f"question {index + 1}", questions[index].prompt.source, why, whole=True)
        for index, found in enumerate(faults)
        if (why := _HAS if index in again else " ".join(found))
    )
    put = sum(
        not question.use for index, question in enumerate(said) if not faults[index] and index not in again
    )
    return Entered(text, len(questions) - len(kept_out), kept_out, put)


def _comment(part: str) -> bool:
    """Whether nothing of it but comments is for the guide."""
    return all(line.lstrip().startswith("#") for line in part.splitlines() if line.strip())


def _again(questions: Sequence[Question], gap: Gapped) -> set[int]:
    """Which questions the guide asks already, as it did when the same file was put in before."""
    there = {repr(each) for each in asked_in(f"{gap.before}{gap.after}")}
    entries = "".join(entry_text(question) for question in questions) if there else ""
    asked = asked_in(f"questions:\n{entries}")
    return {index for index, each in enumerate(asked) if repr(each) in there}


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

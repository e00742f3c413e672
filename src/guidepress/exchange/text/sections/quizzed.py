"""In: a part that holds a quiz as people type it: numbers, letters, a key. Out: questions for the sheet of a test."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.numbers import counted
from guidepress.base.record import replace
from guidepress.exchange.quiz.intake import Intake
from guidepress.exchange.quiz.numbered.lines import line_of
from guidepress.exchange.quiz.numbered.reading import read_lines
from guidepress.exchange.quiz.questions_yaml import question_values
from guidepress.exchange.text.headings import section_named
from guidepress.exchange.text.markdown import plain_of
from guidepress.guide.question_faults import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.base.yaml_writing import Writable
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported
    from guidepress.exchange.text.gathered import Gathered
    from guidepress.exchange.text.outline import Branch
    from guidepress.exchange.text.source import SourceBlock
    from guidepress.guide.model import Question

__all__ = ["add_quiz", "with_keys"]

_NO_KEY = 'not every question has its answer; end it with "Answer key", and a line of 1 B, 2 A …'
_ASKING = {"quiz", "questions"}
_READ = {"paragraph", "list", "heading", "rule"}
_NESTED = re.compile(r"\s*(?:[-*+•]|\(?[A-Za-z]\\?[.)]|\d{1,2}\\?[.)])\s+(?=\S)")


def with_keys(branches: Sequence[Branch]) -> list[Branch]:
    """Put a key that has a heading of its own under the quiz that it follows."""
    made: list[Branch] = []
    for each in branches:
        if made and line_of(each.name, 0).kind == "key" and section_named(made[-1].name) in _ASKING:
            made[-1] = replace(made[-1], children=(*made[-1].children, each))
        else:
            made.append(each)
    return made


def add_quiz(branch: Branch, gathered: Gathered) -> bool:
    """Questions of a test, where more of the part is asked than not."""
    blocks = list(branch.flat())
    if any(block.kind not in _READ for block in blocks):
        return False
    lines = [(line, block) for block in blocks for line in _lines(block)]
    try:
        read = read_lines((line for line, _ in lines), Intake(branch.name))
    except FaultsFound:
        return False
    asked = read.found.questions
    if sum(loss.whole for loss in read.losses) > len(asked):
        return False
    if any(
        question.choices and question.type == "multiple_choice" and not question.answer for question in asked
    ):
        gathered.keep(branch.name, gathered.text(blocks, first=branch.heading), branch.heading, _NO_KEY)
        return True
    _report(read, [block for _, block in lines], gathered)
    entries = [_entry(question, gathered) for question in asked]
    remark = gathered.guess(branch.heading, f"{counted(len(entries), 'question')} for a quiz", branch.name)
    gathered.add("questions", entries, remark)
    return True


def _lines(block: SourceBlock) -> Iterator[str]:
    """The lines of a block, as numbered text has them: emphasis stays, what Word numbers by itself is written out."""
    if block.kind != "list":
        yield from map(_bare, re.split(r"\\?\n", block.text))
        return
    labels = block.labels or ("•",) * len(block.items)
    for index, (label, item) in enumerate(zip(labels, block.items, strict=True)):
        first, *others = (line for line in re.split(r"\\?\n", item) if line.strip())
        yield f"{label if label[:1].isalnum() or label[:1] == '(' else _letter(index)} {_bare(first)}"
        choice = 0
        for line in others:
            nested = _NESTED.match(line)
            yield f"{_letter(choice)} {_bare(line[nested.end() :])}" if nested else _bare(line)
            choice += nested is not None


def _letter(index: int) -> str:
    return f"{LETTERS[index % len(LETTERS)]}."


def _bare(line: str) -> str:
    """A line without Markdown, unless it has emphasis, which may mark what is right."""
    return re.sub(r"\\([.)_])", r"\1", line) if "*" in line else plain_of(line)


def _report(read: Imported[Quiz], blocks: Sequence[SourceBlock], gathered: Gathered) -> None:
    """Tell what was guessed and left out, by the blocks that the lines were of."""

    def block(place: str) -> SourceBlock:
        return blocks[int(place.rpartition(" ")[2]) - 1]

    for guess in read.guesses:
        gathered.guess(block(guess.place), guess.what, guess.value, guess.confidence)
    for loss in read.losses:
        gathered.lose(block(loss.place), loss.what, loss.why)


def _entry(question: Question, gathered: Gathered) -> dict[str, Writable]:
    """A question as an entry; one without an answer gets a few lines, as those for discussion do."""
    short = question.type == "long_answer" and not question.answer
    values = question_values(replace(question, type="short_answer") if short else question)
    prompt = gathered.noted(str(values.pop("prompt")))
    return {"prompt": prompt, **values, "use": ["quiz"]}

"""Aiken, the plainest format of Moodle: a stem, choices with capital letters, and a line ANSWER with one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.exchange.doors import read_text
from guidepress.exchange.markup.html_out import as_plain
from guidepress.exchange.quiz.asked import with_choices
from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.holding import left_out, markup_lost, named, unheld
from guidepress.exchange.quiz.intake import Intake
from guidepress.exchange.quiz.options import QuizOption, choice_options, is_single
from guidepress.exchange.report import Loss, QuizFile
from guidepress.guide.model import Markdown, Question
from guidepress.guide.question_faults import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported

__all__ = ["FORMAT"]

_TRUTH = ("True", "False")
"""How a statement is asked where there are choices alone."""


def _write(quiz: Quiz) -> QuizFile:
    losses: list[Loss] = []
    parts = []
    for number, question in enumerate(quiz.questions, 1):
        place = named(number, question)
        why = _unsayable(question)
        if why:
            losses.append(left_out(place, question, why))
            continue
        losses += unheld(place, question, "Aiken", ())
        losses += markup_lost(place, (question.prompt, *question.choices), "Aiken")
        if question.type == "true_false":
            losses.append(Loss(place, "that it is true or false", "Aiken has choices alone"))
        parts.append(_block(question))
    return QuizFile(("\n\n".join(parts) + "\n").encode(), tuple(losses))


def _unsayable(question: Question) -> str:
    if question.type not in {"multiple_choice", "true_false"}:
        return "Aiken has choices alone"
    if question.type == "multiple_choice" and not is_single(question):
        return "Aiken has one right choice"
    return "Aiken has letters for 26 choices" if len(question.choices) > len(LETTERS) else ""


def _block(question: Question) -> str:
    if question.type == "true_false":
        choices, right = list(_TRUTH), 0 if question.truth else 1
    else:
        options = choice_options(question)
        choices = [_line(each.text) for each in options]
        right = max(range(len(options)), key=lambda index: options[index].weight)
    rows = [f"{LETTERS[index]}. {text}" for index, text in enumerate(choices)]
    return "\n".join((_line(question.prompt), *rows, f"ANSWER: {LETTERS[right]}"))


def _line(text: Markdown) -> str:
    """A text in one line; a stem that begins as a choice does stands behind a dash."""
    said = " ".join(as_plain(text).split())
    return f"– {said}" if _CHOICE.match(said) or said.upper().startswith("ANSWER:") else said


_CHOICE = re.compile(r"\s*([A-Za-z])[).][ \t]?(.*)")
_ANSWER = re.compile(r"\s*ANSWER\s*:\s*([A-Za-z])\b.*", re.IGNORECASE)


def _read(name: str, data: bytes) -> Imported[Quiz]:
    intake = Intake(name)
    for line, stem, choices, answer in _blocks(read_text(data, name)):
        intake.place = f"line {line}"
        letters = [letter for letter, _ in choices]
        if not stem or len(choices) < 2 or answer not in letters:
            text = "\n".join((*stem, *(f"{letter}. {said}" for letter, said in choices)))
            intake.lose(text, _missing(len(choices), answer, known=bool(stem)), whole=True)
            continue
        options = [QuizOption(intake.plain(said), 100.0 * (letter == answer)) for letter, said in choices]
        asked = Question(intake.plain(" ".join(stem)))
        intake.add(with_choices(asked, options, single=True))
    return intake.imported(hint="Aiken has a question, choices A. B. C. and a line ANSWER: A.")


def _missing(choices: int, answer: str, *, known: bool) -> str:
    if not known:
        return "nothing is asked above the choices"
    if choices < 2:
        return "it has fewer than two choices"
    return f"its answer {answer} is none of its choices" if answer else "it has no answer"


def _blocks(text: str) -> Iterator[tuple[int, list[str], list[tuple[str, str]], str]]:
    """The line, stem, choices and answer of each question; one ends with its answer, or where the next begins."""
    begins, stem, choices = 0, list[str](), list[tuple[str, str]]()
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        answer = _ANSWER.fullmatch(line)
        choice = _CHOICE.fullmatch(line)
        if answer and (stem or choices):
            yield begins, stem, choices, answer[1].upper()
            stem, choices = [], []
        elif choice and (stem or choices) and choice[1].upper() == LETTERS[len(choices) : len(choices) + 1]:
            choices.append((choice[1].upper(), choice[2]))
        elif line:
            if choices:
                yield begins, stem, choices, ""
                stem, choices = [], []
            begins = begins if stem else number
            stem.append(line)
    if stem or choices:
        yield begins, stem, choices, ""


def _fits(_name: str, data: bytes) -> bool:
    head = data[:50000]
    return bool(re.search(rb"^A[).][ \t]?[^\r\n]*\r?\n\s*B[).]", head, re.MULTILINE)) and bool(
        re.search(rb"^ANSWER\s*:\s*[A-Z]\s*$", head, re.MULTILINE)
    )


FORMAT = QuizFormat("Aiken", ".txt", _write, _read, _fits)

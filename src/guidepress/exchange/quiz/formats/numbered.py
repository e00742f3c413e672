"""Numbered text, as people type it, Respondus takes it and chat programs write it; Word files of the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.doors import kind_of, read_text
from guidepress.exchange.markup.html_out import as_plain
from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.holding import left_out, markup_lost, named, unheld
from guidepress.exchange.quiz.intake import Intake
from guidepress.exchange.quiz.numbered.reading import items_of, read_lines
from guidepress.exchange.quiz.numbered.word import word_lines
from guidepress.exchange.report import Loss, QuizFile
from guidepress.guide.question_faults import LETTERS

if TYPE_CHECKING:
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported
    from guidepress.guide.model import Markdown, Question

__all__ = ["FORMAT"]

_HOLDS = frozenset({"explanation", "points"})


def _write(quiz: Quiz) -> QuizFile:
    losses: list[Loss] = []
    parts = [f"Title: {quiz.title}"]
    for number, question in enumerate(quiz.questions, 1):
        place = named(number, question)
        lines = _lines(question)
        if lines is None:
            losses.append(left_out(place, question, "numbered text has no place for it"))
            continue
        losses.extend(unheld(place, question, "Numbered text", _HOLDS))
        texts = (question.prompt, *question.choices, *question.answer)
        why = (question.explanation,) if question.explanation else ()
        losses.extend(markup_lost(place, (*texts, *why), "Numbered text"))
        stem, *below = lines
        if question.points is not None:
            below.append(f"Points: {question.points:g}")
        if question.explanation:
            below.append(f"Explanation: {_line(question.explanation)}")
        head = ["Type: E"] if question.type == "long_answer" else []
        parts.append("\n".join((*head, f"{len(parts)}. {stem}", *below)))
    return QuizFile(("\n\n".join(parts) + "\n").encode(), tuple(losses))


def _lines(question: Question) -> list[str] | None:
    """The stem and the lines below it; None of what has no such lines."""
    prompt, answers = _line(question.prompt), [_line(each) for each in question.answer]
    if question.type == "multiple_choice":
        if len(question.choices) > 10:
            return None
        rows = [f"{LETTERS[index].lower()}. {_line(each)}" for index, each in enumerate(question.choices)]
        return [prompt, *rows, f"Answer: {', '.join(LETTERS[index].lower() for index in question.right)}"]
    if question.type == "true_false":
        return [prompt, f"Answer: {'True' if question.truth else 'False'}"]
    if question.type in {"matching", "ordering"} or len(answers) > 1:
        return None
    return [prompt, *(f"Answer: {each}" for each in answers)]


def _line(text: Markdown) -> str:
    return " ".join(as_plain(text).split())


def _read(name: str, data: bytes) -> Imported[Quiz]:
    intake = Intake(name)
    if kind_of(data, name) == "docx":
        return read_lines(word_lines(data, name, intake), intake)
    return read_lines(read_text(data, name).split("\n"), intake)


def _fits(name: str, data: bytes) -> bool:
    """Two questions with choices, or a few with answers; a page of text has neither."""
    if data.startswith(b"PK"):
        if kind_of(data, name) != "docx":
            return False
        lines = list(word_lines(data, name, Intake(name)))
    elif kind_of(data, name) == "text":
        lines = read_text(data, name).split("\n")
    else:
        return False
    items, key, outside, _ = items_of(lines)
    if len(outside) * 5 > sum(bool(line.strip()) for line in lines):
        return False  # more than a fifth of it is no question: a text that has some
    chosen = sum(len(item.choices) > 1 for item in items)
    told = sum(
        bool(item.answers) or any(each.right or each.strong for each in item.choices) for item in items
    )
    return (chosen > 1 and 2 * chosen >= len(items)) or (told > 1 and 2 * told >= len(items)) or len(key) > 2


FORMAT = QuizFormat("numbered text", ".txt", _write, _read, _fits)

"""Blackboard's tab text: a question a line, its type first, all cells parted by tabs, no headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.exchange.doors import read_text
from guidepress.exchange.markup.html_out import as_html, as_plain, pictures_in
from guidepress.exchange.quiz.asked import (
    with_blanks,
    with_choices,
    with_numbers,
    with_order,
    with_pairs,
    with_texts,
    with_truth,
)
from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.holding import left_out, named, unheld
from guidepress.exchange.quiz.intake import Intake
from guidepress.exchange.quiz.options import BLANK, QuizOption, blank_options, is_single, text_options
from guidepress.exchange.report import Loss, QuizFile
from guidepress.guide.model import Markdown, Question
from guidepress.guide.rules_marking import is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported

__all__ = ["FORMAT"]

_MOST = 100
"""Answers of a question that Blackboard takes."""

_ROWS = 500
"""Questions of a file (Original course view); Ultra takes 250."""

_HELD = {"short_answer": frozenset({"match", "tolerance"}), "fill_blank": frozenset({"blanks"})}


def _write(quiz: Quiz) -> QuizFile:
    losses: list[Loss] = []
    rows: list[str] = []
    for number, question in enumerate(quiz.questions, 1):
        place = named(number, question)
        cells = _cells(question, place, losses)
        if cells is None or len(cells) > 2 + 2 * _MOST:
            why = (
                "Blackboard takes 100 answers" if cells else "Blackboard's text has no place for its answers"
            )
            losses.append(left_out(place, question, why))
            continue
        losses.extend(unheld(place, question, "Blackboard's text", _HELD.get(question.type, frozenset())))
        if question.match == "exact":
            losses.append(Loss(place, "match", "Blackboard's text does not say how words are compared"))
        rows.append("\t".join(" ".join(cell.split()) for cell in cells))
    if len(rows) > _ROWS:
        losses.append(
            Loss("the file", "that it is one file", f"Blackboard takes {_ROWS} rows at a time: divide it")
        )
    return QuizFile(("\r\n".join(rows) + "\r\n").encode(), tuple(losses))


def _cells(question: Question, place: str, losses: list[Loss]) -> list[str] | None:
    prompt = as_html(question.prompt)
    if any(map(pictures_in, (question.prompt, *question.choices))):
        losses.append(Loss(place, "its picture", "a text has no files"))
    if question.type == "multiple_choice":
        said = [
            "correct" if index in question.right else "incorrect" for index in range(len(question.choices))
        ]
        texts = [as_html(choice) for choice in question.choices]
        kind = "MC" if is_single(question) else "MA"
        return [kind, prompt, *(cell for pair in zip(texts, said, strict=True) for cell in pair)]
    if question.type == "true_false":
        return ["TF", prompt, "true" if question.truth else "false"]
    if question.type == "matching":
        return ["MAT", prompt, *(as_html(text) for pair in question.pairs for text in pair)]
    if question.type == "ordering":
        return ["ORD", prompt, *(as_html(question.choices[index]) for index in question.right)]
    return _worded(question, prompt, place, losses)


def _worded(question: Question, prompt: str, place: str, losses: list[Loss]) -> list[str] | None:
    model = as_html(question.answer[0]) if question.answer else ""
    if question.type == "fill_blank":
        return _blanks(question, place, losses)
    if question.tolerance:
        if len(question.answer) > 1:
            return None
        return ["NUM", prompt, question.answer[0].source, f"{question.tolerance[0]:g}"]
    if question.match:
        return ["FIB", prompt, *(as_plain(each.text) for each in text_options(question))]
    if len(question.answer) > 1:
        losses.append(Loss(place, "answer", "Blackboard has one model answer: the first"))
    return ["SR" if question.type == "short_answer" else "ESS", prompt, *([model] if model else [])]


def _blanks(question: Question, place: str, losses: list[Loss]) -> list[str]:
    """One blank is a FIB; several have names, and empty cells between their words."""
    losses.extend(
        Loss(place, f"{key} of blank {number}", "Blackboard's text has no place for it")
        for number, rule in enumerate(question.blanks, 1)
        for key in ("wrong", "tolerance", "points", "weights", "feedback")
        if getattr(rule, key)
    )
    words = [
        [as_plain(each.text) for each in blank_options(question, index) if each.right]
        for index in range(len(question.answer))
    ]
    html = as_html(question.prompt)
    if len(words) == 1:
        return ["FIB", html, *words[0]]
    names = iter(f"b{number}" for number in range(1, len(words) + 1))
    prompt = BLANK.sub(lambda _: f"[{next(names)}]", html)
    cells = ["FIB_PLUS", prompt]
    for number, each in enumerate(words, 1):
        cells += ([""] if number > 1 else []) + [f"b{number}", *each]
    return cells


def _read(name: str, data: bytes) -> Imported[Quiz]:
    intake = Intake(name)
    readers: dict[str, Callable[[Question, Sequence[str], Intake], Question | None]] = {
        "MC": _choices, "MA": _choices, "TF": _truth, "ESS": _essay, "SR": _essay, "ORD": _order, "MAT": _pairs,
        "FIB": _words, "FIB_PLUS": _gaps, "NUM": _number,
    }  # fmt: skip
    for number, line in enumerate(read_text(data, name).split("\n"), 1):
        if not line.strip():
            continue
        intake.place = f"line {number}"
        kind, prompt, *cells = [*line.split("\t"), ""]
        kind = kind.strip().upper()
        cells = [cell.strip() for cell in cells[:-1]] if cells else []
        read = readers.get(kind)
        asked = (
            read(Question(intake.html(prompt)), [kind, *cells], intake) if read and prompt.strip() else None
        )
        if asked is None:
            intake.lose(line, f"a guide has no questions of type {kind or '?'}" if kind not in readers else
                        "its answers are missing", whole=True)  # fmt: skip
        else:
            intake.add(asked)
    return intake.imported(hint="Each line begins with a type, such as MC, and a tab.")


def _choices(asked: Question, cells: Sequence[str], intake: Intake) -> Question | None:
    pairs = list(zip(cells[1::2], cells[2::2], strict=False))
    right = [index for index, (_, said) in enumerate(pairs) if said.casefold() == "correct"]
    if len(pairs) < 2 or not right:
        return None
    wrong = len(pairs) - len(right)
    cost = -100 / wrong if len(right) > 1 and wrong else 0.0
    options = [
        QuizOption(intake.html(text), 100 / len(right) if index in right else cost)
        for index, (text, _) in enumerate(pairs)
    ]
    return with_choices(asked, options, single=cells[0] == "MC" and len(right) == 1)


def _truth(asked: Question, cells: Sequence[str], _intake: Intake) -> Question | None:
    said = cells[1].casefold() if len(cells) > 1 else ""
    return with_truth(asked, truth=said == "true") if said in {"true", "false"} else None


def _essay(asked: Question, cells: Sequence[str], intake: Intake) -> Question:
    model = intake.maybe(cells[1]) if len(cells) > 1 else None
    kind = "long_answer" if cells[0] == "ESS" else "short_answer"
    return replace(
        asked,
        type="long_answer" if kind == "long_answer" else "short_answer",
        answer=(model,) if model else (),
    )


def _order(asked: Question, cells: Sequence[str], intake: Intake) -> Question:
    return with_order(asked, [intake.html(cell) for cell in cells[1:] if cell])


def _pairs(asked: Question, cells: Sequence[str], intake: Intake) -> Question:
    sides = list(zip(cells[1::2], cells[2::2], strict=False))
    pairs = [(intake.html(left), intake.html(right)) for left, right in sides if left and right]
    return with_pairs(asked, pairs, [intake.html(right) for left, right in sides if not left and right])


def _words(asked: Question, cells: Sequence[str], intake: Intake) -> Question | None:
    options = [QuizOption(intake.plain(cell), 100.0) for cell in cells[1:] if cell]
    if not options:
        return None
    return with_blanks(asked, [options]) if BLANK.search(asked.prompt.source) else with_texts(asked, options)


def _gaps(asked: Question, cells: Sequence[str], intake: Intake) -> Question | None:
    groups: list[list[str]] = [[]]
    for cell in cells[1:]:
        if cell:
            groups[-1].append(cell)
        elif groups[-1]:
            groups.append([])
    words = {group[0]: group[1:] for group in groups if len(group) > 1}
    names = [
        name for name in re.findall(r"\[([^\]]+)\]", asked.prompt.source.replace("\\", "")) if name in words
    ]
    if not names:
        return None
    prompt = asked.prompt.source
    for name in names:
        prompt = re.sub(rf"\\?\[{re.escape(name)}\\?\]", "____", prompt, count=1)
    blanks = [[QuizOption(intake.plain(word), 100.0) for word in words[name]] for name in names]
    return with_blanks(replace(asked, prompt=Markdown(prompt)), blanks)


def _number(asked: Question, cells: Sequence[str], _intake: Intake) -> Question | None:
    number, tolerance = [*cells[1:], "", ""][:2]
    if not is_number(number):
        return None
    off = abs(float(tolerance)) if is_number(tolerance) else 0.0
    return with_numbers(asked, [QuizOption(Markdown(number), 100.0, None, off)])


_TYPED = re.compile(rb"(?:MC|MA|TF|ESS|ORD|MAT|FIB|FIB_PLUS|NUM|SR|OP|FIL|JUMBLED_SENTENCE|QUIZ_BOWL)\t")


def _fits(_name: str, data: bytes) -> bool:
    lines = [line for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 20)[:20] if line.strip()]
    return bool(lines) and all(map(_TYPED.match, lines))


FORMAT = QuizFormat("Blackboard's text", ".txt", _write, _read, _fits)

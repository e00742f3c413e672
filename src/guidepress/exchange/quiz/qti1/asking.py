"""In: a question. Out: how an item of QTI 1.2 asks and marks it, as text; what cannot be asked is a loss."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from guidepress.exchange.quiz.options import (
    BLANK,
    blank_options,
    choice_options,
    is_single,
    text_options,
)
from guidepress.exchange.quiz.qti1.pieces import Asked, choice_response, label, rule, text_response
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from guidepress.exchange.quiz.options import QuizOption
    from guidepress.exchange.quiz.packages.shipping import Shipment
    from guidepress.guide.model import Question

__all__ = ["asked_as", "blanked", "is_menu"]

_FIRST = 1001
"""The first ident of a choice: Canvas takes numbers of four figures as they are, and makes others anew."""

_RIGHT = ("correct_fb",)


def asked_as(question: Question, ship: Shipment) -> Asked | None:
    """How a question is asked; None for a type that has no counterpart."""
    asking = _TYPES.get(question.type)
    return asking(question, ship) if asking else None


def _choices(question: Question, ship: Shipment) -> Asked:
    options = choice_options(question)
    labels = [label(ident, ship.html(each.text)) for ident, each in _numbered(options)]
    replies = _replies(options, ship)
    right = [ident for index, (ident, _) in enumerate(_numbered(options)) if index in question.right]
    if is_single(question):
        rules = "".join(rule(_equal("response1", ident), "100", _shown(question)) for ident in right)
        return Asked("multiple_choice_question", choice_response("response1", labels), rules, replies)
    wanted = "".join(
        _equal("response1", ident) if ident in right else f"<not>{_equal('response1', ident)}</not>"
        for ident, _ in _numbered(options)
    )
    rules = rule(f"<and>{wanted}</and>", "100", _shown(question))
    return Asked("multiple_answers_question", choice_response("response1", labels, many=True), rules, replies)


def _truth(question: Question, ship: Shipment) -> Asked:
    labels = [label("1001", "True"), label("1002", "False")]
    rules = rule(_equal("response1", "1001" if question.truth else "1002"), "100", _shown(question))
    said = ((question.feedback.get("true"), "1001"), (question.feedback.get("false"), "1002"))
    replies = tuple((_equal("response1", ident), ident, ship.html(text)) for text, ident in said if text)
    return Asked("true_false_question", choice_response("response1", labels), rules, replies)


def _words(question: Question, ship: Shipment) -> Asked:
    if question.tolerance:
        return _numbers(question, ship)
    if not question.match:
        return _essay(question, ship)
    if question.match == "exact":
        ship.lose("match", "the platform takes capitals for small letters")
    options = text_options(question)
    said = [ship.plain(each.text, "an answer") for each in options]
    wanted = "".join(_equal("response1", text) for text in said)
    replies = tuple(
        (_equal("response1", text), ident, ship.html(each.feedback))
        for text, (ident, each) in zip(said, _numbered(options), strict=True)
        if each.feedback
    )
    return Asked("short_answer_question", text_response(), rule(wanted, "100", _shown(question)), replies)


def _numbers(question: Question, ship: Shipment) -> Asked:
    options = text_options(question)
    rules = "".join(rule(_range(each), "100", _shown(question)) for each in options)
    replies = tuple(
        (_range(each), ident, ship.html(each.feedback)) for ident, each in _numbered(options) if each.feedback
    )
    return Asked("numerical_question", text_response(numeric=True), rules, replies)


def _range(option: QuizOption) -> str:
    """A number as Canvas writes it: the value itself, or from one to another."""
    said = option.text.source.strip()
    try:
        value, off = float(said), option.tolerance or 0.0
    except ValueError:
        return _equal("response1", said)
    low, high = (said, said) if not off else (f"{value - off:.10g}", f"{value + off:.10g}")
    return (
        f"<or>{_equal('response1', said)}<and>"
        f'<vargte respident="response1">{low}</vargte><varlte respident="response1">{high}</varlte></and></or>'
    )


def _essay(question: Question, ship: Shipment) -> Asked:
    if question.type == "short_answer":
        ship.lose("that the answer is short", "what a person marks is an essay there")
    if question.answer:
        ship.lose("the model answer")
    return Asked("essay_question", text_response(), rule("<other/>"))


def _pairs(question: Question, ship: Shipment) -> Asked:
    rights = [ship.plain(right, "a right side") for _, right in question.pairs]
    every = list(dict.fromkeys((*rights, *(ship.plain(each, "a decoy") for each in question.decoys))))
    idents = {text: str(2001 + number) for number, text in enumerate(every)}
    labels = [label(idents[text], html.escape(text, quote=False)) for text in every]
    share = f"{100 / max(len(rights), 1):.2f}"
    responses, rules = [], []
    for number, ((left, _), right) in enumerate(zip(question.pairs, rights, strict=True), _FIRST):
        said = f'<material><mattext texttype="text/plain">{html.escape(ship.plain(left, "a left side"), quote=False)}</mattext></material>'
        responses.append(choice_response(f"response_{number}", labels, before=said))
        rules.append(rule(_equal(f"response_{number}", idents[right]), share, go_on=True, action="Add"))
    return Asked("matching_question", "".join(responses), "".join(rules))


def _blanks(question: Question, ship: Shipment) -> Asked:
    menu = is_menu(question)
    share = f"{100 / max(len(question.answer), 1):.2f}"
    responses, rules, replies = [], [], []
    for index in range(len(question.answer)):
        options = blank_options(question, index)
        if not menu and any(not each.right for each in options):
            ship.lose(
                f"wrong of blank {index + 1}", "words are written there, since another blank is no menu"
            )
            options = tuple(each for each in options if each.right)
        _blank_losses(question, index, menu, ship)
        name = f"response_blank{index + 1}"
        idents = [str((index + 1) * 1000 + number) for number in range(1, len(options) + 1)]
        labels = [
            label(ident, html.escape(ship.plain(each.text, "a word for a blank"), quote=False))
            for ident, each in zip(idents, options, strict=True)
        ]
        said = f"<material><mattext>blank{index + 1}</mattext></material>"
        responses.append(choice_response(name, labels, before=said))
        right = [ident for ident, each in zip(idents, options, strict=True) if each.right]
        rules += [rule(_equal(name, ident), share, go_on=True, action="Add") for ident in right]
        replies += [
            (_equal(name, ident), ident, ship.html(each.feedback))
            for ident, each in zip(idents, options, strict=True)
            if each.feedback
        ]
    kind = "multiple_dropdowns_question" if menu else "fill_in_multiple_blanks_question"
    return Asked(kind, "".join(responses), "".join(rules), tuple(replies))


def _blank_losses(question: Question, index: int, menu: bool, ship: Shipment) -> None:  # noqa: FBT001 - as it was found
    if not question.blanks:
        return
    given = question.blanks[index]
    for name in ("tolerance", "points", "weights"):
        if getattr(given, name):
            ship.lose(f"{name} of blank {index + 1}")
    if menu and given.accept:
        ship.lose(f"accept of blank {index + 1}", "a menu has one right entry")


def is_menu(question: Question) -> bool:
    """Whether every blank has wrong words, so that each is a menu."""
    return bool(question.blanks) and all(each.wrong for each in question.blanks)


def blanked(prompt: Markdown) -> Markdown:
    """A prompt whose blanks bear the names of their responses: [blank1]."""
    number = 0

    def name(_: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"\\[blank{number}\\]"

    return Markdown(BLANK.sub(name, prompt.source))


_TYPES = {
    "multiple_choice": _choices,
    "true_false": _truth,
    "short_answer": _words,
    "long_answer": _essay,
    "matching": _pairs,
    "fill_blank": _blanks,
}


def _numbered(options: Sequence[QuizOption]) -> list[tuple[str, QuizOption]]:
    return [(str(number), each) for number, each in enumerate(options, _FIRST)]


def _replies(options: Sequence[QuizOption], ship: Shipment) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (_equal("response1", ident), ident, ship.html(each.feedback))
        for ident, each in _numbered(options)
        if each.feedback
    )


def _equal(response: str, value: str) -> str:
    return f'<varequal respident="{response}">{html.escape(value, quote=False)}</varequal>'


def _shown(question: Question) -> tuple[str, ...]:
    return _RIGHT if "right" in question.feedback else ()

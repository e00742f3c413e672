"""In: a Quiz. Out: a file of GIFT, and what of the quiz it cannot say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.exchange.markup.html_out import as_html, as_plain, has_markup
from guidepress.exchange.quiz.holding import TAGGED, left_out, named, unheld
from guidepress.exchange.quiz.naming import folder_path, shown_name, tags_of
from guidepress.exchange.quiz.options import (
    QuizOption,
    blank_options,
    choice_options,
    ident,
    is_single,
    text_options,
)
from guidepress.exchange.quiz.pictures import data_address
from guidepress.exchange.report import Loss, QuizFile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidepress.exchange.quiz.model import Quiz, QuizPicture
    from guidepress.guide.model import Markdown, Question

__all__ = ["write_gift"]

_HOLDS = frozenset(
    {"id", "explanation", "category", "tags", "match", "weights", "feedback", "tolerance", "decoys", *TAGGED}
)


def write_gift(quiz: Quiz) -> QuizFile:
    """Write a quiz, each question with its name, and its id and tags in a comment."""
    losses: list[Loss] = []
    parts: list[str] = []
    folder = None
    for number, question in enumerate(quiz.questions, 1):
        place = named(number, question)
        made = _Writing(question, place, quiz.pictures, losses).block()
        if made is None:
            continue
        wanted = folder_path(quiz.title, question.category)
        if wanted != folder:
            parts.append(f"$CATEGORY: {wanted}")
            folder = wanted
        parts.append(made)
    return QuizFile(("\n\n".join(parts) + "\n").encode(), tuple(losses))


class _Writing:
    """Writes one question; all its texts are HTML where one of them needs it, else plain words."""

    def __init__(
        self, question: Question, place: str, pictures: Sequence[QuizPicture], losses: list[Loss]
    ) -> None:
        self._question, self._place, self._losses = question, place, losses
        self._address: Callable[[str], str] = lambda path: data_address(path, pictures)
        texts = (question.prompt, question.explanation, *question.choices, *question.feedback.values())
        lefts = tuple(left for left, _ in question.pairs)
        self._html = any(_needs_html(text) for text in (*texts, *lefts) if text)

    def block(self) -> str | None:
        """The question with its name and its comment; None if GIFT cannot say it."""
        question = self._question
        writers = {
            "multiple_choice": self._choices,
            "true_false": self._truth,
            "fill_blank": self._blank,
            "matching": self._pairs,
            "short_answer": self._texts,
            "long_answer": self._essay,
        }
        writer = writers.get(question.type)
        answers = writer() if writer else None
        if answers is None:
            why = (
                "GIFT has no ordering" if question.type == "ordering" else "GIFT has questions with one blank"
            )
            self._losses.append(left_out(self._place, question, why))
            return None
        self._losses.extend(unheld(self._place, question, "GIFT", self._held()))
        tags = "".join(f" [tag:{_bracketed(tag)}]" for tag in tags_of(question))
        general = f"####{self._text(question.explanation)}" if question.explanation else ""
        name = _escaped(shown_name(question))
        return (
            f"// [id:{_bracketed(ident(question))}]{tags}\n"
            f"::{name}::{'[html]' if self._html else ''}{self._text(question.prompt)} {{{answers}{general}}}"
        )

    def _unsayable(self) -> str:
        """Why GIFT cannot say the question."""
        if self._question.type == "ordering":
            return "GIFT has no ordering"
        several = self._question.type == "fill_blank" and len(self._question.answer) > 1
        return "GIFT has questions with one blank" if several else 'GIFT takes an answer with "->" for a pair'

    def _held(self) -> frozenset[str]:
        question = self._question
        held = _HOLDS | (
            {"feedback any"} if question.tolerance and "right" not in question.feedback else set()
        )
        if question.match == "exact":
            held -= {"match"}
        return held | {"blanks"} if question.type == "fill_blank" else held

    def _text(self, text: Markdown) -> str:
        if not self._html:
            return _escaped(as_plain(text))
        made = as_html(text, self._address)
        return _escaped(f"&#37;{made[1:]}" if made.startswith("%") else made)

    def _entry(self, sign: str, option: QuizOption, text: str) -> str:
        weight = (
            "" if sign == "=" and option.weight == 100 else f"%{option.weight:.7g}%" if option.weight else ""
        )
        if not weight and text.startswith("%"):
            weight = f"%{option.weight:.7g}%"
        said = f"#{self._text(option.feedback)}" if option.feedback else ""
        return f"{sign}{weight}{text}{said}"

    def _choices(self) -> str:
        single = is_single(self._question)
        return " ".join(
            self._entry("=" if single and each.weight == 100 else "~", each, self._text(each.text))
            for each in choice_options(self._question)
        )

    def _truth(self) -> str:
        question = self._question
        wrong, right = (
            question.feedback.get(key) for key in ("false", "true")[:: 1 if question.truth else -1]
        )
        said = f"#{self._text(wrong) if wrong else ''}" if wrong or right else ""
        return ("T" if question.truth else "F") + said + (f"#{self._text(right)}" if right else "")

    def _blank(self) -> str | None:
        question = self._question
        if len(question.answer) != 1:
            return None
        rule = question.blanks[0] if question.blanks else None
        for key in ("wrong", "tolerance", "points"):
            if rule and getattr(rule, key):
                self._losses.append(Loss(self._place, f"{key} of the blank", "GIFT has no place for it"))
        return self._words([each for each in blank_options(question, 0) if each.right])

    def _words(self, options: Sequence[QuizOption]) -> str | None:
        """Answers in words, which GIFT takes as plain; None where it would take one for a pair."""
        said = [as_plain(each.text) for each in options]
        if any("->" in text for text in said):
            return None
        return " ".join(
            self._entry("=", each, _escaped(text)) for each, text in zip(options, said, strict=True)
        )

    def _pairs(self) -> str:
        pairs = [
            f"={self._text(left)} -> {_escaped(as_plain(right))}" for left, right in self._question.pairs
        ]
        return " ".join((*pairs, *(f"= -> {_escaped(as_plain(decoy))}" for decoy in self._question.decoys)))

    def _texts(self) -> str | None:
        question = self._question
        if not question.match and not question.tolerance:
            return self._essay()
        options = text_options(question)
        if not question.tolerance:
            return self._words(options)
        numbers = " ".join(
            self._entry(
                "=", each, each.text.source.strip() + (f":{each.tolerance:g}" if each.tolerance else "")
            )
            for each in options
        )
        wrong = question.feedback.get("wrong")
        return f"#{numbers}{f' ~#{self._text(wrong)}' if wrong else ''}"

    def _essay(self) -> str:
        question = self._question
        if question.type == "short_answer":
            why = "GIFT has one kind that a person marks; this is one since it does not say how its answer is matched"
            self._losses.append(Loss(self._place, "that the answer is short", why))
        if question.answer:
            self._losses.append(Loss(self._place, "the model answer", "GIFT has no place for it"))
        return ""


def _needs_html(text: Markdown) -> bool:
    return has_markup(text) or bool(re.search(r"[<>&]|^%|^\[|\n", as_plain(text)))


def _escaped(text: str) -> str:
    return re.sub(r"([\\~=#{}:])", r"\\\1", text.strip()).replace("\n", "\\n")


def _bracketed(text: str) -> str:
    return text.replace("\\", "\\\\").replace("]", "\\]").replace("\n", " ")

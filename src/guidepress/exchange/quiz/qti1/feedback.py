"""In: an item of QTI 1.2. Out: what is said to whom: to an answer, to right and wrong ones, to everybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.quiz.packages.elements import children, name_of
from guidepress.exchange.quiz.qti1.items import material_text
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from guidepress.exchange.quiz.packages.unpacking import Unpacked
    from guidepress.exchange.quiz.qti1.marking import Marking, Wanted

__all__ = ["Said", "read_feedback"]

_RIGHT = re.compile(r"(?:^|_)(?:general_)?(?:correct|right)(?:_fb|feedback)?$|_C$", re.IGNORECASE)
_WRONG = re.compile(r"(?:^|_)(?:general_)?(?:incorrect|wrong)(?:_fb|feedback)?$|_IC$", re.IGNORECASE)
_ANY = re.compile(r"^general(?:_fb|_?feedback)?$|solution|explanation|_ALL$", re.IGNORECASE)
"""What dialects call them: Canvas correct_fb, general_incorrect_fb, general_fb; Blackboard correct, incorrect;
Respondus …_C, …_IC, …_ALL."""


@record
class Said:
    """Feedback of an item.

    Attributes:
        to_answers: by the label or text that was answered.
        to_any: by "right" and "wrong".
        explanation: what everybody is told.
    """

    to_answers: dict[str, Markdown]
    to_any: dict[str, Markdown]
    explanation: Markdown | None = None


def read_feedback(item: _Element, marking: Marking, kept: Unpacked) -> Said:
    """Read the feedback of an item, plainly named; what is never shown is a loss."""
    texts, explanation = _texts(item, kept)
    answers: dict[str, Markdown] = {}
    general: dict[str, Markdown] = {}
    for name, to in _addressees(texts, marking):
        text = texts[name]
        if to == "explanation":
            explanation.append(text)
        elif to in {"right", "wrong"}:
            general.setdefault(to, text)
        else:
            answers.setdefault(to.removeprefix("="), text)
    found = {id(each) for each in (*explanation, *answers.values(), *general.values())}
    for text in texts.values():
        if id(text) not in found:
            kept.lose(f'the feedback "{_short(text)}"', "the file does not say when it is shown")
    whole = "\n\n".join(dict.fromkeys(each.source for each in explanation))
    return Said(answers, general, Markdown(whole) if whole else None)


def _texts(item: _Element, kept: Unpacked) -> tuple[dict[str, Markdown], list[Markdown]]:
    """All feedback by its ident, and what is a solution; a hint is a loss."""
    texts: dict[str, Markdown] = {}
    solutions: list[Markdown] = []
    for element in children(item, "itemfeedback"):
        said = material_text(element, kept)
        inside = {name_of(each) for each in element.iter()}
        if not said.source:
            continue
        if "hint" in inside:
            kept.lose(f'the hint "{_short(said)}"')
        elif "solution" in inside:
            solutions.append(said)
        else:
            texts[element.get("ident") or ""] = said
    return texts, solutions


def _addressees(texts: Mapping[str, Markdown], marking: Marking) -> Iterator[tuple[str, str]]:
    """Each feedback with who is told it; what no rule shows may say it by its name."""
    scored = any(score > 0 for _, score, _ in marking.wanted())
    several = len({each.response for asked, _, _ in marking.wanted() for each in asked}) > 1
    for asked, score, shows in marking.wanted():
        for name in shows:
            to = _by_name(name) or (
                "" if several and _denied(asked) else _by_rule(asked, score=score, scored=scored)
            )
            if name in texts and to:
                yield name, to
    yield from ((name, to) for name in texts if (to := _by_name(name)))


def _by_name(name: str) -> str:
    named = ((_ANY, "explanation"), (_WRONG, "wrong"), (_RIGHT, "right"))
    return next((to for pattern, to in named if pattern.search(name)), "")


def _denied(asked: tuple[Wanted, ...]) -> bool:
    """Whether a rule is about what was not answered alone."""
    return bool(asked) and not any(each.held for each in asked)


def _by_rule(asked: tuple[Wanted, ...], *, score: float, scored: bool) -> str:
    """Who is told by what a rule wants: "explanation", "right", "wrong", or "=" and an answer; "" for nobody."""
    values = [each.value for each in asked if each.held]
    if len(values) == 1:
        return f"={values[0]}"
    if score > 0:
        return "right"
    if values:
        return ""
    return "wrong" if scored else "explanation"


def _short(text: Markdown) -> str:
    words = " ".join(text.source.split())
    return words if len(words) <= 60 else f"{words[:60]}…"

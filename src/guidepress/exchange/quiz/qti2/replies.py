"""In: an item of QTI 2 or 3. Out: its feedback: to a choice, to right and wrong answers, to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.quiz.packages.elements import (
    child,
    children,
    content_html,
    name_of,
    text_of,
    words_of,
)
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from guidepress.exchange.quiz.packages.unpacking import Unpacked

__all__ = ["Replies", "read_replies"]

_NAMED = {"correct": "right", "right": "right", "incorrect": "wrong", "wrong": "wrong", "partly": "partly"}
"""What identifiers of feedback are called where no condition tells more."""


@record
class Replies:
    """Feedback of an item.

    Attributes:
        to_choices: by the identifier of a choice, or by response and value ("RESPONSE 42").
        to_any: by "right", "wrong" and "partly".
        explanation: what everybody is told.
    """

    to_choices: dict[str, Markdown]
    to_any: dict[str, Markdown]
    explanation: Markdown | None = None

    def to(self, response: str, value: str) -> Markdown | None:
        """What is said to a value of a response."""
        return self.to_choices.get(f"{response} {value}") or self.to_choices.get(value)


def read_replies(item: _Element, kept: Unpacked, choices: frozenset[str]) -> Replies:
    """Read all feedback of an item, plainly named.

    Args:
        item: the item.
        kept: gets what cannot be told as a loss.
        choices: identifiers of all its choices.
    """
    meant = dict(_conditions(item))
    to_choices: dict[str, Markdown] = {}
    to_any: dict[str, Markdown] = {}
    explanation: list[str] = []
    for element in item.iter("modalFeedback", "feedbackBlock", "feedbackInline"):
        name = element.get("identifier") or ""
        text = kept.text(content_html(_inner(element)), html=True)
        if not text.source:
            continue
        to = meant.get((element.get("outcomeIdentifier") or "", name), "")
        if to in {"right", "wrong", "partly"}:
            to_any.setdefault(to, text)
        elif to.startswith("="):
            to_choices.setdefault(to[1:], text)
        elif name in choices:
            to_choices.setdefault(name, text)
        elif to == "always" or name.lower() in {"solution", "general", "explanation"}:
            explanation.append(text.source)
        elif name.lower() in _NAMED:
            to_any.setdefault(_NAMED[name.lower()], text)
        else:
            words = " ".join(text.source.split())
            kept.lose(f'the feedback "{words[:60]}"', "when it is shown hangs on more than the answer")
    whole = "\n\n".join(dict.fromkeys(explanation))
    return Replies(to_choices, to_any, Markdown(whole) if whole else None)


def _inner(element: _Element) -> _Element:
    """The body of a feedback: version 3 wraps it."""
    body = child(element, "contentBody")
    return element if body is None else body


def _conditions(item: _Element) -> Iterator[tuple[tuple[str, str], str]]:
    """What sets an outcome to an identifier: "right", "wrong", "partly", "always", or "=", a response and a value."""
    for processing in children(item, "responseProcessing"):
        for each in processing.iter("setOutcomeValue"):
            several = child(each, "multiple")  # one more of those that are shown
            value = child(each if several is None else several, "baseValue")
            if value is not None and value.get("baseType") == "identifier":
                yield (each.get("identifier") or "", text_of(value)), _when(each, processing)


def _when(element: _Element, processing: _Element) -> str:
    branch = element.getparent()
    if branch is None or branch is processing:
        return "always"
    if name_of(branch) == "responseElse":
        above = branch.getparent()
        first = child(above, "responseIf")
        return "wrong" if first is not None and _of_condition(first) == "right" else ""
    return _of_condition(branch)


def _of_condition(branch: _Element) -> str:
    """What a branch stands for, by its condition."""
    condition = branch[0] if len(branch) else None
    if condition is None:
        return ""
    names = {name_of(each) for each in condition.iter()}
    value = [words_of(each) for each in condition.iter("baseValue")]
    variables = {each.get("identifier") or "" for each in condition.iter("variable")}
    if name_of(condition) == "gte" and variables <= {"SCORE", "MAXSCORE"}:
        return "right"
    if name_of(condition) == "gt" and variables == {"SCORE"}:
        return "partly"
    if "correct" in names and "not" not in names:
        return "right"
    if len(value) == len(variables) == 1 and name_of(condition) in {
        "match",
        "member",
        "stringMatch",
        "equal",
    }:
        return f"={variables.pop()} {value[0]}"
    return ""

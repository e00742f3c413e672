"""In: the values of a question as they were decoded. Out: what machines mark it by, keyed alike, and faults in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from guidepress.base.numbers import counted
from guidepress.guide.question_faults import LETTERS, value_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guidepress.base.decoding import Decoding
    from guidepress.base.yaml import Node
    from guidepress.guide.model import BlankRule, Markdown

__all__ = ["ANY_ANSWER", "answer_names", "check_marking", "choice_key", "is_number"]

ANY_ANSWER = ("right", "wrong", "partly")
"""Keys of feedback that speak of any answer, by what it is."""

_FREE = {"feedback": ANY_ANSWER}
"""Keys that name no answer, by what they stand in."""

_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")


def is_number(text: str) -> bool:
    """Whether an answer is a number as machines read it: with a point."""
    return _NUMBER.fullmatch(text.strip()) is not None


def choice_key(texts: Sequence[str], index: int) -> str:
    """What a choice is called in `weights` and `feedback`: its letter, or its text where a letter would mislead."""
    letter = LETTERS[index : index + 1]
    return texts[index].strip() if not letter or letter in {text.strip() for text in texts} else letter


def check_marking(values: dict[str, Any], names: Mapping[str, str], node: Node, run: Decoding) -> None:
    """Note keys of weights and feedback that name no answer, weights out of range, and numbers that are none.

    Args:
        values: the fields of a question as they were bound, by name; keys of its marking are called alike.
        names: every name that an answer has, and the one that it goes by; its type knows them.
        node: the question in its file.
        run: notes the faults.
    """
    _named_once(values, node, run)
    for key in ("weights", "feedback"):
        if values.get(key):
            values[key] = _by_answer(values[key], names, value_at(node, key), run, free=_FREE.get(key, ()))
    _in_range(values.get("weights") or {}, node, run)
    if values.get("tolerance"):
        _tolerances(values, node, run)
    if values.get("blanks"):
        _blanks(values, node, run)


def _named_once(values: dict[str, Any], node: Node, run: Decoding) -> None:
    from guidepress.guide.names import Names  # noqa: PLC0415 - who prints questions reads none

    name = values.get("id")
    if name and isinstance(run.context, Names):
        run.context.claim(f"question {name}", value_at(node, "id"), run)


def _by_answer(
    said_of: Mapping[str, Any], keys: Mapping[str, str], at: Node, run: Decoding, *, free: tuple[str, ...]
) -> dict[str, Any]:
    """Call each answer what all of the program calls it."""
    found = {}
    for said, value in said_of.items():
        name = keys.get(said.strip()) or keys.get(said.strip().upper() if len(said.strip()) == 1 else "")
        if name is None and said not in free:
            known = ", ".join((*dict.fromkeys(keys.values()), *free))
            message = f'There is no answer "{said[:60]}" in this question.'
            run.fault(at, "wrong-answer", message, f"Known here: {known}.")
        found[name or said] = value
    return found


def answer_names(values: Mapping[str, Any]) -> dict[str, str]:
    """Every name that an answer has, and the one that it goes by: of choices letters and texts, else the texts."""
    choices = [choice.source for choice in values.get("choices") or ()]
    if choices:
        called = [choice_key(choices, index) for index in range(len(choices))]
        letters = dict(zip(LETTERS, called, strict=False))
        return letters | {text.strip(): name for text, name in zip(choices, called, strict=True)}
    return {text.source.strip(): text.source.strip() for text in values.get("answer") or ()}


def _in_range(weights: Mapping[str, float], node: Node, run: Decoding) -> None:
    for said, weight in weights.items():
        if not -100 <= weight <= 100:
            message = f'The weight of "{said[:40]}" is {weight:g}: it goes from -100 to 100 per cent.'
            run.fault(value_at(node, "weights"), "wrong-value", message, "100 is all of the points.")


def _tolerances(values: dict[str, Any], node: Node, run: Decoding) -> None:
    tolerances: tuple[float, ...] = values["tolerance"]
    answers: tuple[Markdown, ...] = values.get("answer") or ()
    at = value_at(node, "tolerance")
    if any(each < 0 for each in tolerances):
        run.fault(at, "wrong-value", "A tolerance is never below 0.", "Write how far off an answer may be.")
    if len(tolerances) not in {1, len(answers)}:
        message = f"There are {counted(len(tolerances), 'tolerance')} for {counted(len(answers), 'answer')}."
        run.fault(at, "wrong-length", message, "Write one for all, or one for each.")
    for answer in answers:
        if not is_number(answer.source):
            message = f'An answer with a tolerance is a number, not "{answer.source[:40]}".'
            run.fault(
                value_at(node, "answer"), "wrong-answer", message, "Write it with a point: 1843 or 9.81."
            )


def _blanks(values: dict[str, Any], node: Node, run: Decoding) -> None:
    rules: tuple[BlankRule, ...] = values["blanks"]
    answers: tuple[Markdown, ...] = values.get("answer") or ()
    at = value_at(node, "blanks")
    if len(rules) != len(answers):
        message = f"There are {counted(len(rules), 'rule')} for {counted(len(answers), 'blank')}."
        run.fault(at, "wrong-length", message, "Write one for each blank; {} says nothing of it.")
        return
    for rule, answer in zip(rules, answers, strict=True):
        known = {text.source.strip() for text in (answer, *rule.accept, *rule.wrong)}
        for said in (*rule.weights, *rule.feedback):
            if said.strip() not in known and said not in ANY_ANSWER:
                message = f'No word of this blank reads "{said[:60]}".'
                run.fault(at, "wrong-answer", message, f"Known here: {', '.join(sorted(known))}.")
        _in_range(rule.weights, node, run)
        if rule.tolerance is not None and not is_number(answer.source):
            message = f'An answer with a tolerance is a number, not "{answer.source[:40]}".'
            run.fault(value_at(node, "answer"), "wrong-answer", message, "Write it with a point.")

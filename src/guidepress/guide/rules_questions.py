"""In: the values of a question as they were bound. Out: its right answers, and faults where it cannot be marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from guidepress.base.numbers import counted
from guidepress.base.yaml import MappingNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.binding import Run
    from guidepress.base.yaml import Node
    from guidepress.guide.model import Markdown

__all__ = ["finish_question"]

_BLANK = re.compile("_{2,}")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CHOOSING = ("multiple_choice", "ordering")


def finish_question(values: dict[str, Any], node: Node, run: Run) -> None:
    """Check a question against its type and fill in `right` and `truth`."""
    kind: str = values.get("type", "short_answer")
    if kind == "multiple_choice":
        _multiple_choice(values, node, run)
    elif kind == "true_false":
        _true_false(values, node, run)
    elif kind == "matching":
        _matching(values, node, run)
    elif kind == "fill_blank":
        _fill_blank(values, node, run)
    elif kind == "ordering":
        _ordering(values, node, run)
    if values.get("choices") and kind not in _CHOOSING:
        hint = 'Add "type: multiple_choice", or delete the choices.'
        run.fault(_at(node, "choices"), "misplaced-key", f"A question of type {kind} has no choices.", hint)
    if values.get("pinned") and kind != "multiple_choice":
        hint = 'Add "type: multiple_choice", or write "keep_order: true".'
        run.fault(_at(node, "pinned"), "misplaced-key", f"A question of type {kind} pins no choices.", hint)
    if values.get("pairs") and kind != "matching":
        hint = 'Add "type: matching", or delete the pairs.'
        run.fault(_at(node, "pairs"), "misplaced-key", f"A question of type {kind} has no pairs.", hint)


def _multiple_choice(values: dict[str, Any], node: Node, run: Run) -> None:
    choices: tuple[Markdown, ...] = values.get("choices", ())
    if len(choices) < 2:
        run.fault(
            _at(node, "choices"),
            "too-few-choices",
            "A multiple-choice question needs at least two choices.",
            "Write choices: [one, two].",
        )
        return
    _distinct("choices", (choice.source for choice in choices), _at(node, "choices"), run)
    if not values.get("answer"):
        _unanswered(node, run, "multiple-choice", f"Add its letter, A to {_LETTERS[len(choices) - 1]}.")
        return
    values["right"] = _indices(values, node, run, "answer")
    if values.get("pinned"):
        values["fixed"] = _indices(values, node, run, "pinned")


def _true_false(values: dict[str, Any], node: Node, run: Run) -> None:
    answers: tuple[Markdown, ...] = values.get("answer", ())
    if not answers:
        _unanswered(node, run, "true-or-false", 'Add "answer: true" or "answer: false".')
        return
    text = answers[0].source.strip().casefold()
    if len(answers) == 1 and text in {"true", "false"}:
        values["truth"] = text == "true"
        return
    message = f'The answer must be true or false, not "{answers[0].source[:40]}".'
    run.fault(_at(node, "answer"), "wrong-answer", message, "Write true or false, without quotes.")


def _matching(values: dict[str, Any], node: Node, run: Run) -> None:
    at = _at(node, "pairs")
    written = len(at.value) if isinstance(at, SequenceNode) else 0  # a pair with a fault has been told of
    if max(written, len(values.get("pairs", ()))) < 2:
        hint = "Write pairs: [[left, right], [left, right]]."
        run.fault(at, "too-few-choices", "A matching question needs at least two pairs.", hint)
    for side in range(2):
        texts = (pair[side].source for pair in values.get("pairs", ()))
        _distinct("entries to match", texts, at, run)


def _fill_blank(values: dict[str, Any], node: Node, run: Run) -> None:
    blanks = len(_BLANK.findall(values["prompt"].source))
    answers: tuple[Markdown, ...] = values.get("answer", ())
    if not blanks:
        hint = "Write the blank with underscores: ____."
        run.fault(_at(node, "prompt"), "no-blank", "The prompt of this fill-in question has no blank.", hint)
    if not answers:
        _unanswered(node, run, "fill-in", "Add the missing words.")
    elif len(answers) > 1 and blanks and len(answers) != blanks:
        message = f"There are {len(answers)} answers for {counted(blanks, 'blank')}."
        run.fault(_at(node, "answer"), "wrong-answer", message, "Give one for each blank.")


def _ordering(values: dict[str, Any], node: Node, run: Run) -> None:
    choices: tuple[Markdown, ...] = values.get("choices", ())
    if len(choices) < 2:
        message = "An ordering question needs at least two choices."
        run.fault(_at(node, "choices"), "too-few-choices", message, "Write choices: [first, second].")
        return
    _distinct("choices", (choice.source for choice in choices), _at(node, "choices"), run)
    if not values.get("answer"):
        values["right"] = tuple(range(len(choices)))
        return
    right = _indices(values, node, run, "answer")
    if len(right) == len(values["answer"]) and sorted(right) != list(range(len(choices))):
        again = next((choices[index] for index in right if right.count(index) > 1), None)
        missing = next((choices[index] for index in range(len(choices)) if index not in right), None)
        said = [f'"{again.source[:40]}" comes more than once'] if again else []
        said += [f'"{missing.source[:40]}" is missing'] if missing else []
        message = f"The answer must name each choice once: {' and '.join(said)}."
        run.fault(_at(node, "answer"), "wrong-answer", message, f"There are {len(choices)} choices.")
    values["right"] = right


def _indices(values: dict[str, Any], node: Node, run: Run, key: str) -> tuple[int, ...]:
    """Which choices a key names, by their text or their letter; those that name none are noted."""
    choices: tuple[Markdown, ...] = values["choices"]
    texts = [choice.source.strip() for choice in choices]
    found: list[int] = []
    last = _LETTERS[min(len(choices), len(_LETTERS)) - 1]
    for answer in values[key]:
        text: str = answer.source.strip()
        letter = _LETTERS.find(text.upper()) if len(text) == 1 else -1
        if text in texts:
            found.append(texts.index(text))
        elif 0 <= letter < len(choices):
            found.append(letter)
        elif letter >= 0:
            message = f'The {"answer" if key == "answer" else "pinned choice"} "{text}" lies beyond the choices, which go from A to {last}.'
            run.fault(_at(node, key), "wrong-answer", message, f"Write a letter, A to {last}.")
        else:
            from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

            hint = did_you_mean(text, texts) or f"Write a letter, A to {last}, or the text of a choice."
            run.fault(_at(node, key), "wrong-answer", f'No choice reads "{text[:60]}".', hint)
    return tuple(found)


def _distinct(noun: str, texts: Iterable[str], node: Node, run: Run) -> None:
    """Note texts that read alike: nobody could tell which of them is right."""
    seen: set[str] = set()
    for text in texts:
        folded = " ".join(text.split()).casefold()
        if folded in seen:
            message = f'Two {noun} read "{text.strip()[:60]}".'
            run.fault(node, "same-choices", message, "Change or delete one of them.")
        seen.add(folded)


def _unanswered(node: Node, run: Run, kind: str, hint: str) -> None:
    run.fault(node, "no-answer", f"This {kind} question has no right answer.", hint)


def _at(node: Node, key: str) -> Node:
    """The value of a key, or the whole question where the key is missing."""
    if isinstance(node, MappingNode):
        for name, value in node.value:
            if name.value == key:
                found: Node = value
                return found
    return node

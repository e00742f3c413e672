"""In: values of a question as they were decoded. Out: what they mean, and faults that several types have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.decoding import Decoding
    from guidepress.base.yaml import Node
    from guidepress.guide.model import Markdown

__all__ = ["LETTERS", "all_distinct", "choices_named", "unanswered", "value_at"]

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The letters of choices, in order."""


def choices_named(values: dict[str, Any], node: Node, run: Decoding, key: str) -> tuple[int, ...]:
    """Which choices a key names, by their text or their letter; those that name none are noted."""
    choices: tuple[Markdown, ...] = values["choices"]
    texts = [choice.source.strip() for choice in choices]
    found: list[int] = []
    last = LETTERS[min(len(choices), len(LETTERS)) - 1]
    for answer in values[key]:
        text: str = answer.source.strip()
        letter = LETTERS.find(text.upper()) if len(text) == 1 else -1
        if text in texts:
            found.append(texts.index(text))
        elif 0 <= letter < len(choices):
            found.append(letter)
        elif letter >= 0:
            message = f'The {"answer" if key == "answer" else "pinned choice"} "{text}" lies beyond the choices, which go from A to {last}.'
            run.fault(value_at(node, key), "wrong-answer", message, f"Write a letter, A to {last}.")
        else:
            from guidepress.base.suggest import did_you_mean  # noqa: PLC0415 - only a fault needs it

            hint = did_you_mean(text, texts) or f"Write a letter, A to {last}, or the text of a choice."
            run.fault(value_at(node, key), "wrong-answer", f'No choice reads "{text[:60]}".', hint)
    return tuple(found)


def all_distinct(noun: str, texts: Iterable[str], node: Node, run: Decoding) -> None:
    """Note texts that read alike: nobody could tell which of them is right."""
    seen: set[str] = set()
    for text in texts:
        folded = " ".join(text.split()).casefold()
        if folded in seen:
            message = f'Two {noun} read "{text.strip()[:60]}".'
            run.fault(node, "same-choices", message, "Change or delete one of them.")
        seen.add(folded)


def unanswered(node: Node, run: Decoding, kind: str, hint: str) -> None:
    """Note that nobody could mark a question."""
    run.fault(node, "no-answer", f"This {kind} question has no right answer.", hint)


def value_at(node: Node, key: str) -> Node:
    """The value of a key, or the whole question where the key is missing."""
    from guidepress.base.yaml_nodes import child_of  # noqa: PLC0415 - who prints questions reads none

    return child_of(node, key)

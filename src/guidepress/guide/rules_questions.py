"""In: the values of a question as they were decoded. Out: its right answers, and faults where it cannot be marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.guide.model.questions import DEFAULT_TYPE, QUESTION_TYPES
from guidepress.guide.question_faults import value_at
from guidepress.guide.question_types import declared_type
from guidepress.guide.rules_marking import check_marking

if TYPE_CHECKING:
    from guidepress.base.decoding import Decoding
    from guidepress.base.yaml import Node

__all__ = ["finish_question"]

_KEYS = {
    "choices": ("has no choices", "or delete the choices"),
    "pinned": ("pins no choices", 'or write "keep_order: true"'),
    "pairs": ("has no pairs", "or delete the pairs"),
    "decoys": ("has no pairs", "or delete the decoys"),
    "blanks": ("has no blanks", "or delete the blanks"),
    "tolerance": ("is not answered with a number", "or delete the tolerance"),
    "match": ("is not answered in a few words", "or delete the match"),
    "weights": ("has no answers that score apart", "or delete the weights"),
}
"""Keys that some types have: what is said of a question of another type, and what else may be done."""


def finish_question(values: dict[str, Any], node: Node, run: Decoding) -> None:
    """Check a question against its type, which fills in what it finds out, such as `right` and `truth`."""
    name = values.get("type", DEFAULT_TYPE)
    found = declared_type(name)
    found.check(values, node, run)
    for key, (said, otherwise) in _KEYS.items():
        if values.get(key) and key not in found.takes:
            first = next(each for each in QUESTION_TYPES if key in declared_type(each).takes)
            message = f"A question of type {name} {said}."
            run.fault(value_at(node, key), "misplaced-key", message, f'Add "type: {first}", {otherwise}.')
    check_marking(values, found.answer_names(values), node, run)

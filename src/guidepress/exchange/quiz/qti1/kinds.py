"""In: an item of QTI 1.2. Out: what kind of question it is, by its structure, and by its metadata where that decides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.exchange.quiz.packages.truth import says_true

if TYPE_CHECKING:
    from guidepress.exchange.quiz.qti1.items import Answerable, Item
    from guidepress.exchange.quiz.qti1.marking import Marking

__all__ = ["ItemKind", "called", "kind_of_item", "left_out_why"]

ItemKind: TypeAlias = Literal[
    "choice", "answers", "truth", "texts", "numbers", "gaps", "pairs", "crossed", "order", "essay"
]
"""How an item is read; "crossed" is Blackboard's matching, whose right sides stand apart from the labels."""

_WHY = {
    "calculated": "its numbers are drawn anew for each pupil",
    "formula": "its numbers are drawn anew for each pupil",
    "arithmetic": "its numbers are drawn anew for each pupil",
    "significant": "its numbers are drawn anew for each pupil",
    "upload": "a file is handed in",
    "hotspot": "a place in a picture is clicked on",
    "likert": "it asks for an opinion, which has no right answer",
    "opinion": "it asks for an opinion, which has no right answer",
    "jumbled": "words of a sentence are dragged about",
    "quizbowl": "the answer is a question",
    "textonly": "it asks nothing",
    "textinformation": "it asks nothing",
    "imageinformation": "it asks nothing",
}
"""By what metadata call an item, letters alone; Canvas, Blackboard, Brightspace."""


def called(item: Item) -> str:
    """What its metadata call it, in small letters alone."""
    said = item.metadata(
        "question_type",
        "cc_profile",
        "bbmd_questiontype",
        "qmd_questiontype",
        "qmd_itemtype",
        "interaction_type",
    )
    return re.sub(r"[^a-z]", "", said.lower())


def left_out_why(item: Item) -> str:
    """Why a guide has no place for an item, ""."""
    name = called(item)
    for sign, why in _WHY.items():
        if sign in name:
            return why
    if not item.responses:
        return "it asks nothing"
    if any(each.kind == "xy" for each in item.responses):
        return "a place in a picture is clicked on"
    return ""


def kind_of_item(item: Item, marking: Marking) -> ItemKind | None:
    """How an item is read; None when it asks several things that cannot be told apart."""
    name, responses = called(item), item.responses
    if "essay" in name or "longanswer" in name or "shortresponse" in name:
        return "essay"
    if name == "matching" and item.metadata("bbmd_questiontype") and len(responses) > 1:
        return "crossed"
    if any(each.kind == "grp" for each in responses):
        return "pairs"
    if all(each.kind == "lid" for each in responses):
        return _of_labels(item, name)
    if len(responses) > 1 or responses[0].boxes > 1 or "fillinmultipleblanks" in name:
        return "gaps"
    return _of_text(responses[0], marking)


def _of_labels(item: Item, name: str) -> ItemKind | None:
    first = item.responses[0]
    if "dropdown" in name or "fillin" in name:
        return "gaps"
    if len(item.responses) == 1:
        return _of_one_list(first, ordered=first.ordered or name == "ordering")
    if all(f"[{each.ident.removeprefix('response_')}]" in item.shown for each in item.responses):
        return "gaps"
    texts = {frozenset(label.text.source for label in each.labels) for each in item.responses}
    return "pairs" if len(texts) == 1 or "matching" in name else None


def _of_one_list(response: Answerable, *, ordered: bool) -> ItemKind:
    if ordered:
        return "order"
    if response.many:
        return "answers"
    return "truth" if _is_truth(response) else "choice"


def _of_text(response: Answerable, marking: Marking) -> ItemKind:
    wanted = [(each, score) for asked, score, _ in marking.wanted() for each in asked if each.held]
    values = [each for each, score in wanted if score > 0 and each.value]
    if not values and not any(each.value for each, _ in wanted):
        return "essay"
    if response.numeric or any(each.how.startswith(("varg", "varl")) for each in values):
        return "numbers"
    return "texts"


def _is_truth(response: Answerable) -> bool:
    if len(response.labels) != 2:
        return False
    one, other = response.labels
    return says_true(one.text.source or one.ident, other.text.source or other.ident) is not None

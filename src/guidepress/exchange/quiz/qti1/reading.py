"""In: an item of QTI 1.2. Out: the guide's Question, or a loss with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.exchange.quiz.asked import (
    with_blanks,
    with_choices,
    with_numbers,
    with_order,
    with_pairs,
    with_texts,
    with_truth,
)
from guidepress.exchange.quiz.naming import with_name
from guidepress.exchange.quiz.options import QuizOption, default_weights
from guidepress.exchange.quiz.packages.truth import says_true
from guidepress.exchange.quiz.qti1.feedback import read_feedback
from guidepress.exchange.quiz.qti1.gaps import (
    alone,
    given,
    label_options,
    number_options,
    placed,
    text_options_of,
    without_marks,
)
from guidepress.exchange.quiz.qti1.items import read_item
from guidepress.exchange.quiz.qti1.kinds import called, kind_of_item, left_out_why
from guidepress.exchange.quiz.qti1.marking import read_marking
from guidepress.exchange.quiz.qti1.matching import crossed_pairs, grouped_pairs, labelled_pairs
from guidepress.guide.model import Markdown, Question

if TYPE_CHECKING:
    from lxml.etree import _Element

    from guidepress.exchange.quiz.packages.unpacking import Unpacked
    from guidepress.exchange.quiz.qti1.feedback import Said
    from guidepress.exchange.quiz.qti1.items import Answerable, Item
    from guidepress.exchange.quiz.qti1.marking import Marking

__all__ = ["read_question"]

_POINTS = ("points_possible", "qmd_weighting", "qmd_absolutescore_max", "max_score", "cc_weighting")
_PER_CENT = 100.0
"""The most points of an item that is marked in per cent, as Canvas does."""


@record
class _Reading:
    """All that is known of an item."""

    item: Item
    marking: Marking
    said: Said
    kept: Unpacked

    @property
    def first(self) -> Answerable:
        return self.item.responses[0]


def read_question(element: _Element, kept: Unpacked) -> Question | None:
    """Read an item, plainly named; None when it is left out, which is noted as a loss."""
    item, marking = read_item(element, kept), read_marking(element)
    why = left_out_why(item)
    kind = None if why else kind_of_item(item, marking)
    if kind is None:
        words = " ".join(without_marks(item, kept).source.split())
        kept.lose(words[:80] or item.title or "an item", why or "it asks several things at once", whole=True)
        return None
    said = read_feedback(element, marking, kept)
    asked = Question(
        without_marks(item, kept),
        points=_points(item, marking),
        explanation=said.explanation,
        feedback=said.to_any,
    )
    read = _KINDS[kind](asked, _Reading(item, marking, said, kept))
    return with_name(read, item.ident, "" if item.title.casefold() == "question" else item.title)


def _points(item: Item, marking: Marking) -> float | None:
    for label in _POINTS:
        value = _number(item.metadata(label))
        if value is not None and (value > 0 or label == "points_possible"):
            return value
    most = marking.most
    return most if most and most not in {_PER_CENT, 0.0} and 0 < most < 1e6 else None


def _choice(asked: Question, read: _Reading) -> Question:
    options = label_options(read.first, read.marking, read.said)
    if not any(each.right for each in options):
        read.kept.guess("the right choice", "none: the file does not say", "doubtful")
    return with_choices(asked, options, single=True)


def _answers(asked: Question, read: _Reading) -> Question:
    """Several are right: where each scores by itself its weight is kept, else all of them together score all."""
    labels = read.first.labels
    scores = [read.marking.score(given(read.first, label.ident)) for label in labels]
    total = sum(score for score in scores if score > 0)
    best = read.marking.best()
    held = {each.value for each in best if each.held}
    together = len(held) > 1 or any(not each.held for each in best) or total <= 0
    right = [index for index, label in enumerate(labels) if label.ident in held]
    weights = (
        default_weights(len(labels), right)
        if together
        else tuple(round(100 * score / total, 5) for score in scores)
    )
    if not any(weight > 0 for weight in weights):
        read.kept.guess("the right choices", "none: the file does not say", "doubtful")
    options = [
        QuizOption(label.text, weight, read.said.to_answers.get(label.ident))
        for label, weight in zip(labels, weights, strict=True)
    ]
    return with_choices(asked, options, single=False)


def _truth(asked: Question, read: _Reading) -> Question:
    options = label_options(read.first, read.marking, read.said)
    one, other = read.first.labels
    first = says_true(one.text.source or one.ident, other.text.source or other.ident)
    true, false = options if first else reversed(options)
    if not (true.right or false.right):
        read.kept.guess("whether it is true", "false: the file does not say", "doubtful")
    return with_truth(
        asked, truth=true.weight > false.weight, true_feedback=true.feedback, false_feedback=false.feedback
    )


def _texts(asked: Question, read: _Reading) -> Question:
    options, exact = text_options_of(read.first, read.marking, read.said)
    if not options:
        return _essay(asked, read)
    if not alone(read.item):
        prompt, _ = placed(read.item, read.kept)
        return with_blanks(replace(asked, prompt=prompt), [options], match="exact" if exact else "")
    return with_texts(asked, options, "exact" if exact else "any_case")


def _numbers(asked: Question, read: _Reading) -> Question:
    options = number_options(read.first, read.marking, read.said, read.kept)
    return with_numbers(asked, options) if options else _texts(asked, read)


def _gaps(asked: Question, read: _Reading) -> Question:
    prompt, responses = placed(read.item, read.kept)
    gaps: list[list[QuizOption]] = []
    exact = False
    boxes: dict[str, int] = {}
    every = "fillinmultipleblanks" in called(read.item)  # Canvas lists what is right, and one rule a blank
    for response in responses:
        if response.kind == "lid":
            options = label_options(response, read.marking, read.said, every=every)
        elif response.numeric:
            options = number_options(response, read.marking, read.said, read.kept)
        else:
            options, strict = text_options_of(response, read.marking, read.said)
            exact = exact or strict
        if response.boxes > 1:  # any of the texts in any of the boxes: each box has its own
            number = boxes.get(response.ident, 0)
            boxes[response.ident] = number + 1
            options = (
                [QuizOption(options[number].text, 100.0, options[number].feedback)]
                if number < len(options)
                else []
            )
        if not options:
            read.kept.guess("the word for a blank", "none: the file does not say", "doubtful")
        gaps.append(options or [QuizOption(Markdown("?"), 100.0)])
    return with_blanks(replace(asked, prompt=prompt), gaps, match="exact" if exact else "")


def _pairs(asked: Question, read: _Reading) -> Question:
    if any(each.kind == "grp" for each in read.item.responses):
        pairs, decoys = grouped_pairs(read.item, read.marking)
    else:
        pairs, decoys = labelled_pairs(read.item, read.marking)
    return with_pairs(asked, pairs, decoys)


def _crossed(asked: Question, read: _Reading) -> Question:
    prompt, pairs, decoys = crossed_pairs(read.item, read.marking, read.kept)
    return with_pairs(replace(asked, prompt=prompt), pairs, decoys)


def _order(asked: Question, read: _Reading) -> Question:
    labels = {label.ident: label.text for label in read.first.labels}
    wanted = [each.value for each in read.marking.best() if each.held and each.value in labels]
    if sorted(wanted) != sorted(labels):
        read.kept.guess("the right order", "that of the file: it says no other", "doubtful")
        wanted = list(labels)
    return with_order(asked, [labels[ident] for ident in wanted])


def _essay(asked: Question, read: _Reading) -> Question:
    rows = read.first.rows
    return replace(asked, type="long_answer", lines=rows if rows > 1 else None)


_KINDS = {
    "choice": _choice,
    "answers": _answers,
    "truth": _truth,
    "texts": _texts,
    "numbers": _numbers,
    "gaps": _gaps,
    "pairs": _pairs,
    "crossed": _crossed,
    "order": _order,
    "essay": _essay,
}


def _number(text: str) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if 0 <= found < 1e6 else None

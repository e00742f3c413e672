"""In: what a format says of a question. Out: the guide's Question, all that its loader finds out filled in.

Each function takes a question with what any type has (prompt, points, tags …) and gives it a type and its answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.exchange.quiz.options import default_weights, same_weights
from guidepress.guide.model import BlankRule, Markdown
from guidepress.guide.rules_marking import choice_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.exchange.quiz.options import QuizOption
    from guidepress.guide.model import Match, Question

__all__ = [
    "with_blanks",
    "with_choices",
    "with_numbers",
    "with_order",
    "with_pairs",
    "with_texts",
    "with_truth",
]


def with_choices(question: Question, options: Sequence[QuizOption], *, single: bool) -> Question:
    """Make it multiple_choice.

    Args:
        question: what is asked.
        options: the choices in their order.
        single: one of them is to be ticked. Then those that score all are right, and what others score is kept.
    """
    full = [index for index, each in enumerate(options) if each.weight > 99.99]
    right = tuple(full if single and full else [index for index, each in enumerate(options) if each.right])
    texts = [each.text.source for each in options]
    weights = [each.weight for each in options]
    told = not right or same_weights(weights, default_weights(len(options), right))
    keys = [choice_key(texts, index) for index in range(len(options))]
    return replace(
        question,
        type="multiple_choice",
        choices=tuple(each.text for each in options),
        answer=tuple(Markdown(keys[index]) for index in right),
        right=right,
        weights={} if told else dict(zip(keys, weights, strict=True)),
        feedback=question.feedback
        | {key: each.feedback for key, each in zip(keys, options, strict=True) if each.feedback},
    )


def with_truth(
    question: Question,
    *,
    truth: bool,
    true_feedback: Markdown | None = None,
    false_feedback: Markdown | None = None,
) -> Question:
    """Make it true_false; the feedbacks are those to who says true, and who says false."""
    said = {"true": true_feedback, "false": false_feedback}
    return replace(
        question,
        type="true_false",
        answer=(Markdown("true" if truth else "false"),),
        truth=truth,
        feedback=question.feedback | {key: text for key, text in said.items() if text},
    )


def with_texts(question: Question, options: Sequence[QuizOption], match: Match = "any_case") -> Question:
    """Make it short_answer, any of the texts being right."""
    return replace(
        question,
        type="short_answer",
        answer=tuple(each.text for each in options),
        match=match,
        weights=_weights(options),
        feedback=question.feedback | _feedback(options),
    )


def with_numbers(question: Question, options: Sequence[QuizOption]) -> Question:
    """Make it short_answer with numbers, each with its tolerance."""
    off = tuple(each.tolerance or 0.0 for each in options)
    return replace(
        question,
        type="short_answer",
        answer=tuple(each.text for each in options),
        tolerance=off[:1] if len(set(off)) == 1 else off,
        weights=_weights(options),
        feedback=question.feedback | _feedback(options),
    )


def with_blanks(
    question: Question,
    blanks: Sequence[Sequence[QuizOption]],
    points: Sequence[float | None] = (),
    match: Match = "",
) -> Question:
    """Make it fill_blank.

    Args:
        question: its prompt has a blank for each of `blanks`.
        blanks: the words for each blank. The first that scores all is the answer; others that score are accepted.
        points: what each blank scores.
        match: how words are compared.
    """
    answers, rules = [], []
    for index, options in enumerate(blanks):
        best = max(options, key=lambda each: each.weight)
        answers.append(best.text)
        others = [each for each in options if each is not best]
        rules.append(
            BlankRule(
                accept=tuple(each.text for each in others if each.right),
                wrong=tuple(each.text for each in others if not each.right),
                tolerance=best.tolerance,
                points=points[index] if points else None,
                weights={
                    each.text.source.strip(): each.weight
                    for each in others
                    if not same_weights([each.weight], [100.0 if each.right else 0.0])
                },
                feedback=_feedback(options),
            )
        )
    said = tuple(rules) if any(rule != BlankRule() for rule in rules) else ()
    return replace(question, type="fill_blank", answer=tuple(answers), blanks=said, match=match)


def with_pairs(
    question: Question, pairs: Sequence[tuple[Markdown, Markdown]], decoys: Sequence[Markdown] = ()
) -> Question:
    """Make it matching; decoys are entries on the right that belong to none."""
    return replace(question, type="matching", pairs=tuple(pairs), decoys=tuple(decoys))


def with_order(question: Question, entries: Sequence[Markdown]) -> Question:
    """Make it ordering, the entries in their right order."""
    return replace(question, type="ordering", choices=tuple(entries), right=tuple(range(len(entries))))


def _weights(options: Sequence[QuizOption]) -> dict[str, float]:
    """What answers score, by their texts; empty where each scores all."""
    told = all(same_weights([each.weight], [100.0]) for each in options)
    return {} if told else {each.text.source.strip(): each.weight for each in options}


def _feedback(options: Sequence[QuizOption]) -> dict[str, Markdown]:
    return {each.text.source.strip(): each.feedback for each in options if each.feedback}

"""In: a Quiz. Out: the rows of a sheet of our own, which the reader of sheets gives back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.quiz.holding import named, unheld
from guidepress.exchange.quiz.naming import tags_of
from guidepress.exchange.quiz.options import ident
from guidepress.exchange.report import Loss
from guidepress.guide.question_faults import LETTERS

if TYPE_CHECKING:
    from guidepress.exchange.quiz.model import Quiz
    from guidepress.guide.model import Question

__all__ = ["table_of"]

_HOLDS = frozenset(
    {
        "id",
        "explanation",
        "points",
        "tags",
        "category",
        "decoys",
        "unit",
        "stage",
        "use",
        "level",
        "standards",
    }
)


def table_of(quiz: Quiz, losses: list[Loss]) -> list[list[str]]:
    """Lay out a row a question, below the headings."""
    width = max((len(_cells(question)) for question in quiz.questions), default=0)
    heads = [f"Choice {LETTERS[index : index + 1] or index + 1}" for index in range(max(width, 4))]
    rows = [
        [
            "Id",
            "Type",
            "Question",
            *heads,
            "Answer",
            "Other answers",
            "Explanation",
            "Points",
            "Tags",
            "Category",
        ]
    ]
    for number, question in enumerate(quiz.questions, 1):
        place = named(number, question)
        losses.extend(unheld(place, question, "A sheet", _held(question)))
        _note(place, question, losses)
        answer, others = _answers(question)
        cells = _cells(question)
        points = "" if question.points is None else f"{question.points:g}"
        rows.append(
            [
                ident(question),
                _kind(question),
                question.prompt.source,
                *cells,
                *[""] * (len(heads) - len(cells)),
                answer,
                others,
                question.explanation.source if question.explanation else "",
                points,
                "; ".join(tags_of(question)),
                question.category,
            ]
        )
    return rows


def _held(question: Question) -> frozenset[str]:
    held = _HOLDS
    if question.match == "any_case" and question.type == "short_answer":
        held |= {"match"}
    only_accept = all(
        not (r.wrong or r.tolerance or r.points or r.weights or r.feedback) for r in question.blanks
    )
    return held | {"blanks"} if only_accept and len(question.answer) == 1 else held


def _note(place: str, question: Question, losses: list[Loss]) -> None:
    if question.type == "short_answer" and question.match != "any_case" and question.answer:
        losses.append(Loss(place, "match", "a sheet says the answer, not who marks it"))
    parted = question.answer[question.type == "short_answer" :] if len(question.answer) > 1 else ()
    if any("|" in text.source for text in parted):
        losses.append(Loss(place, "answer", 'a "|" in one is taken for the sign between two'))
    if any("|" in text.source for rule in question.blanks for text in rule.accept):
        losses.append(Loss(place, "blanks", 'a "|" in an answer is taken for the sign between two'))
    if question.pairs and any("→" in left.source for left, _ in question.pairs):
        losses.append(Loss(place, "pairs", "an arrow in an entry is taken for the one between two"))


def _kind(question: Question) -> str:
    """What a sheet calls the type; a short text is one that a machine marks."""
    matched = question.type == "short_answer" and question.match == "any_case"
    return "short text" if matched else question.type.replace("_", " ")


def _cells(question: Question) -> list[str]:
    if question.type == "matching":
        pairs = [f"{left.source} → {right.source}" for left, right in question.pairs]
        return pairs + [f"→ {decoy.source}" for decoy in question.decoys]
    return [choice.source for choice in question.choices]


def _answers(question: Question) -> tuple[str, str]:
    """The cell of the answer, and that of others which are right as well."""
    texts = [answer.source for answer in question.answer]
    if question.type in {"multiple_choice", "true_false"}:
        return ", ".join(texts), ""
    if question.type == "fill_blank":
        accept = question.blanks[0].accept if question.blanks and len(texts) == 1 else ()
        return " | ".join(texts), " | ".join(text.source for text in accept)
    return (texts[0], " | ".join(texts[1:])) if texts else ("", "")

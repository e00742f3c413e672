"""In: a question. Out: an item of QTI 1.2 as Canvas or Common Cartridge has it, as text; what it loses is noted."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.quiz.holding import left_out, unheld
from guidepress.exchange.quiz.naming import shown_name
from guidepress.exchange.quiz.options import ident
from guidepress.exchange.quiz.qti1.asking import asked_as, blanked
from guidepress.exchange.quiz.qti1.pieces import feedback_item, material, rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.exchange.quiz.packages.shipping import Shipment
    from guidepress.exchange.quiz.qti1.pieces import Asked
    from guidepress.guide.model import Question

__all__ = ["Dialect", "write_item"]

_HOLDS = frozenset(
    {"explanation", "points", "match", "feedback", "feedback any", "tolerance", "decoys", "blanks"}
)


@record
class Dialect:
    """How a platform wants items.

    Attributes:
        name: what it is called in a sentence.
        metadata: the fields of an item, of the question and its kind; None for a kind that it does not take.
        refusals: why a type of question is left out, by type.
    """

    name: str
    metadata: Callable[[Question, str], str | None]
    refusals: dict[str, str]


def write_item(question: Question, ship: Shipment, dialect: Dialect) -> str | None:
    """Write an item; None when the question is left out, which is noted as a loss."""
    known = ident(question)
    if known in ship.written:
        # a platform would take the second for a new state of the first
        ship.losses.append(left_out(ship.place, question, "it stands twice, and is written once"))
        return None
    asked = asked_as(question, ship)
    fields = dialect.metadata(question, asked.kind) if asked is not None else None
    if asked is None or fields is None:
        why = dialect.refusals.get(question.type, f"{dialect.name} has no such question")
        ship.losses.append(left_out(ship.place, question, why))
        return None
    ship.written.add(known)
    ship.losses.extend(unheld(ship.place, question, dialect.name, _HOLDS))
    if "partly" in question.feedback:
        ship.lose('feedback to "partly"')
    prompt = blanked(question.prompt) if question.type == "fill_blank" else question.prompt
    name = html.escape(shown_name(question))
    feedback = _feedback(question, ship)
    replies = [(f"{key}_fb", text) for _, key, text in asked.replies] + [*feedback.items()]
    return (
        f'<item ident="{html.escape(known)}" title="{name}">'
        f"<itemmetadata><qtimetadata>{fields}</qtimetadata></itemmetadata>"
        f"<presentation>{material(ship.html(prompt))}{asked.responses}</presentation>"
        f"<resprocessing>{_OUTCOMES}{_rules(asked, feedback)}</resprocessing>"
        f"{''.join(feedback_item(key, text) for key, text in replies)}</item>\n"
    )


_OUTCOMES = '<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>'
_ANY = (("explanation", "general_fb"), ("right", "correct_fb"), ("wrong", "general_incorrect_fb"))


def _feedback(question: Question, ship: Shipment) -> dict[str, str]:
    """What is said to any answer, by its ident."""
    texts = {**question.feedback, "explanation": question.explanation}
    return {name: ship.html(text) for key, name in _ANY if (text := texts.get(key)) is not None}


def _rules(asked: Asked, feedback: dict[str, str]) -> str:
    first = rule("<other/>", shows=["general_fb"], go_on=True) if "general_fb" in feedback else ""
    told = "".join(rule(condition, shows=[f"{key}_fb"], go_on=True) for condition, key, _ in asked.replies)
    last = (
        rule("<other/>", shows=["general_incorrect_fb"], go_on=True)
        if "general_incorrect_fb" in feedback
        else ""
    )
    return f"{first}{told}{asked.rules}{last}"

"""Pieces of an item of QTI 1.2 as text: materials, responses, rules, feedback."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "Asked",
    "choice_response",
    "feedback_item",
    "field_entry",
    "label",
    "material",
    "rule",
    "text_response",
]

_TAG = re.compile(r"<[a-z/]")


@record
class Asked:
    """What an item asks, as text in XML.

    Attributes:
        kind: what the platform calls it.
        responses: what may be answered.
        rules: what scores.
        replies: feedback to answers: the condition, an ident, and the text as HTML.
    """

    kind: str
    responses: str
    rules: str
    replies: tuple[tuple[str, str, str], ...] = ()


def material(text: str) -> str:
    """A material of a text in HTML; one without tags is plain, since platforms show that as it stands."""
    if _TAG.search(text):
        return (
            f'<material><mattext texttype="text/html">{html.escape(text, quote=False)}</mattext></material>'
        )
    return f'<material><mattext texttype="text/plain">{text}</mattext></material>'


def field_entry(name: str, value: str) -> str:
    """A field of metadata."""
    return (
        f"<qtimetadatafield><fieldlabel>{name}</fieldlabel>"
        f"<fieldentry>{html.escape(value, quote=False)}</fieldentry></qtimetadatafield>"
    )


def label(ident: str, text: str) -> str:
    """A choice."""
    return f'<response_label ident="{ident}">{material(text)}</response_label>'


def choice_response(ident: str, labels: Sequence[str], *, many: bool = False, before: str = "") -> str:
    """A response of choices."""
    cardinality = "Multiple" if many else "Single"
    return (
        f'<response_lid ident="{ident}" rcardinality="{cardinality}">{before}'
        f"<render_choice>{''.join(labels)}</render_choice></response_lid>"
    )


def text_response(*, numeric: bool = False) -> str:
    """A response in words or figures."""
    kind = ' fibtype="Decimal"' if numeric else ""
    return (
        f'<response_str ident="response1" rcardinality="Single"><render_fib{kind}>'
        '<response_label ident="answer1"/></render_fib></response_str>'
    )


def rule(
    condition: str, score: str = "", shows: Iterable[str] = (), *, go_on: bool = False, action: str = "Set"
) -> str:
    """A respcondition.

    Args:
        condition: the inside of its conditionvar.
        score: what it sets the score to; "" sets nothing.
        shows: idents of feedback.
        go_on: whether later rules count as well.
        action: Set or Add.
    """
    sets = f'<setvar action="{action}" varname="SCORE">{score}</setvar>' if score else ""
    shown = "".join(f'<displayfeedback feedbacktype="Response" linkrefid="{each}"/>' for each in shows)
    return (
        f'<respcondition continue="{"Yes" if go_on else "No"}"><conditionvar>{condition}</conditionvar>'
        f"{sets}{shown}</respcondition>"
    )


def feedback_item(ident: str, text: str) -> str:
    """An itemfeedback."""
    return f'<itemfeedback ident="{ident}"><flow_mat>{material(text)}</flow_mat></itemfeedback>'

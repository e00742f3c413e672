"""In: the body of an item of QTI 2 or 3. Out: its text as a guide has it, without or with blanks for interactions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.exchange.quiz.packages.elements import children, content_html, name_of, text_of
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from lxml.etree import _Element

    from guidepress.exchange.quiz.packages.unpacking import Unpacked

__all__ = ["INLINE", "choice_text", "interactions", "notes_of", "shown_text", "stands_alone"]

INLINE = frozenset({"textEntryInteraction", "inlineChoiceInteraction"})
"""Interactions within a line of text."""

_FEEDBACK = {"feedbackInline", "feedbackBlock", "modalFeedback"}
_HIDDEN = {*_FEEDBACK, "rubricBlock", "templateInline", "templateBlock", "stylesheet", "catalogInfo"}
_STAFF = {"scorer", "author", "proctor", "testConstructor", "tutor"}
_BLANK = "\ue102"


def interactions(body: _Element) -> list[_Element]:
    """All that may be answered, in reading order."""
    return [
        each
        for each in body.iter()
        if name_of(each).endswith("Interaction") and name_of(each) != "endAttemptInteraction"
    ]


def shown_text(body: _Element, kept: Unpacked, blanks: frozenset[_Element] = frozenset()) -> Markdown:
    """What is shown outside the interactions, with the prompts of those that have one.

    Args:
        body: the body.
        kept: gets pictures and losses.
        blanks: interactions (or gaps of one) that leave a blank; others leave nothing.
    """

    def instead(element: _Element) -> str | None:
        name = name_of(element)
        if element in blanks:
            return _BLANK
        if name in _HIDDEN:
            return _rubric(element) if name == "rubricBlock" else ""
        if name.endswith("Interaction") and not (name == "gapMatchInteraction" and blanks):
            prompt = next(children(element, "prompt"), None)
            said = content_html(prompt, instead) if prompt is not None else ""
            return f"<div>{said}</div>" if said and name not in INLINE else said
        if name in {"gapText", "gapImg"}:
            return ""
        if name == "prompt":
            return f"<p>{content_html(element, instead)}</p>"
        return None

    made = content_html(body, instead)
    return kept.text(made.replace(_BLANK, "____"), html=True)


def choice_text(choice: _Element, kept: Unpacked) -> Markdown:
    """The text of a choice without the feedback to it."""
    return kept.text(content_html(choice, lambda each: "" if name_of(each) in _FEEDBACK else None), html=True)


def stands_alone(interaction: _Element) -> bool:
    """Whether nothing is said in the line or paragraph of an interaction but itself."""
    block = interaction.getparent()
    if block is None or name_of(block) in {"itemBody", "div"}:
        return not (interaction.tail or "").strip() and (
            interaction.getprevious() is not None or not _before(block)
        )
    return not text_of(block)


def notes_of(body: _Element, kept: Unpacked) -> dict[str, Markdown]:
    """What is said to staff alone: the "answer" that a scorer is given, and a "note" of all else."""
    answers: list[str] = []
    notes: list[str] = []
    for element in body.iter("rubricBlock"):
        if not _for_staff(element):
            continue
        said = kept.text(content_html(element), html=True).source
        (answers if "answer" in (element.get("class") or "").split() else notes).append(said)
    found = {"answer": "\n\n".join(filter(None, answers)), "note": "\n\n".join(filter(None, notes))}
    return {key: Markdown(text) for key, text in found.items() if text}


def _rubric(element: _Element) -> str:
    return "" if _for_staff(element) else f"<div>{content_html(element)}</div>"


def _for_staff(element: _Element) -> bool:
    views = set((element.get("view") or "").split())
    return bool(views) and views <= _STAFF


def _before(block: _Element | None) -> str:
    return re.sub(r"\s", "", block.text or "") if block is not None else ""

"""In: the questions that the layout printed. Out: their answers, on a sheet of its own, under the same numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidepress.compose.answers import answer
from guidepress.compose.inlines import PageRef, Text
from guidepress.compose.lists import item, plain_list
from guidepress.compose.pick import grouped, pick
from guidepress.compose.prose import ended
from guidepress.compose.sections.quiz import by_type

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.document import Block, Group, Section
    from guidepress.compose.inlines import Inline
    from guidepress.guide.model import Guide, Question
    from guidepress.layout.model import SectionSpec

__all__ = ["answer_key"]


def answer_key(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set the answers to the units' checks, to the questions and to the quiz, each part under its title."""
    blocks: list[Block] = []
    kinds = {each.kind for each in context.layout.sections}
    if "units" in kinds:
        for unit in guide.units:
            members = [(number, check) for number, check in enumerate(unit.checks, 1) if check.answer]
            blocks.extend(_part(context.unit_title(unit), members, context))
    for other in context.layout.sections:
        if other.kind in {"questions", "quiz"}:
            picked = pick(guide.questions, other, context)
            if other.kind == "quiz":
                ordered = [question for _, members in by_type(picked) for question in members]
            else:
                ordered = [question for _, members in grouped(picked, other, context) for question in members]
            numbered = [(number, each) for number, each in enumerate(ordered, 1) if each.answer or each.pairs]
            blocks.extend(_part(other.title or context.labels.text(other.kind), numbered, context))
    if not blocks:
        return None
    section = context.section(spec, context.labels.text("answer_key"), tuple(blocks))
    return replace(section, start="recto" if context.layout.page.mirrored else "page")


def _part(title: str, members: list[tuple[int, Question]], context: Context) -> list[Block]:
    if not members:
        return []
    items = plain_list((_answer(number, question, context) for number, question in members), "Decimal")
    return [context.heading(2, title, "h3", contents=False), items]


def _answer(number: int, question: Question, context: Context) -> Group:
    """Set one answer: the letter or the words, why, and where it stands."""
    inlines: list[Inline] = list(answer(question, context))
    if question.explanation:
        inlines.append(Text(" " if ended(inlines) else ". "))
        inlines.extend(context.line(question.explanation))
    inlines.extend(_place(question, context))
    return item(context.style("key"), (Text(f"{number}."),), tuple(inlines))


def _place(question: Question, context: Context) -> tuple[Inline, ...]:
    """Cite the unit with the guide's page, or the locator."""
    unit = context.guide.unit(question.unit) if question.unit else None
    link = context.link(unit.id) if unit else None
    if unit and link:
        named = question.locator or context.unit_label(unit)
        page = context.labels.text("page")
        return (Text(f" ({named}, {page}\u00a0", link=link), PageRef(unit.id, link=link), Text(")"))
    return (Text(f" ({question.locator})"),) if question.locator else ()

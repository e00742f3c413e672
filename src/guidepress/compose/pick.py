"""In: the question bank and a section's options. Out: the questions that go on its sheet, in order and grouped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.spread import spread
from guidepress.document.left_out import LeftOut

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidepress.compose.context import Context
    from guidepress.guide.model import Question
    from guidepress.layout.model import SectionSpec

__all__ = ["Groups", "grouped", "pick"]

Groups = list[tuple[str, list["Question"]]]


def pick(bank: Sequence[Question], spec: SectionSpec, context: Context) -> list[Question]:
    """Keep the questions that the section's options ask for, in the order of the bank; note what its limit leaves out."""
    without = set(context.words(spec, "without"))
    use, stage = set(context.words(spec, "use")), set(context.words(spec, "stage"))
    level, types = set(context.words(spec, "level")), set(context.words(spec, "types"))
    picked = [
        question
        for question in bank
        if (not use or use.intersection(question.use))
        and not without.intersection(question.use)
        and (not stage or question.stage in stage)
        and (not level or question.level in level)
        and (not types or question.type in types)
    ]
    kept = spread(picked, context.number(spec, "limit"))
    if len(kept) < len(picked):
        reason = f"the section's limit is {len(kept)}"
        context.left_out.append(LeftOut(spec.kind, "questions", len(picked) - len(kept), len(picked), reason))
    return list(kept)


def grouped(questions: Sequence[Question], spec: SectionSpec, context: Context) -> Groups:
    """Group the questions by the option `group`; without it by use, where the section asks for several."""
    how = context.option(spec, "group")
    keys: dict[object, Callable[[Question], str]] = {
        "unit": lambda question: _unit(question, context),
        "stage": lambda question: context.labels.text(question.stage) if question.stage else "",
        "level": lambda question: context.labels.text(question.level) if question.level else "",
        "use": lambda question: _use(question, spec, context),
    }
    key = keys.get(how)
    if key is None:
        return [("", list(questions))]
    groups: dict[str, list[Question]] = {}
    for question in questions:
        groups.setdefault(key(question), []).append(question)
    return list(groups.items())


def _unit(question: Question, context: Context) -> str:
    if question.unit is None:
        return context.labels.text("whole-work")
    return context.unit_title(context.guide.unit(question.unit))


def _use(question: Question, spec: SectionSpec, context: Context) -> str:
    """Name the first use that the section asks for."""
    wanted = context.words(spec, "use") or question.use
    return next((context.labels.text(use) for use in wanted if use in question.use), "")

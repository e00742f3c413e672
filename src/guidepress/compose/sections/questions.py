"""In: the question bank. Out: questions to talk or write about, picked and grouped as the layout says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.answer_room import RULED
from guidepress.compose.filling import Filled, by_page, growth, paged, pieces_of
from guidepress.compose.key_entries import key_part
from guidepress.compose.kind import Kind
from guidepress.compose.name_line import BELOW, name_line
from guidepress.compose.pick import PickOptions, grouped, pick
from guidepress.compose.question_lists import SheetOptions, question_items, show_of
from guidepress.compose.worksheets.versions import pose
from guidepress.document.blocks import Break

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.pick import Groups
    from guidepress.compose.question_lists import Show
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class QuestionsOptions:
    """The options of `questions`."""

    pick: PickOptions = PickOptions()
    """Which questions it takes."""
    sheet: SheetOptions = SheetOptions()
    """What it prints beside them."""


def questions(guide: Guide, spec: SectionSpec[QuestionsOptions], context: Context) -> Section | None:
    """Set the questions, numbered through the whole section; those of each use or unit under a heading."""
    picked = pick(guide.questions, spec.options.pick, spec.kind, context)
    if not picked:
        return None
    groups = grouped(picked, spec.options.sheet.group, spec.options.pick.use, context)
    title = _titled(spec, groups, context)
    show = show_of(spec.options.sheet)
    blocks = _sheet(groups, spec, show, context)
    if show.lines and spec.options.sheet.fill:
        above = context.heading(1, spec.title or title, "h1")
        pieces = pieces_of((above, *blocks), context)
        if spec.options.sheet.name_line:
            found = paged(pieces, context.left((name_line(context),)), RULED)
        else:
            found = Filled(growth(pieces, context.areas.height, RULED))
        blocks = _sheet(groups, spec, replace(show, extra=found.extra), context, begins=found.begins)
    section = context.section(spec, title, tuple(blocks))
    return replace(section, part=section.anchor) if spec.options.sheet.name_line else section


def _titled(spec: SectionSpec[QuestionsOptions], groups: Groups, context: Context) -> str:
    """Name the section by the one group, if that is no unit of the work, or the one stage that it has."""
    if len(groups) == 1 and groups[0][0] and spec.options.sheet.group != "unit":
        return groups[0][0]
    stages = spec.options.pick.stage
    return context.labels.text(stages[0] if len(stages) == 1 else "questions")


def _sheet(
    groups: Groups,
    spec: SectionSpec[QuestionsOptions],
    show: Show,
    context: Context,
    *,
    begins: Sequence[int] = (),
) -> list[Block]:
    """Set the groups one after the other; before the questions of `begins`, counted from 0, a page begins."""
    names = (name_line(context),) if spec.options.sheet.name_line else ()
    blocks: list[Block] = [*names]
    number = 1
    for title, members in groups:
        posed = [pose(member, number + place) for place, member in enumerate(members)]
        pages = by_page(posed, begins)
        if number - 1 in begins:
            blocks += (Break("page"), *names)
        if title and (len(groups) > 1 or spec.options.sheet.group == "unit"):
            heading = context.heading(2, title, "h2", contents=False)
            if names and number - 1 in begins:  # as at the head of a page, from which pages are filled
                heading = replace(heading, style=context.varied("h2", "below-names", space_before=BELOW))
            blocks.append(heading)
        for page in pages:
            if page is not pages[0]:
                blocks += (Break("page"), *names)
            blocks.append(question_items(context, page, show=show))
        number += len(members)
    return blocks


def _answers(guide: Guide, spec: SectionSpec[QuestionsOptions], context: Context) -> list[Block]:
    if spec.options.sheet.answers != "none":
        return []  # they stand where the questions do
    picked = pick(guide.questions, spec.options.pick, spec.kind, context)
    groups = grouped(picked, spec.options.sheet.group, spec.options.pick.use, context)
    ordered = (question for _, members in groups for question in members)
    posed = [pose(question, number) for number, question in enumerate(ordered, 1)]
    return key_part(spec.title or _titled(spec, groups, context), posed, context)


KIND = Kind(
    "questions",
    "Questions to talk or write about",
    QuestionsOptions,
    questions,
    answers=_answers,
)

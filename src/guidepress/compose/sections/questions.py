"""In: the question bank. Out: questions to talk or write about, picked and grouped as the layout says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.answer_room import RULED
from guidepress.compose.filling import growth, pieces_of
from guidepress.compose.name_line import name_line
from guidepress.compose.pick import grouped, pick
from guidepress.compose.sheet import question_items, show_of
from guidepress.compose.worksheets.versions import pose

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.pick import Groups
    from guidepress.compose.sheet import Show
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["questions", "titled"]


def questions(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set the questions, numbered through the whole section; those of each use or unit under a heading."""
    picked = pick(guide.questions, spec, context)
    if not picked:
        return None
    groups = grouped(picked, spec, context)
    title = titled(spec, groups, context)
    show = show_of(spec, context)
    blocks = _sheet(groups, spec, show, context)
    if show.lines and context.option(spec, "fill"):
        above = context.heading(1, spec.title or title, "h1")
        pieces = pieces_of((above, *blocks), context.measure)
        extra = growth(pieces, context.areas.height, RULED)
        blocks = _sheet(groups, spec, replace(show, extra=extra), context)
    return context.section(spec, title, tuple(blocks))


def titled(spec: SectionSpec, groups: Groups, context: Context) -> str:
    """Name the section by the one group or the one stage that it has."""
    if len(groups) == 1 and groups[0][0]:
        return groups[0][0]
    stages = context.words(spec, "stage")
    return context.labels.text(stages[0] if len(stages) == 1 else "questions")


def _sheet(groups: Groups, spec: SectionSpec, show: Show, context: Context) -> list[Block]:
    blocks: list[Block] = [name_line(context)] if context.option(spec, "name_line") else []
    number = 1
    for title, members in groups:
        if title and len(groups) > 1:
            blocks.append(context.heading(2, title, "h2", contents=False))
        posed = [pose(member, number + place) for place, member in enumerate(members)]
        blocks.append(question_items(context, posed, show=show))
        number += len(members)
    return blocks

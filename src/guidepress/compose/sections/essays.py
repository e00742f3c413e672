"""In: the essay topics. Out: the section that sets them, with steps towards each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.answer_room import RULED
from guidepress.compose.document import Group, Lines, Paragraph
from guidepress.compose.inlines import Look, Text
from guidepress.compose.lists import bullets, item, plain_list

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.document import Block, Section
    from guidepress.guide.model import Essay, Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["essays"]

_LINES = 20  # two thirds of a page to write on


def essays(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Number the topics; scaffold, outline and lines as the layout asks."""
    if not guide.essays:
        return None
    items = (_essay(essay, number, spec, context) for number, essay in enumerate(guide.essays, 1))
    return context.section(spec, context.labels.text("essays"), (plain_list(items, "Decimal"),))


def _essay(essay: Essay, number: int, spec: SectionSpec, context: Context) -> Group:
    labels = context.labels
    rest: list[Block] = []
    if essay.scaffold and context.option(spec, "scaffold"):
        rest.append(bullets(context.style("list-tight"), (context.line(step) for step in essay.scaffold)))
    if essay.outline and context.option(spec, "outline"):
        title = context.label(labels.text("outline"), "margin-label")
        rest.append(Group((title, *context.blocks(essay.outline)), context.style("callout")))
    rubric = next((each for each in context.guide.rubrics if each.id == essay.rubric), None)
    foot = [labels.text(essay.level)] if essay.level else []
    if rubric:
        foot.append(f"{labels.text('marked-with')} {rubric.title}")
    if foot:
        rest.append(Paragraph(context.style("quote-source"), (Text(" · ".join(foot)),)))
    if context.option(spec, "lines"):
        rest.append(Lines(_LINES, RULED, context.style("question")))
    return item(
        context.style("question"),
        (Text(f"{number}.", Look(strong=True)),),
        context.line(essay.prompt),
        tuple(rest),
        whole=True,
    )

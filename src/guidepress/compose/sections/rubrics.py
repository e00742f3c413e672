"""In: the rubrics. Out: the section of marking grids, one table each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.kind import Kind, NoOptions
from guidepress.compose.shares import shares
from guidepress.compose.tables import ruled
from guidepress.document.blocks import Group
from guidepress.document.inlines import Look, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section, Table
    from guidepress.guide.model import Guide, Rubric
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


def rubrics(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Set each grid under its title; the best level stands first and has the highest mark."""
    if not guide.rubrics:
        return None
    blocks = tuple(
        Group(
            (context.heading(2, rubric.title, "h2", anchor=f"rubric-{rubric.id}"), _grid(rubric, context)),
            role="Sect",
        )
        for rubric in guide.rubrics
    )
    return context.section(spec, context.labels.text("rubrics"), blocks)


def _grid(rubric: Rubric, context: Context) -> Table:
    most = max((len(criterion.levels) for criterion in rubric.criteria), default=0)
    head = (context.labels.text("criterion"), *(str(most - index) for index in range(most)))
    rows = (
        (
            (Text(criterion.name, Look(strong=True)),),
            *(context.line(level) for level in criterion.levels),
            *(() for _ in range(most - len(criterion.levels))),
        )
        for criterion in rubric.criteria
    )
    return ruled(context, shares(4, *(5 for _ in range(most))), head, rows, cell="rubric")


KIND = Kind(
    "rubrics",
    "How essays are marked",
    NoOptions,
    rubrics,
)

"""In: the questions that the layout printed. Out: their answers, on a sheet of its own, under the same numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.kind import Kind, NoOptions, kind_of

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


def answer_key(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Set what each section of the layout puts into the key, in the layout's order."""
    blocks = [
        block for other in context.layout.sections for block in kind_of(other).answers(guide, other, context)
    ]
    if not blocks:
        return None
    section = context.section(spec, context.labels.text("answer_key"), tuple(blocks))
    own_sheet = context.layout.page.mirrored or spec.start == "recto"
    return replace(section, start="recto" if own_sheet else "page")


KIND = Kind(
    "answer-key",
    "Answers to the questions that the layout prints",
    NoOptions,
    answer_key,
    handed=True,
)

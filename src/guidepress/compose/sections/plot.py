"""In: the parts of the plot summary. Out: the section that tells the plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.kind import Kind, NoOptions

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


def plot(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Set the plot summary, each part under its title."""
    if not guide.plot:
        return None
    blocks: list[Block] = []
    for part in guide.plot:
        if part.title:
            blocks.append(context.heading(2, part.title, "h2", contents=False, span=part.span))
        blocks.extend(context.blocks(part.text))
    return context.section(spec, context.labels.text("plot"), tuple(blocks))


KIND = Kind(
    "plot",
    "The plot summary, whole or in parts",
    NoOptions,
    plot,
)

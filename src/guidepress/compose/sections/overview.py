"""In: the guide's overview. Out: the section that says what the work is and why it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.kind import Kind
from guidepress.compose.run_in import first_block
from guidepress.compose.warnings import warning

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class OverviewOptions:
    """The options of `overview`."""

    warnings: bool = True
    """Content warnings."""
    lead: bool = True
    """Set the first paragraph as a lead."""
    brief: bool = False
    """Only the first paragraph."""


def overview(guide: Guide, spec: SectionSpec[OverviewOptions], context: Context) -> Section | None:
    """Set the overview, below the guide's content warnings."""
    if guide.overview is None:
        return None
    blocks: list[Block] = []
    if spec.options.warnings:
        blocks.extend(warning(context, guide.content_warnings))
    lead = "lead" if spec.options.lead else ""
    text = context.prose.blocks(guide.overview, "body", first=lead)
    blocks.extend(first_block(context, spec.kind, text) if spec.options.brief else text)
    return context.section(spec, context.labels.text("overview"), tuple(blocks))


KIND = Kind(
    "overview",
    "What the work is and why it matters",
    OverviewOptions,
    overview,
)

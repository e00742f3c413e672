"""In: the guide's overview. Out: the section that says what the work is and why it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.kind import Kind
from guidepress.compose.warnings import warning
from guidepress.document.blocks import is_heading

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
    blocks.extend(_first(text) if spec.options.brief else text)
    return context.section(spec, context.labels.text("overview"), tuple(blocks))


def _first(text: tuple[Block, ...]) -> tuple[Block, ...]:
    """The first block that is no heading: a sheet has no room for one above a single paragraph."""
    return next(((block,) for block in text if not is_heading(block)), ())


KIND = Kind(
    "overview",
    "What the work is and why it matters",
    OverviewOptions,
    overview,
)

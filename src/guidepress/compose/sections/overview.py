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
    or_plot: bool = False
    """Of a guide without an overview, the first paragraph of its plot."""


def overview(guide: Guide, spec: SectionSpec[OverviewOptions], context: Context) -> Section | None:
    """Set the overview, below the guide's content warnings; where it has none, how the plot begins, if that is asked for."""
    options = spec.options
    told = guide.plot if guide.overview is None and options.or_plot else ()
    source = told[0].text if told else guide.overview
    if source is None:
        return None
    blocks: list[Block] = []
    if options.warnings:
        blocks.extend(warning(context, guide.content_warnings))
    text = context.prose.blocks(source, "body", first="lead" if options.lead else "")
    if told:
        blocks.extend(first_block(context, "plot", text, more=len(told) > 1))
    else:
        blocks.extend(first_block(context, spec.kind, text) if options.brief else text)
    return context.section(spec, context.labels.text("plot" if told else "overview"), tuple(blocks))


KIND = Kind(
    "overview",
    "What the work is and why it matters",
    OverviewOptions,
    overview,
)

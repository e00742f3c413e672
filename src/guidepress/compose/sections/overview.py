"""In: the guide's overview. Out: the section that says what the work is and why it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.warnings import warning

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["overview"]


def overview(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set the overview, below the guide's content warnings."""
    if guide.overview is None:
        return None
    blocks: list[Block] = []
    if context.option(spec, "warnings"):
        blocks.extend(warning(context, guide.content_warnings))
    lead = "lead" if context.option(spec, "lead") else ""
    text = context.prose.blocks(guide.overview, "body", first=lead)
    blocks.extend(text[:1] if context.option(spec, "brief") else text)
    return context.section(spec, context.labels.text("overview"), tuple(blocks))

"""In: sections of the guide's own. Out: each as a section of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.targets import kind_of
from guidepress.compose.warnings import warning
from guidepress.layout.model import SectionSpec

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.guide.model import Guide
    from guidepress.guide.model import Section as FreeSection

__all__ = ["after", "free"]


def free(guide: Guide, spec: SectionSpec, context: Context) -> tuple[Section, ...]:
    """Set the sections that name no place, in the order of the guide."""
    return tuple(_section(each, spec, context) for each in guide.sections if not each.after)


def after(kind: str, guide: Guide, context: Context) -> tuple[Section, ...]:
    """Set the sections that follow a kind of section."""
    spec = context.enter(SectionSpec("sections", start="room"))
    return tuple(_section(each, spec, context) for each in guide.sections if kind_of(each.after) == kind)


def _section(free_section: FreeSection, spec: SectionSpec, context: Context) -> Section:
    blocks = (
        *warning(context, free_section.content_warnings),
        *context.prose.blocks(free_section.text, "body", level=2),
    )
    named = replace(spec, title=free_section.title)
    return context.section(named, free_section.title, blocks, anchor=free_section.id)

"""In: sections of the guide's own. Out: each as a section of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.kind import Kind, NoOptions
from guidepress.compose.targets import prints_own_sections, stands_after
from guidepress.compose.warnings import warning
from guidepress.document.kinds import OWN_SECTIONS
from guidepress.layout.model import SectionSpec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.document.kinds import SectionKind
    from guidepress.guide.model import FreeSection, Guide

__all__ = ["KIND", "after"]


def free(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> tuple[Section, ...]:
    """Set the sections that name no place, in the order of the guide."""
    return tuple(_section(each, spec, context) for each in guide.sections if not each.after)


def after(kind: SectionKind, guide: Guide, context: Context) -> tuple[Section, ...]:
    """Set the sections that follow a kind of section, if the layout prints the guide's own."""
    if not guide.sections or not prints_own_sections(context.layout):
        return ()
    spec = context.enter(SectionSpec(OWN_SECTIONS, NoOptions(), start="room"))
    return tuple(_section(each, spec, context) for each in guide.sections if stands_after(each, kind))


def _section(free_section: FreeSection, spec: SectionSpec[NoOptions], context: Context) -> Section:
    blocks = (
        *warning(context, free_section.content_warnings),
        *context.prose.blocks(free_section.text, "body", level=2),
    )
    named = replace(spec, title=free_section.title)
    return context.section(named, free_section.title, blocks, anchor=free_section.id)


def _anchors(guide: Guide, _options: NoOptions) -> Iterable[str]:
    return (each.id for each in guide.sections if not each.after)


KIND = Kind(
    OWN_SECTIONS,
    "The guide's own sections that name no place",
    NoOptions,
    free,
    anchors=_anchors,
)

"""In: sections of the guide's own. Out: each as a section of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.kind import Kind, NoOptions
from guidepress.compose.targets import place_of
from guidepress.compose.warnings import warning
from guidepress.document.kinds import OWN_SECTIONS, kind_called
from guidepress.document.left_out import LeftOut
from guidepress.layout.model import SectionSpec

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.guide.model import FreeSection, Guide
    from guidepress.layout import Layout

__all__ = ["KIND", "after", "unprinted"]


def free(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> tuple[Section, ...]:
    """Set the sections that stand after no kind which the layout prints, in the order of the guide."""
    order = [each.kind for each in context.layout.sections]
    place = len(order) - 1 - order[::-1].index(OWN_SECTIONS)
    return tuple(_section(each, spec, context) for each in _at(place, guide, context))


def after(place: int, guide: Guide, context: Context) -> tuple[Section, ...]:
    """Set the sections that follow the entry at a place of the layout's order."""
    if not guide.sections or context.layout.sections[place].kind == OWN_SECTIONS:
        return ()
    followers = _at(place, guide, context)
    if not followers:
        return ()
    spec = context.enter(SectionSpec(OWN_SECTIONS, NoOptions(), start="room"))
    return tuple(_section(each, spec, context) for each in followers)


def unprinted(guide: Guide, layout: Layout) -> tuple[LeftOut, ...]:
    """Tell of sections that are not printed, where one of them stands after a kind which the layout prints."""
    order = {spec.kind for spec in layout.sections}
    missed = [each for each in guide.sections if place_of(each, layout) is None]
    if not any(kind_called(each.after) in order for each in missed):
        return ()
    reason = f"the layout {layout.name} prints none"
    return (LeftOut(OWN_SECTIONS, "sections of the guide's own", len(missed), len(guide.sections), reason),)


def _at(place: int, guide: Guide, context: Context) -> list[FreeSection]:
    return [each for each in guide.sections if place_of(each, context.layout) == place]


def _section(free_section: FreeSection, spec: SectionSpec[NoOptions], context: Context) -> Section:
    blocks = (
        *warning(context, free_section.content_warnings),
        *context.prose.blocks(free_section.text, "body"),
    )
    named = replace(spec, title=free_section.title)
    return context.section(named, free_section.title, blocks, anchor=free_section.id)


KIND = Kind(
    OWN_SECTIONS,
    "The guide's own sections that name no place, or one that the layout has not",
    NoOptions,
    free,
)

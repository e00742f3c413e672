"""In: the organizers that the guide names. Out: a sheet for each, to fill in; filled from the data for teachers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import Break, Figure
from guidepress.compose.figures.character_map import character_map
from guidepress.compose.figures.organizers import filled_story_map, organizer
from guidepress.compose.figures.plot_arc import plot_arc
from guidepress.compose.figures.timeline import timeline
from guidepress.compose.name_line import name_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.compose.context import Context
    from guidepress.compose.document import Block, Drawing, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

    Filler = Callable[[Guide, Context, int], tuple[Drawing, str] | None]

__all__ = ["organizers"]

_HEIGHT = 0.78  # share of the text's height: heading, name line and a caption fit above

_FILLED: dict[str, Filler] = {"plot_diagram": plot_arc, "character_web": character_map, "timeline": timeline}
"""Organizers that the guide's own data can fill."""


def organizers(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set each organizer on a page of its own with a line for the name."""
    if not guide.organizers:
        return None
    page = context.layout.page
    size = (context.measure, round(page.text_height * _HEIGHT))
    blocks: list[Block] = []
    for number, kind in enumerate(guide.organizers, 1):
        if blocks:
            blocks.append(Break("page"))
        blocks.append(context.heading(2, context.labels.text(kind), "h2", anchor=f"organizer-{number}"))
        blocks.append(name_line(context, size[0]))
        filled = _filled(kind, guide, context, size) if context.option(spec, "filled") else None
        drawing, alt = filled or organizer(kind, context, size)
        blocks.append(Figure(drawing, alt, context.style("figure")))
    return context.section(spec, context.labels.text("organizers"), tuple(blocks))


def _filled(kind: str, guide: Guide, context: Context, size: tuple[int, int]) -> tuple[Drawing, str] | None:
    """Fill an organizer from the data; None where they do not suffice."""
    if kind == "story_map":
        return filled_story_map(guide, context, size)
    filler = _FILLED.get(kind)
    return filler(guide, context, size[0]) if filler else None

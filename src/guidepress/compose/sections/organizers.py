"""In: the organizers that the guide names. Out: a sheet for each, to fill in; filled from the data for teachers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.figures.filled_organizers import FILLED
from guidepress.compose.figures.organizers import organizer
from guidepress.compose.kind import Kind
from guidepress.compose.name_line import name_line
from guidepress.document.blocks import Break, Drawing, Figure

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class OrganizersOptions:
    """The options of `organizers`."""

    filled: bool = False
    """Filled from the data, for teachers."""


def organizers(guide: Guide, spec: SectionSpec[OrganizersOptions], context: Context) -> Section | None:
    """Set each organizer on a page of its own with a line for the name; it fills what they leave."""
    if not guide.organizers:
        return None
    title = context.labels.text("organizers")
    style = context.style("figure")
    empty = Figure(Drawing(context.measure, 0, ()), "", style)
    blocks: list[Block] = []
    for number, kind in enumerate(guide.organizers, 1):
        head: list[Block] = [
            context.heading(2, context.labels.text(kind), "h2", anchor=f"organizer-{number}"),
            name_line(context),
        ]
        above = head if blocks else [context.heading(1, spec.title or title, "h1"), *head]
        size = (context.measure, context.left((*above, empty), last=True))
        if blocks:
            blocks.append(Break("page"))
        filled = _filled(kind, guide, context, size) if spec.options.filled else None
        if (
            filled is None
        ):  # the heading says what it is; its words are text like any other, the rest is decoration
            blank, _ = organizer(kind, context, size)
            filled = replace(blank, labels=tuple(replace(each, role="P") for each in blank.labels)), ""
        blocks += [*head, Figure(*filled, style)]
    return context.section(spec, title, tuple(blocks))


def _filled(kind: str, guide: Guide, context: Context, size: tuple[int, int]) -> tuple[Drawing, str] | None:
    """Fill an organizer from the data; None where they do not suffice."""
    filler = FILLED.get(kind)
    return filler(guide, context, size) if filler else None


KIND = Kind(
    "organizers",
    "Graphic organizers to fill in",
    OrganizersOptions,
    organizers,
    handed=True,
)

"""In: the events and beats of the story. Out: the timeline as a figure and a table, and the arc of the plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.figures.plot_arc import beat_list, plot_arc
from guidepress.compose.figures.timeline import timeline as timeline_figure
from guidepress.compose.kind import Kind
from guidepress.compose.tables import ruled
from guidepress.document.blocks import Figure
from guidepress.document.inlines import PageRef, Text
from guidepress.document.left_out import LeftOut

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Drawing, Section, Table
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Event, Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class TimelineOptions:
    """The options of `timeline`."""

    figure: bool = True
    """Story order against told order."""
    plot_arc: bool = True
    """The arc of the plot."""


_HIGHEST = 0.85  # of the text area; the heading and the space around the figure take the rest


def timeline(guide: Guide, spec: SectionSpec[TimelineOptions], context: Context) -> Section | None:
    """Set the events in the order of the story; the figures show the order of telling and the plot's arc."""
    labels = context.labels
    blocks: list[Block] = []
    if guide.timeline:
        blocks.extend(_telling(guide, context) if spec.options.figure else ())
        blocks.append(_table(guide, context))
    arc = plot_arc(guide, context, context.measure) if spec.options.plot_arc else None
    if arc is not None and guide.timeline:
        blocks.append(context.heading(2, labels.text("plot_arc"), "h2", anchor="plot-arc"))
    if arc is not None and arc[0].height > context.areas.height * _HIGHEST:
        blocks.extend(beat_list(guide, context))
    else:
        blocks.extend(_figure(arc, "", context))
    if not blocks:
        return None
    return context.section(spec, labels.text("timeline" if guide.timeline else "plot_arc"), tuple(blocks))


def _telling(guide: Guide, context: Context) -> tuple[Figure, ...]:
    """Draw story order against told order; note what is lost where no page holds the drawing."""
    drawn = timeline_figure(guide, context, context.measure)
    told = sum(event.told is not None for event in guide.timeline)
    if drawn is None and told > 1:
        reason = "the figure that shows them is higher than a page"
        context.left_out.append(LeftOut(context.kind, "places in the telling", told, told, reason))
    return _figure(drawn, context.labels.text("timeline-figure"), context)


def _figure(drawn: tuple[Drawing, str] | None, caption: str, context: Context) -> tuple[Figure, ...]:
    if drawn is None:
        return ()
    below = context.paragraph("caption", caption, role="Caption") if caption else None
    return (Figure(drawn[0], drawn[1], context.style("figure"), below),)


def _table(guide: Guide, context: Context) -> Table:
    head = (context.labels.text("when"), context.labels.text("event"), guide.unit_name)
    return ruled(context, (230, 550, 220), head, (_row(event, guide, context) for event in guide.timeline))


def _row(event: Event, guide: Guide, context: Context) -> tuple[tuple[Inline, ...], ...]:
    """Set when, what, and the unit that tells it with the guide's page."""
    where: tuple[Inline, ...] = ()
    if event.unit:
        unit = guide.unit(event.unit)
        link = context.link(unit.id)
        name = Text(context.numeral(unit), link=link)
        page = context.labels.text("page")
        where = (
            (name, Text(f" ({page}\u00a0", link=link), PageRef(unit.id, link=link), Text(")"))
            if link
            else (name,)
        )
    return ((Text(event.when),), context.line(event.event), where)


KIND = Kind(
    "timeline",
    "What happens when",
    TimelineOptions,
    timeline,
)

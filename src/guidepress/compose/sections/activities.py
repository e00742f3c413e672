"""In: the activities. Out: the section of things to do in class, each with its facts and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.kind import Kind
from guidepress.compose.tables import strip
from guidepress.document.blocks import Group
from guidepress.document.inlines import Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Activity, Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class ActivitiesOptions:
    """The options of `activities`."""

    teacher_notes: bool = False
    """The teacher's notes."""


def activities(guide: Guide, spec: SectionSpec[ActivitiesOptions], context: Context) -> Section | None:
    """Set each activity: title, purpose, a strip of time, grouping and materials, the steps."""
    if not guide.activities:
        return None
    notes = spec.options.teacher_notes
    blocks = tuple(
        _activity(each, f"{spec.kind}-{number}", context, notes=notes)
        for number, each in enumerate(guide.activities, 1)
    )
    return context.section(spec, context.labels.text("activities"), blocks)


def _activity(activity: Activity, anchor: str, context: Context, *, notes: bool) -> Group:
    labels = context.labels
    blocks: list[Block] = [context.heading(2, activity.title, "h2", anchor=anchor, span=activity.span)]
    if activity.purpose:
        blocks.append(context.paragraph("recap", context.line(activity.purpose)))
    facts: list[tuple[str, tuple[Inline, ...]]] = []
    if activity.minutes:
        facts.append((labels.text("duration"), (Text(labels.count("minutes", activity.minutes)),)))
    if activity.grouping:
        facts.append((labels.text("grouping"), (Text(activity.grouping),)))
    if activity.materials:
        facts.append((labels.text("materials"), (Text(", ".join(activity.materials)),)))
    if facts:
        blocks.append(strip(context, facts))
    if activity.steps:
        blocks.extend(context.blocks(activity.steps))
    if activity.teacher_note and notes:
        title = context.label(labels.text("teacher-note"), "margin-label")
        blocks.append(Group((title, *context.blocks(activity.teacher_note)), context.style("callout")))
    return Group(tuple(blocks), role="Sect")


KIND = Kind(
    "activities",
    "Things to do in class",
    ActivitiesOptions,
    activities,
)

"""In: planned pages. Out: the finished pages, painted, with furniture, the cover before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.colour import WHITE
from guidepress.page.book import Page
from guidepress.page.items import BACKGROUND, Frame, Shape
from guidepress.paginate.drawings import cover_frames
from guidepress.paginate.masters import FurnitureText, Masters
from guidepress.paginate.painting import Painter

if TYPE_CHECKING:
    from guidepress.layout.areas import Areas
    from guidepress.layout.model import Layout
    from guidepress.paginate.collect import Collected
    from guidepress.paginate.planned_pages import PlannedPage
    from guidepress.paginate.setter import Setter

__all__ = ["paint_pages"]


def paint_pages(
    planned_pages: tuple[PlannedPage, ...], collected: Collected, layout: Layout, areas: Areas, setter: Setter
) -> tuple[Page, ...]:
    """Paint all pages; the cover comes first and is painted last, when the count is known."""
    page = layout.page
    painter = Painter(setter, areas)
    masters = Masters(layout, areas, setter, collected.metadata.language)
    tabs = max((section.tab for section, _, _ in collected.texts), default=-1) + 1
    offset = 1 if collected.cover is not None else 0
    pages: list[Page] = []
    ground = _ground(layout)
    unit = ""
    for planned in planned_pages:
        plan, section = planned.plan, planned.plan.section
        if plan.opens:
            unit = ""
        found = _unit(planned, unit)
        folio = FurnitureText(
            collected.metadata.title,
            section.title,
            found[0],
            planned.folio,
            planned.number,
            len(planned_pages),
        )
        unit = found[1]
        frames: tuple[Frame, ...] = ()
        if not planned.blank:
            verso = planned.verso
            frames = painter.page(plan, verso=verso)
            if section.master != "plain":
                frames = (
                    *masters.tab(section.tab, tabs, verso=verso),
                    *masters.head(folio, verso=verso, first=plan.opens),
                    *frames,
                    *masters.foot(folio, verso=verso, first=plan.opens),
                )
        frames = (*ground, *frames)
        pages.append(
            Page(
                planned.number + offset, planned.folio, page.width, page.height, frames, section.anchor,
                section.master, planned.blank,
            )
        )  # fmt: skip
    if collected.cover is not None:
        frames = cover_frames(collected.cover, setter)
        pages.insert(0, Page(1, "Cover", page.width, page.height, frames, "", "cover", cover=True))
    return tuple(pages)


def _ground(layout: Layout) -> tuple[Frame, ...]:
    """The paper's colour behind a page; white paper is not printed."""
    paper, page = layout.colours["paper"], layout.page
    if paper == WHITE:
        return ()
    ground = Shape((("r", (0, 0, page.width, page.height)),), fill=paper)
    return (Frame(0, 0, (ground,), BACKGROUND),)


def _unit(planned: PlannedPage, before: str) -> tuple[str, str]:
    """The heading below the section's that a page begins under, or its first; and the last one on it."""
    first, last = before, before
    for part in planned.plan.slices:
        for atom, heading in part.galley.headings:
            if part.start <= atom < part.end and heading.level == 2:
                first = first or heading.title
                last = heading.title
    return first, last

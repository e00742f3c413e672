"""In: planned pages. Out: the finished pages, painted, with furniture, the cover before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.colour import WHITE
from guidepress.layout.areas import areas_of
from guidepress.page.book import Page
from guidepress.page.items import BACKGROUND, Frame, Shape
from guidepress.paginate.drawings import cover_frames
from guidepress.paginate.galley import marks_among
from guidepress.paginate.masters import FurnitureText, Masters
from guidepress.paginate.painting import Painter

if TYPE_CHECKING:
    from guidepress.document.blocks import Heading
    from guidepress.layout.model import Layout
    from guidepress.paginate.collect import Collected
    from guidepress.paginate.memory import Memory, PageKey
    from guidepress.paginate.planned_pages import PlannedPage
    from guidepress.paginate.plans import Plan
    from guidepress.paginate.setter import Setter

__all__ = ["paint_pages"]


def paint_pages(
    planned_pages: tuple[PlannedPage, ...],
    collected: Collected,
    layout: Layout,
    setter: Setter,
    memory: Memory,
) -> tuple[Page, ...]:
    """Paint all pages but those that `memory` has; the cover comes first and is painted last, when the count is known."""
    page = layout.page
    painting = _Painting(collected, layout, setter)
    offset = 1 if collected.cover is not None else 0
    pages: list[Page] = []
    kept: dict[PageKey, tuple[Plan, Page]] = {}
    unit: Heading | None = None
    for planned in planned_pages:
        plan, section = planned.plan, planned.plan.section
        if plan.opens:
            unit = None
        found, last = _unit(planned, unit)
        folio = FurnitureText(
            collected.metadata.title,
            section.title,
            found.title if found else "",
            planned.folio,
            planned.number,
            planned.count or len(planned_pages),
            collected.metadata.work,
            found.theme if found else "",
            setter.labels.text("name") if section.named and not plan.opens else "",
        )
        unit = last
        key = id(plan), folio, painting.tabs, offset
        known = memory.page(key)
        asked = setter.asked
        if known is None:
            known = painting.page(planned, folio, offset)
        if setter.asked == asked:
            kept[key] = plan, known
        pages.append(known)
    memory.keep_pages(kept if setter.quiet else {})
    if collected.cover is not None:
        frames = cover_frames(collected.cover, setter)
        pages.insert(0, Page(1, "Cover", page.width, page.height, frames, "", "cover", cover=True))
    return tuple(pages)


class _Painting:
    """Paints the pages of one book, furniture included.

    Attributes:
        tabs: how many edge tabs there are.
    """

    def __init__(self, collected: Collected, layout: Layout, setter: Setter) -> None:
        areas = areas_of(layout.page, layout.styles)
        self.tabs = max((section.tab for section, _, _ in collected.texts), default=-1) + 1
        self._page = layout.page
        self._ground = _ground(layout)
        self._painter = Painter(setter, areas)
        self._masters = Masters(layout, areas, setter, collected.metadata.language)

    def page(self, planned: PlannedPage, folio: FurnitureText, offset: int) -> Page:
        """Paint a page; `offset` pages stand before the first of the book block."""
        plan, section, masters = planned.plan, planned.plan.section, self._masters
        frames: tuple[Frame, ...] = ()
        if not planned.blank:
            verso = planned.verso
            frames = self._painter.page(plan, verso=verso)
            if section.master != "plain":
                frames = (
                    *masters.tab(section.tab, self.tabs, verso=verso),
                    *masters.head(folio, verso=verso, first=plan.opens),
                    *frames,
                    *masters.foot(folio, verso=verso, first=plan.opens),
                )
        elif not planned.count:  # the blank side of a copy stays blank
            frames = masters.blank(folio, verso=planned.verso)
        return Page(
            planned.number + offset, planned.folio, self._page.width, self._page.height,
            (*self._ground, *frames), section.anchor, section.master, planned.blank,
        )  # fmt: skip


def _ground(layout: Layout) -> tuple[Frame, ...]:
    """The paper's colour behind a page; white paper is not printed."""
    paper, page = layout.colours["paper"], layout.page
    if paper == WHITE:
        return ()
    ground = Shape((("r", (0, 0, page.width, page.height)),), fill=paper)
    return (Frame(0, 0, (ground,), BACKGROUND),)


def _unit(planned: PlannedPage, before: Heading | None) -> tuple[Heading | None, Heading | None]:
    """The heading below the section's that a page begins under, or its first; and the last one on it."""
    first, last = before, before
    for part in planned.plan.slices:
        for atom, heading in marks_among(part.galley.headings, part.start, part.end):
            if heading.level == 2:
                begins = not any(part.galley.lines[part.start : atom])  # no text stands above it
                first = heading if begins and part is planned.plan.slices[0] else first or heading
                last = heading
    return first, last

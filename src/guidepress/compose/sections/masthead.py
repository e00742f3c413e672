"""In: the guide's title and author. Out: the head of a sheet that has no cover: title, author, title strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.cover import title_strip
from guidepress.compose.kind import Kind, NoOptions
from guidepress.document.inlines import APART

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


def masthead(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Set the title as the heading, and under it the author and what kind of work it is."""
    authors = ", ".join(person.name for person in guide.authors)
    line = APART.join(filter(None, (context.labels.text("by", name=authors), title_strip(guide, context))))
    below = context.paragraph("masthead-line", line)
    return context.section(spec, guide.title, (below,), style="masthead")


KIND = Kind(
    "masthead",
    "Title, author and title strip, where there is no cover",
    NoOptions,
    masthead,
    apparatus=True,
)

"""In: titles of related guides. Out: the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.kind import Kind, NoOptions
from guidepress.compose.lists import bullets
from guidepress.document.blocks import Group
from guidepress.document.inlines import Look, Text
from guidepress.document.style import Style

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


def related(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """List the titles."""
    if not guide.related:
        return None
    entries = ((Text(title, Look(emphasis=True)),) for title in guide.related)
    titles = bullets(context.style("list-tight"), entries)
    whole = Group((titles,), Style("related", keep_together=True))
    return context.section(spec, context.labels.text("related"), (whole,))


KIND = Kind(
    "related",
    "Related guides",
    NoOptions,
    related,
    apparatus=True,
)

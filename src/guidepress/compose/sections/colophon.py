"""In: the guide's credits. Out: the imprint under a heading of its own, as it stands at the end of a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.imprint import imprint
from guidepress.compose.kind import Kind, NoOptions
from guidepress.document.blocks import Group
from guidepress.document.style import Style

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


def colophon(_guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Set the credits line by line, under a heading as small as they are; None for a guide without any."""
    lines = imprint(context)
    if len(lines) == 1:  # how it was set, and nothing of who made it
        return None
    whole = Group(lines, Style("colophon/whole", keep_together=True))
    return context.section(spec, context.labels.text("colophon"), (whole,), style="h2")


KIND = Kind(
    "colophon",
    "Credits, rights and how the book was made",
    NoOptions,
    colophon,
    apparatus=True,
)

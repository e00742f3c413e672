"""In: the guide's credits. Out: the imprint: who made the guide, its rights, how it was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.kind import Kind, NoOptions
from guidepress.document.blocks import Group
from guidepress.document.style import Style

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


def colophon(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Set the credits line by line, under a heading as small as they are; None for a guide without any."""
    credit, labels = guide.credits, context.labels
    both = f" {labels.text('and')} "
    lines = [
        labels.text("written-by", names=both.join(credit.written_by)) + "." if credit.written_by else "",
        labels.text("edited-by", names=both.join(credit.edited_by)) + "." if credit.edited_by else "",
        labels.text("published-by", name=credit.publisher) + "." if credit.publisher else "",
        labels.text("dated", date=labels.date(credit.date)) + "." if credit.date else "",
        labels.text("isbn", number=credit.isbn) if credit.isbn else "",
    ]
    found = [line for line in lines if line]
    if not found and not credit.rights:
        return None
    blocks: list[Block] = [context.paragraph("colophon", line) for line in found]
    if credit.rights:
        blocks.append(context.paragraph("colophon", context.line(credit.rights)))
    blocks.append(context.paragraph("colophon", labels.text("set-by")))
    whole = Group(tuple(blocks), Style("colophon/whole", keep_together=True))
    return context.section(spec, labels.text("colophon"), (whole,), style="h2")


KIND = Kind(
    "colophon",
    "Credits, rights and how the book was made",
    NoOptions,
    colophon,
)

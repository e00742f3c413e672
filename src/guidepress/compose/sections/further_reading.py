"""In: what to read, watch and hear next. Out: the section of further reading, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.columns import in_columns
from guidepress.compose.kind import Kind
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import LinkTo, Look, Text
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, Reading
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class FurtherReadingOptions:
    """The options of `further-reading`."""

    columns: Whole = 1
    """Set the list in so many columns."""


_KINDS = ("book", "article", "film", "audio", "web")


def further_reading(
    guide: Guide, spec: SectionSpec[FurtherReadingOptions], context: Context
) -> Section | None:
    """Set the entries under the name of their kind: who, what, when, and why it is worth the time."""
    if not guide.further_reading:
        return None
    blocks: list[Block] = []
    for kind in _KINDS:
        entries = tuple(_entry(each, context) for each in guide.further_reading if each.kind == kind)
        if entries:
            blocks.append(context.heading(2, context.labels.text(kind), "h2", contents=False))
            blocks.append(in_columns(context, entries, spec.options.columns))
    return context.section(spec, context.labels.text("further_reading"), tuple(blocks))


def _entry(reading: Reading, context: Context) -> Paragraph:
    address = reading.url.removeprefix("https://").removeprefix("http://").rstrip("/")
    link = LinkTo(reading.url, context.labels.text("visit", address=address)) if reading.url else None
    quoted = reading.kind == "article"
    maker_first = reading.by[:1].isupper()  # "Edited by" and the like stand after the title
    inlines: list[Inline] = [Text(f"{reading.by}, ")] if maker_first else []
    title = context.labels.typography.quoted(reading.title) if quoted else reading.title
    inlines.append(Text(title, Look(emphasis=not quoted), link))
    after = f" ({reading.year})" if reading.year else ""
    after += f", {reading.by}" if reading.by and not maker_first else ""
    inlines.append(Text(f"{after}. "))
    if reading.note:
        inlines.extend(context.line(reading.note))
    if link:
        inlines.append(Text(f" {address}", link=link))
    return Paragraph(context.style("reference"), tuple(inlines))


KIND = Kind(
    "further-reading",
    "Books, films and sites, and why",
    FurtherReadingOptions,
    further_reading,
)

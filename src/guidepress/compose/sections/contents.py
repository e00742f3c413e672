"""In: the headings of all sections. Out: the contents list, with leaders, late page numbers and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import Group, Paragraph
from guidepress.compose.inlines import Leader, LinkTo, PageRef, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.compose.context import Context
    from guidepress.compose.document import Block, Section
    from guidepress.layout.model import SectionSpec

__all__ = ["contents", "entries"]


def contents(spec: SectionSpec, context: Context, sections: Iterable[Section]) -> Section | None:
    """List the headings of the sections down to the level that the layout asks for.

    Units under a part are headings of the third level; they are listed with those of the second, since a reader looks
    for chapters first. No other heading of the third level is made for the contents.

    This kind alone needs the others composed; the driver calls it last and puts it in its place.
    """
    levels = context.number(spec, "levels") or context.layout.contents.levels
    listed = [entry for section in sections for entry in entries(section.blocks)]
    lines = tuple(
        _entry(*entry, context) for entry in listed if entry[0] <= levels or (levels > 1 and entry[0] == 3)
    )
    if not lines:
        return None
    return context.section(
        spec, context.labels.text("contents"), (Group(lines, role="TOC"),), style="toc-title"
    )


def entries(blocks: Iterable[Block]) -> Iterator[tuple[int, str, str]]:
    """Find (level, title, anchor) of the headings that contents list, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.heading is not None and block.heading.contents and block.anchor:
                yield block.heading.level, block.heading.title, block.anchor
        elif isinstance(block, Group):
            yield from entries(block.blocks)


def _entry(level: int, title: str, anchor: str, context: Context) -> Paragraph:
    """Set one line: the title, dots, the page."""
    link = LinkTo(f"#{anchor}", context.labels.text("go-to", title=title))
    style = context.style("toc-1" if level == 1 else "toc-2")
    return Paragraph(style, (Text(title, link=link), Leader(), PageRef(anchor, link=link)), role="TOCI")

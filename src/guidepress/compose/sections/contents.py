"""In: the headings of all sections. Out: the contents list, with leaders, late page numbers and links."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.kind import Kind
from guidepress.document.blocks import Break, Columns, Group, Paragraph
from guidepress.document.inlines import Leader, LinkTo, PageRef, Text
from guidepress.layout.areas import column_measure
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND", "entries"]


@record
class ContentsOptions:
    """The options of `contents`."""

    levels: Whole = 0
    """Levels of headings, 1 to 3; 0 takes the layout's `contents.levels`."""
    columns: Whole = 1
    """Columns for a list that is longer than a page."""


_TITLE = 3
"""Lines of its own that the title takes with the white space below it."""

_TOP = "toc-1"
"""The style of entries of the first level."""

_SCRAP = 0.3
"""Share of a page that the last page of the list holds at least; with less it looks torn off."""

_NARROWEST = 20
"""Ems of a column: in a narrower one most titles take several lines."""


def contents(_guide: Guide, spec: SectionSpec[ContentsOptions], context: Context) -> Section | None:
    """List the headings of the sections down to the level that the layout asks for.

    Units under a part are headings of the third level; they are listed with those of the second, since a reader looks
    for chapters first. No other heading of the third level is made for the contents.
    """
    levels = spec.options.levels or context.layout.contents.levels
    listed = [entry for section in context.composed for entry in entries(section.blocks)]
    lines = tuple(
        _entry(*entry, context) for entry in listed if entry[0] <= levels or (levels > 1 and entry[0] == 3)
    )
    if not lines:
        return None
    blocks = _laid_out(lines, spec, context)
    return context.section(spec, context.labels.text("contents"), blocks, style="toc-title")


def _laid_out(
    lines: tuple[Paragraph, ...], spec: SectionSpec[ContentsOptions], context: Context
) -> tuple[Block, ...]:
    """Set the list in columns if a page cannot hold it, and so that its last page is no scrap."""
    height = context.areas.height
    first = height - _TITLE * context.style("toc-title").leading
    columns, gap = spec.options.columns, 2 * context.layout.page.column_gap
    narrow = column_measure(context.measure, max(1, columns), gap) < _NARROWEST * context.style("toc-2").size
    if columns < 2 or narrow or _height(lines) <= first:
        return (_nested(lines),)
    over = _height(lines) - columns * first
    if over <= 0 or over >= columns * height * _SCRAP:
        return (Columns((_nested(lines),), columns, gap),)
    heads = [at for at, line in enumerate(lines) if line.style.name == _TOP and at]
    enough = [at for at in heads if _height(lines[at:]) >= columns * height * _SCRAP]
    at = enough[-1] if enough else len(lines)
    parts = [Columns((_nested(part),), columns, gap) for part in (lines[:at], lines[at:]) if part]
    return (parts[0], *(block for part in parts[1:] for block in (Break("page"), part)))


def _nested(lines: Iterable[Paragraph]) -> Group:
    """Gather the entries in a list, those of the second level in a list of their own below the one they belong to."""
    blocks: list[Block] = []
    for below, group in groupby(lines, key=lambda line: line.style.name != _TOP):
        listed = tuple(group)
        blocks.extend([Group(listed, role="TOC")] if below else listed)
    return Group(tuple(blocks), role="TOC")


def _height(lines: Iterable[Paragraph]) -> int:
    """The least height of a list, each entry on one line."""
    return sum(line.style.leading + max(line.style.space_before, line.style.space_after) for line in lines)


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
    style = context.style(_TOP if level == 1 else "toc-2")
    return Paragraph(style, (Text(title, link=link), Leader(), PageRef(anchor, link=link)), role="TOCI")


KIND = Kind(
    "contents",
    "The contents with leaders, page numbers and links",
    ContentsOptions,
    contents,
    front=True,
    last=True,
)

"""In: the headings of all sections. Out: the contents list, with leaders, late page numbers and links."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import record, replace
from guidepress.compose.kind import Kind
from guidepress.document.blocks import Columns, Group, Paragraph
from guidepress.document.inlines import Leader, LinkTo, PageRef, Text
from guidepress.layout.areas import column_measure
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND", "entries"]


_Listed: TypeAlias = "tuple[int, str, str]"
"""Level, title and anchor of a heading."""


@record
class ContentsOptions:
    """The options of `contents`."""

    levels: Whole = 0
    """Levels of headings, 1 to 3; 0 takes the layout's `contents.levels`."""
    columns: Whole = 1
    """Columns for a list that is longer than a page."""


_TOP = "toc-1"
"""The style of entries of the first level."""

_TIGHTENED = ((1000, 1000), (600, 1000), (300, 1000), (300, 950), (200, 900))
"""What is left of the white space above entries of the first level and of the type, per mille, if the list else takes a page
more; type that is smaller than so sets the long titles on one line again."""

_FEWEST = 2
"""A list of one entry leads nowhere that the next page does not."""

_NARROWEST = 20
"""Ems of a column: in a narrower one most titles take several lines."""


def contents(_guide: Guide, spec: SectionSpec[ContentsOptions], context: Context) -> Section | None:
    """List the headings of the sections down to the level that the layout asks for.

    Units under a part are headings of the third level; they are listed with those of the second, since a reader looks
    for chapters first. No other heading of the third level is made for the contents.
    """
    levels = spec.options.levels or context.layout.contents.levels
    listed = [entry for section in context.composed for entry in entries(section.blocks)]
    kept = tuple(entry for entry in listed if entry[0] <= levels or (levels > 1 and entry[0] == 3))
    if len(kept) < _FEWEST:
        return None
    made = context.section(spec, context.labels.text("contents"), (), style="toc-title")
    return replace(made, blocks=(*made.blocks, _laid_out(kept, made.blocks, spec, context)))


def _laid_out(
    kept: Sequence[_Listed], above: tuple[Block, ...], spec: SectionSpec[ContentsOptions], context: Context
) -> Block:
    """Set the list in columns if a page cannot hold it; closer, if that saves a page that would hold its end alone."""
    columns, gap = spec.options.columns, 2 * context.layout.page.column_gap
    narrow = column_measure(context.measure, max(1, columns), gap) < _NARROWEST * context.style("toc-2").size
    whole = _nested(kept, context.style(_TOP), context)
    if columns < 2 or narrow:
        return whole
    room = context.left(above)
    if len(kept) * min(context.style(name).leading for name in (_TOP, "toc-2")) <= room:
        found = context.stood((whole,))  # entries of a line each may find room
        if found is None or found.height <= room:
            return whole
    for share, size in _TIGHTENED:
        top = context.style(_TOP)
        if share < 1000:
            top = context.varied(_TOP, f"tight-{share}", space_before=top.space_before * share // 1000)
        tried = Columns((_nested(kept, top, context, size=size),), columns, gap)
        found = context.stood((tried,))
        if found is not None and found.height <= room:
            return tried
    return Columns((whole,), columns, gap)


def _nested(kept: Sequence[_Listed], top: Style, context: Context, *, size: int = 1000) -> Group:
    """Gather the entries in a list, those of the second level in a list of their own below the one they belong to."""
    blocks: list[Block] = []
    below, part = (context.sized(context.style(name), size) for name in ("toc-2", "toc-part"))
    top = context.sized(top, size)
    deeper = {one[2]: one[0] < other[0] for one, other in pairwise(kept)}  # what follows belongs to it
    for lower, group in groupby(kept, key=lambda entry: entry[0] > 1):
        style, above = (below, part) if lower else (top, top)
        headed = replace(above, name=f"{above.name}/headed", keep_next=True)
        lines = tuple(
            _entry(title, anchor, headed if deeper.get(anchor) else style, context)
            for _, title, anchor in group
        )
        blocks.extend([Group(lines, role="TOC")] if lower else lines)
    return Group(tuple(blocks), role="TOC")


def entries(blocks: Iterable[Block]) -> Iterator[_Listed]:
    """Find (level, title, anchor) of the headings that contents list, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.heading is not None and block.heading.contents and block.anchor:
                yield block.heading.level, block.heading.title, block.anchor
        elif isinstance(block, Group):
            yield from entries(block.blocks)


def _entry(title: str, anchor: str, style: Style, context: Context) -> Paragraph:
    """Set one line: the title, dots, the page."""
    link = LinkTo(f"#{anchor}", context.labels.text("go-to", title=title))
    return Paragraph(style, (Text(title, link=link), Leader(), PageRef(anchor, link=link)), role="TOCI")


KIND = Kind(
    "contents",
    "The contents with leaders, page numbers and links",
    ContentsOptions,
    contents,
    front=True,
    last=True,
    apparatus=True,
)

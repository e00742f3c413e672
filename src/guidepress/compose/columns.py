"""In: the entries of a list and how many columns a layout wants. Out: the list in as many columns as its words allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.lists import described
from guidepress.document.blocks import Columns, Group, Paragraph
from guidepress.layout.areas import column_measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block

__all__ = ["in_columns"]

_EMS = 11
"""Least width of a column, in sizes of its type: some 24 letters, below which a ragged line is mostly white."""


def in_columns(
    context: Context, entries: tuple[Block, ...], count: int, *, gap: int = 0, listed: bool = False
) -> Block:
    """Set entries in at most `count` columns, each wide enough for its widest word; in one they are a plain group.

    Args:
        context: of the document.
        entries: paragraphs, or groups of them.
        count: the columns that the layout asks for.
        gap: between columns, mpt; the page's own unless given.
        listed: the entries are items of a list.
    """
    gap = gap or context.layout.page.column_gap
    paragraphs = tuple(_paragraphs(entries))
    context.measurer.learn(paragraphs)
    least = max((_need(each, context) for each in paragraphs), default=0)
    while count > 1 and column_measure(context.measure, count, gap) < least:
        count -= 1
    if listed:
        entries = (described(entries),)
    return Columns(entries, count, gap) if count > 1 else Group(entries)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Group):
            yield from _paragraphs(block.blocks)
        elif isinstance(block, Paragraph):
            yield block


def _need(paragraph: Paragraph, context: Context) -> int:
    """The width of a paragraph's widest word with what stands before it, mpt; at least some ems."""
    style = paragraph.style
    wide = context.measurer.word(paragraph.inlines, style)
    return max(wide + style.hang + style.indent_left, _EMS * style.size)

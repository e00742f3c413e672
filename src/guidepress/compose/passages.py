"""In: passages of the work beside today's words. Out: a table, a row a passage, line beside line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import Cell, Paragraph, Row, Table
from guidepress.compose.inlines import LineBreak, Text
from guidepress.compose.narrow import fitted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.compose.document import Block
    from guidepress.compose.inlines import Inline
    from guidepress.guide.model import Markdown, Passage

__all__ = ["passage_table", "verses"]

_LOCATED, _PLAIN = (60, 470, 470), (500, 500)
"""Shares of the columns with and without one for the places; that one is made as wide as the longest place."""

_NO_BREAK_SPACE = "\u00a0"


def passage_table(context: Context, passages: Iterable[Passage]) -> Table:
    """Set originals at the left and their modern wording at the right; a passage is a row, and is not divided.

    Verse keeps its lines, each a paragraph of its own, so that a line too long for the column turns over set in and
    is not taken for the next one. The place stands in the head where all have the same, else first in each row.
    """
    shown = tuple(passages)
    places = {passage.locator for passage in shown}
    located = len(places) > 1
    shared = f" ({places.pop()})" if len(places) == 1 and places != {""} else ""
    original = f"{context.labels.text('original')}{shared}"
    heads = (*(("",) if located else ()), original, context.labels.text("modern"))
    head = tuple(
        Cell((Paragraph(context.style("table-head"), (Text(text),)),) if text else (), "Column")
        for text in heads
    )
    rows = []
    small = context.varied("margin-label", "place", uppercase=False, tracking=0)
    for passage in shown:
        place = Paragraph(small, (Text(passage.locator.replace(" ", _NO_BREAK_SPACE)),))
        cells = (Cell((place,) if passage.locator else (), "Row"),) if located else ()
        texts = (Cell(_lines(passage.original, context)), Cell(_lines(passage.modern, context)))
        rows.append(Row((*cells, *texts)))
    widths = _LOCATED if located else _PLAIN
    return fitted(context, Table(widths, (Row(head),), tuple(rows), context.style("parallel")))


def _lines(text: Markdown, context: Context) -> tuple[Block, ...]:
    """Set verse line by line, and prose as paragraphs."""
    lines = verses(context.line(text))
    if len(lines) == 1:
        return context.prose.blocks(text, "passage", first="passage")
    return tuple(Paragraph(context.style("verse"), line) for line in lines)


def verses(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], ...]:
    """Part the inlines of a text at its hard breaks."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return tuple(tuple(line) for line in lines if line)

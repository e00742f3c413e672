"""In: a unit's summary and analysis as blocks. Out: rows in which what happens stands beside what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.chips import chips
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.guide.model import Unit

__all__ = ["shared_out", "side_by_side"]

_HALVES = (500, 500)

_TELLING = 5
"""Letters from which a word of a theme's name tells that a text is about the theme."""


def side_by_side(
    unit: Unit,
    heads: tuple[Paragraph, Paragraph],
    texts: tuple[Sequence[Block], Sequence[Block]],
    context: Context,
) -> tuple[Block, ...]:
    """Pair paragraphs of the summary with paragraphs of the analysis, a row a pair; a row is not divided.

    Args:
        unit: whose themes mark the rows: those that a row's words name, at the row's outer edge.
        heads: the headings of both columns, in the first row.
        texts: the blocks of both columns.
        context: of the document.
    """
    blocks: list[Block] = []
    before = unit.themes  # the opener has just shown them
    for index, (left, right) in enumerate(shared_out(*texts)):
        themes = _themes(unit, (*left, *right), context)
        if themes != before:
            blocks.extend(chips(context, themes))
        before = themes
        top = heads if index == 0 else ()
        columns = (_flush(left, context), _flush(right, context))
        cells = tuple(Cell((*top[side : side + 1], *column)) for side, column in enumerate(columns))
        blocks.append(Table(_HALVES, (), (Row(cells),), context.style("side-by-side"), layout=True))
    return tuple(blocks)


def _flush(blocks: tuple[Block, ...], context: Context) -> tuple[Block, ...]:
    """Begin a cell flush, as a text begins."""
    first = blocks[0]
    if isinstance(first, Paragraph) and first.style is context.style("body"):
        return (replace(first, style=context.style("body-first")), *blocks[1:])
    return blocks


def shared_out(
    left: Sequence[Block], right: Sequence[Block]
) -> tuple[tuple[tuple[Block, ...], tuple[Block, ...]], ...]:
    """Share two texts out over as many rows as the shorter one has blocks, so that both sides are about as long."""
    count = min(len(left), len(right))
    return tuple(zip(_parts(left, count), _parts(right, count), strict=True))


def _parts(blocks: Sequence[Block], count: int) -> list[tuple[Block, ...]]:
    """Part blocks into groups, none empty, that end as near as can be to equal shares of the text."""
    lengths = [_length(block) for block in blocks]
    total = sum(lengths) or 1
    parts: list[tuple[Block, ...]] = []
    start, done = 0, 0
    for number in range(1, count + 1):
        end, most = start + 1, len(blocks) - (count - number)
        done += lengths[start]
        while end < most and (number == count or done + lengths[end] // 2 <= total * number // count):
            done += lengths[end]
            end += 1
        parts.append(tuple(blocks[start:end]))
        start = end
    return parts


def _length(block: Block) -> int:
    return len(_words(block)) or 1


def _words(block: Block) -> str:
    if not isinstance(block, Paragraph):
        return ""
    return plain_text(block.inlines)


def _themes(unit: Unit, blocks: Sequence[Block], context: Context) -> tuple[str, ...]:
    """Find the unit's themes that a row names; all of the unit's, if it names none."""
    text = " ".join(_words(block) for block in blocks).casefold()
    named = tuple(theme for theme in unit.themes if _tells(context.themes[theme].name, text))
    return named or unit.themes


def _tells(name: str, text: str) -> bool:
    return any(word.casefold() in text for word in name.split() if len(word) >= _TELLING)

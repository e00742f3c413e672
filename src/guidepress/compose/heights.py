"""In: blocks and a measure. Out: about how high they will stand, so that a sheet can be filled before it is set.

Widths of text are estimates, and so are these heights; they come out a little too high rather than too low.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import Figure, Group, Lines, Paragraph, Spacer, Table
from guidepress.compose.inlines import Blank, LineBreak, Text
from guidepress.compose.measure import broken, width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.document import Block
    from guidepress.compose.inlines import Inline

__all__ = ["height_of_blocks"]

_RULE = "_"  # as many of it as are as wide stand for a blank


def height_of_blocks(blocks: Iterable[Block], measure: int) -> int:
    """Estimate how high blocks stand one below the other in a measure, mpt, the white space between them included."""
    return sum(_height(block, measure) for block in blocks)


def _height(block: Block, measure: int) -> int:
    if isinstance(block, Paragraph):
        style = block.style
        text = "".join(_text(inline, style.size) for inline in block.inlines)
        room = max(style.size, measure - style.hang - style.indent_left - style.indent_right)
        count = sum(max(1, len(broken(line, style.size, room, style.font))) for line in text.split("\n"))
        return count * style.leading + max(style.space_before, style.space_after)
    if isinstance(block, Figure):
        return block.drawing.height + max(block.style.space_before, block.style.space_after)
    if isinstance(block, Lines):
        return block.count * block.pitch + block.pitch // 2
    if isinstance(block, Group):
        style_ = block.style
        around = 0 if style_ is None else max(style_.space_before, style_.space_after)
        inset = 0 if style_ is None else style_.indent_left + style_.indent_right
        return height_of_blocks(block.blocks, measure - inset) + around
    if isinstance(block, Table):
        return _table(block, measure)
    return block.height if isinstance(block, Spacer) else 0


def _text(inline: Inline, size: int) -> str:
    if isinstance(inline, LineBreak):
        return "\n"
    if isinstance(inline, Blank):
        return _RULE * -(-inline.width // width(_RULE, size))
    return inline.text if isinstance(inline, Text) else ""


def _table(table: Table, measure: int) -> int:
    padding = table.style.padding
    total = max(table.style.space_before, table.style.space_after)
    for row in (*table.head, *table.rows):
        cells = zip(row.cells, table.widths, strict=False)
        total += 2 * padding + max(
            height_of_blocks(cell.blocks, measure * share // 1000 - 2 * padding) for cell, share in cells
        )
    return total

"""In: blocks and a measure. Out: about how high they will stand, so that a sheet can be filled before it is set.

Widths of text are estimates, and so are these heights; they come out a little too high rather than too low.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.measure import broken, width
from guidepress.compose.measurer import Stood
from guidepress.document.blocks import Figure, Group, Lines, Paragraph, Spacer, Table
from guidepress.document.inlines import Blank, LineBreak, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline

__all__ = ["height_of_blocks", "stood"]

_RULE = "_"  # as many of it as are as wide stand for a blank


def stood(blocks: Iterable[Block], measure: int) -> Stood | None:
    """Estimate blocks as pages set them: of two spaces that meet, the larger counts. None if nothing is printed."""
    whole: Stood | None = None
    for block in blocks:
        part = _stood(block, measure)
        if part is not None and whole is not None:
            height = whole.height + max(whole.below, part.above) + part.height
            whole = Stood(whole.above, height, part.below)
        else:
            whole = part or whole
    return whole


def height_of_blocks(blocks: Iterable[Block], measure: int) -> int:
    """Estimate how high blocks stand in a measure, mpt, with the white space they want above and below."""
    whole = stood(blocks, measure)
    return whole.above + whole.height + whole.below if whole is not None else 0


def _stood(block: Block, measure: int) -> Stood | None:
    if isinstance(block, Group):
        inset = 0 if block.style is None else block.style.indent_left + block.style.indent_right
        inner, style = stood(block.blocks, measure - inset), block.style
        if inner is None or style is None:
            return inner
        above, below = max(inner.above, style.space_before), max(inner.below, style.space_after)
        return Stood(above, inner.height + 2 * style.padding, below)
    if isinstance(block, Paragraph | Figure | Table):
        style = block.style
        return Stood(style.space_before, _height(block, measure), style.space_after)
    if isinstance(block, Lines):
        return Stood(0, block.count * block.pitch + block.pitch // 2, 0)
    return Stood(0, block.height, 0) if isinstance(block, Spacer) else None


def _height(block: Paragraph | Figure | Table, measure: int) -> int:
    if isinstance(block, Paragraph):
        style = block.style
        text = "".join(_text(inline, style.size) for inline in block.inlines)
        room = max(style.size, measure - style.hang - style.indent_left - style.indent_right)
        count = sum(max(1, len(broken(line, style.size, room, style.font))) for line in text.split("\n"))
        return count * style.leading + 2 * style.padding
    return block.drawing.height if isinstance(block, Figure) else _table(block, measure)


def _text(inline: Inline, size: int) -> str:
    if isinstance(inline, LineBreak):
        return "\n"
    if isinstance(inline, Blank):
        return _RULE * -(-inline.width // width(_RULE, size))
    return inline.text if isinstance(inline, Text) else ""


def _table(table: Table, measure: int) -> int:
    padding = table.style.padding
    total = 0
    for row in (*table.head, *table.rows):
        cells = zip(row.cells, table.widths, strict=False)
        total += 2 * padding + max(
            height_of_blocks(cell.blocks, measure * share // 1000 - 2 * padding) for cell, share in cells
        )
    return total

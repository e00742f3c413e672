"""In: the rows of a unit. Out: what happens beside what it means, row by row, the themes of each at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.chips import chips
from guidepress.document.blocks import Cell, Row, Table

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Paragraph
    from guidepress.guide.model import UnitRow

__all__ = ["side_by_side"]

_HALVES = (500, 500)


def side_by_side(
    rows: tuple[UnitRow, ...], heads: tuple[Paragraph | None, Paragraph | None], context: Context
) -> tuple[Block, ...]:
    """Set rows as their author paired them; a page may end inside one, some lines from its ends.

    Args:
        rows: of one unit.
        heads: the headings of both columns, in the first row; None for a column that is not wanted.
        context: of the document.
    """
    blocks: list[Block] = []
    top: tuple[tuple[Block, ...], ...] = tuple((head,) if head else () for head in heads)
    for row in rows:
        texts = (row.summary if heads[0] else None, row.analysis if heads[1] else None)
        columns = [context.blocks(text) if text else () for text in texts]
        if not any(columns):
            continue
        blocks.extend(chips(context, row.themes))
        cells = tuple(Cell((*head, *column)) for head, column in zip(top, columns, strict=True))
        blocks.append(
            Table(_HALVES, (), (Row(cells, parted=True),), context.style("side-by-side"), layout=True)
        )
        top = ((), ())
    return tuple(blocks)

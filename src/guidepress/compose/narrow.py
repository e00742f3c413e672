"""In: a table. Out: the same with columns that hold their words, or unfolded to one column where none of it would fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.measure import width
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import Look, Text, plain_text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block

__all__ = ["fitted"]

_LETTER = 480  # per mille of the size: an average letter with its share of the spaces
_CRAMPED = 10  # letters: a narrower column holds a word or two a line
_CRAMPED_LINES = 3  # so many lines of a word or two can still be read
_HIGHEST = 600  # per mille of the page: rows that take more leave holes, and soon outgrow it


def fitted(context: Context, table: Table, *, inset: int = 0) -> Table:
    """Widen columns that are narrower than their longest word, or unfold the table if there is no room for that.

    Unfolded, each cell is a row of its own, its column's head in bold before it: large type on a page of common size
    leaves columns of a few letters, in which words would be cut.

    Args:
        context: of the document.
        table: as it would stand in a common size.
        inset: what indents around it take from the measure, mpt.
    """
    measure = context.measure - inset
    columns = [_Column(table, index) for index in range(len(table.widths))]
    needs = [column.need * 1000 // measure + 1 for column in columns]
    if sum(needs) > 1000:
        return _unfolded(table)
    widths = _shares(table.widths, needs)
    room = context.areas.height * _HIGHEST // 1000
    if any(column.cramped(measure * share // 1000) for column, share in zip(columns, widths, strict=True)):
        return _unfolded(table)
    highest = (column.height(measure * share // 1000) for column, share in zip(columns, widths, strict=True))
    if max(highest) > room:
        return _unfolded(table)
    return table if widths == table.widths else replace(table, widths=widths)


class _Column:
    """What stands in one column of a table: the width of its longest word, and its longest text."""

    def __init__(self, table: Table, index: int) -> None:
        self.need = 0
        self._padding = 2 * table.style.padding
        self._longest = (0, 1, 1)  # letters, size, leading
        self._hung = (0, 1, 0)  # letters, size, and what a hang and an indent take
        for row in (*table.head, *table.rows):
            blocks = row.cells[index].blocks if index < len(row.cells) else ()
            texts = [(block.style, _plain(block)) for block in blocks if isinstance(block, Paragraph)]
            for style, text in texts:
                shown = text.upper() if style.uppercase else text
                word = max(shown.split(" "), key=len)
                wide = width(word, style.size, style.font) + style.tracking * len(word)
                self.need = max(self.need, wide + style.hang + style.indent_left + self._padding)
            if texts:
                style = texts[-1][0]
                letters = sum(len(text) for _, text in texts)
                self._longest = max(self._longest, (letters, style.size, style.leading))
                self._hung = max(self._hung, (letters, style.size, style.hang + style.indent_left))

    def height(self, measure: int) -> int:
        """About how high the longest text stands in a column of so many mpt."""
        letters, size, leading = self._longest
        return letters * size * _LETTER // 1000 // max(1, measure - self._padding) * leading

    def cramped(self, measure: int) -> bool:
        """Whether the longest text would trickle down a column of so many mpt, a word or two a line."""
        letters, size, hang = self._hung
        line = max(0, measure - self._padding - hang) * 1000 // (size * _LETTER)
        return line < _CRAMPED and letters > line * _CRAMPED_LINES


def _plain(block: Paragraph) -> str:
    return plain_text(block.inlines)


def _shares(widths: tuple[int, ...], needs: list[int]) -> tuple[int, ...]:
    """Raise shares to what is needed; those with room to spare give, each by what it has to spare."""
    if all(width >= need for width, need in zip(widths, needs, strict=True)):
        return widths
    lacking = sum(max(0, need - width) for width, need in zip(widths, needs, strict=True))
    spare = [max(0, width - need) for width, need in zip(widths, needs, strict=True)]
    given = [part * lacking // sum(spare) for part in spare]
    found = [max(width, need) - gift for width, need, gift in zip(widths, needs, given, strict=True)]
    found[spare.index(max(spare))] += 1000 - sum(found)
    return tuple(found)


def _unfolded(table: Table) -> Table:
    """Set each cell below the one before it, its head before its text; a rule closes what was a row.

    The columns of a grid that is no table are lists of their own, and stand one after the other.
    """
    style = replace(table.style, name=f"{table.style.name}/unfolded", keep_together=False)
    if table.layout:
        cells = [row.cells[index] for index in range(len(table.widths)) for row in table.rows]
        single = tuple(Row((cell,), rule=False) for cell in cells if cell.blocks)
        return replace(table, widths=(1000,), rows=single, style=style)
    heads = [_head(cell) for cell in table.head[0].cells] if table.head else []
    rows: list[Row] = []
    for row in table.rows:
        named = [
            Cell(_named(cell.blocks, heads[index] if index < len(heads) else ""))
            for index, cell in enumerate(row.cells)
            if cell.blocks
        ]
        rows.extend(Row((cell,), rule=cell is named[-1]) for cell in named)
    return replace(table, widths=(1000,), head=(), rows=tuple(rows), style=style, layout=True)


def _head(cell: Cell) -> str:
    return " ".join(_plain(block) for block in cell.blocks if isinstance(block, Paragraph))


def _named(blocks: tuple[Block, ...], head: str) -> tuple[Block, ...]:
    first = blocks[0]
    if not head or not isinstance(first, Paragraph):
        return blocks
    return (
        replace(first, inlines=(Text(f"{head}: ", Look(strong=True)), *first.inlines)),
        *blocks[1:],
    )

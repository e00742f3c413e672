"""In: a table. Out: the same with columns that hold their words, or unfolded to one column where none of it would fit."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import Look, Text, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.typeset import Line

__all__ = ["fitted"]

_CRAMPED = 7  # letters: lines with fewer on the average hold one word
_CRAMPED_LINES = 3  # so many lines of a word or two can still be read
_HIGHEST = 600  # per mille of the page: rows that take more leave holes, and soon outgrow it


def fitted(context: Context, table: Table, *, inset: int = 0) -> Table:
    """Widen columns that are narrower than their widest word, or unfold the table if there is no room for that.

    Unfolded, each cell is a row of its own, its column's head in bold before it: large type on a page of common size
    leaves columns of a few letters, in which words would be cut.

    Args:
        context: of the document.
        table: as it would stand in a common size.
        inset: what indents around it take from the measure, mpt.
    """
    measure = context.measure - inset
    widths = context.drafts.widths(table, measure, lambda: _fitting(context, table, measure))
    if widths is None:
        return _unfolded(table)
    return table if widths == table.widths else replace(table, widths=widths)


def _fitting(context: Context, table: Table, measure: int) -> tuple[int, ...] | None:
    """The widths at which every column holds its widest word and no text trickles; None if there are none."""
    columns = [list(_paragraphs(table, index)) for index in range(len(table.widths))]
    context.measurer.learn(chain.from_iterable(columns))
    needs = [_need(context, table, column) * 1000 // measure + 1 for column in columns]
    if sum(needs) > 1000:
        return None
    widths = _shares(table.widths, needs)
    shown = table if widths == table.widths else replace(table, widths=widths)
    room = context.areas.height * _HIGHEST // 1000
    rows = context.measurer.rows(shown, measure)
    if any(row.height > room or any(map(_cramped, row.cells)) for row in rows):
        return None
    return widths


def _paragraphs(table: Table, index: int) -> Iterator[Paragraph]:
    """The paragraphs that stand in a column."""
    for row in (*table.head, *table.rows):
        for block in row.cells[index].blocks if index < len(row.cells) else ():
            if isinstance(block, Paragraph):
                yield block


def _need(context: Context, table: Table, column: Sequence[Paragraph]) -> int:
    """The width of the widest word in a column with what stands beside it, mpt."""
    widest = 0
    for each in column:
        beside = each.style.hang + each.style.indent_left + each.style.indent_right
        widest = max(widest, context.measurer.word(each.inlines, each.style) + beside)
    return widest + 2 * table.style.padding


def _cramped(lines: Sequence[Line]) -> bool:
    """Whether some text in a cell trickles down its column, a word or two a line."""
    count = letters = 0
    for line in lines:
        count += 1
        letters += sum(len(word.text) + 1 for run in line.runs for word in run.words)
        if line.last:
            if count > _CRAMPED_LINES and letters < _CRAMPED * count:
                return True
            count = letters = 0
    return False


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

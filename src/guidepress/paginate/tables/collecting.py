"""In: a table of blocks at a place. Out: its rows as pieces: columns measured, elements made, rules decided."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.paginate.pieces import Box, Close, Open, TableCell, TableRow

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.document.blocks import Cell, Row, Table
    from guidepress.document.style import Border
    from guidepress.paginate.pieces import Piece
    from guidepress.paginate.place import Collect, CollectingPlace
    from guidepress.paginate.tree import Tree

__all__ = ["collect_table"]


def collect_table(table: Table, place: CollectingPlace, tree: Tree, collect: Collect) -> list[Piece]:
    """Make the pieces of a table at a place, its caption above it.

    Args:
        table: as composed.
        place: the column it stands in.
        tree: takes its elements.
        collect: makes the pieces of blocks: of the caption, of what cells hold.
    """
    style = table.style
    tag = tree.add("Div" if table.layout else "Table", place.parent)
    caption = () if table.caption is None else collect((table.caption,), place.into(tag))
    maker = _Rows(table, place, tree, collect, tag)
    head_tag = tree.add("THead", tag) if table.head and not table.layout else tag
    head = tuple(
        maker.row(row, head_tag, head=True, first=index == 0, last=index == len(table.head) - 1)
        for index, row in enumerate(table.head)
    )
    body_tag = tree.add("TBody", tag) if table.rows and not table.layout else tag
    rows = tuple(
        maker.row(row, body_tag, head=False, first=index == 0 and not head, last=index == len(table.rows) - 1)
        for index, row in enumerate(table.rows)
    )
    box = Box(place.box, style, maker.left, maker.width, head=head)
    return [*caption, Open(box), *head, *_joined(table.rows, rows), Close(box)]


class _Rows:
    """Makes the rows of one table."""

    def __init__(
        self, table: Table, place: CollectingPlace, tree: Tree, collect: Collect, parent: int
    ) -> None:
        style = table.style
        x, width = place.x + style.indent_left, place.measure - style.indent_left - style.indent_right
        edges = [x + width * share // 1000 for share in accumulate(table.widths, initial=0)]
        self._table = table
        self._place = place
        self._tree = tree
        self._collect = collect
        self._edges = edges
        self._lists = tuple(tree.add("L", parent, numbering=each) for each in table.lists)
        tinted = any(cell.background for row in (*table.head, *table.rows) for cell in row.cells)
        self.left, self.width = x, width
        self._inset = table.style.background is not None or tinted

    def row(self, row: Row, parent: int, *, head: bool, first: bool, last: bool) -> TableRow:
        table, style = self._table, self._table.style
        tag = self._tree.add("Div" if table.layout else "TR", parent)
        cells: list[TableCell] = []
        column = 0
        for cell in row.cells:
            until = min(column + cell.column_span, len(self._edges) - 1)
            cells.append(self._cell(cell, tag, column, until, head=head))
            column = until
        under = _line(style.border) if head and last else None
        if under is None and (row.rule or (last and table.layout)):
            under = _line(style.rule_below)
        return TableRow(
            tuple(cells),
            self.left,
            self.width,
            style,
            head,
            _line(style.rule_above) if first else None,
            under,
            style.padding,
            style.padding,
            row.joined,
            row.parted,
        )

    def _cell(self, cell: Cell, row: int, column: int, until: int, *, head: bool) -> TableCell:
        table, tree, edges = self._table, self._tree, self._edges
        scope = cell.header or ("Column" if head else "")
        if table.layout and 0 <= cell.listed < len(self._lists):
            tag = tree.add("LI", self._lists[cell.listed])
        elif table.layout:
            tag = tree.add("Div", row)
        elif scope:
            tag = tree.add("TH", row, scope=scope, column_span=cell.column_span)
        else:
            tag = tree.add("TD", row, column_span=cell.column_span)
        left, right = edges[column], edges[until]
        padding = table.style.padding
        x = left + (padding if column or self._inset else 0)
        end = right - (padding if until < len(edges) - 1 or self._inset else 0)
        pieces = self._collect(cell.blocks, self._place.apart(tag, x, max(end - x, padding)))
        background = cell.background or (table.style.background if head else None)
        return TableCell(tuple(pieces), left, right, background)


def _joined(rows: tuple[Row, ...], made: tuple[TableRow, ...]) -> tuple[TableRow, ...]:
    """Take the white space from between rows that are joined."""
    joins = [bool(row.joined) for row in rows[1:]] + [False]  # whether the row below is joined to it
    return tuple(
        replace(each, above=0 if row.joined else each.above, below=0 if below else each.below)
        if row.joined or below
        else each
        for row, each, below in zip(rows, made, joins, strict=False)
    )


def _line(border: Border) -> tuple[int, Colour] | None:
    return (border.width, border.colour) if border.width else None

"""In: labels, texts and cells. Out: tables: facts beside their labels, strips of facts, and tables with a head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.narrow import fitted
from guidepress.compose.shares import shares
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import Text
from guidepress.document.style import Border

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.document.inlines import Inline

__all__ = ["facts", "ruled", "strip"]

Inlines = tuple["Inline", ...]


def facts(context: Context, entries: Iterable[tuple[str, Inlines]], *, label_share: int = 270) -> Table:
    """Set facts beside their labels, one a row; the label is the row's head."""
    label, value = context.style("fact-label"), context.style("fact-value")
    rows = tuple(
        Row((Cell((Paragraph(label, (Text(name),)),), header="Row"), Cell((Paragraph(value, inlines),))))
        for name, inlines in entries
    )
    return fitted(context, Table((label_share, 1000 - label_share), (), rows, context.style("facts")))


def strip(context: Context, entries: Iterable[tuple[str, Inlines]]) -> Table:
    """Set a few facts side by side, each under its label."""
    label, value = context.style("margin-label"), context.varied("strip", "value", **_PLAIN)
    cells = tuple(
        Cell((Paragraph(label, (Text(name),)), Paragraph(value, inlines))) for name, inlines in entries
    )
    return Table(
        shares(*(1 for _ in cells)), (), (Row(cells, rule=False),), context.style("strip"), layout=True
    )


def ruled(
    context: Context,
    widths: tuple[int, ...],
    head: Iterable[str],
    rows: Iterable[tuple[Inlines, ...]],
    *,
    cell: str = "table-cell",
    whole: bool = False,
) -> Table:
    """Set rows under a head that repeats; the first cell of a row is its head. A `whole` table is not divided."""
    head_style, cell_style = context.style("table-head"), context.style(cell)
    heads = tuple(Cell((Paragraph(head_style, (Text(text),)),), header="Column") for text in head)
    body = tuple(
        Row(
            tuple(
                Cell((Paragraph(cell_style, inlines),) if inlines else (), header="" if index else "Row")
                for index, inlines in enumerate(row)
            )
        )
        for row in rows
    )
    style = context.varied("table", "whole", keep_together=True) if whole else context.style("table")
    return fitted(context, Table(widths, (Row(heads),), body, style))


_PLAIN: dict[str, object] = {
    "rule_above": Border(),
    "rule_below": Border(),
    "padding": 0,
    "space_before": 0,
    "space_after": 0,
}
"""A strip's style without the rules that the strip itself draws."""

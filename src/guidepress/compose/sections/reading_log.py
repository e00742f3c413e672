"""In: the units. Out: a log in which pupils note what they have read, and when; the rest of the page in empty rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.answer_room import RULED
from guidepress.compose.kind import Kind, NoOptions
from guidepress.compose.name_line import name_line
from guidepress.document.blocks import Break, Cell, Paragraph, Row, Table
from guidepress.document.inlines import Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]

_WIDTHS = (260, 140, 330, 270)
"""Shares of the columns: what was read, when, what happened, what is to be asked."""

_ROW = 2 * RULED - 9000
"""mpt: room for two lines in a hand, together with the cell's padding; the leading of an empty cell."""


def reading_log(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> Section | None:
    """Set a row a unit, with its pages; nothing without units."""
    if not guide.units:
        return None
    title = context.labels.text("reading_log")
    heading = context.heading(1, spec.title or title, "h1")
    blocks: list[Block] = []
    for index, rows in enumerate(
        _paged([_row(context, _named(unit, context)) for unit in guide.units], heading, context)
    ):
        if index:
            blocks.append(Break("page"))
        blocks += (name_line(context), _table(context, rows))
    return context.section(spec, title, tuple(blocks))


def _paged(rows: list[Row], heading: Paragraph, context: Context) -> list[list[Row]]:
    """Share rows out over pages, each a leaf with names of its own, and fill the last with empty ones."""
    opened = (name_line(context), _table(context, []))
    _, *heights, empty = (
        row.height
        for row in context.measurer.rows(_table(context, [*rows, _row(context, "")]), context.measure)
    )
    pages: list[list[Row]] = [[]]
    left = context.left((heading, *opened), last=True)
    for row, height in zip(rows, heights, strict=True):
        if height > left and pages[-1]:
            pages.append([])
            left = context.left(opened, last=True)
        pages[-1].append(row)
        left -= height
    pages[-1] += [_row(context, "")] * (left // empty)
    return pages


def _named(unit: Unit, context: Context) -> str:
    pages = unit.pages.replace("-", "–")
    return f"{context.unit_title(unit)} ({pages})" if pages else context.unit_title(unit)


def _row(context: Context, name: str) -> Row:
    empty = Cell((Paragraph(context.varied("totals-cell", "tall", leading=_ROW), (Text("\u00a0"),)),))
    text = (Paragraph(context.style("totals-cell"), (Text(name),)),) if name else ()
    return Row((Cell(text, header="Row"), empty, empty, empty))


def _table(context: Context, rows: list[Row]) -> Table:
    text = context.labels.text
    heads = (text("log-read"), text("date"), text("event"), text("log-asked"))
    style = context.style("totals-head")
    head = Row(tuple(Cell((Paragraph(style, (Text(each),)),), header="Column") for each in heads))
    return Table(_WIDTHS, (head,), tuple(rows), context.varied("totals", "log", keep_together=False))


KIND = Kind(
    "reading-log",
    "A log of what was read and when, a row a unit; the page filled with empty rows",
    NoOptions,
    reading_log,
    handed=True,
)

"""In: the units. Out: a log in which pupils note what they have read, and when; the rest of the page in empty rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.answer_room import RULED
from guidepress.compose.kind import Kind, NoOptions
from guidepress.compose.name_line import name_line
from guidepress.document.blocks import Cell, Paragraph, Row, Table
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
    names = name_line(context)
    rows = [_row(context, _named(unit, context)) for unit in guide.units]
    above = (context.heading(1, spec.title or title, "h1"), names)
    rows += [_row(context, "")] * _missing(rows, above, context)
    return context.section(spec, title, (names, _table(context, rows)))


def _missing(rows: list[Row], above: tuple[Block, ...], context: Context) -> int:
    """How many empty rows fill the last page, as far as one is left."""
    table = _table(context, [*rows, _row(context, "")])
    head, *heights, empty = (row.height for row in context.measurer.rows(table, context.measure))
    page = context.areas.height
    left = context.left((*above, _table(context, [])), last=True)
    for height in heights:
        left = (page - head if height > left else left) - height
    return left // empty


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

"""In: the number of sessions and the units. Out: the reading calendar."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.answer_room import RULED
from guidepress.compose.kind import Kind
from guidepress.compose.tables import ruled
from guidepress.document.blocks import Cell, Paragraph
from guidepress.document.inlines import PageRef, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section, Table
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND", "spread"]


@record
class ScheduleOptions:
    """The options of `schedule`."""

    notes: bool = False
    """Rows to write in, with a column for notes."""


_WHOLE = 20  # sessions: a calendar of so few stays on one page
_WHOLE_TALL = 16  # likewise, of rows to write in
_TALL = RULED  # mpt: the leading of such a row, with the cell's padding 12 mm


def schedule(guide: Guide, spec: SectionSpec[ScheduleOptions], context: Context) -> Section | None:
    """Spread the units over the sessions, with room for the date; if wanted, for notes as well."""
    if guide.schedule is None or not guide.units:
        return None
    labels = context.labels
    length = (
        labels.count("minutes", guide.schedule.minutes).replace(" ", "\u00a0")
        if guide.schedule.minutes
        else ""
    )
    rows = []
    for number, units in enumerate(spread(guide.units, guide.schedule.sessions), 1):
        rows.append(((Text(str(number)),), _reading(units, context), ()))
    head = (
        labels.text("session") + (f" ({length})" if length else ""),
        labels.text("read"),
        labels.text("date"),
    )
    if not spec.options.notes:
        table = ruled(context, (180, 660, 160), head, rows, whole=len(rows) <= _WHOLE)
        return context.section(spec, labels.text("schedule"), (table,))
    heads, noted = (*head, labels.text("my-notes")), [(*row, ()) for row in rows]
    table = ruled(context, (180, 360, 160, 300), heads, noted, whole=len(rows) <= _WHOLE_TALL)
    return context.section(spec, labels.text("schedule"), (_tall(table, context),))


def _tall(table: Table, context: Context) -> Table:
    """Give each row the height that a hand needs; where the table is unfolded there is nothing to write in."""
    if table.layout:
        return table
    style = context.varied("table-cell", "tall", leading=_TALL)
    empty = Cell((Paragraph(style, (Text("\u00a0"),)),))
    rows = tuple(replace(row, cells=(*row.cells[:-1], empty)) for row in table.rows)
    return replace(table, rows=rows)


def spread(units: tuple[Unit, ...], sessions: int) -> list[tuple[tuple[Unit, int, int], ...]]:
    """Share units out evenly: for each session (unit, part, parts).

    With more units than sessions a session has several whole units; with fewer, a unit takes several sessions.
    """
    if len(units) >= sessions:
        cuts = [len(units) * index // sessions for index in range(sessions + 1)]
        return [tuple((unit, 1, 1) for unit in units[low:high]) for low, high in itertools.pairwise(cuts)]
    cuts = [sessions * index // len(units) for index in range(len(units) + 1)]
    return [
        ((unit, part + 1, high - low),)
        for unit, low, high in zip(units, cuts, cuts[1:], strict=False)
        for part in range(high - low)
    ]


def _reading(units: tuple[tuple[Unit, int, int], ...], context: Context) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for unit, part, parts in units:
        link = context.link(unit.id)
        share = context.labels.text("unit-part", n=str(part), total=str(parts)).replace(" ", "\u00a0")
        name = f"{context.unit_title(unit)}, {share}" if parts > 1 else context.unit_title(unit)
        if inlines:
            inlines.append(Text("; "))
        inlines.append(Text(name, link=link))
        if link:
            page = context.labels.text("page")
            opening = Text(f"\u00a0({page}\u00a0")  # no page stands alone on a line
            inlines.extend((opening, PageRef(unit.id, link=link), Text(")")))
    return tuple(inlines)


KIND = Kind(
    "schedule",
    "The reading calendar",
    ScheduleOptions,
    schedule,
    front=True,
)

"""In: the bytes of an Excel workbook. Out: the Grid of each of its sheets that can be seen."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from guidepress.base.diagnostics import Span
from guidepress.base.limits import ROSTER_ROWS
from guidepress.exchange.sheets.workbooks import opened_sheets
from guidepress.export.roster.grids import Grid, GridRow, cleaned, refuse_larger

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["read_workbook", "sheet_names"]

_ZEROS = re.compile(r"0+")
"""A number format that is nothing but digits which are always shown: 00000."""


def read_workbook(data: bytes, file: str) -> dict[str, Grid]:
    """Read a workbook (XLSX); formulas count as the values that Excel saved with them.

    Returns:
        Grids by the names of their sheets, those that are hidden left out.

    Raises:
        FaultsFound: it is no workbook of that kind, or one of its sheets has more rows or columns than any roster.
    """
    with opened_sheets(data, file) as sheets:
        return {
            sheet.title: Grid(f"{file}[{sheet.title}]", "Excel workbook", tuple(_rows(sheet, file)))
            for sheet in sheets
            if sheet.sheet_state == "visible"
        }


def sheet_names(grids: Iterable[str]) -> str:
    """Name sheets in a message."""
    return ", ".join(f'"{name}"' for name in grids)


def _rows(sheet: Any, file: str) -> Iterable[GridRow]:  # noqa: ANN401 - a read-only sheet has no public type
    for line, cells in enumerate(sheet.iter_rows(max_row=ROSTER_ROWS + 1), 1):
        refuse_larger(f'The sheet "{sheet.title}"', line, len(cells), Span(file, line, 1))
        yield GridRow(line, tuple(_text(cell) for cell in cells))


def _text(cell: Any) -> str:  # noqa: ANN401 - likewise
    """A cell as Excel shows it: zeros that the format puts in front stand there, whole numbers have no point."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        if isinstance(value, float) and not value.is_integer():
            return repr(value)
        shape = str(cell.number_format)
        return str(int(value)).zfill(len(shape) if _ZEROS.fullmatch(shape) else 0)
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return cleaned(str(value))

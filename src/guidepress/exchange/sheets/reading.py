"""In: a CSV file or an Excel workbook. Out: its rows, each with its number."""

from __future__ import annotations

import csv
import io
from itertools import islice
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Span, fault
from guidepress.base.limits import QUESTION_ROWS
from guidepress.base.record import record
from guidepress.exchange.doors import FileKind, expect, read_text
from guidepress.exchange.sheets.workbooks import opened_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SheetRow", "read_rows"]

_WORKBOOK: tuple[FileKind, ...] = ("xlsx",)
_SEPARATORS = ",;\t|"

_HEAD, _SAMPLE = 100_000, 40
"""Signs and rows by which the separator is told."""

_MOST_CELLS = 100
"""Columns of a row that are read; a sheet of questions has twenty."""


@record
class SheetRow:
    """A row: its number in the file, counted from 1, and its cells without spaces at their ends."""

    number: int
    cells: tuple[str, ...]


def read_rows(name: str, data: bytes) -> tuple[SheetRow, ...]:
    """Read the rows that hold something; of a workbook, those of the first sheet that has any.

    Raises:
        FaultsFound: it is neither, damaged, dangerous, or too large.
    """
    if data.startswith(b"PK"):
        expect(data, name, _WORKBOOK, "an Excel workbook")
        rows = _workbook(data, name)
    else:
        text = read_text(data, name)
        separator = _separator(text)
        reader = csv.reader(io.StringIO(text), delimiter=separator)
        try:
            rows = tuple(
                _row(reader.line_num, tuple(map(str.strip, cells)), name)
                for cells in islice(reader, QUESTION_ROWS + 1)
            )
        except csv.Error as problem:
            message = f"The table cannot be read: {problem}."
            raise fault(
                "damaged-table", message, "Save it as CSV UTF-8.", Span(name, reader.line_num, 1)
            ) from problem
    if len(rows) > QUESTION_ROWS:
        raise fault("file-too-large", f"{name} has more than {QUESTION_ROWS:,} rows.", "Divide it.")
    return tuple(row for row in rows if any(row.cells))


def _separator(text: str) -> str:
    """What parts the cells: the sign that parts most of the first rows into the same number of them, two or more."""

    def worth(sign: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(text[:_HEAD]), delimiter=sign)
        widths = [len(row) for row, _ in zip(reader, range(_SAMPLE), strict=False) if row]
        usual = max(set(widths), key=widths.count, default=0)
        return (widths.count(usual) / len(widths), usual) if usual > 1 else (0.0, 0)

    return max(_SEPARATORS, key=worth)


def _workbook(data: bytes, name: str) -> tuple[SheetRow, ...]:
    found: tuple[SheetRow, ...] = ()
    with opened_sheets(data, name) as sheets:
        for sheet in sheets:
            found = tuple(_rows(sheet.iter_rows(max_row=QUESTION_ROWS + 1, values_only=True), name))
            if any(any(row.cells) for row in found):
                break
    return found


def _rows(values: Iterator[tuple[object, ...]], name: str) -> Iterator[SheetRow]:
    for number, row in enumerate(values, 1):
        yield _row(number, tuple(map(_text, row)), name)


def _row(line: int, cells: tuple[str, ...], name: str) -> SheetRow:
    """A row; one that says something beyond the last cell of any question is refused."""
    if any(cells[_MOST_CELLS:]):
        message = f"A row has more than {_MOST_CELLS} cells."
        raise fault("file-too-large", message, "Delete what is no part of a question.", Span(name, line, 1))
    return SheetRow(line, cells[:_MOST_CELLS])


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()

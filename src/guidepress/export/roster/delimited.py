"""In: the bytes of a CSV file, of any kind that spreadsheets write. Out: its Grid."""

from __future__ import annotations

import csv
import io
import re

from guidepress.base.diagnostics import Span, fault
from guidepress.base.encodings import text_of
from guidepress.base.limits import ROSTER_COLUMNS
from guidepress.export.roster.grids import Grid, GridRow, cleaned, refuse_larger
from guidepress.export.roster.headings import recognised

__all__ = ["read_delimited"]

_SAVE = 'Save it as "CSV UTF-8", or name its encoding (cp1250, cp1251, cp1253 …).'

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}

_TRIED = 25
"""Rows in which the headings are looked for: titles and empty rows stand above them, no more."""

_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""Excel's own line above the headings."""


def read_delimited(data: bytes, file: str, encoding: str = "") -> Grid:
    """Read a CSV file: delimiter and encoding are found out.

    Raises:
        FaultsFound: it cannot be decoded, a quotation mark is not closed, or it is larger than any roster.
    """
    text, coded = text_of(data, file, encoding, save=_SAVE)
    said = _SAID.match(text)
    skipped = 1 if said else 0
    body = text[said.end() :] if said else text
    delimiter = said[1] if said else _delimiter(body)
    rows = tuple(_rows(body, delimiter, file, skipped))
    return Grid(file, f"CSV, {coded}, {_DELIMITERS.get(delimiter, repr(delimiter))}", rows)


def _rows(text: str, delimiter: str, file: str, skipped: int) -> list[GridRow]:
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True
    )
    rows: list[GridRow] = []
    line = 1
    try:
        for cells in reader:
            refuse_larger("The table", len(rows) + 1, len(cells), Span(file, line + skipped, 1))
            rows.append(GridRow(line + skipped, tuple(map(cleaned, cells))))
            line = reader.line_num + 1
    except csv.Error as error:
        what = "is not closed" if "end of data" in str(error) else "stands in the middle of a cell"
        message = f"A quotation mark that opens a cell of this row {what}."
        hint = "Close it, or double those that belong to the text."
        raise fault("quotation-mark", message, hint, Span(file, line + skipped, 1)) from error
    return rows


def _delimiter(text: str) -> str:
    """The delimiter by which most headings are understood; of equals, the one that makes most cells."""

    def worth(delimiter: str) -> tuple[int, int]:
        lines = text.splitlines(keepends=True)[:_TRIED]
        best = (0, 0)
        for line in lines:
            try:
                cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])[
                    :ROSTER_COLUMNS
                ]
            except csv.Error:
                continue
            best = max(best, (sum(map(recognised, map(cleaned, cells))), len(cells)))
        return best

    return max(_DELIMITERS, key=worth)

"""In: heads and rows. Out: a table as spreadsheets open it: CSV in UTF-8 with a byte order mark."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["as_table"]

_FORMULAS = ("=", "+", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula; a minus alone is none, and numbers begin with it."""


def as_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a table; several values of a cell are joined by bars."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    """Keep a spreadsheet from taking a text for a formula: Excel shows the apostrophe to nobody."""
    if isinstance(value, tuple):
        value = " | ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULAS) else value

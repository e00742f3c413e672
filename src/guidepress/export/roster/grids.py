"""A table of texts as a file has it, before anybody knows what its columns mean."""

from __future__ import annotations

import re
import unicodedata

from guidepress.base.diagnostics import Span, fault
from guidepress.base.limits import ROSTER_COLUMNS, ROSTER_ROWS
from guidepress.base.record import record

__all__ = ["Grid", "GridRow", "cleaned", "refuse_larger"]

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""Characters that spreadsheets and web pages leave in cells and nobody sees; joiners within words stay."""

_FORMULA = re.compile(r'="(.*)"', re.DOTALL)
"""How a CSV file keeps Excel from taking a text for a number: ="00123"."""


def cleaned(text: str) -> str:
    """Take out of a cell what nobody sees: marks of direction, doubled and no-break spaces, the wrapping ="…"."""
    found = _FORMULA.fullmatch(text.strip())
    plain = _UNSEEN.sub("", found[1].replace('""', '"') if found else text)
    return unicodedata.normalize("NFC", " ".join(plain.split()))


@record
class GridRow:
    """A row: its number in the file, from 1, and its cells, cleaned."""

    line: int
    cells: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether no cell says anything."""
        return not any(self.cells)


@record
class Grid:
    """A table.

    Attributes:
        file: where it stands; a member of a folder or archive goes by both names.
        form: how it was read, in words ("CSV, UTF-8, semicolons").
        rows: all of them, those of headings among them.
    """

    file: str
    form: str
    rows: tuple[GridRow, ...]

    def place(self, row: GridRow, cell: int = 0) -> Span:
        """The place of a cell, counted from 0, as faults name it: row and cell from 1."""
        return Span(self.file, row.line, cell + 1)


def refuse_larger(what: str, rows: int, columns: int, place: Span) -> None:
    """Refuse a table with more rows or columns than pupils fill.

    Args:
        what: names it, as a sentence begins.
        rows: so many have been read, the one at hand included.
        columns: of that row.
        place: of that row.

    Raises:
        FaultsFound: it has more.
    """
    if rows > ROSTER_ROWS or columns > ROSTER_COLUMNS:
        message = f"{what} has more than {ROSTER_ROWS:,} rows or {ROSTER_COLUMNS:,} columns."
        hint = "Delete what stands far from the pupils, or divide it."
        raise fault("sheet-too-large", message, hint, place)

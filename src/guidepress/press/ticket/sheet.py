"""In: rows of a sheet. Out: the sheet as CSV that spreadsheets open."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.press.ticket.facts import TicketFacts

__all__ = ["cells", "names_of"]

_MARK = "\ufeff"
"""By which spreadsheets know that a text is UTF-8."""


def cells(rows: Iterable[tuple[str, ...]]) -> bytes:
    """Write rows as CSV; a text that a spreadsheet would take for a formula stays a text."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_harmless(cell) for cell in row] for row in rows)
    return (_MARK + out.getvalue()).encode()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell


def names_of(facts: TicketFacts, scheme: str) -> str:
    """The codes of a scheme of subjects, in order."""
    return "; ".join(code for known, code in facts.subjects if known == scheme)

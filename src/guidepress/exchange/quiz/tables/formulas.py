"""In: rows for a CSV file. Out: warnings of cells that a spreadsheet would take for formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.report import Loss
from guidepress.exchange.sheets.writing import FORMULAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["formulas_told"]


def formulas_told(rows: Iterable[Sequence[str]]) -> Iterator[Loss]:
    """Name each row with a cell that begins as a formula does; its text is not changed, since pupils read it."""
    for number, row in enumerate(rows, 1):
        cell = next((cell for cell in row if cell.startswith(FORMULAS)), "")
        if cell:
            why = "a spreadsheet may take it for a formula: import the file without opening it there"
            yield Loss(f"row {number}", f'the cell "{cell[:40]}"', why)

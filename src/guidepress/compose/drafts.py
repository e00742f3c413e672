"""What compose worked out for a document, for the next document, which mostly says the same.

Two things take most of composing: reading the markup of texts, and setting tables to see whether their columns hold
what stands in them. Both hang on the text and the layout alone. What is kept holds no places, since those move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.guide.markdown import parse_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.document.blocks import Table
    from guidepress.guide.markdown import MdDocument
    from guidepress.guide.model import Markdown
    from guidepress.labels.typography import Typography

__all__ = ["Drafts", "Widths"]

Widths: TypeAlias = "tuple[int, ...] | None"
"""Shares of the measure, a column; None for a table that is unfolded into one."""

_TableKey: TypeAlias = tuple[int, str, int, tuple[int, ...]]
"""What tables must have in common before they are compared: measure, style, rows, columns."""


class Drafts:
    """Texts that were read and tables that were fitted, those of the last document and of the one at hand."""

    def __init__(self) -> None:
        self._language = ""
        self._texts: dict[str, MdDocument] = {}
        self._old_texts: dict[str, MdDocument] = {}
        self._tables: dict[_TableKey, list[tuple[Table, Widths]]] = {}
        self._old_tables: dict[_TableKey, list[tuple[Table, Widths]]] = {}

    def begin(self, language: str) -> None:
        """Begin a document; what the one before the last needed, and the last did not, is forgotten."""
        same = language == self._language
        self._language = language
        self._old_texts, self._texts = self._texts if same else {}, {}
        self._old_tables, self._tables = self._tables if same else {}, {}

    def read(self, field: Markdown, typography: Typography) -> MdDocument:
        """Parse a text field, or remember how it was parsed; one with faults is parsed anew, for their places."""
        known = self._texts.get(field.source) or self._old_texts.get(field.source)
        if known is None:
            known = parse_markdown(field, typography)
            if known.faults:
                return known
        self._texts[field.source] = known
        return known

    def widths(self, table: Table, measure: int, fit: Callable[[], Widths]) -> Widths:
        """The widths at which a table fits its measure, mpt, or those that it was found to fit at."""
        key = measure, table.style.name, len(table.rows), table.widths
        for tables in (self._tables, self._old_tables):
            for known, found in tables.get(key, ()):
                if known == table:
                    if tables is self._old_tables:
                        self._tables.setdefault(key, []).append((known, found))
                    return found
        widths = fit()
        self._tables.setdefault(key, []).append((table, widths))
        return widths

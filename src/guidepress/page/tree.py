"""The logical structure of a book: one flat record an element.

Roles are the standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4): Document, Part, Sect, Div, BlockQuote,
Caption, TOC, TOCI, Index, P, H1-H6, L, LI, Lbl, LBody, Table, TR, TH, TD, THead, TBody, Span, Quote, Note,
Reference, Link and Figure. Aside, Em and Strong are of PDF 2.0; a role map says what readers of 1.7 take them for.
"""

from __future__ import annotations

from guidepress.base.record import record

__all__ = ["Node"]


@record
class Node:
    """One structure element.

    Attributes:
        role: a standard structure type.
        parent: index of the parent in `Book.tree`; the root (index 0, "Document") has -1.
        title: /T, for people who look at the tags.
        alt: alternative text; Figure must have it.
        language: BCP 47 tag where it differs from the book's, else "".
        identifier: /ID, unique; Note must have it.
        scope: "Column", "Row" or "Both" for TH.
        column_span: how many columns a TH or TD takes.
        numbering: ListNumbering for L ("Decimal", "Disc", "None" …), else "".
    """

    role: str
    parent: int
    title: str = ""
    alt: str = ""
    language: str = ""
    identifier: str = ""
    scope: str = ""
    column_span: int = 1
    numbering: str = ""

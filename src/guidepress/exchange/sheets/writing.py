"""In: rows of texts. Out: an Excel workbook or a CSV file, the same bytes for the same rows.

Every cell of a workbook is a text, so that no program takes one that begins with "=" for a formula.
"""

from __future__ import annotations

import csv
import io
from html import escape
from typing import TYPE_CHECKING

from guidepress.exchange.quiz.packages.zipping import zipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["FORMULAS", "as_csv", "as_workbook"]

FORMULAS = ("=", "+", "-", "@", "\t")
"""What a spreadsheet takes for the beginning of a formula in a CSV file."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
    f'Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)


def as_csv(rows: Iterable[Sequence[str]], *, mark: bool = False) -> bytes:
    """Write rows as CSV in UTF-8, each line ending with CR and LF.

    Args:
        rows: texts.
        mark: a byte order mark stands in front, by which Excel knows UTF-8.
    """
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig" if mark else "utf-8")


def as_workbook(rows: Iterable[Sequence[str]], sheet: str) -> bytes:
    """Write rows as the one sheet of a workbook (ECMA-376, SpreadsheetML).

    Args:
        rows: texts; "" is an empty cell.
        sheet: its name.
    """
    shared: dict[str, int] = {}
    lines = []
    count = 0
    for number, row in enumerate(rows, 1):
        cells = []
        for column, text in enumerate(row):
            if text:
                count += 1
                index = shared.setdefault(text, len(shared))
                cells.append(f'<c r="{_letters(column)}{number}" t="s"><v>{index}</v></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    texts = "".join(f'<si><t xml:space="preserve">{_clean(text)}</t></si>' for text in shared)
    book = (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{escape(sheet[:31])}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _BOOK_RELATIONS,
        "xl/worksheets/sheet1.xml": (
            f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
        ),
        "xl/sharedStrings.xml": (
            f'{_HEAD}<sst xmlns="{_MAIN}" count="{count}" uniqueCount="{len(shared)}">{texts}</sst>'
        ),
    }
    return zipped((name, part.encode()) for name, part in parts.items())


def _clean(text: str) -> str:
    """A text as XML can hold it."""
    return escape("".join(sign for sign in text if sign >= " " or sign in "\n\t"), quote=False)


def _letters(column: int) -> str:
    """The name of a column, counted from 0: A, B … Z, AA."""
    made = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        made = chr(65 + rest) + made
    return made

"""Rosters for tests: files, folders and archives as schools have them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from openpyxl import Workbook

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.roster import Roster, read_roster

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["archive", "faults", "folder", "warned", "workbook", "written"]


def written(folder: Path, text: str, *, encoding: str = "utf-8", name: str = "class.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def folder(place: Path, tables: Mapping[str, str]) -> Path:
    place.mkdir(exist_ok=True)
    for name, text in tables.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def archive(place: Path, tables: Mapping[str, str]) -> Path:
    path = place / "export.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name, text in tables.items():
            made.writestr(name, text)
    return path


def workbook(place: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    path = place / "class.xlsx"
    path.write_bytes(data.getvalue())
    return path


def faults(path: Path) -> list[str]:
    """What is wrong with a roster, each fault from its row on: "3:1: error: …"."""
    try:
        read_roster(path)
    except FaultsFound as found:
        return [str(each).removeprefix(f"{path}:") for each in found.diagnostics]
    return []


def warned(roster: Roster) -> list[str]:
    return [f"{each.span.line if each.span else 0}: {each.message}" for each in roster.diagnostics]

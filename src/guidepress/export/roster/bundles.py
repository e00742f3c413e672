"""In: a file, folder or archive. Out: a Bundle: the tables in it, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.reading import read_file
from guidepress.base.record import record
from guidepress.exchange.doors import Limits, open_archive
from guidepress.export.roster.delimited import read_delimited
from guidepress.export.roster.grids import cleaned
from guidepress.export.roster.sorting import headings_of
from guidepress.export.roster.workbooks import read_workbook, sheet_names

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.export.roster.grids import Grid

__all__ = ["Bundle", "open_bundle"]

_LIMITS = Limits(entry=200_000_000, unpacked=600_000_000)
"""The largest table is that of a district with a million pupils."""

_TABLES = (".csv", ".tsv", ".txt")
_OLD = b"\xd0\xcf\x11\xe0"
"""How Excel's files of before 2007 begin, and those with a password."""


@record
class Bundle:
    """Tables that were found together.

    Attributes:
        file: the file, folder or archive.
        grids: by the name of the file without its ending, in small letters; a single file has one.
    """

    file: str
    grids: dict[str, Grid]

    def headings(self, name: str) -> frozenset[str]:
        """The headings of a table as they stand, its first row; none where there is no such table."""
        grid = self.grids.get(name)
        return frozenset(grid.rows[0].cells) if grid is not None and grid.rows else frozenset()

    def records(self, name: str) -> list[tuple[int, dict[str, str]]]:
        """The rows of a table by heading, each with its number; its first row holds the headings."""
        grid = self.grids[name]
        headings = grid.rows[0].cells
        return [
            (row.line, dict(zip(headings, (*row.cells, *[""] * len(headings)), strict=False)))
            for row in grid.rows[1:]
            if not row.empty
        ]


def open_bundle(path: Path, *, encoding: str = "", sheet: str = "") -> Bundle:
    """Read all tables of a file, a folder or a ZIP archive.

    Args:
        path: where.
        encoding: of text files; "" finds out.
        sheet: of a workbook; "" takes the one that has names.

    Raises:
        FaultsFound: there is none, or one that nobody can read.
    """
    try:
        if path.is_dir():
            found = {each.name: read_file(each) for each in sorted(path.iterdir()) if _table(each.name)}
            return _several(str(path), found, encoding)
        data = read_file(path)
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise fault("unreadable-roster", f"The roster {path} cannot be read: {reason}.") from problem
    return _of_bytes(str(path), data, (encoding, sheet))


def _of_bytes(file: str, data: bytes, asked: tuple[str, str]) -> Bundle:
    encoding, sheet = asked
    if data.startswith(_OLD):
        message = f"{file} is a workbook of Excel before 2007, or has a password."
        raise fault("old-workbook", message, "Save it as .xlsx without a password, or as CSV UTF-8.")
    if data.startswith(b"PK"):
        members = _members(file, data)
        if members is None:
            return Bundle(file, {"": _sheet(read_workbook(data, file), file, sheet)})
        return _several(file, members, encoding)
    return Bundle(file, {"": read_delimited(data, file, encoding)})


def _members(file: str, data: bytes) -> dict[str, bytes] | None:
    """The tables of an archive by name; None for a workbook, which is one too."""
    archive = open_archive(data, file, limits=_LIMITS)
    if "[Content_Types].xml" in archive:
        return None
    if "mimetype" in archive:
        message = f"{file} is an OpenDocument file."
        raise fault("wrong-format", message, "Save it as .xlsx, or as CSV UTF-8.")
    tables = [name for name in archive.names if _table(name)]
    return {cleaned(name.rpartition("/")[2]): archive.read(name) for name in tables}


def _several(file: str, found: dict[str, bytes], encoding: str) -> Bundle:
    if not found:
        raise fault("no-tables", f"There is no CSV file in {file}.", "Name the folder of the export.")
    return Bundle(
        file,
        {
            name.rpartition(".")[0].casefold(): read_delimited(data, f"{file}/{name}", encoding)
            for name, data in found.items()
        },
    )


def _sheet(sheets: dict[str, Grid], file: str, wanted: str) -> Grid:
    """The sheet that was asked for, or the only one that has names."""
    if wanted:
        if wanted not in sheets:
            message = f'There is no sheet "{wanted}" in {file}.'
            raise fault("unknown-sheet", message, f"Its sheets are {sheet_names(sheets)}.")
        return sheets[wanted]
    good = [name for name, grid in sheets.items() if headings_of(grid)]
    if len(good) > 1:
        message = f"Several sheets of {file} hold names: {sheet_names(good)}."
        raise fault("several-sheets", message, "Name the one to read with --sheet, or as `sheet` in the job.")
    name = good[0] if good else next(iter(sheets), "")
    if not name:
        raise fault("empty-roster", f"The workbook {file} has no sheet that can be seen.")
    return sheets[name]


def _table(name: str) -> bool:
    plain = name.rpartition("/")[2]
    return plain.lower().endswith(_TABLES) and not plain.startswith(".")

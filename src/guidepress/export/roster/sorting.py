"""In: a Grid. Out: the Roster that it is, each row a pupil or a sentence that says why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic, FaultsFound, errors_in, fault
from guidepress.base.record import record
from guidepress.export.roster.headings import parts_of, recognised
from guidepress.export.roster.naming import misread, named
from guidepress.export.roster.pupils import ColumnUse, Pupil, Roster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guidepress.base.diagnostics import Severity
    from guidepress.export.roster.grids import Grid, GridRow

    PseudoRow: TypeAlias = Callable[[dict[str, str], GridRow], str]

__all__ = ["headings_of", "roster_of"]

_TRIED = 25
"""Rows in which the headings are looked for: titles and empty rows stand above them, no more."""

_NAMES = frozenset({"given", "family", "name", "listed"})
_STUDENTS = frozenset({"", "student", "students", "pupil", "learner", "studentenrollment", "elev", "schüler"})
_GONE = frozenset({"tobedeleted", "deleted", "inactive", "completed", "false", "concluded", "withdrawn"})
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+")
"""What Excel makes of long numbers: 1.23457E+11."""


@record
class _Seen:
    """The headings of a grid: the row, and the part that each column gives."""

    row: GridRow
    parts: tuple[str, ...]


def headings_of(grid: Grid) -> GridRow | None:
    """Find the row of headings: the first in which a name has a column, and all that say anything are not one cell."""
    for row in grid.rows[:_TRIED]:
        if _NAMES & {*parts_of(row.cells)}:
            return row
    return None


def roster_of(grid: Grid, pseudo: PseudoRow | None = None, form: str = "") -> Roster:
    """Read a grid.

    Args:
        grid: what the file holds.
        pseudo: says what a row is that is no pupil ("Canvas's test student"), "" for a pupil; gets its cells by part,
            and the row.
        form: what the grid was taken for, instead of how its file is written.

    Raises:
        FaultsFound: it has no column of names, or rows that nobody can read, each with its place.
    """
    seen = _headings(grid)
    found: list[Diagnostic] = []
    pupils = tuple(_pupils(grid, seen, pseudo, found))
    found += _doubles(pupils)
    if errors_in(found):
        raise FaultsFound(sorted(errors_in(found), key=lambda each: each.span.line if each.span else 0))
    if not pupils:
        raise fault("no-pupils", "The roster has headings, and no pupils.", "", grid.place(seen.row))
    used = zip(seen.row.cells, seen.parts, strict=True)
    kinds = [(heading, part) for heading, part in used if heading]
    return Roster(
        grid.file,
        form or grid.form,
        pupils,
        tuple(ColumnUse(heading, part) for heading, part in kinds if part not in {"", "unneeded"}),
        tuple(heading for heading, part in kinds if part == "unneeded"),
        tuple(heading for heading, part in kinds if not part),
        tuple(found),
    )


def _headings(grid: Grid) -> _Seen:
    row = headings_of(grid)
    if row is not None:
        return _Seen(row, parts_of(row.cells))
    filled = [row for row in grid.rows if not row.empty]
    if not filled:
        raise fault("empty-roster", f"The file {grid.file} is empty.", "Name the file with the pupils.")
    known = sum(map(recognised, filled[0].cells))
    message = "No column is known as that of the names."
    if known:
        message = "There are headings, and none of them is known as that of the names."
    hint = 'Put headings above the columns: "Last name" and "First name", or "Name".'
    raise fault("no-names", message, hint, grid.place(filled[0]))


def _pupils(grid: Grid, seen: _Seen, pseudo: PseudoRow | None, found: list[Diagnostic]) -> Iterator[Pupil]:
    empty: list[GridRow] = []
    for row in grid.rows:
        if row.line <= seen.row.line:
            continue
        if row.empty:
            empty.append(row)
            continue
        if any(row.cells[len(seen.parts) :]):
            message = f"This row has {len(row.cells)} cells, and there are {len(seen.parts)} headings."
            hint = "A cell that holds a comma stands in quotation marks."
            found.append(Diagnostic("error", "ragged-row", message, hint, grid.place(row, len(seen.parts))))
            continue
        cells = {part: cell for part, cell in zip(seen.parts, row.cells, strict=False) if part}
        away = (pseudo(cells, row) if pseudo else "") or _passed_over(cells)
        if away:
            found.append(_warning("row-left-out", f"The row is left out: it is {away}.", grid, row))
            continue
        pupil = _pupil(cells, grid, row, found)
        if pupil is not None:
            yield pupil
    last = max((row.line for row in grid.rows if not row.empty), default=0)
    found += [_warning("empty-row", "The row is empty.", grid, row) for row in empty if row.line < last]


def _passed_over(cells: dict[str, str]) -> str:
    if cells.get("role", "").casefold() not in _STUDENTS:
        return f'no pupil but has the role "{cells["role"]}"'
    if cells.get("status", "").casefold() in _GONE:
        return f'marked "{cells["status"]}"'
    return ""


def _pupil(cells: dict[str, str], grid: Grid, row: GridRow, found: list[Diagnostic]) -> Pupil | None:
    name = named(cells)
    if name.fault:
        hint = "Correct the row, or take it out."
        found.append(Diagnostic("error", "no-name", name.fault, hint, grid.place(row)))
        return None
    number = cells.get("number", "")
    if _SHORTENED.fullmatch(number):
        message = "Excel has shortened the number of this row, and its last figures are lost."
        found.append(_warning("shortened-number", message, grid, row))
    if misread(name.whole):
        message = "The name looks like UTF-8 that was read as Windows-1252, and saved."
        found.append(_warning("misread-name", message, grid, row))
    return Pupil(
        name.given,
        name.family,
        name.whole,
        number,
        cells.get("group", ""),
        cells.get("seat", ""),
        cells.get("version", "").upper(),
        grid.place(row),
    )


def _doubles(pupils: tuple[Pupil, ...]) -> Iterator[Diagnostic]:
    """Warn of two pupils that no reader of a list can tell apart, and of a number that two have."""
    names: dict[tuple[str, str], dict[tuple[str, str], Pupil]] = {}
    numbers: dict[tuple[str, str], Pupil] = {}
    for pupil in pupils:
        alike = names.setdefault((pupil.name.casefold(), pupil.group), {})
        if alike:
            same = alike.get((pupil.number, pupil.seat))
            told = "their numbers or seats tell them apart" if same is None else "nothing tells them apart"
            line = (same or next(iter(alike.values()))).span.line
            message = f"The name is that of row {line} as well; {told}."
            yield _said("warning", "same-name", message, pupil)
        alike.setdefault((pupil.number, pupil.seat), pupil)
        if pupil.number:
            other = numbers.setdefault((pupil.number, pupil.group), pupil)
            if other is not pupil and other.name.casefold() != pupil.name.casefold():
                message = f"The number is that of row {other.span.line} as well, who has another name."
                yield _said("warning", "same-number", message, pupil)


def _said(severity: Severity, code: str, message: str, pupil: Pupil) -> Diagnostic:
    return Diagnostic(severity, code, message, "", pupil.span)


def _warning(code: str, message: str, grid: Grid, row: GridRow) -> Diagnostic:
    return Diagnostic("warning", code, message, "", grid.place(row))

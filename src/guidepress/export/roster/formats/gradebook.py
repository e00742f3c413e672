"""Canvas's gradebook, which a teacher can export: "Last, First" names, columns of marks, rows that are no pupils.

The row below the headings gives the points possible, in the language of the school; it has no identifier, as no row has
that is no pupil. Another may be the student that Canvas has for trying out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.export.roster.formats.form import RosterForm
from guidepress.export.roster.grids import Grid, GridRow
from guidepress.export.roster.pupils import ColumnUse
from guidepress.export.roster.sorting import roster_of

if TYPE_CHECKING:
    from guidepress.export.roster.bundles import Bundle
    from guidepress.export.roster.pupils import Roster

__all__ = ["GRADEBOOK"]

_TEST = frozenset({"student, test", "test student", "test, student"})
_OWN = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")


def _fits(bundle: Bundle) -> bool:
    return len(bundle.grids) == 1 and {"Student", "ID", "Section"} <= bundle.headings(
        next(iter(bundle.grids))
    )


def _read(bundle: Bundle) -> Roster:
    (grid,) = bundle.grids.values()
    headings = grid.rows[0].cells
    number = "SIS User ID" if "SIS User ID" in headings else "ID"
    known = {"Student": "Student", "Section": "Section", number: "student number"}
    shown = tuple(known.get(each, "") for each in headings)
    used = Grid(grid.file, grid.form, (GridRow(grid.rows[0].line, shown), *grid.rows[1:]))
    identifier = headings.index("ID")

    def pseudo(cells: dict[str, str], row: GridRow) -> str:
        if cells.get("name", "").casefold() in _TEST:
            return "Canvas's test student"
        return "" if row.cells[identifier : identifier + 1] not in {(), ("",)} else "no pupil: it has no ID"

    roster = roster_of(used, pseudo, "Canvas gradebook")
    marks = [each for each in headings if each and each not in _OWN]
    columns = tuple(
        ColumnUse(number if each.part == "number" else each.heading, each.part) for each in roster.columns
    )
    unneeded = tuple(
        each for each in _OWN if each in headings and each not in {use.heading for use in columns}
    )
    return replace(roster, columns=columns, unneeded=(*unneeded, *marks))


GRADEBOOK = RosterForm("Canvas gradebook", _fits, _read)

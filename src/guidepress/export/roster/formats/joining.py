"""In: tables of pupils, of classes, and of who is in which. Out: one Roster; the exports of systems are made so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, Span
from guidepress.base.record import record, replace
from guidepress.export.roster.grids import Grid, GridRow
from guidepress.export.roster.sorting import roster_of

if TYPE_CHECKING:
    from guidepress.export.roster.bundles import Bundle
    from guidepress.export.roster.pupils import Roster

__all__ = ["Linked", "joined"]

_GONE = frozenset({"tobedeleted", "deleted", "inactive", "completed", "false"})
_GROUP = "class"


@record
class Linked:
    """Where a system keeps what.

    Attributes:
        form: its name.
        people: the table of pupils.
        person: its column of identifiers.
        kept: those of its columns that are read, besides.
        groups, group, title: the table of classes, its column of identifiers, and of names.
        links: the table of who is in which.
        member, of: its columns: the pupil, the class.
        role: its column of roles; "" where it has pupils alone.
    """

    form: str
    people: str
    person: str
    kept: tuple[str, ...]
    groups: str
    group: str
    title: str
    links: str
    member: str
    of: str
    role: str = "role"


def joined(bundle: Bundle, linked: Linked, only: frozenset[str] | None = None) -> Roster:
    """Make a roster of tables that belong together: a row for each pupil in each class.

    Args:
        bundle: the tables.
        linked: where what is.
        only: identifiers of those who are pupils, where another table says so.

    Raises:
        FaultsFound: no pupil is in any class, or a row cannot be read.
    """
    people = {each[linked.person]: (line, each) for line, each in bundle.records(linked.people)}
    groups = {each[linked.group]: each for _, each in bundle.records(linked.groups)}
    headings = (*linked.kept, linked.person, _GROUP)
    rows: list[GridRow] = []
    lost: list[Diagnostic] = []
    table = bundle.grids[linked.people]
    for line, link in bundle.records(linked.links):
        if _away(link, linked) or _away(groups.get(link[linked.of], {}), None):
            continue
        known = people.get(link[linked.member])
        if known is None or link[linked.of] not in groups:
            lost.append(_lost(bundle.grids[linked.links].file, line, linked, person=known is None))
            continue
        at, person = known
        if _away(person, None) or (only is not None and link[linked.member] not in only):
            continue
        cells = (*(person.get(each, "") for each in linked.kept), link[linked.member])
        rows.append(GridRow(at, (*cells, groups[link[linked.of]].get(linked.title, ""))))
    grid = Grid(table.file, linked.form, (GridRow(0, headings), *rows))
    roster = roster_of(grid)
    unread = [each for each in table.rows[0].cells if each not in headings]
    return replace(
        roster,
        file=bundle.file,
        unneeded=(*roster.unneeded, *unread),
        diagnostics=(*roster.diagnostics, *lost),
    )


def _away(row: dict[str, str], linked: Linked | None) -> bool:
    """Whether a row is of somebody who is gone, or no pupil."""
    if row.get("status", "").casefold() in _GONE:
        return True
    return (
        linked is not None
        and bool(linked.role)
        and row.get(linked.role, "student").casefold()
        not in {
            "student",
            "studentenrollment",
            "",
        }
    )


def _lost(file: str, line: int, linked: Linked, *, person: bool) -> Diagnostic:
    what, table = ("pupil", linked.people) if person else ("class", linked.groups)
    message = f"The {what} of this row is not in {table}.csv; the row is left out."
    return Diagnostic("warning", "lost-link", message, "", Span(file, line, 1))

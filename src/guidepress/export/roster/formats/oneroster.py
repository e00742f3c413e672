"""OneRoster 1.1 and 1.2 (1EdTech), a folder or archive of CSV files: users, classes, enrollments; 1.2 has roles too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.export.roster.formats.form import RosterForm
from guidepress.export.roster.formats.joining import Linked, joined

if TYPE_CHECKING:
    from guidepress.export.roster.bundles import Bundle
    from guidepress.export.roster.grids import GridRow
    from guidepress.export.roster.pupils import Roster

__all__ = ["ONEROSTER"]


def _fits(bundle: Bundle) -> bool:
    return (
        {"users", "classes", "enrollments"} <= bundle.grids.keys()
        and {"sourcedId", "givenName", "familyName"} <= bundle.headings("users")
        and "schoolSourcedId" in bundle.headings("classes")
    )


def _read(bundle: Bundle) -> Roster:
    said = {row.cells[0]: row.cells[1] for row in _manifest(bundle) if len(row.cells) > 1}
    version = said.get("oneroster.version") or ("1.2" if "roles" in bundle.grids else "1.1")
    linked = Linked(
        f"OneRoster {version}",
        "users",
        "sourcedId",
        ("givenName", "middleName", "familyName"),
        "classes",
        "sourcedId",
        "title",
        "enrollments",
        "userSourcedId",
        "classSourcedId",
    )
    return joined(bundle, linked)


def _manifest(bundle: Bundle) -> tuple[GridRow, ...]:
    grid = bundle.grids.get("manifest")
    return grid.rows if grid is not None else ()


ONEROSTER = RosterForm("OneRoster", _fits, _read)

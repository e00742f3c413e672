"""Microsoft School Data Sync, a folder of CSV files: version 2.1 (users, classes, enrollments) or 1 (Student, Section)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.export.roster.formats.form import RosterForm
from guidepress.export.roster.formats.joining import Linked, joined

if TYPE_CHECKING:
    from guidepress.export.roster.bundles import Bundle
    from guidepress.export.roster.pupils import Roster

__all__ = ["SDS"]

_SECOND = Linked(
    "School Data Sync 2.1",
    "users",
    "sourcedId",
    ("givenName", "familyName"),
    "classes",
    "sourcedId",
    "title",
    "enrollments",
    "userSourcedId",
    "classSourcedId",
)
_FIRST = Linked(
    "School Data Sync 1",
    "student",
    "SIS ID",
    ("First Name", "Middle Name", "Last Name"),
    "section",
    "SIS ID",
    "Section Name",
    "studentenrollment",
    "SIS ID",
    "Section SIS ID",
    "",
)


def _linked(bundle: Bundle) -> Linked | None:
    for each in (_SECOND, _FIRST):
        if {each.people, each.groups, each.links} <= bundle.grids.keys():
            known = each.person in bundle.headings(each.people)
            return each if known and each.member in bundle.headings(each.links) else None
    return None


def _fits(bundle: Bundle) -> bool:
    return _linked(bundle) is not None


def _read(bundle: Bundle) -> Roster:
    return joined(bundle, _linked(bundle) or _SECOND)


SDS = RosterForm("School Data Sync", _fits, _read)

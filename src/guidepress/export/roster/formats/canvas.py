"""Canvas SIS import files (Instructure): users, sections and enrollments, in a folder or archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.export.roster.formats.form import RosterForm
from guidepress.export.roster.formats.joining import Linked, joined

if TYPE_CHECKING:
    from guidepress.export.roster.bundles import Bundle
    from guidepress.export.roster.pupils import Roster

__all__ = ["CANVAS"]

_SECTIONS = Linked(
    "Canvas SIS",
    "users",
    "user_id",
    ("first_name", "last_name", "full_name", "sortable_name"),
    "sections",
    "section_id",
    "name",
    "enrollments",
    "user_id",
    "section_id",
)
_COURSES = Linked(
    "Canvas SIS",
    "users",
    "user_id",
    ("first_name", "last_name", "full_name", "sortable_name"),
    "courses",
    "course_id",
    "long_name",
    "enrollments",
    "user_id",
    "course_id",
)


def _linked(bundle: Bundle) -> Linked | None:
    if "user_id" not in bundle.headings("users") or "user_id" not in bundle.headings("enrollments"):
        return None
    return next(
        (
            each
            for each in (_SECTIONS, _COURSES)
            if each.group in bundle.headings(each.groups) and each.of in bundle.headings("enrollments")
        ),
        None,
    )


def _fits(bundle: Bundle) -> bool:
    return _linked(bundle) is not None


def _read(bundle: Bundle) -> Roster:
    return joined(bundle, _linked(bundle) or _SECTIONS)


CANVAS = RosterForm("Canvas SIS", _fits, _read)

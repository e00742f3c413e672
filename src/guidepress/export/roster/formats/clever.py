"""Clever's files: students, sections and enrollments, in a folder or archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.export.roster.formats.form import RosterForm
from guidepress.export.roster.formats.joining import Linked, joined

if TYPE_CHECKING:
    from guidepress.export.roster.bundles import Bundle
    from guidepress.export.roster.pupils import Roster

__all__ = ["CLEVER"]

_CLASSES = "sections"
_NAMES = ("Section_name", "Name", "Section_number")


def _fits(bundle: Bundle) -> bool:
    return (
        {"Student_id", "Last_name"} <= bundle.headings("students")
        and "Section_id" in bundle.headings(_CLASSES)
        and {"Student_id", "Section_id"} <= bundle.headings("enrollments")
    )


def _read(bundle: Bundle) -> Roster:
    headings = bundle.headings(_CLASSES)
    linked = Linked(
        "Clever",
        "students",
        "Student_id",
        ("First_name", "Middle_name", "Last_name"),
        _CLASSES,
        "Section_id",
        next((name for name in _NAMES if name in headings), "Section_id"),
        "enrollments",
        "Student_id",
        "Section_id",
        "",
    )
    return joined(bundle, linked)


CLEVER = RosterForm("Clever", _fits, _read)

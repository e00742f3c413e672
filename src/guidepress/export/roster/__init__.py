"""In: what a school has: a spreadsheet, an export of its system. Out: a Roster, and what was understood of it."""

from __future__ import annotations

from guidepress.export.roster.pupils import ColumnUse, Pupil, Roster
from guidepress.export.roster.read import read_roster

__all__ = ["ColumnUse", "Pupil", "Roster", "read_roster"]

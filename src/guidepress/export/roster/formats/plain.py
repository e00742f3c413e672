"""Any table with headings that somebody would write above pupils."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.export.roster.formats.form import RosterForm
from guidepress.export.roster.sorting import roster_of

if TYPE_CHECKING:
    from guidepress.export.roster.bundles import Bundle
    from guidepress.export.roster.pupils import Roster

__all__ = ["PLAIN"]


def _fits(bundle: Bundle) -> bool:
    return len(bundle.grids) == 1


def _read(bundle: Bundle) -> Roster:
    (grid,) = bundle.grids.values()
    return roster_of(grid)


PLAIN = RosterForm("a table", _fits, _read)

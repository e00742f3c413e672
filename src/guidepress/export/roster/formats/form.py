"""What a format of rosters declares: how it is known, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.export.roster.bundles import Bundle
    from guidepress.export.roster.pupils import Roster

__all__ = ["RosterForm"]


@record
class RosterForm:
    """A format of rosters.

    Attributes:
        name: as its makers call it.
        fits: whether a bundle is of this format.
        read: makes the roster; raises FaultsFound.
    """

    name: str
    fits: Callable[[Bundle], bool]
    read: Callable[[Bundle], Roster]

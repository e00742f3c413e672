"""In: a Bundle. Out: a Roster; a file a format, tried in this order, the one that takes any table last."""

from __future__ import annotations

from guidepress.export.roster.formats.canvas import CANVAS
from guidepress.export.roster.formats.clever import CLEVER
from guidepress.export.roster.formats.gradebook import GRADEBOOK
from guidepress.export.roster.formats.oneroster import ONEROSTER
from guidepress.export.roster.formats.plain import PLAIN
from guidepress.export.roster.formats.sds import SDS

__all__ = ["FORMATS"]

FORMATS = (ONEROSTER, SDS, CANVAS, CLEVER, GRADEBOOK, PLAIN)
"""OneRoster before SDS 2.1, which is made of it."""

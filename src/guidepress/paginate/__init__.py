"""In: a Document, a Layout and fonts. Out: the finished Book; and the measurer that compose asks, which sets as pages do."""

from __future__ import annotations

from guidepress.paginate.measurer import GalleyMeasurer
from guidepress.paginate.memory import Memory
from guidepress.paginate.paginate import paginate

__all__ = ["GalleyMeasurer", "Memory", "paginate"]

"""In: a Document, a Layout and fonts. Out: the finished Book."""

from __future__ import annotations

from guidepress.paginate.paginate import paginate

__all__ = ["paginate"]

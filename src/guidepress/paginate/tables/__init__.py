"""In: tables. Out: rows of pieces, and rows set to their height."""

from __future__ import annotations

from guidepress.paginate.tables.collecting import collect_table

__all__ = ["collect_table"]

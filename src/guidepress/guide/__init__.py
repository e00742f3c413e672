"""In: guide files. Out: Guide records, faults, and the format's own description (JSON Schema and reference)."""

from __future__ import annotations

from guidepress.guide.loader import check_guide, load_guide

__all__ = ["check_guide", "load_guide"]

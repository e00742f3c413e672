"""In: a layout's name or path. Out: the Layout; what stock layouts there are and how layouts are written."""

from __future__ import annotations

from guidepress.layout.load import load_layout

__all__ = ["load_layout"]

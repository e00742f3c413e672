"""In: a layout's name or path. Out: the Layout; what stock layouts there are and how layouts are written."""

from __future__ import annotations

from typing import Any

from guidepress.layout.listing import stock_layouts
from guidepress.layout.load import load_layout
from guidepress.layout.model import Layout

__all__ = ["Layout", "load_layout", "reference", "schema", "stock_layouts"]


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of layout files, for editors."""
    from guidepress.layout.json_schema import layout_schema  # noqa: PLC0415 - no build needs it

    return layout_schema()


def reference() -> str:
    """The reference of the layout format in Markdown, made from the records and the stock layouts."""
    from guidepress.layout.key_reference import layout_reference  # noqa: PLC0415 - no build needs it

    return layout_reference()

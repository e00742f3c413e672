"""In: a layout's name or path. Out: the Layout; what stock layouts there are and how layouts are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.layout.model import Layout

if TYPE_CHECKING:
    from guidepress.layout.listing import stock_layouts
    from guidepress.layout.load import load_layout

__all__ = ["Layout", "load_layout", "reference", "schema", "stock_layouts"]


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of layout files, for editors."""
    from guidepress.layout.json_schema import layout_schema  # noqa: PLC0415 - no build needs it

    return layout_schema()


def reference() -> str:
    """The reference of the layout format in Markdown, made from the records and the stock layouts."""
    from guidepress.layout.key_reference import layout_reference  # noqa: PLC0415 - no build needs it

    return layout_reference()


if not TYPE_CHECKING:  # a type checker knows them from above, and should know no others
    _HOMES = {"load_layout": "load", "stock_layouts": "listing"}

    def __getattr__(name: str) -> object:
        """Import what reads layouts when it is first asked for (PEP 562): who is handed a layout needs no parser."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - likewise

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

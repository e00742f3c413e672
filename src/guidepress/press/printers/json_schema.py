"""In: the records of a printer's rules. Out: the JSON Schema of a printer's file, for completion in editors."""

from __future__ import annotations

from typing import Any

from guidepress.guide.json_schema import DIALECT
from guidepress.layout.json_schema import NONE, SCALARS, map_schema, record_schema
from guidepress.press.printers.figures import Source
from guidepress.press.printers.model import Printer

__all__ = ["printer_schema"]

_THICKNESS = r"^\s*((\d+(\.\d*)?|\.\d+)|1\s*/\s*\d+(\.\d+)?)\s*(in|mm)\s*$"
_SCALARS: dict[Any, dict[str, Any]] = {
    **SCALARS,
    "source": {"type": "string"},
    "caliper": {"type": "string", "pattern": _THICKNESS, "examples": ["0.0025in", "0.0635mm", "1/444in"]},
    tuple[str, ...]: {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
}


def printer_schema() -> dict[str, Any]:
    """The schema of one file. Nothing is required, since a file may extend another printer's."""
    rules = record_schema(Printer, _SCALARS, short=True)["properties"]
    sources = map_schema({"anyOf": [record_schema(Source, _SCALARS, short=True), NONE]})
    return {
        "$schema": DIALECT,
        "title": "guidepress printer, format 1",
        "type": "object",
        "properties": {
            **rules,
            "format": {"const": 1, "description": "The version of this format."},
            "extends": {
                "type": "string",
                "description": "The printer that this one changes: a name or a path.",
            },
            "sources": {"description": "Where figures were read, by key.", **sources},
        },
        "additionalProperties": False,
    }

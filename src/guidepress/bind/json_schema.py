"""In: the records of a pack. Out: the JSON Schema by which editors complete and check pack files."""

from __future__ import annotations

from typing import Any

from guidepress.bind.pack_model import Pack, PackItem
from guidepress.guide.describe import described
from guidepress.guide.json_schema import DIALECT, body_of

__all__ = ["pack_schema"]


def pack_schema() -> dict[str, Any]:
    """Make the JSON Schema of pack files."""
    root = body_of(described(Pack))
    root["properties"]["format"] = {"const": 1, "description": "The version of this format."}
    root["properties"]["multiple_of"] |= {"minimum": 1, "maximum": 64}
    title = "guidepress pack, format 1"
    return {"$schema": DIALECT, "title": title, **root, "$defs": {"PackItem": body_of(described(PackItem))}}

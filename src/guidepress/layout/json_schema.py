"""In: the records and kinds of section. Out: the JSON Schema of a layout file, for completion in editors."""

from __future__ import annotations

import types
import typing
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from guidepress.base.colour import Colour
from guidepress.base.record import fields
from guidepress.document.kinds import SECTION_KINDS
from guidepress.document.style import Border, Style
from guidepress.layout.fields import entries, hints, option_entries
from guidepress.layout.kinds import declared
from guidepress.layout.model import Layout, PageSpec, SectionSpec
from guidepress.layout.options import option_places
from guidepress.layout.papers import PAPERS
from guidepress.layout.sections import common_options

if TYPE_CHECKING:
    from guidepress.layout.kinds import DeclaredKind

__all__ = ["NONE", "SCALARS", "layout_schema", "map_schema", "record_schema", "value_schema"]

_NUMBER = r"(\d+(\.\d*)?|\.\d+)"
_LENGTH = rf"^({_NUMBER}\s*(pt|mm|cm|in|pc|em)|0)$"
SCALARS: dict[Any, dict[str, Any]] = {
    "length": {"type": ["string", "integer"], "pattern": _LENGTH, "maximum": 0},
    "offset": {"type": ["string", "integer"], "pattern": _LENGTH.replace("^(", "^([+-]?"), "maximum": 0},
    "share": {"type": ["string", "integer"], "pattern": rf"^({_NUMBER}\s*%|0)$", "maximum": 0},
    "paint": {"type": "string"},
    "whole": {"type": "integer", "minimum": 0},
    "amount": {"type": "integer", "minimum": 0},
    Colour: {"type": "string"},
    Border: {"type": ["string", "integer"], "maximum": 0, "examples": ["0.5pt accent", "none"]},
    str: {"type": ["string", "number"]},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
}
"""What is written for a converter's key, or a class."""

NONE = {"const": "none"}
"""What takes an entry away."""


def layout_schema() -> dict[str, Any]:
    """The schema of one file. Nothing is required, since every layout stands on another."""
    page = record_schema(PageSpec)
    page["properties"]["size"]["examples"] = list(PAPERS)
    style = record_schema(Style)
    style["properties"] = {"extends": {"type": "string", "description": "A style to start from."}} | style[
        "properties"
    ]
    head = record_schema(Layout)["properties"]
    properties = {
        "format": {"const": 1, "description": "The version of this format."},
        "extends": {"type": "string", "description": "The layout that this one changes: a name or a path."},
        "description": head.pop("description"),
        "page": page,
        "papers": {"description": "What changes for a paper.", **map_schema(page)},
        "styles": {"description": "Styles by name.", **map_schema(style)},
        "sections": _sections(),
        **head,
    }
    change = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    properties["switches"] = {
        "description": "Changes by name, made where `switch_on` names them.",
        **map_schema(change),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "guidepress layout",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def map_schema(value: dict[str, Any]) -> dict[str, Any]:
    """A mapping of any keys to values of one kind."""
    return {"type": "object", "additionalProperties": value}


def record_schema(
    cls: type[Any], scalars: dict[Any, dict[str, Any]] = SCALARS, *, short: bool = False
) -> dict[str, Any]:
    """A record as a file writes it; no key is required, since a file may stand on another.

    Args:
        cls: the record.
        scalars: the schemas of plain values by their converter's key, or their class.
        short: a record with a short form may be written as the plain value alone.
    """
    about = {entry.name: entry.about for entry in entries(cls)}
    hinted = hints(cls)
    properties = {
        name: {"description": about[name], **value_schema(hint, scalars, short=short)}
        for name, hint in hinted.items()
    }
    whole = {"type": "object", "properties": properties, "additionalProperties": False}
    brief = next((each.name for each in fields(cls) if each.metadata.get("short")), "") if short else ""
    return {"anyOf": [properties[brief], whole]} if brief else whole


def value_schema(
    hint: Any,  # noqa: ANN401 - an annotation is any object
    scalars: dict[Any, dict[str, Any]] = SCALARS,
    *,
    short: bool = False,
) -> dict[str, Any]:
    """What is written for a field of this annotation; `scalars` and `short` as in `record_schema`."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    known = scalars.get(arguments[1] if origin is Annotated else hint)
    if known is not None:
        return dict(known)
    if origin is Literal:
        return {"enum": [word for word in arguments if word]}
    if origin in {Union, types.UnionType}:
        members = (each for each in arguments if each is not types.NoneType)
        found = [value_schema(each, scalars, short=short) for each in members]
        return {"anyOf": [*found, NONE] if types.NoneType in arguments else found}
    if origin is tuple:
        return {"type": "array", "items": value_schema(arguments[0], scalars, short=short)}
    if origin is dict:
        return map_schema(value_schema(arguments[1], scalars, short=short))
    return {"anyOf": [record_schema(hint, scalars, short=short), NONE]}


def _sections() -> dict[str, Any]:
    kinds = {name: _kind(declared(name)) for name in SECTION_KINDS}
    entry = {"type": "object", "properties": kinds, "additionalProperties": False, "maxProperties": 1}
    changes = {name: {"anyOf": [kind, NONE]} for name, kind in kinds.items()}
    return {
        "description": "The order of sections; or, as a map, changes to the options of those that are there.",
        "anyOf": [
            {"type": "array", "items": {"anyOf": [{"enum": list(SECTION_KINDS)}, entry]}},
            {"type": "object", "properties": changes, "additionalProperties": False},
        ],
    }


def _kind(kind: DeclaredKind) -> dict[str, Any]:
    """The options of a kind, and those that every kind has."""
    places = option_places(kind.options) | common_options()
    about = {
        entry.name: entry.about for entry in (*option_entries(kind.options), *option_entries(SectionSpec))
    }
    properties = {
        name: {"description": about[name], **value_schema(place.hint)} for name, place in places.items()
    }
    return {
        "description": kind.about,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }

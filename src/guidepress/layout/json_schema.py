"""In: the records and kinds of section. Out: the JSON Schema of a layout file, for completion in editors."""

from __future__ import annotations

import types
import typing
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from guidepress.base.colour import Colour
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

__all__ = ["layout_schema"]

_NUMBER = r"(\d+(\.\d*)?|\.\d+)"
_LENGTH = rf"^({_NUMBER}\s*(pt|mm|cm|in|pc|em)|0)$"
_SCALARS: dict[Any, dict[str, Any]] = {
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
_NONE = {"const": "none"}


def layout_schema() -> dict[str, Any]:
    """The schema of one file. Nothing is required, since every layout stands on another."""
    page = _record(PageSpec)
    page["properties"]["size"]["examples"] = list(PAPERS)
    style = _record(Style)
    style["properties"] = {"extends": {"type": "string", "description": "A style to start from."}} | style[
        "properties"
    ]
    head = _record(Layout)["properties"]
    properties = {
        "format": {"const": 1, "description": "The version of this format."},
        "extends": {"type": "string", "description": "The layout that this one changes: a name or a path."},
        "description": head.pop("description"),
        "page": page,
        "papers": {"description": "What changes for a paper.", **_map(page)},
        "styles": {"description": "Styles by name.", **_map(style)},
        "sections": _sections(),
        **head,
    }
    change = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    properties["switches"] = {
        "description": "Changes by name, made where `switch_on` names them.",
        **_map(change),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "guidepress layout",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _map(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": value}


def _record(cls: type[Any]) -> dict[str, Any]:
    about = {entry.name: entry.about for entry in entries(cls)}
    properties = {name: {"description": about[name], **_schema(hint)} for name, hint in hints(cls).items()}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _schema(hint: Any) -> dict[str, Any]:  # noqa: ANN401 - an annotation is any object
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    known = _SCALARS.get(arguments[1] if origin is Annotated else hint)
    if known is not None:
        return dict(known)
    if origin is Literal:
        return {"enum": [word for word in arguments if word]}
    if origin in {Union, types.UnionType}:
        return {"anyOf": [_NONE if member is types.NoneType else _schema(member) for member in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0])}
    if origin is dict:
        return _map(_schema(arguments[1]))
    return {"anyOf": [_record(hint), _NONE]}


def _sections() -> dict[str, Any]:
    kinds = {name: _kind(declared(name)) for name in SECTION_KINDS}
    entry = {"type": "object", "properties": kinds, "additionalProperties": False, "maxProperties": 1}
    changes = {name: {"anyOf": [kind, _NONE]} for name, kind in kinds.items()}
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
    properties = {name: {"description": about[name], **_schema(place.hint)} for name, place in places.items()}
    return {
        "description": kind.about,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }

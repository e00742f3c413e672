"""In: the records of the guide format. Out: the JSON Schema by which editors complete and check guide files.

A type says what may be written; what the file may write more freely than the records hold (a plain name for an
author, one entry for a list) is added from the fields' marks.
"""

from __future__ import annotations

import types
import typing
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from guidepress.base.record import is_record
from guidepress.guide.describe import kinds
from guidepress.guide.model import Format, Reference
from guidepress.guide.model.text import MOST

if TYPE_CHECKING:
    from guidepress.guide.describe import Key, RecordKind

__all__ = ["DIALECT", "body_of", "schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SINGLE = {
    "Markdown": {"type": ["string", "number", "boolean"]},
    "Colour": {"type": "string", "pattern": "^#?[0-9a-fA-F]{6}(\\s+cmyk(\\s+[0-9]{1,3}){4})?$"},
}
"""Records that are single values in the file. A text may look like a number to an editor: "1843" without quotes."""

_TEXT = {"type": ["string", "number"]}

_SCALARS: dict[type, dict[str, Any]] = {
    str: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}

_REFERENCES = {"unit": {"type": ["integer", "string"]}}
"""What refers to an entry by more than its text, by the kind of entry."""

_FORMATS: dict[str, dict[str, Any]] = {
    "date": {"type": "string", "format": "date"},
    "count": {"minimum": 1, "maximum": MOST},
    "lines": {"minimum": 0, "maximum": MOST},
    "points": {"minimum": 0, "maximum": MOST},
}
"""What a fixed way of writing says beyond the type."""


def schema() -> dict[str, Any]:
    """Make the JSON Schema of guide files."""
    bodies = {kind.name: body_of(kind) for kind in kinds()}
    root = bodies.pop("Guide")
    root["anyOf"] = [{"required": [key]} for key in ("overview", "plot", "units")]
    title = "guidepress guide, format 1"
    return {"$schema": DIALECT, "title": title, **root, "$defs": dict(sorted((bodies | _SINGLE).items()))}


def body_of(kind: RecordKind) -> dict[str, Any]:
    """The schema of a record; those in it are referred to as `#/$defs/` and their names."""
    written = {key.name: _free(key) for key in kind.keys}
    rest = written.pop("", None)
    body: dict[str, Any] = {
        "type": "object",
        "description": kind.meaning,
        "properties": written,
        "additionalProperties": rest["additionalProperties"] if rest else False,
    }
    required = [key.name for key in kind.keys if key.required]
    if required:
        body["required"] = required
    if any(key.marks.get("short") for key in kind.keys):
        return {"description": kind.meaning, "anyOf": [_TEXT, body]}
    return body


def _free(key: Key) -> dict[str, Any]:
    """What the file may write for a key."""
    written = _written(key.hint)
    if key.marks.get("one_or_many"):
        written = {"anyOf": [written["items"], written]}
    return {**written, "description": key.meaning}


def _written(hint: Any) -> dict[str, Any]:  # noqa: ANN401 - an annotation is any object
    """What the file may write for a type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        return _marked(arguments[0], arguments[1:])
    if origin is Literal:
        return _one_of(arguments)
    if origin in {Union, types.UnionType}:
        # None stands for a key that is not there.
        members = [_written(member) for member in arguments if member is not types.NoneType]
        return {"anyOf": members} if len(members) > 1 else members[0]
    if origin is tuple:
        return {"type": "array", **_entries(arguments)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _written(arguments[1])}
    return {"$ref": f"#/$defs/{hint.__name__}"} if is_record(hint) else dict(_SCALARS[hint])


def _entries(arguments: tuple[Any, ...]) -> dict[str, Any]:
    if arguments[-1] is ...:
        return {"items": _written(arguments[0])}
    count, entries = len(arguments), [_written(argument) for argument in arguments]
    return {"prefixItems": entries, "minItems": count, "maxItems": count}


def _one_of(options: tuple[Any, ...]) -> dict[str, Any]:
    # "" stands for a key that is not there.
    listed = [option for option in options if option != ""]
    if not isinstance(listed[0], str):
        return {"enum": listed, "type": "integer"}
    numbers = [
        int(option) for option in listed if option.isdigit()
    ]  # without quotes an editor takes them for such
    return {"enum": [*listed, *numbers], "type": ["string", "integer"] if numbers else "string"}


def _marked(hint: Any, marks: tuple[object, ...]) -> dict[str, Any]:  # noqa: ANN401 - likewise
    written = _written(hint)
    for mark in marks:
        if isinstance(mark, Reference):
            written = _REFERENCES.get(mark.kind, written)
        elif isinstance(mark, Format):
            written = {**written, **_FORMATS.get(mark.name, {})}
    return dict(written)

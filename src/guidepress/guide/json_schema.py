"""In: the records of the guide format. Out: the JSON Schema by which editors complete and check guide files.

pydantic writes the types down; what the file may write more freely than the records hold (a plain name for an author,
one entry for a list) is added from the fields' marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.guide.describe import kinds
from guidepress.guide.model import Format, Guide, Reference
from guidepress.guide.model.text import MOST

if TYPE_CHECKING:
    from guidepress.guide.describe import Key, Kind

__all__ = ["schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SINGLE = {
    "Markdown": {"type": ["string", "number", "boolean"]},
    "Colour": {"type": "string", "pattern": "^#?[0-9a-fA-F]{6}$"},
}
"""Records that are single values in the file. A text may look like a number to an editor: "1843" without quotes."""

_TEXT = {"type": ["string", "number"]}

_LEAST = {"count": 1, "lines": 0, "points": 0}
"""The least number that a field so marked may hold."""

_NOT_IN_FILES = ("Diagnostic", "Span", "Image")


def schema() -> dict[str, Any]:
    """Make the JSON Schema of guide files."""
    # Only this needs pydantic, which takes 70 ms to import.
    from pydantic import TypeAdapter  # noqa: PLC0415 - see above

    made = TypeAdapter(Guide).json_schema()
    bodies: dict[str, Any] = made.pop("$defs")
    bodies["Guide"] = {key: value for key, value in made.items() if key != "$ref"} or bodies["Guide"]
    found: dict[str, Any] = {**bodies, **_SINGLE}
    for name in _NOT_IN_FILES:
        found.pop(name, None)
    for kind in kinds():
        found[kind.name] = _body(kind, bodies[kind.name])
    root = found.pop("Guide")
    root["anyOf"] = [{"required": [key]} for key in ("overview", "plot", "units")]
    return {"$schema": _DIALECT, "title": "guidepress guide, format 1", **root, "$defs": found}


def _body(kind: Kind, made: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    rest: Any = False
    for key in kind.keys:
        written = _free(key, made["properties"][key.field])
        if key.name:
            properties[key.name] = written
        else:
            rest = written["additionalProperties"]
    body: dict[str, Any] = {
        "type": "object",
        "description": kind.meaning,
        "properties": properties,
        "additionalProperties": rest,
    }
    required = [key.name for key in kind.keys if key.required]
    if required:
        body["required"] = required
    if any(key.marks.get("short") for key in kind.keys):
        return {"description": kind.meaning, "anyOf": [_TEXT, body]}
    return body


def _free(key: Key, made: dict[str, Any]) -> dict[str, Any]:
    """What the file may write for a key."""
    written = _relaxed({name: value for name, value in made.items() if name not in {"title", "default"}})
    if "unit" in _references(key.hint):
        written = {"type": ["integer", "string"]}
    elif "date" in _references(key.hint):
        written = {"type": "string", "format": "date"}
    for name, least in _LEAST.items():
        if name in _references(key.hint):
            written = {**written, "minimum": least, "maximum": MOST}
    if key.marks.get("one_or_many"):
        written = {"anyOf": [written["items"], written]}
    return {**written, "description": key.meaning}


def _relaxed(part: Any) -> Any:  # noqa: ANN401 - a piece of a schema
    """Let plain strings be unquoted numbers, and drop null and "", which stand for a key that is not there."""
    if isinstance(part, list):
        return [_relaxed(item) for item in part if item not in ("", {"type": "null"})]
    if not isinstance(part, dict):
        return part
    done = {name: _relaxed(value) for name, value in part.items()}
    if done.get("type") == "string" and "enum" not in done and "const" not in done:
        done["type"] = _TEXT["type"]
    if len(done.get("anyOf", ())) == 1:
        done = {**done.pop("anyOf")[0], **done}
    return done


def _references(hint: Any) -> set[str]:  # noqa: ANN401 - an annotation is any object
    """The marks inside an annotation, by kind or name."""
    found = {mark.kind for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Reference)}
    found |= {mark.name for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Format)}
    for part in getattr(hint, "__args__", ()):
        found |= _references(part)
    return found

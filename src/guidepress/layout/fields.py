"""In: a record. Out: its fields as a layout's author sees them: name, what may be written, default, meaning.

The meanings are the docstrings below the fields in the record's source, so that reference and code cannot part.
"""

from __future__ import annotations

import ast
import inspect
import types
import typing
from itertools import pairwise
from typing import Annotated, Any, Literal, Union

from guidepress.base.colour import Colour
from guidepress.base.lengths import format_length
from guidepress.base.record import Field, fields, is_record, record
from guidepress.document.style import Border
from guidepress.layout.options import hints_of

__all__ = ["KeyEntry", "entries", "hints", "option_entries"]

_WORDS = {
    "length": "length",
    "offset": "length, may be negative",
    "share": "per cent",
    "paint": "colour or none",
    "whole": "whole number",
    "amount": "whole number",
    str: "text",
    int: "whole number",
    bool: "true or false",
    Colour: "colour",
    Border: "width and colour",
}


@record
class KeyEntry:
    """One key: its name, what may be written, its default ("" if it must be given) and its meaning."""

    name: str
    kind: str
    default: str
    about: str


def hints(cls: type[Any]) -> dict[str, Any]:
    """The annotations of a record's fields that a layout may write."""
    found = hints_of(cls)
    return {field.name: found[field.name] for field in fields(cls) if not field.metadata.get("derived")}


def entries(cls: type[Any]) -> tuple[KeyEntry, ...]:
    """Describe the fields that a layout may write, in order."""
    about = _docstrings(cls)
    annotations = hints(cls)
    return tuple(
        KeyEntry(
            field.name,
            _kind(annotations[field.name]),
            _default(field, annotations[field.name]),
            about[field.name],
        )
        for field in fields(cls)
        if field.name in annotations
    )


def option_entries(cls: type[Any]) -> tuple[KeyEntry, ...]:
    """Describe the options of a kind of section, those of its groups in their places."""
    hinted = zip(entries(cls), hints(cls).values(), strict=True)
    return tuple(each for entry, hint in hinted for each in (entries(hint) if is_record(hint) else (entry,)))


def _docstrings(cls: type[Any]) -> dict[str, str]:
    """The text below each field in the source."""
    body = next(
        node for node in ast.walk(ast.parse(inspect.getsource(cls))) if isinstance(node, ast.ClassDef)
    ).body
    found = {}
    for node, below in pairwise(body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            text = (
                below.value.value
                if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
                else ""
            )
            found[node.target.id] = " ".join(str(text).split())
    return found


def _mark(hint: Any) -> Any:  # noqa: ANN401 - an annotation is any object
    return typing.get_args(hint)[1] if typing.get_origin(hint) is Annotated else hint


def _kind(hint: Any) -> str:  # noqa: ANN401 - likewise
    """Say in words what may be written."""
    known = _WORDS.get(_mark(hint))
    if known is not None:
        return known
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return ", ".join(word for word in arguments if word)
    if origin in {Union, types.UnionType}:
        return " or ".join("none" if member is types.NoneType else _kind(member) for member in arguments)
    if origin is tuple:
        return f"list: {_kind(arguments[0])}"
    if origin is dict:
        return f"map of names: {_kind(arguments[1])}"
    return "map"


def _default(field: Field, hint: Any) -> str:  # noqa: ANN401 - an annotation
    if field.factory is not None:
        return "none"
    if field.required:
        return ""
    mark = _mark(hint)
    if mark in {"length", "offset"}:
        return format_length(field.default) if field.default else "0"
    return f"{field.default / 10:g}%" if mark == "share" else _written(field.default)


def _written(value: object) -> str:
    """Write a default as a layout would."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Colour):
        return f"#{value.red:02X}{value.green:02X}{value.blue:02X}"
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]"
    return str(value) if isinstance(value, (str, int)) and value != "" else "none"

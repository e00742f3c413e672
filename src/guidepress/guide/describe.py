"""In: the records of the guide format. Out: each record's keys with their types and their meaning, for docs and editors.

The meaning of a key is the docstring below its field. Only the source holds these, so it is read anew, and only when
the reference or the schema is made.
"""

from __future__ import annotations

import ast
import functools
import inspect
import sys
import typing
from typing import TYPE_CHECKING, Any

from guidepress.base.record import fields, is_record, record
from guidepress.guide import model

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Key", "RecordKind", "described", "kinds"]


@record
class Key:
    """A key of the format.

    Attributes:
        name: as the file writes it; "" for the rest of the keys.
        field: the record's field.
        hint: the field's type.
        meaning: what it is for, as sentences.
        required: whether it must stand in the file.
        marks: the field's metadata.
    """

    name: str
    field: str
    hint: Any
    meaning: str
    required: bool
    marks: dict[str, Any]


@record
class RecordKind:
    """A record type with its keys, in order."""

    record: type
    name: str
    meaning: str
    keys: tuple[Key, ...]


def kinds() -> tuple[RecordKind, ...]:
    """Describe the record types that a guide is made of, the guide first, each before those it holds."""
    found: dict[type, RecordKind] = {}
    _collect(model.Guide, found)
    return tuple(found.values())


def _collect(cls: type, found: dict[type, RecordKind]) -> None:
    if cls in found:
        return
    found[cls] = described(cls)
    for key in found[cls].keys:
        for inner in _records_in(key.hint):
            _collect(inner, found)


def described(cls: type[Any]) -> RecordKind:
    """Describe one record type."""
    meanings = _meanings(cls)
    keys = [
        Key(
            "" if field.metadata.get("rest") else field.metadata.get("key", field.name),
            field.name,
            field.hint,
            meanings.get(field.name, ""),
            field.required,
            dict(field.metadata),
        )
        for field in fields(cls)
        if not field.metadata.get("derived") and field.name != "span"
    ]
    return RecordKind(cls, cls.__name__, " ".join((cls.__doc__ or "").split()), tuple(keys))


def _records_in(hint: Any) -> Iterator[type]:  # noqa: ANN401 - an annotation is any object
    if is_record(hint) and isinstance(hint, type):
        # Texts and colours are single values in the file.
        if hint.__module__.startswith(model.__name__) and hint is not model.Markdown:
            yield hint
        return
    for part in typing.get_args(hint):
        yield from _records_in(part)


def _meanings(cls: type) -> dict[str, str]:
    """The docstrings below the fields of a class."""
    tree = _trees(cls.__module__)[cls.__name__]
    found: dict[str, str] = {}
    for field, text in zip(tree.body, tree.body[1:], strict=False):
        match field, text:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str() as meaning)),
            ):
                found[name] = " ".join(meaning.split())
    return found


@functools.cache
def _trees(module: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}

"""In: a record type. Out: the reader that makes one from a mapping: unknown, missing and duplicate keys noted."""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING, Any, TypeAlias

from guidepress.base.decoding_run import BAD, Decoding
from guidepress.base.diagnostics import Span
from guidepress.base.record import fields
from guidepress.base.yaml import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.base.yaml import Node

    Reader: TypeAlias = Callable[[Node, Decoding], object]
    Finish: TypeAlias = Callable[[dict[str, Any], Node, Decoding], None]

__all__ = ["RecordReader"]


class RecordReader:
    """Reads one record type. The annotations are read at the first mapping, so that records may nest freely."""

    def __init__(
        self, record: type[Any], reader_of: Callable[[Any], Reader], finish: Finish | None = None
    ) -> None:
        self._record = record
        self._reader_of = reader_of
        self._finish = finish
        self._slots: dict[str, tuple[str, Reader]] = {}
        self._blanks: dict[str, object] = {}
        self._required: tuple[tuple[str, str], ...] = ()
        self._short = ""
        self._rest: tuple[str, Reader] | None = None
        self._spanned = False
        self._ready = False

    def _prepare(self) -> None:
        required: list[tuple[str, str]] = []
        for field in fields(self._record):
            hint, marks = field.hint, field.metadata
            if field.name == "span" and hint is Span:
                self._spanned = True
                continue
            if marks.get("derived"):
                continue
            reader = self._reader_of(hint)
            if marks.get("rest"):
                # The rest is decoded entry by entry: the reader of a dict's values.
                self._rest = (field.name, self._reader_of(hint.__args__[1]))
                continue
            key: str = marks.get("key", field.name)
            self._slots[key] = (field.name, _one_or_many(reader) if marks.get("one_or_many") else reader)
            if marks.get("short"):
                self._short = key
            if field.required:
                required.append((field.name, key))
                self._blanks[field.name] = _blank(hint)
        self._required = tuple(required)
        self._ready = True

    def __call__(self, node: Node, run: Decoding) -> object:
        """Bind a node; BAD if what it must have is missing and has no blank."""
        if not self._ready:
            self._prepare()
        values: dict[str, Any] = {}
        if isinstance(node, MappingNode) and not node.tag:
            self._read_keys(node, run, values)
        elif self._short and isinstance(node, ScalarNode) and not node.tag and not run.is_blank(node):
            name, reader = self._slots[self._short]
            values[name] = reader(node, run)
        else:
            return run.no_mapping(node, self._slots)
        for name, key in self._required:
            if name not in values:
                what = _words(self._record.__name__)
                run.fault(node, "missing-key", f'The key "{key}" is missing in this {what}.')
                values[name] = BAD
            if values[name] is BAD:
                values[name] = self._blanks[name]
                if values[name] is BAD:
                    return BAD
        if self._spanned:
            values["span"] = run.source.span(node)
        if self._finish is not None:
            self._finish(values, node, run)
        return self._record(**values)

    def _read_keys(self, node: MappingNode, run: Decoding, values: dict[str, Any]) -> None:
        slots = self._slots
        rest: dict[str, object] = {}
        unknown: list[str] = []
        for key, child in run.pairs(node):
            slot = slots.get(key)
            if slot is not None:
                value = slot[1](child, run)
                if value is not BAD or slot[0] in self._blanks:
                    values[slot[0]] = value
            elif self._rest is not None:
                value = self._rest[1](child, run)
                if value is not BAD:
                    rest[key] = value
            else:
                unknown.append(key)
        if self._rest is not None:
            values[self._rest[0]] = rest
        if unknown:
            self._tell_unknown(unknown, node, run)

    def _tell_unknown(self, unknown: list[str], node: MappingNode, run: Decoding) -> None:
        pairs = {pair[0].value: pair for pair in reversed(node.value)}
        files = {key: run.source.span(place).file for key, (place, _) in pairs.items()}
        for key in unknown:
            place, value = pairs[key]
            # What only a file says that this one extends may be said here too.
            free = [slot for slot in self._slots if files.get(slot) != files[key]] or list(self._slots)
            if node.flow_style and run.is_blank(value):
                hint = "Within braces a comma ends a text, unless the text stands in quotes."
            else:
                hint = run.suggester.did_you_mean(key, free)
            what = _words(self._record.__name__)
            message = f'There is no key "{key}" in {"an" if what[0] in "aeiou" else "a"} {what}.'
            run.fault(place, "unknown-key", message, hint)


def _one_or_many(reader: Reader) -> Reader:
    """Let a list's single entry stand for the list."""

    def read(node: Node, run: Decoding) -> object:
        if isinstance(node, SequenceNode) or run.is_blank(node):
            return reader(node, run)
        only = SequenceNode("", [node], node.start_mark, node.end_mark)
        return reader(only, run)

    return read


def _blank(hint: Any) -> object:  # noqa: ANN401 - an annotation is any object
    """What stands in for a value that is missing, so that the rest of the file is still checked; BAD if nothing can."""
    if hint in {str, int, float, bool}:
        return hint()
    if typing.get_origin(hint) is typing.Literal:
        return hint.__args__[0]
    return () if getattr(hint, "__origin__", None) is tuple and hint.__args__[-1] is ... else BAD


def _words(name: str) -> str:
    """A type's name as words: "FurtherReading" is "further reading"."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()

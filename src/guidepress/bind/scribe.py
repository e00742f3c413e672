"""In: pypdf objects, read ones and new ones. Out: their bytes, handed to a sink under numbers of the new file.

Objects are numbered in the order they are met, so that the same objects give the same bytes and what nothing
refers to any more is left behind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pypdf import PdfReader

    from guidepress.cos.writer import Writer

__all__ = ["Scribe", "Shelf", "array", "dictionary", "name", "stream"]

_SPECIAL = re.compile(rb"[()\\\r]")


class Shelf:
    """Holds the new objects of a file; they are referred to like those of a file that was read."""

    def __init__(self) -> None:
        self._held: list[Any] = []

    def add(self, value: object) -> IndirectObject:
        """Keep an object and return the reference to it."""
        self._held.append(value)
        return IndirectObject(len(self._held), 0, self)

    def get_object(self, reference: IndirectObject) -> Any:  # noqa: ANN401 - a PDF object of any kind
        """What pypdf asks of whoever holds an object."""
        return self._held[reference.idnum - 1]


def name(text: str) -> NameObject:
    """Make a name ("Type" is /Type)."""
    return NameObject(f"/{text}")


def array(values: Sequence[float]) -> ArrayObject:
    """Make an array of numbers of six decimals at most."""
    return ArrayObject(
        NumberObject(value) if value == int(value) else FloatObject(f"{value:.6f}".rstrip("0"))
        for value in values
    )


def dictionary(entries: Mapping[str, object]) -> DictionaryObject:
    """Make a dictionary; keys are written without the slash."""
    made = DictionaryObject()
    for key, value in entries.items():
        made[name(key)] = value
    return made


def stream(content: bytes, entries: Mapping[str, object]) -> StreamObject:
    """Make a deflated stream with these entries in its dictionary."""
    plain = DecodedStreamObject()
    plain.set_data(content)
    made = plain.flate_encode(6)
    made.update(dictionary(entries))
    return made


class Scribe:
    """Writes objects into a sink.

    Args:
        sink: takes the bytes.
        keeps: a reader whose objects are in the sink already, under their own numbers.
        changed: what takes the place of an object, by the id() of its reader and its number.
    """

    def __init__(
        self,
        sink: Writer,
        keeps: PdfReader | None = None,
        changed: Mapping[tuple[int, int], object] | None = None,
    ) -> None:
        self._sink = sink
        self._keeps = keeps
        self._changed = changed or {}
        self._numbers: dict[tuple[int, int, int], int] = {}
        self._waiting: list[tuple[int, IndirectObject]] = []
        self._names: dict[str, bytes] = {}

    def number(self, reference: IndirectObject) -> int:
        """The number of an object in the new file; one met for the first time waits to be written."""
        if reference.pdf is self._keeps:
            return reference.idnum
        key = id(reference.pdf), reference.idnum, reference.generation
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = self._sink.reserve()
            self._waiting.append((found, reference))
        return found

    def write_all(self) -> None:
        """Write what is referred to, until nothing new turns up."""
        for number, reference in self._waiting:  # grows while it is walked
            key = id(reference.pdf), reference.idnum
            self.write(number, self._changed[key] if key in self._changed else reference.get_object())

    def write(self, number: int, value: object) -> None:
        """Write one object under its number."""
        if isinstance(value, StreamObject):
            data = value._data  # noqa: SLF001 - pypdf has no public way to the bytes as they are stored
            plain = {key: each for key, each in value.items() if key != "/Length"}
            head = self._entries(plain)
            self._sink.put(number, b"<<%b/Length %d>>" % (head, len(data)), data)
        else:
            self._sink.put(number, self.text(value))

    def text(self, value: object) -> bytes:  # noqa: PLR0911 - one line a kind of object
        """Write an object as PDF text."""
        if isinstance(value, IndirectObject):
            return b"%d 0 R" % self.number(value)
        if isinstance(value, NameObject):
            return self._name(value)
        if isinstance(value, DictionaryObject):
            return b"<<%b>>" % self._entries(value)
        if isinstance(value, ArrayObject):
            return b"[%b]" % b" ".join([self.text(each) for each in list.__iter__(value)])
        if isinstance(value, FloatObject):
            return value.myrepr().encode("ascii")
        if isinstance(value, NumberObject):
            return b"%d" % value
        if isinstance(value, BooleanObject):
            return b"true" if value.value else b"false"
        if isinstance(value, TextStringObject):
            return _string(value.get_encoded_bytes())
        if isinstance(value, ByteStringObject):
            return _string(value)
        return b"null"

    def _entries(self, entries: Mapping[Any, Any]) -> bytes:
        parts: list[bytes] = []
        raw = dict.items(entries) if isinstance(entries, dict) else entries.items()
        for key, value in raw:
            text = self.text(value)
            parts += (self._name(key), b"" if text[:1] in {b"/", b"(", b"<", b"["} else b" ", text)
        return b"".join(parts)

    def _name(self, text: str) -> bytes:
        known = self._names.get(text)
        if known is None:
            known = self._names[text] = NameObject(text).renumber()
        return known


def _string(data: bytes) -> bytes:
    """Write a string: its bytes as they are, the four that would end or change it escaped (7.3.4.2)."""
    return b"(%b)" % _SPECIAL.sub(lambda match: b"\\r" if match[0] == b"\r" else b"\\" + match[0], data)

"""In: the bytes of a PDF file. Out: its objects, each as bytes and, if it is a stream, its stored data.

pypdf finds the objects (cross-reference tables and streams, repair, decryption). An object that lies whole in the
file is then taken as it lies there, which is twenty times as fast as parsing it; any doubt, and pypdf parses it.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject, NullObject, StreamObject

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.bind.syntax import Malformed, entries, integer, items, name_of, reference_of

if TYPE_CHECKING:
    from pypdf.generic import PdfObject

__all__ = ["UNREADABLE", "Source", "open_source", "unreadable"]

UNREADABLE = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
    OverflowError,
    NotImplementedError,
    zlib.error,
    struct.error,
)
"""What pypdf and the reading of broken objects raise."""

_HEADER = re.compile(rb"\s*(\d{1,10})\s++(\d++)\s++obj\b\s*")
_STREAM = re.compile(rb">>[\s\x00]*stream(?:\r\n|\n|\r)")
_LENGTH = re.compile(rb"/Length[\s\x00]+(\d++)(?:[\s\x00]++(\d++)[\s\x00]++(R)(?![A-Za-z0-9]))?")
_END = re.compile(rb"[\s\x00]*endstream\b")
_MOST = 200_000_000
"""Bytes that a compressed group of objects may hold; more is a bomb."""


class Source:
    """One file open for reading; `name` is what messages call it."""

    def __init__(self, data: bytes, name: str, reader: PdfReader) -> None:
        self.name = name
        self.reader = reader
        self._data = data
        self._plain = not reader.is_encrypted
        self._offsets: dict[int, tuple[int, int]] = {}
        for generation in sorted(reader.xref):
            for number, offset in reader.xref[generation].items():
                self._offsets[number] = (offset, generation)
        self._packed = reader.xref_objStm
        self._groups: dict[int, dict[int, bytes]] = {}

    def raw(self, number: int) -> tuple[bytes, bytes | None]:
        """An object's bytes, for a stream those of its dictionary, and the stream's data as stored, decrypted.

        An object that is missing is `null` (ISO 32000-1, 7.3.10).
        """
        if number not in self._offsets and number not in self._packed:
            return b"null", None  # pypdf would search the whole file for it, each time
        if self._plain:
            place = self._packed.get(number)
            if place is not None and number not in self._offsets:
                body = self._group(place[0]).get(number)
                if body is not None:
                    return body, None
            elif number in self._offsets:
                found = self._as_it_lies(number)
                if found is not None:
                    return found
        return self._parsed(number)

    def body(self, number: int) -> bytes:
        """An object's bytes, without a stream's data."""
        return self.raw(number)[0]

    def value(self, raw: bytes | None) -> bytes:
        """Follow a reference, if the value is one; `null` for nothing."""
        for _ in range(10):
            number = reference_of(raw)
            if not number:
                break
            raw = self.body(number)
        return raw or b"null"

    def dictionary(self, raw: bytes | None) -> dict[bytes, bytes]:
        """The entries of a dictionary or of one referred to; empty where it is none."""
        value = self.value(raw).lstrip()
        return entries(value) if value.startswith(b"<<") else {}

    def items(self, raw: bytes | None) -> list[bytes]:
        """The items of an array or of one referred to; a single value is its own only item."""
        value = self.value(raw).lstrip()
        if value.startswith(b"["):
            return items(value)
        return [] if value == b"null" or raw is None else [raw]

    def content(self, number: int) -> bytes:
        """A stream's data, decoded."""
        made = self.reader.get_object(IndirectObject(number, self._generation(number), self.reader))
        if not isinstance(made, StreamObject):
            raise Malformed("a stream was expected")
        return bytes(made.get_data())

    def _generation(self, number: int) -> int:
        return self._offsets[number][1] if number in self._offsets else 0

    def _as_it_lies(self, number: int) -> tuple[bytes, bytes | None] | None:
        data = self._data
        offset, _ = self._offsets[number]
        header = _HEADER.match(data, offset)
        if header is None or int(header[1]) != number:
            return None
        start = header.end()
        end = data.find(b"endobj", start)
        if end < 0:
            return None
        stream = _STREAM.search(data, start, end)
        if stream is None:
            body = data[start:end].rstrip()
            return (body, None) if _is_whole(body) else None
        body = data[start : stream.start() + 2]
        length = self._length(body)
        at = stream.end()
        if length < 0 or _END.match(data, at + length) is None:
            return None
        return body, data[at : at + length]

    def _length(self, body: bytes) -> int:
        match = _LENGTH.search(body)
        if match is None:
            return -1
        if not match[3]:
            return int(match[1])
        offset, _ = self._offsets.get(int(match[1]), (-1, 0))
        header = _HEADER.match(self._data, offset) if offset >= 0 else None
        if header is None:
            return -1
        number = re.compile(rb"(\d{1,10})\s").match(self._data, header.end())
        return int(number[1]) if number else -1

    def _group(self, number: int) -> dict[int, bytes]:
        """The objects in an object stream (ISO 32000-1, 7.5.7), by number."""
        if number not in self._groups:
            body, data = self._as_it_lies(number) or self._parsed(number)
            parts = entries(body)
            if (
                data is not None
                and name_of(parts.get(b"/Filter")) == "FlateDecode"
                and b"/DecodeParms" not in parts
            ):
                inflater = zlib.decompressobj()
                content = inflater.decompress(data, _MOST)
                if inflater.unconsumed_tail:
                    raise Malformed("a group of objects is too large")
            else:
                content = self.content(number)
            self._groups[number] = _unpack(content, integer(parts.get(b"/First")))
        return self._groups[number]

    def _parsed(self, number: int) -> tuple[bytes, bytes | None]:
        made: PdfObject | None = self.reader.get_object(
            IndirectObject(number, self._generation(number), self.reader)
        )
        if made is None or isinstance(made, NullObject):
            return b"null", None
        if not isinstance(made, StreamObject):
            return _written(made), None
        if "/Crypt" in str(made.get("/Filter", "")):
            data = made.get_data()
            made.pop("/Filter")
            made.pop("/DecodeParms", None)
        else:
            data = made._data  # noqa: SLF001 - pypdf has no public name for the stored bytes
        plain = {key: value for key, value in made.items() if key != "/Length"}
        inside = b"".join(_written_key(str(key)) + b" " + _written(value) for key, value in plain.items())
        return b"<<" + inside + b"/Length %d>>" % len(data), bytes(data)


def open_source(data: bytes, name: str, password: str = "") -> Source:
    """Open a file.

    Raises:
        FaultsFound: it is no PDF, it is broken beyond use, or the password does not open it.
    """
    # pypdf tells of each repair on a logger; what matters of it is said in diagnostics.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    logging.getLogger("pypdf").propagate = False
    if b"%PDF-" not in data[:1024]:
        raise FaultsFound([_fault("not-a-pdf", f"{name} is not a PDF file.", "Name PDF files only.")])
    try:
        reader = _sound(data) or PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(password):
            given = "does not open it" if password else "is needed"
            message = f"{name} is encrypted, and the password {given}."
            raise FaultsFound([_fault("encrypted", message, "Give the right one with --password.")])
        return Source(data, name, reader)
    except UNREADABLE as problem:
        raise FaultsFound([unreadable(name, problem)]) from problem


def _sound(data: bytes) -> PdfReader | None:
    """Open a file that needs no repair; None if it does.

    Where pypdf repairs it first looks at every object, which takes it longer than all that is done with them here.
    """
    try:
        reader = PdfReader(io.BytesIO(data), strict=True)
    except UNREADABLE:
        return None
    match = _HEADER.match
    for objects in reader.xref.values():
        for number, offset in objects.items():
            header = match(data, offset)
            if header is None or int(header[1]) != number:
                return None
    reader.strict = False
    return reader


def unreadable(name: str, problem: Exception) -> Diagnostic:
    """Say in one sentence that a file is broken."""
    reason = " ".join(str(problem).split()).rstrip(".")[:120] or type(problem).__name__
    message = f"{name} is damaged or incomplete: {reason}."
    return _fault("unreadable-pdf", message, "Fetch or write it again, or repair it.")


def _fault(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("error", code, message, hint)


def _is_whole(body: bytes) -> bool:
    """Whether a body that ends at the first "endobj" is all of the object: no string is cut in two."""
    return b"(" not in body or body.endswith((b">>", b"]", b")"))


def _unpack(content: bytes, first: int) -> dict[int, bytes]:
    numbers = list(map(int, content[:first].split()))
    starts = [first + offset for offset in numbers[1::2]]
    ends = dict(zip(sorted(starts), [*sorted(starts)[1:], len(content)], strict=True))
    return {
        number: content[start : ends[start]].strip()
        for number, start in zip(numbers[::2], starts, strict=False)
    }


def _written(made: PdfObject) -> bytes:
    buffer = io.BytesIO()
    made.write_to_stream(buffer)
    return buffer.getvalue()


def _written_key(key: str) -> bytes:
    from pypdf.generic import NameObject  # noqa: PLC0415 - only parsed streams need it

    return _written(NameObject(key))

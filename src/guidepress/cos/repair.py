"""In: the bytes of a file whose cross-references are missing or wrong. Out: its objects, found by looking for them.

As pdfium and qpdf do it: every "12 0 obj" is an object, of several of one number the last; object streams hold more;
the trailer is the last one that names a catalog as its root, and where there is none, the last catalog is the root.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos.groups import unpack
from guidepress.cos.parser import Parser
from guidepress.cos.places import ObjectPlace, Places, stream_at
from guidepress.cos.values import Malformed, Name, Ref

if TYPE_CHECKING:
    from guidepress.cos.values import Dictionary, Value

__all__ = ["scan"]

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,10}+)[\x00\s]++(\d{1,5}+)[\x00\s]++obj(?![A-Za-z])")
_TRAILER = re.compile(rb"trailer(?=[\x00\s]*+<<)")
_TYPE = re.compile(rb"/Type[\x00\s]*+/(Catalog|ObjStm|XRef)(?![A-Za-z])")
_HEAD = 4000
"""Bytes after "obj" in which a dictionary says its type."""
_MOST_OBJECTS = 8_388_607


def scan(data: bytes, *, escapes: bool = True) -> Places:
    """Look for all objects of a file.

    Raises:
        Malformed: there is nothing that could be the root of a document.
    """
    places = Places()
    trailers: list[Dictionary] = []
    catalogs: list[int] = []
    for match in _OBJECT.finditer(data):
        number = int(match[1])
        if not 0 < number <= _MOST_OBJECTS:
            continue
        places.found[number] = ObjectPlace(match.start(), int(match[2]))
        stop = data.find(b"endobj", match.end(), match.end() + _HEAD)
        kind = _TYPE.search(data, match.end(), stop if stop >= 0 else match.end() + _HEAD)
        if kind is None:
            continue
        if kind[1] == b"Catalog":
            catalogs.append(number)
        elif kind[1] == b"XRef":
            trailers += _entries(data, match.end(), escapes=escapes)
        else:
            catalogs += _take_group(data, match.start(), number, places, escapes=escapes)
    for match in _TRAILER.finditer(data):
        trailers += _entries(data, match.end(), escapes=escapes)
    for trailer in reversed(trailers):
        root = trailer.get("Root")
        if isinstance(root, Ref) and (root.number in catalogs or not catalogs):
            places.trailer = {
                key: trailer[key] for key in ("Root", "Info", "ID", "Encrypt") if key in trailer
            }
            return places
    if not catalogs:
        raise Malformed("nothing in it is the root of a document")
    places.trailer = {"Root": Ref(catalogs[-1])}
    return places


def _entries(data: bytes, at: int, *, escapes: bool) -> list[Dictionary]:
    try:
        value, _ = Parser(data, escapes=escapes).value(at)
    except Malformed:
        return []
    return [value] if isinstance(value, dict) else []


def _take_group(data: bytes, at: int, holder: int, places: Places, *, escapes: bool) -> list[int]:
    """Take in the objects of an object stream; returns the numbers of those that are catalogs."""
    try:
        stream = stream_at(data, at, escapes=escapes)
        group = unpack(stream, _itself) if stream.entries.get("Type") == Name("ObjStm") else []
    except Malformed:
        return []
    catalogs = []
    for rank, (number, body) in enumerate(group):
        if not 0 < number <= _MOST_OBJECTS:
            continue
        places.found[number] = ObjectPlace(rank, 0, holder)
        kind = _TYPE.search(body, 0, 200)
        if kind is not None and kind[1] == b"Catalog":
            catalogs.append(number)
    return catalogs


def _itself(value: Value) -> Value:
    return value

"""In: an open PDF and some objects in place of its own. Out: the same file with those objects, nothing else changed.

Objects keep their numbers and lie in the new file as they lay in the old one, so tags, links, names and attachments
cannot come to harm. Only where the old file needs it (revised objects, encryption) is it written anew from its root.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from pypdf.generic import IndirectObject

from guidepress.bind.scribe import Scribe, Shelf, dictionary
from guidepress.cos.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.bind.source import Source

__all__ = ["rewrite"]

_HOUSEKEEPING = re.compile(rb"/Type[\s\x00]*/(?:XRef|ObjStm)(?![A-Za-z])")
"""Streams that tell where objects lie in the old file."""

_MOST_NUMBERS = 20
"""Object numbers for every object there is; editors that delete much leave some free, not that many."""


def rewrite(source: Source, changed: Mapping[int, object], *, plain: bool) -> bytes:
    """Write a file anew with some objects changed.

    Args:
        source: the open file.
        changed: what takes the place of objects, by number; may refer to objects on a Shelf.
        plain: write PDF 1.4, without object streams.

    Returns:
        The file.
    """
    out = io.BytesIO()
    sink = Writer(out, packed=not plain)
    root, info = _reference(source, "/Root"), _reference(source, "/Info")
    reader = source.reader
    revised = any(generation and entries for generation, entries in reader.xref.items() if generation < 65535)
    # A file with far more numbers than objects is broken, or wants to be: it gets new numbers.
    numbers = {*reader.xref.get(0, ()), *reader.xref_objStm, *changed}
    sparse = max(numbers) > _MOST_NUMBERS * len(numbers) + 1000
    if revised or sparse or reader.is_encrypted or root is None:
        _anew(source, changed, sink, root)
    else:
        _as_it_lies(source, changed, sink, root.idnum, info.idnum if info is not None else 0)
    return out.getvalue()


def _as_it_lies(source: Source, changed: Mapping[int, object], sink: Writer, root: int, info: int) -> None:
    reader = source.reader
    numbers = sorted({*reader.xref.get(0, ()), *reader.xref_objStm} - {0})
    for _ in range(max([*numbers, *changed])):
        sink.reserve()
    scribe = Scribe(sink, reader)
    for number in numbers:
        if number in changed:
            continue
        body, data = source.raw(number)
        if data is not None and _HOUSEKEEPING.search(body):
            continue
        if data is None and b"/Linearized" in body and number != root:
            continue
        sink.put(number, body, data)
    for number, value in changed.items():
        scribe.write(number, value)
    scribe.write_all()
    sink.close(root, info or sink.add(b"<<>>"))


def _anew(source: Source, changed: Mapping[int, object], sink: Writer, root: IndirectObject | None) -> None:
    reader = source.reader
    scribe = Scribe(sink, None, changed={(id(reader), number): value for number, value in changed.items()})
    shelf = Shelf()
    catalog = scribe.number(root if root is not None else shelf.add(reader.root_object))
    info = scribe.number(_reference(source, "/Info") or shelf.add(dictionary({})))
    scribe.write_all()
    sink.close(catalog, info)


def _reference(source: Source, key: str) -> IndirectObject | None:
    trailer: Any = source.reader.trailer
    value = trailer.raw_get(key) if key in trailer else None
    return value if isinstance(value, IndirectObject) else None

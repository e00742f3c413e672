"""Small PDF files made by hand, so that a test can say each byte."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>"
TREE = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>", 3: PAGE}


def body_of(objects: Mapping[int, bytes], start: int) -> tuple[bytes, dict[int, int]]:
    """Lay objects one after the other; the bytes, and where each begins."""
    made, places = b"", {}
    for number, text in objects.items():
        places[number] = start + len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    return made, places


def table_of(places: Mapping[int, int]) -> bytes:
    """A cross-reference table of one row a subsection."""
    rows = b"".join(b"%d 1\n%010d 00000 n \n" % pair for pair in places.items())
    return b"xref\n0 1\n0000000000 65535 f \n" + rows


def file_of(
    objects: Mapping[int, bytes], trailer: bytes = b"/Root 1 0 R", head: bytes = b"%PDF-1.7\n"
) -> bytes:
    """A file with a table."""
    body, places = body_of(objects, len(head))
    at = len(head) + len(body)
    return (
        head + body + table_of(places) + b"trailer\n<<%b/Size 99>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, at)
    )


def revised(old: bytes, objects: Mapping[int, bytes], *, stream: bool) -> bytes:
    """A file with a newer revision of some objects behind it, told in a table or in a cross-reference stream."""
    before = int(old.rpartition(b"startxref\n")[2].split()[0])
    body, places = body_of(objects, len(old))
    at = len(old) + len(body)
    if not stream:
        trailer = b"trailer\n<</Root 1 0 R/Size 99/Prev %d>>\n" % before
        return old + body + table_of(places) + trailer + b"startxref\n%d\n%%%%EOF\n" % at
    rows = b"".join(b"\1" + place.to_bytes(4, "big") + b"\0" for place in places.values())
    index = b" ".join(b"%d 1" % number for number in places)
    data = zlib.compress(rows)
    return (
        old
        + body
        + b"98 0 obj\n<</Type/XRef/Size 99/W[1 4 1]/Index[%b]/Root 1 0 R/Prev %d/Filter/FlateDecode/Length %d>>"
        % (index, before, len(data))
        + b"\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (data, at)
    )


def packed(bodies: Mapping[int, bytes], gap: bytes = b" ") -> bytes:
    """An object stream with these objects."""
    at, head = 0, b""
    for number, text in bodies.items():
        head += b"%d %d " % (number, at)
        at += len(text) + len(gap)
    data = head + gap.join(bodies.values())
    return b"<</Type/ObjStm/N %d/First %d/Length %d>>\nstream\n%b\nendstream" % (
        len(bodies),
        len(head),
        len(data),
        data,
    )

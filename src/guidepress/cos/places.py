"""In: the bytes of a file. Out: where its objects lie: cross-reference tables and streams, the newest winning.

A file that was changed has several sections, each naming the one before (ISO 32000-1, 7.5.6); of a hybrid file the
stream beside a table tells what older readers shall not see (7.5.8.4).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from guidepress.cos.filters import decode
from guidepress.cos.parser import GAP, Parser
from guidepress.cos.values import Malformed, Ref, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.cos.values import Dictionary

__all__ = ["DATA_END", "HEADER", "STREAM", "ObjectPlace", "Places", "read_places", "stream_at"]

_SPACE = rb"(?:[\x00\t\n\x0c\r ]|%[^\r\n]*+[\r\n])++"
HEADER = re.compile(GAP + rb"(\d{1,10}+)" + _SPACE + rb"(\d{1,10}+)" + _SPACE + rb"obj(?![A-Za-z])")
"""What an object begins with: its number and its generation."""

_START = re.compile(rb"startxref" + GAP + rb"(\d{1,15}+)")
_TABLE = re.compile(GAP + rb"xref(?![A-Za-z])")
_SUBSECTION = re.compile(GAP + rb"(\d{1,10}+)[ \t]++(\d{1,10}+)(?=\s)")
_ROW = re.compile(rb"\s*+(\d{1,15}+)\s++(\d{1,10}+)\s++([nf])")
_ROWS = re.compile(rb"[ ]*+(?:\r\n|\n|\r)((?:\d{10} \d{5} [nf](?: \r| \n|\r\n))*+)")
"""A table as it must be, twenty bytes a row."""
_TRAILER = re.compile(GAP + rb"trailer")
STREAM = re.compile(GAP + rb"stream(?:\r\n|\n|\r)?")
DATA_END = re.compile(rb"[\x00\s]*+endstream")
"""What comes before the data of a stream, and after it."""

_FARTHEST = 1 << 50
"""An offset that no file reaches; eight bytes can name one that no machine counts to."""
_MOST_SECTIONS = 5000
"""Most revisions followed; a form that is saved every day for ten years has fewer."""
_MOST_OBJECTS = 8_388_607
"""Most indirect objects a file may have (ISO 32000-1, annex C)."""


class ObjectPlace(NamedTuple):
    """Where an object lies: at an offset, or in the object stream `holder`, whose `offset`th object it is."""

    offset: int
    generation: int = 0
    holder: int = 0


class Places:
    """What the sections of a file say.

    Attributes:
        found: place of each object; None for one that was deleted.
        trailer: entries of the newest section; older ones fill in what it lacks.
    """

    def __init__(self) -> None:
        self.found: dict[int, ObjectPlace | None] = {}
        self.trailer: Dictionary = {}


def read_places(data: bytes, shift: int, *, escapes: bool = True) -> Places:
    """Read all sections, from the newest to the oldest.

    Args:
        data: the file.
        shift: bytes before the header, which offsets may or may not count.
        escapes: as for `Parser`.

    Raises:
        Malformed: a section is not where it should be, or cannot be read.
    """
    starts = list(_START.finditer(data, max(0, len(data) - 2048)))
    if not starts:
        raise Malformed("it does not say where its objects lie")
    places = Places()
    waiting = [int(starts[-1][1])]
    seen: set[int] = set()
    while waiting:
        at = waiting.pop(0)
        if at in seen:
            raise Malformed("its revisions go in a circle")
        seen.add(at)
        if len(seen) > _MOST_SECTIONS:
            raise Malformed("it has too many revisions")
        trailer, older = _section(data, at, shift, places, escapes=escapes)
        for key, value in trailer.items():
            places.trailer.setdefault(key, value)
        waiting += older
    return places


def _section(
    data: bytes, at: int, shift: int, places: Places, *, escapes: bool
) -> tuple[Dictionary, list[int]]:
    """Read one section into `places`; what is there already is newer.

    Returns:
        Its trailer, and the offsets of the sections it names.
    """
    for start in dict.fromkeys((at, at + shift)):
        table = _TABLE.match(data, start) if start < len(data) else None
        if table is not None:
            return _table(data, table.end(), start - at, places, escapes=escapes)
        if start < len(data) and HEADER.match(data, start):
            stream = stream_at(data, start, escapes=escapes)
            for number, place in _rows(stream, start - at):
                places.found.setdefault(number, place)
            return stream.entries, _offsets(stream.entries, "Prev")
    raise Malformed("a cross-reference section is not where it should be")


def _table(
    data: bytes, at: int, shift: int, places: Places, *, escapes: bool
) -> tuple[Dictionary, list[int]]:
    """Read a table, its trailer, and the stream beside it if the file is a hybrid one."""
    free: list[int] = []
    at = _table_rows(data, at, shift, places, free)
    lead = _TRAILER.match(data, at)
    if lead is None:
        raise Malformed("a cross-reference table has no trailer")
    trailer, _ = Parser(data, escapes=escapes).value(lead.end())
    if not isinstance(trailer, dict):
        raise Malformed("a trailer is no dictionary")
    for beside in _offsets(trailer, "XRefStm"):
        if beside < len(data) and HEADER.match(data, beside + shift):
            stream = stream_at(data, beside + shift, escapes=escapes)
            for number, hidden in _rows(stream, shift):
                places.found.setdefault(number, hidden)
    for number in free:
        places.found.setdefault(number, None)
    return trailer, _offsets(trailer, "Prev")


def _table_rows(data: bytes, at: int, shift: int, places: Places, free: list[int]) -> int:
    """Read the rows of a table: those in use into `places`, the numbers of the others into `free`.

    Returns:
        Where the table ends.
    """
    while (head := _SUBSECTION.match(data, at)) is not None:
        first, count = int(head[1]), int(head[2])
        if count > _MOST_OBJECTS or first > _MOST_OBJECTS:
            raise Malformed("it claims more objects than a file may have")
        at = head.end()
        whole = _ROWS.match(data, at, at + 20 * count + 2)
        if whole is not None and len(whole[1]) == 20 * count and first != 1:
            at = whole.end()
            cells = whole[1].split()
            offsets = [int(cell) + shift for cell in cells[::3]]
            rows = map(ObjectPlace, offsets, map(int, cells[1::3]))
            for number, (place, sort) in enumerate(zip(rows, cells[2::3], strict=True), first):
                if sort == b"n":
                    places.found.setdefault(number, place)
                else:
                    free.append(number)
            continue
        for index in range(count):
            row = _ROW.match(data, at)
            if row is None:
                raise Malformed("a cross-reference table is shorter than it says")
            at = row.end()
            if index == 0 and first == 1 and row[3] == b"f" and int(row[2]) == 65535:
                first = 0  # some writers count the head of the free list as object 1
            if row[3] == b"n":
                places.found.setdefault(first + index, ObjectPlace(int(row[1]) + shift, int(row[2])))
            else:
                free.append(first + index)
    return at


def _offsets(trailer: Dictionary, key: str) -> list[int]:
    value = trailer.get(key)
    if isinstance(value, float):
        value = int(value)
    if isinstance(value, Ref):  # which tells where to find what is needed to find it
        raise Malformed("it does not say plainly where its older objects lie")
    return [value] if isinstance(value, int) and value > 0 else []


def stream_at(data: bytes, at: int, *, escapes: bool = True) -> Stream:
    """Read a stream whose length stands in its own dictionary, or is where `endstream` comes.

    Raises:
        Malformed: there is none.
    """
    head = HEADER.match(data, at)
    if head is None:
        raise Malformed("an object is not where it should be")
    entries, end = Parser(data, escapes=escapes).value(head.end())
    lead = STREAM.match(data, end)
    if not isinstance(entries, dict) or lead is None:
        raise Malformed("a stream was expected")
    start, length = lead.end(), entries.get("Length")
    if (
        not isinstance(length, int)
        or not 0 <= length <= len(data)
        or DATA_END.match(data, start + length) is None
    ):
        stop = data.find(b"endstream", start)
        if stop < 0:
            raise Malformed("a stream has no end")
        return Stream(entries, data[start:stop])
    return Stream(entries, data[start : start + length])


def _rows(stream: Stream, shift: int) -> Iterator[tuple[int, ObjectPlace | None]]:
    """Yield what a cross-reference stream says (7.5.8)."""
    entries = stream.entries
    widths = entries.get("W")
    if not isinstance(widths, list) or len(widths) < 3:
        raise Malformed("a cross-reference stream does not say how it is laid out")
    sizes = [each if isinstance(each, int) and 0 <= each <= 8 else -1 for each in widths[:3]]
    if min(sizes) < 0 or not sum(sizes):
        raise Malformed("a cross-reference stream does not say how it is laid out")
    rows = decode(stream)
    columns = [rows[place :: sum(sizes)] for place in range(sum(sizes))]
    kind, second = sizes[0], sizes[0] + sizes[1]
    kinds, wheres, ranks = (
        _numbers(columns[:kind]),
        _numbers(columns[kind:second]),
        _numbers(columns[second:]),
    )
    index = entries.get("Index")
    if not isinstance(index, list):
        index = [0, entries.get("Size")]
    at, held = 0, len(rows) // sum(sizes)
    for first, count in zip(index[::2], index[1::2], strict=False):
        if not isinstance(first, int) or not isinstance(count, int) or max(first, count) > _MOST_OBJECTS:
            raise Malformed("a cross-reference stream claims more objects than a file may have")
        for number, row in enumerate(range(at, min(at + count, held)), first):
            sort, where, rank = (
                kinds[row] if kinds else 1,
                wheres[row] if wheres else 0,
                ranks[row] if ranks else 0,
            )
            if sort == 1:
                yield number, ObjectPlace(min(where, _FARTHEST) + shift, rank)
            elif sort == 2:
                yield number, ObjectPlace(rank, 0, where)
            else:
                yield number, None
        at += max(0, count)


def _numbers(columns: Sequence[bytes]) -> Sequence[int]:
    """The numbers that columns of bytes make, the first the highest; none of no columns."""
    made: Sequence[int] = columns[0] if columns else ()
    for column in columns[1:]:
        made = [high << 8 | low for high, low in zip(made, column, strict=False)]
    return made

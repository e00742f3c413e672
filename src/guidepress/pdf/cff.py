"""In: a font's outlines in Compact Font Format, by name. Out: the same by number, as PDF 1.3 holds them.

A font of many glyphs is one of CIDs (Adobe Technical Note 5176): its glyphs have numbers, not names, and its hints lie
in a dictionary of their own. Numbers are those of the glyphs, so that the text of a page stays what it is. Charstrings
and subroutines are copied as they lie.
"""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["cff_table", "number_glyphs"]

_HEADER = bytes((1, 0, 4, 4))
_ESCAPE = 12
_PRIVATE, _CHARSTRINGS, _CHARSET, _SUBRS = 18, 17, 15, 19
_BOX, _MATRIX = 5, _ESCAPE << 8 | 7
_ROS, _COUNT, _ARRAY, _SELECT = (_ESCAPE << 8 | code for code in (30, 34, 36, 37))
_NAMES = (b"Adobe", b"Identity")
_FIRST_NAME = 391
"""The number of the first string that is not one of the 391 standard ones."""

_LARGEST_OPERATOR = 21
_LONG, _REAL = 29, 30
_OPERAND_BYTES = {28: 3, _LONG: 5}


def cff_table(font: bytes) -> bytes:
    """The outlines of an OpenType file; b"" if it has none of this kind."""
    (count,) = struct.unpack_from(">H", font, 4)
    for at in range(12, 12 + 16 * count, 16):
        tag, _, start, length = struct.unpack_from(">4s3I", font, at)
        if tag == b"CFF ":
            return font[start : start + length]
    return b""


def number_glyphs(cff: bytes) -> bytes:
    """Make a font whose glyphs have names one whose glyphs have numbers; one that is so already is given back."""
    names, at = _index(cff, cff[2])
    tops, at = _index(cff, at)
    _, at = _index(cff, at)  # strings: names of glyphs, and notices
    subroutines = at
    _, at = _index(cff, at)
    top = dict(_entries(tops[0]))
    if _ROS in top:
        return cff
    size, start = _numbers(top[_PRIVATE])
    private = [entry for entry in _entries(cff[start : start + size]) if entry[0] != _SUBRS]
    inner = dict(_entries(cff[start : start + size])).get(_SUBRS)
    local = _raw_index(cff, start + _numbers(inner)[0]) if inner else b""
    hints = b"".join(operand + _operator(code) for code, operand in private)
    if local:
        hints += _long(len(hints) + 6) + _operator(_SUBRS)
    (place,) = _numbers(top[_CHARSTRINGS])
    glyphs, _ = _index(cff, place)
    parts = {
        _CHARSET: b"\2" + (struct.pack(">2H", 1, len(glyphs) - 2) if len(glyphs) > 1 else b""),
        _SELECT: struct.pack(">B2HBH", 3, 1, 0, 0, len(glyphs)),
        _CHARSTRINGS: _raw_index(cff, place),
    }
    kept = b"".join(top[code] + _operator(code) for code in (_BOX, _MATRIX) if code in top)
    head = _HEADER + _make_index(names)
    tail = _make_index(_NAMES) + cff[subroutines:at]
    count = _long(len(glyphs)) + _operator(_COUNT)
    return _assembled(head, kept + count, tail, parts, (hints, local))


def _assembled(
    head: bytes, kept: bytes, tail: bytes, parts: dict[int, bytes], hints: tuple[bytes, bytes]
) -> bytes:
    """Lay the parts one after the other and say in the top dictionary where each lies."""
    ordering = b"".join(_long(number) for number in (_FIRST_NAME, _FIRST_NAME + 1, 0)) + _operator(_ROS)

    def top(places: Iterable[tuple[int, int]]) -> bytes:
        return _make_index(
            [ordering + kept + b"".join(_long(place) + _operator(code) for code, place in places)]
        )

    # Every number takes five bytes, so that the dictionary is as long whatever stands in it.
    at = len(head) + len(top((code, 0) for code in (*parts, _ARRAY))) + len(tail)
    places = []
    for code, content in parts.items():
        places.append((code, at))
        at += len(content)
    places.append((_ARRAY, at))
    size, beginning = len(hints[0]), at + len(_make_index([_long(0) + _long(0) + _operator(_PRIVATE)]))
    array = _make_index([_long(size) + _long(beginning) + _operator(_PRIVATE)])
    return b"".join((head, top(places), tail, *parts.values(), array, *hints))


def _index(data: bytes, at: int) -> tuple[list[bytes], int]:
    """The items of an INDEX, and where it ends."""
    (count,) = struct.unpack_from(">H", data, at)
    if not count:
        return [], at + 2
    wide = data[at + 2]
    table = at + 3
    offsets = [
        int.from_bytes(data[table + wide * each : table + wide * (each + 1)], "big")
        for each in range(count + 1)
    ]
    base = table + wide * (count + 1) - 1
    items = [data[base + start : base + end] for start, end in pairwise(offsets)]
    return items, base + offsets[-1]


def _raw_index(data: bytes, at: int) -> bytes:
    _, end = _index(data, at)
    return data[at:end]


def _make_index(items: Sequence[bytes]) -> bytes:
    offsets = [1]
    for item in items:
        offsets.append(offsets[-1] + len(item))
    return struct.pack(f">HB{len(offsets)}I", len(items), 4, *offsets) + b"".join(items)


def _entries(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The entries of a dictionary: each operator and its operands as they lie."""
    at = start = 0
    while at < len(data):
        code = data[at]
        if code > _LARGEST_OPERATOR:
            at += _operand_bytes(data, at)
            continue
        operands = data[start:at]
        if code == _ESCAPE:
            at += 1
            code = _ESCAPE << 8 | data[at]
        at = start = at + 1
        yield code, operands


def _operand_bytes(data: bytes, at: int) -> int:
    code = data[at]
    if code == _REAL:  # half bytes up to one that is 15
        end = at + 1
        while data[end] & 15 != 15 and data[end] >> 4 != 15:
            end += 1
        return end + 1 - at
    return _OPERAND_BYTES.get(code, 1 if code < 247 else 2)


def _numbers(operands: bytes) -> list[int]:
    """Whole numbers of a dictionary."""
    found = []
    at = 0
    while at < len(operands):
        code, length = operands[at], _operand_bytes(operands, at)
        rest = operands[at + 1 : at + length]
        if code in _OPERAND_BYTES:
            found.append(int.from_bytes(rest, "big", signed=True))
        elif length == 1:
            found.append(code - 139)
        else:
            found.append(
                (code - 247) * 256 + rest[0] + 108 if code < 251 else (251 - code) * 256 - rest[0] - 108
            )
        at += length
    return found


def _long(value: int) -> bytes:
    return struct.pack(">Bi", _LONG, value)


def _operator(code: int) -> bytes:
    return bytes((code >> 8, code & 255)) if code > 255 else bytes((code,))

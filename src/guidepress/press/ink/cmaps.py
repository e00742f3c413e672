"""In: the encoding of a composite font. Out: character identifiers of codes, codes parted from strings (9.7.5 and 9.7.6)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from guidepress.cos import Malformed, Name, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos import File
    from guidepress.cos.values import Value

__all__ = ["CodeMap", "code_map"]

_SPACES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_RANGES = re.compile(rb"begincidrange(.*?)endcidrange", re.DOTALL)
_SINGLES = re.compile(rb"begincidchar(.*?)endcidchar", re.DOTALL)
_PAIR = re.compile(rb"<\s*([0-9A-Fa-f\s]+)>\s*<\s*([0-9A-Fa-f\s]+)>")
_RANGE = re.compile(rb"<\s*([0-9A-Fa-f\s]+)>\s*<\s*([0-9A-Fa-f\s]+)>\s*(\d{1,6})")
_SINGLE = re.compile(rb"<\s*([0-9A-Fa-f\s]+)>\s*(\d{1,6})")
_VERTICAL = re.compile(rb"/WMode\s+1\b")
_LONGEST_CODE = 4
_MOST = 200_000
"""Ranges of one map; the largest that are published have 20,000."""


class CodeMap:
    """How strings of a composite font are read.

    Attributes:
        vertical: it is written from top to bottom.
        known: identifiers are told; of a map that is only named, and is not one of the two identities, they are not.
    """

    def __init__(self, *, vertical: bool = False, known: bool = True) -> None:
        self.vertical = vertical
        self.known = known
        self._spaces: dict[int, list[tuple[int, int]]] = {}
        self._starts: list[tuple[int, int]] = []
        self._ranges: list[tuple[int, int, int]] = []

    def read(self, data: bytes) -> None:
        """Take over what a map's stream says."""
        self.vertical = self.vertical or _VERTICAL.search(data) is not None
        for section in _SPACES.findall(data):
            for low, high in _PAIR.findall(section):
                first, size = _code(low)
                self._spaces.setdefault(size, []).append((first, _code(high)[0]))
        found: list[tuple[int, int, int, int]] = []
        for section in _RANGES.findall(data):
            for low, high, cid in _RANGE.findall(section):
                first, size = _code(low)
                found.append((size, first, _code(high)[0], int(cid)))
        for section in _SINGLES.findall(data):
            for low, cid in _SINGLE.findall(section):
                first, size = _code(low)
                found.append((size, first, first, int(cid)))
        found = sorted(found[:_MOST])
        self._starts = [(size, first) for size, first, _, _ in found]
        self._ranges = [(first, last, cid) for _, first, last, cid in found]

    def codes(self, data: bytes) -> Iterator[tuple[int, int]]:
        """Part a string into codes, each with how many bytes it takes."""
        if not self._spaces:
            for at in range(0, len(data) - 1, 2):
                yield data[at] << 8 | data[at + 1], 2
            return
        at = 0
        while at < len(data):
            for size in range(1, _LONGEST_CODE + 1):
                code = int.from_bytes(data[at : at + size], "big")
                if any(low <= code <= high for low, high in self._spaces.get(size, ())):
                    break
            else:
                size = min(self._spaces)
                code = int.from_bytes(data[at : at + size], "big")
            yield code, size
            at += size

    def identifier(self, code: int, size: int) -> int:
        """The character identifier of a code; 0 where the map has none."""
        if not self._starts:
            return code
        at = bisect_right(self._starts, (size, code)) - 1
        if at < 0 or self._starts[at][0] != size:
            return 0
        first, last, cid = self._ranges[at]
        return cid + code - first if code <= last else 0


def _code(digits: bytes) -> tuple[int, int]:
    plain = b"".join(digits.split())[: _LONGEST_CODE * 2]
    return int(plain or b"0", 16), max(1, (len(plain) + 1) // 2)


def code_map(file: File, value: Value) -> CodeMap:
    """Read the encoding of a composite font: a name or a stream."""
    made = file.get(value)
    if isinstance(made, Name):
        return CodeMap(vertical=made.endswith("-V"), known=made in {"Identity-H", "Identity-V"})
    if not isinstance(made, Stream):
        return CodeMap(known=False)
    found = CodeMap(vertical=file.integer(made.entries.get("WMode")) == 1)
    try:
        found.read(file.content(made))
    except Malformed:
        return CodeMap(known=False)
    above = file.word(made.entries.get("UseCMap"))
    if above and above not in {"Identity-H", "Identity-V"}:
        found.known = False
    return found

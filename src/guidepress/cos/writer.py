"""In: objects as plain bytes, in any order. Out: a PDF file, written as they come; only their places stay in memory.

Objects without a stream go into object streams (ISO 32000-1, 7.5.7), a fifth of their size: tags are many and alike.
A file of PDF 1.4, of which PDF/A-1 is made, knows none: there every object stands by itself, under a plain table.
"""

from __future__ import annotations

import re
import zlib
from array import array as numbers
from hashlib import md5, sha256
from typing import TYPE_CHECKING

from guidepress.cos.plain import write, write_entries
from guidepress.cos.values import Malformed, Ref, Stream

if TYPE_CHECKING:
    from typing import BinaryIO

    from guidepress.cos.values import Object

__all__ = ["Writer", "fingerprint"]

_GROUP = 200
"""Objects in an object stream: more would compress a little better, but a reader inflates all to see one."""
_LEVEL = 6
_FONT = re.compile(rb"/Type\s*+/Font(?![A-Za-z])")
_NEVER, _DIRECT = -2, -1
"""Ranks of objects that are not in an object stream: never written, and at an offset."""


class Writer:
    """A file being written.

    Args:
        stream: takes the bytes.
        packed: use object streams; without them the file is PDF 1.4.
        version: of what is written, where that is newer than PDF 1.7.
    """

    def __init__(self, stream: BinaryIO, *, packed: bool = True, version: str = "") -> None:
        self._stream = stream
        self._packed = packed
        self._digest = md5(usedforsecurity=False)
        self._position = 0
        self._places = numbers("Q", [0])  # offset, or the number of the object stream
        self._ranks = numbers("i", [_NEVER])
        self._most: list[tuple[int, bytes]] = []
        self._tags: list[tuple[int, bytes]] = []
        self._fonts: list[tuple[int, bytes]] = []
        number = max("1.7", version) if packed else "1.4"
        self._write(b"%%PDF-%b\n%%\xe2\xe3\xcf\xd3\n" % number.encode("ascii"))

    @property
    def written(self) -> int:
        """Bytes so far."""
        return self._position

    def reserve(self) -> int:
        """Give out the next object number; `put` should follow, else the object is null."""
        self._places.append(0)
        self._ranks.append(_NEVER)
        return len(self._places) - 1

    def add(self, body: bytes, data: bytes | None = None) -> int:
        """Write an object and return its number."""
        number = self.reserve()
        self.put(number, body, data)
        return number

    def put(self, number: int, body: bytes, data: bytes | None = None, *, tag: bool = False) -> None:
        """Write an object under a reserved number; the dictionary of a stream tells its length.

        Tags go into object streams of their own, so that a reader who only turns pages need not inflate them; and
        fonts, which every page asks for, into theirs.

        Raises:
            Malformed: it has been written already.
        """
        if self._ranks[number] != _NEVER:
            raise Malformed("an object is written twice")
        if data is not None:
            self._direct(number, b"%b\nstream\n%b\nendstream" % (body, data))
        elif not self._packed:
            self._direct(number, body)
        else:
            self._ranks[number] = 0
            group = self._tags if tag else self._fonts if _is_font(body) else self._most
            group.append((number, body))
            if len(group) >= _GROUP:
                self._flush(group)

    def put_object(self, number: int, made: Object) -> None:
        """Write an object that stands as values, in the numbers of this file, under a reserved number.

        Raises:
            Malformed: it has been written already.
        """
        if isinstance(made, Stream):
            entries = {**made.entries, "Length": len(made.data)}
            self.put(number, b"<<%b>>" % write_entries(entries), made.data)
        else:
            self.put(number, write(made))

    def add_object(self, made: Object) -> Ref:
        """Write an object that stands as values, and return the reference to it."""
        number = self.reserve()
        self.put_object(number, made)
        return Ref(number)

    def add_stream(self, entries: bytes, content: bytes) -> int:
        """Deflate and write a stream; `entries` are those of its dictionary but for filter and length."""
        data = zlib.compress(content, _LEVEL)
        return self.add(b"<<%b/Filter/FlateDecode/Length %d>>" % (entries, len(data)), data)

    def close(self, root: int, info: int) -> None:
        """Write what is waiting, the cross-references and the trailer; /ID is a hash of all before it."""
        for group in (self._most, self._tags, self._fonts):
            self._flush(group)
        half = b"<" + self._digest.hexdigest().upper().encode() + b">"
        trailer = b"/Root %d 0 R/Info %d 0 R/ID[%b%b]" % (root, info, half, half)
        if self._packed:
            self._close_packed(trailer)
        else:
            self._close_plain(trailer)

    def _close_packed(self, trailer: bytes) -> None:
        number = self.reserve()
        at = self._position
        self._places[number], self._ranks[number] = at, _DIRECT
        width = (max(self._places).bit_length() + 7) // 8 or 1
        rows = zlib.compress(self._rows(width), _LEVEL)
        self._write(
            b"%d 0 obj\n<</Type/XRef/Size %d/W[1 %d 2]%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\nendobj\n"
            b"startxref\n%d\n%%%%EOF\n" % (number, len(self._places), width, trailer, len(rows), rows, at)
        )

    def _close_plain(self, trailer: bytes) -> None:
        at = self._position
        free = [number for number, rank in enumerate(self._ranks) if rank == _NEVER]
        following = dict(zip(free, [*free[1:], 0], strict=True))
        rows = [
            b"%010d %05d f \n" % (following[number], 0 if number else 65535)
            if rank == _NEVER
            else b"%010d 00000 n \n" % self._places[number]
            for number, rank in enumerate(self._ranks)
        ]
        self._write(
            b"xref\n0 %d\n%btrailer\n<</Size %d%b>>\nstartxref\n%d\n%%%%EOF\n"
            % (len(rows), b"".join(rows), len(rows), trailer, at)
        )

    def _rows(self, width: int) -> bytes:
        rows = []
        for place, rank in zip(self._places, self._ranks, strict=True):
            if rank >= 0:
                rows.append(b"\2" + place.to_bytes(width, "big") + rank.to_bytes(2, "big"))
            elif rank == _DIRECT:
                rows.append(b"\1" + place.to_bytes(width, "big") + b"\0\0")
            else:
                rows.append(b"\0" + bytes(width) + b"\xff\xff")
        return b"".join(rows)

    def _flush(self, group: list[tuple[int, bytes]]) -> None:
        if not group:
            return
        holder = self.reserve()
        head, at = [], 0
        for rank, (number, body) in enumerate(group):
            head.append(b"%d %d" % (number, at))
            at += len(body) + 1
            self._places[number], self._ranks[number] = holder, rank
        first = b" ".join(head) + b"\n"
        data = zlib.compress(first + b"\n".join([body for _, body in group]), _LEVEL)
        self._direct(
            holder,
            b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream"
            % (len(group), len(first), len(data), data),
        )
        group.clear()

    def _direct(self, number: int, content: bytes) -> None:
        self._places[number], self._ranks[number] = self._position, _DIRECT
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, content))

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._digest.update(data)
        self._position += len(data)


def _is_font(body: bytes) -> bool:
    return b"/Font" in body and _FONT.search(body) is not None


def fingerprint(body: bytes, data: bytes | None) -> bytes:
    """What tells an object from others: half a SHA-256 of all its bytes, so that none can be forged to match."""
    digest = sha256(body)
    if data is not None:
        digest.update(b"\0stream\0")
        digest.update(data)
    return digest.digest()[:16]

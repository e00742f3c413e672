"""In: objects as bytes. Out: a PDF 1.4 file: every object by itself and a plain cross-reference table.

PDF/A-1 is made of PDF 1.4, which knows neither object streams nor cross-reference streams (ISO 19005-1, 6.1.4).
"""

from __future__ import annotations

from hashlib import md5
from typing import TYPE_CHECKING

from guidepress.bind.sink import Sink

if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["PlainSink"]


class PlainSink(Sink):
    """A file of PDF 1.4 being written; used like any sink."""

    def __init__(self, stream: BinaryIO) -> None:
        self._out = stream
        self._hash = md5(usedforsecurity=False)
        self._length = 0
        self._offsets: list[int] = [0]
        self._append(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    @property
    def written(self) -> int:
        """Bytes so far."""
        return self._length

    def reserve(self) -> int:
        """Give out the next object number; `put` should follow, else the object is free."""
        self._offsets.append(0)
        return len(self._offsets) - 1

    def put(self, number: int, body: bytes, data: bytes | None = None, *, tag: bool = False) -> None:  # noqa: ARG002 - no groups here
        """Write an object under a reserved number; tags lie where they come, since nothing is grouped."""
        whole = body if data is None else b"%b\nstream\n%b\nendstream" % (body, data)
        self._offsets[number] = self._length
        self._append(b"%d 0 obj\n%b\nendobj\n" % (number, whole))

    def close(self, root: int, info: int) -> None:
        """Write the cross-reference table and the trailer; /ID is a hash of all before it."""
        half = b"<" + self._hash.hexdigest().upper().encode() + b">"
        at = self._length
        free = [number for number, offset in enumerate(self._offsets) if offset == 0]
        following = dict(zip(free, [*free[1:], 0], strict=True))
        rows = [
            b"%010d 00000 n \n" % offset
            if offset
            else b"%010d %05d f \n" % (following[number], 0 if number else 65535)
            for number, offset in enumerate(self._offsets)
        ]
        self._append(b"xref\n0 %d\n%b" % (len(rows), b"".join(rows)))
        trailer = b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[%b%b]>>\nstartxref\n%d\n%%%%EOF\n"
        self._append(trailer % (len(rows), root, info, half, half, at))

    def _append(self, data: bytes) -> None:
        self._out.write(data)
        self._hash.update(data)
        self._length += len(data)

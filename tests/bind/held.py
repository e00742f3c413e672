"""Objects of a file as the binder sees them: open to be read, or just written."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from tests.bind.packs import raw_pdf

from guidepress.bind.copier import PartCopier
from guidepress.cos import File, open_file
from guidepress.cos.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Held", "file_with"]


def file_with(objects: Mapping[int, bytes]) -> File:
    """A file of these objects, open; the first is its catalog."""
    return open_file(raw_pdf(objects), "a.pdf")


class Held:
    """A writer into memory."""

    def __init__(self, *, packed: bool = True) -> None:
        self._out = io.BytesIO()
        self.sink = Writer(self._out, packed=packed)
        self.known: dict[bytes, int] = {}

    def copier(self, file: File, prefix: str = "1") -> PartCopier:
        """What copies a file's objects into the file."""
        return PartCopier(file, self.sink, self.known, prefix)

    def close(self) -> bytes:
        """End the file; its catalog is empty."""
        self.sink.close(self.sink.add(b"<</Type/Catalog>>"), self.sink.add(b"<<>>"))
        return self._out.getvalue()

    def read(self) -> File:
        """End the file and open it."""
        return open_file(self.close(), "b.pdf")

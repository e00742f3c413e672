"""In: Objects. Out: the bytes of a PDF file, by ReportLab's object and stream writer.

Of ReportLab only `pdfbase.pdfdoc` is needed: its canvas would add base-14 fonts, a clock and a page model that
knows no tags. Streams get the end-of-line before `endstream` that ISO 19005-2, 6.1.7.1 asks for.
"""

from __future__ import annotations

import zlib
from hashlib import md5
from typing import TYPE_CHECKING, TypeAlias

from reportlab.pdfbase.pdfdoc import (
    DummyDoc,
    PDFCrossReferenceSubsection,
    PDFCrossReferenceTable,
    PDFDictionary,
    PDFFile,
    PDFIndirectObject,
    PDFObjectReference,
    PDFStream,
    PDFText,
    PDFTrailer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.pdf.objects import Body, Objects

__all__ = ["Deflated", "WrittenObjects", "emit"]

Deflated: TypeAlias = "Mapping[tuple[bytes, int], bytes]"
"""Streams that were deflated ahead, by what they held and the level."""

VERSION = (1, 7)
"""PDF 1.7: the version that PDF/UA-1 and PDF/A-2 are made of (ISO 14289-1, 6.1)."""

NEWER = (2, 0)
"""PDF 2.0, of PDF/UA-2 and PDF/A-4: it knows a file without an information dictionary."""


class _Numbered(DummyDoc):  # type: ignore[misc]  # ReportLab has no types
    """What ReportLab's objects ask of a document when they are formatted: numbers and offsets."""

    defaultStreamFilters = None  # noqa: N815 - ReportLab's name

    def __init__(self, count: int) -> None:
        numbers = range(1, count + 1)
        self.idToObjectNumberAndVersion = {each: (each, 0) for each in numbers}
        self.idToOffset: dict[int, int] = {}


class _Stream(PDFStream):  # type: ignore[misc]  # ReportLab has no types
    """A stream deflated at a level of its own."""

    def __init__(
        self, entries: tuple[tuple[str, str], ...], content: bytes, level: int, deflated: Deflated
    ) -> None:
        dictionary = PDFDictionary(dict(entries))
        dictionary.multiline = False
        if level:
            content = deflated.get((content, level)) or zlib.compress(content, level)
            dictionary["Filter"] = "/FlateDecode"
        super().__init__(dictionary, content)

    def format(self, document: _Numbered) -> bytes:
        self.dictionary["Length"] = len(self.content)
        return b"".join((self.dictionary.format(document), b"\nstream\n", self.content, b"\nendstream\n"))


class _Object(PDFIndirectObject):  # type: ignore[misc]  # ReportLab has no types
    """An object whose content is bytes, or a stream; ReportLab would ask of each what it is, and encode its number."""

    def format(self, document: _Numbered) -> bytes:
        content = self.content
        body = content if isinstance(content, bytes) else content.format(document)
        return b"%d 0 obj\n%b%bendobj\n" % (self.name, body, b"" if body.endswith(b"\n") else b"\n")


class _Section(PDFCrossReferenceSubsection):  # type: ignore[misc]  # ReportLab has no types
    """The places of all objects, which are numbered from 1 without a gap (ISO 32000-1, 7.5.4)."""

    def format(self, document: _Numbered) -> bytes:
        offsets = document.idToOffset
        rows = "".join([f"{offsets[each]:010d} 00000 n \n" for each in self.idsequence])
        return f"0 {len(self.idsequence) + 1}\n0000000000 65535 f \n{rows}".encode("ascii")


class WrittenObjects:
    """Objects as they stand in a file, for files to come that have the same ones under the same numbers.

    Args:
        deflated: streams that are deflated already.
    """

    def __init__(self, deflated: Deflated | None = None) -> None:
        self._deflated = deflated or {}
        self._known: dict[int, tuple[Body, bytes]] = {}

    def of(self, number: int, body: Body, document: _Numbered) -> bytes:
        """Write an object, or give what was written of the same body; only the first under a number is kept."""
        known = self._known.get(number)
        if known is not None and known[0] is body:
            return known[1]
        content = body if isinstance(body, bytes) else _Stream(*body, self._deflated)
        written: bytes = _Object(number, content).format(document)
        if known is None:
            self._known[number] = body, written
        return written


def emit(
    objects: Objects, version: tuple[int, int] | None = None, *, written: WrittenObjects | None = None
) -> bytes:
    """Write the file.

    Args:
        objects: what `lower` made.
        written: objects of files before this one; it gets those of this one.
        version: of PDF; 1.7 unless given, or 2.0 if there is no information dictionary.

    Returns:
        A whole file. Its /ID is a hash of everything before it, so the same objects give the same bytes.
    """
    bodies, catalog, info = objects
    document = _Numbered(len(bodies))
    file = PDFFile(version or (VERSION if info else NEWER))
    offsets = document.idToOffset
    written = WrittenObjects() if written is None else written
    for each, body in enumerate(bodies, 1):
        offsets[each] = file.add(written.of(each, body, document))
    digest = md5(b"".join(file.strings), usedforsecurity=False).digest()
    table = PDFCrossReferenceTable()
    table.sections.append(_Section(0, list(offsets)))
    start = file.add(table.format(document))
    half = PDFText(digest, enc="raw").format(document)
    trailer = PDFTrailer(
        startxref=start,
        Size=len(bodies) + 1,
        Root=PDFObjectReference(catalog),
        Info=PDFObjectReference(info) if info else None,
        ID=b"[" + half + half + b"]",
    )
    file.add(trailer.format(document))
    whole: bytes = file.format(document)
    return whole

"""In: an open PDF. Out: where pypdf, a reader that shares no code with ours, finds something else in it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Literal

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from guidepress.base.diagnostics import Diagnostic
from guidepress.cos import Ref
from guidepress.cos.convert import pypdf_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened

__all__ = ["check_second"]

_SEARCHED = 100
"""Objects in which pypdf looks for a lost root: for each that is missing it searches the whole file."""
_STUMBLES = pypdf_faults()
"""What pypdf raises on files that are not as it expects."""


def check_second(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    """Open the file with pypdf, count its pages, read its fonts and its outline."""
    try:
        reader = _reader(opened.file.data)
        if reader.is_encrypted:
            reader.decrypt(opened.password)
        found = list(_differences(opened, expectation, reader))
    except _STUMBLES as problem:
        reason = " ".join(str(problem).split()).rstrip(".") or type(problem).__name__
        message = f"Another reader (pypdf) cannot read all of the file: {reason}."
        found = [_differs(message, expectation)]
    yield from found


def _reader(data: bytes) -> PdfReader:
    """Open a file; where pypdf is ready to repair it first looks at every object, which sound files need not."""
    try:
        return PdfReader(io.BytesIO(data), strict=True, root_object_recovery_limit=_SEARCHED)
    except _STUMBLES:
        return PdfReader(io.BytesIO(data), strict=False, root_object_recovery_limit=_SEARCHED)


def _differences(opened: Opened, expectation: Expectation | None, reader: PdfReader) -> Iterator[Diagnostic]:
    root: Any = reader.root_object
    pages: Any = root["/Pages"]
    count = int(pages.get("/Count", -1))
    if count != len(opened.pages):
        message = f"Another reader (pypdf) is told of {count} pages; there are {len(opened.pages)}."
        yield _differs(message, expectation)
    for number in sorted(_font_numbers(opened)):
        font = reader.get_object(IndirectObject(number, 0, reader))
        if not isinstance(font, DictionaryObject) or "/Subtype" not in font:
            yield _differs(f"Another reader (pypdf) finds no font in object {number}.", expectation)
    if expectation is not None:
        outline: Any = root.get("/Outlines")
        first = outline["/First"]["/Title"] if outline is not None and "/First" in outline else ""
        wanted = expectation.outline[0][0] if expectation.outline else ""
        if first != wanted:
            message = f"Another reader (pypdf) finds {first!r} as the first bookmark, not {wanted!r}."
            yield _differs(message, expectation)


def _font_numbers(opened: Opened) -> set[int]:
    return {
        raw.number
        for index in range(len(opened.pages))
        for raw in opened.fonts(index).values()
        if isinstance(raw, Ref)
    }


def _differs(message: str, expectation: Expectation | None) -> Diagnostic:
    """Of our own files a difference is a fault; of others it may be that reader's."""
    severity: Literal["error", "warning"] = "warning" if expectation is None else "error"
    return Diagnostic(severity, "other-reader", message, "Write the file again, or repair it.")

"""In: the bytes of what may be a PDF file, and perhaps a password. Out: a File, or one sentence why there is none."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.cos.convert import pypdf_faults
from guidepress.cos.file import File
from guidepress.cos.values import Malformed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

__all__ = ["open_file", "reading"]


def open_file(data: bytes, name: str, password: str = "") -> File:
    """Open a file.

    Raises:
        FaultsFound: it is no PDF, it is broken beyond use, or the password does not open it.
    """
    if b"%PDF-" not in data[:2048] and not re.search(rb"\d\s+obj\b", data[:4096]):
        raise fault("not-a-pdf", f"{name} is not a PDF file.", "Name PDF files only.")
    with reading(name):
        file = File(data, name)
        if "Encrypt" in file.trailer:
            file = File(data, name, _unlocked(data, name, password))
    return file


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Say in one sentence, as FaultsFound, what of a file turns out to be beyond reading."""
    try:
        yield
    except (Malformed, RecursionError) as problem:
        deep = isinstance(problem, RecursionError)
        reason = "its objects lie too deep inside one another" if deep else str(problem)
        message = f"{name} is damaged or incomplete: {reason}."
        raise fault("unreadable-pdf", message, "Fetch or write it again, or repair it.") from problem


def _unlocked(data: bytes, name: str, password: str) -> PdfReader:
    from pypdf import PdfReader  # noqa: PLC0415 - only encrypted files need it

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        opened = reader.decrypt(password)
    except pypdf_faults() as problem:
        message = f"{name} is encrypted in a way that cannot be read ({' '.join(str(problem).split())})."
        raise fault("encrypted", message, "Save it without encryption.") from problem
    if not opened:
        given = "does not open it" if password else "is needed"
        message = f"{name} is encrypted, and the password {given}."
        raise fault("encrypted", message, "Give the right one with --password.")
    return reader

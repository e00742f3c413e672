"""In: the bytes of what may be a PDF file, and perhaps a password. Out: a File, or one sentence why there is none."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.cos.convert import pypdf_faults
from guidepress.cos.decryption import Decryption, attached_by, locks_only_attachments
from guidepress.cos.file import File
from guidepress.cos.values import Malformed, Ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

__all__ = ["open_file", "reading"]


def open_file(data: bytes, name: str, password: str = "") -> File:
    """Open a file.

    Where only the files attached to it are encrypted, and no password is given, it opens without them.

    Raises:
        FaultsFound: it is no PDF, it is broken beyond use, or the password does not open it.
    """
    if b"%PDF-" not in data[:2048] and not re.search(rb"\d\s+obj\b", data[:4096]):
        raise fault("not-a-pdf", f"{name} is not a PDF file.", "Name PDF files only.")
    with reading(name):
        file = File(data, name)
        if "Encrypt" not in file.trailer:
            return file
        encryption = {key: file.get(value) for key, value in file.dictionary(file.trailer["Encrypt"]).items()}
        few = locks_only_attachments(encryption)  # type: ignore[arg-type]  # a stream among them says nothing
        reader = None if few and not password else _unlocked(data, name, password)
        file = File(data, name, Decryption(reader, whole=not few))
        if encryption.get("EFF", encryption.get("StmF")) != encryption.get("StmF"):
            file.lock(_attached(file))
    return file


def _attached(file: File) -> frozenset[int]:
    """Look through a file for the streams that are files attached to it."""
    found: set[int] = set()
    for number in file.numbers():
        with suppress(Malformed):
            found.update(attached_by(number, file.get(Ref(number))))
    return frozenset(found)


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
        reader = PdfReader(io.BytesIO(data), strict=False, root_object_recovery_limit=0)
        opened = reader.decrypt(password)
    except pypdf_faults() as problem:
        message = f"{name} is encrypted in a way that cannot be read ({' '.join(str(problem).split())})."
        raise fault("encrypted", message, "Save it without encryption.") from problem
    if not opened:
        given = "does not open it" if password else "is needed"
        message = f"{name} is encrypted, and the password {given}."
        raise fault("encrypted", message, "Give the right one with --password.")
    return reader

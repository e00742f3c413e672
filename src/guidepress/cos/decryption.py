"""In: an encrypted file that pypdf has opened. Out: its objects decrypted, and files attached under a lock of their own (7.6.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cos.convert import from_pypdf, pypdf_faults
from guidepress.cos.filters import filters_of
from guidepress.cos.values import Malformed, Name, Ref, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

    from guidepress.cos.values import Dictionary, Object, Value

__all__ = ["Decryption", "attached_by", "locks_only_attachments"]

_OPEN = "Identity"
"""The crypt filter that changes nothing."""


def locks_only_attachments(encryption: Dictionary) -> bool:
    """Whether an encryption dictionary leaves all open but the files that are attached."""
    version = encryption.get("V")
    if not isinstance(version, int) or version < 4:
        return False  # earlier versions know no filters
    return encryption.get("StmF", _OPEN) == _OPEN == encryption.get("StrF", _OPEN)


def attached_by(number: int, made: Object) -> Iterator[int]:
    """Yield the numbers of streams that an object, its references unresolved, says are files attached; itself, perhaps."""
    if isinstance(made, Stream):
        crypts = [settings.get("Name") for name, settings in filters_of(made.entries) if name == "Crypt"]
        if crypts[:1] != [_OPEN] and (crypts or made.entries.get("Type") == Name("EmbeddedFile")):
            yield number
        made = made.entries
    stack: list[Value] = [made]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(value)
        elif isinstance(value, dict):
            files = value.get("EF")
            if isinstance(files, dict):
                yield from (each.number for each in files.values() if isinstance(each, Ref))
            stack.extend(value.values())


class Decryption:
    """What decrypts the objects of a file.

    Args:
        reader: the file as pypdf has opened it; None where no password was given and only attachments need one.
        whole: all objects are encrypted; else only those of `attached`.

    Attributes:
        whole: as given.
        attached: the numbers of streams that are encrypted in a way of their own.
    """

    def __init__(self, reader: PdfReader | None, *, whole: bool) -> None:
        self._reader = reader
        self.whole = whole
        self.attached: frozenset[int] = frozenset()

    def hold(self, number: int) -> bool:
        """Whether an object is encrypted."""
        return self.whole or number in self.attached

    @property
    def withhold(self) -> bool:
        """Whether there are files attached that a password would open."""
        return self._reader is None and bool(self.attached)

    def object(self, number: int, generation: int) -> Object:
        """An object, decrypted as most are.

        Raises:
            Malformed: it cannot be.
        """
        from pypdf.generic import IndirectObject  # noqa: PLC0415 - only encrypted files need it

        assert self._reader is not None  # noqa: S101 - a file that is locked as a whole has been opened
        try:
            return from_pypdf(self._reader.get_object(IndirectObject(number, generation, self._reader)))
        except pypdf_faults() as problem:
            reason = " ".join(str(problem).split()).rstrip(".")[:120]
            raise Malformed(f"object {number} cannot be decrypted ({reason})") from problem

    def attachment(self, number: int, generation: int, data: bytes) -> bytes:
        """The data of a file attached, decrypted.

        Raises:
            Malformed: it cannot be.
        """
        if self._reader is None:
            raise Malformed("an attached file is encrypted, and its password is needed")
        try:
            # pypdf undoes the streams' filter everywhere; that of attachments it knows, but has no public way to it.
            crypt = self._reader._encryption._make_crypt_filter(number, generation).ef_crypt  # type: ignore[union-attr]  # noqa: SLF001
            return bytes(crypt.decrypt(data, strict=False))
        except pypdf_faults() as problem:
            raise Malformed(f"the attached file in object {number} cannot be decrypted") from problem

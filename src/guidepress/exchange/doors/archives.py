"""In: the bytes of a ZIP archive. Out: an Archive: its files by name, each unpacked only when it is asked for.

Nothing is ever written to disk. What could harm is refused before anything is unpacked: too many files (counted in
the bytes, since a directory may lie), files too large, bombs, names that lead out of the archive, links, files that
stand twice and differ, passwords.
"""

from __future__ import annotations

import io
import posixpath
import re
import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from guidepress.base.diagnostics import fault
from guidepress.exchange.doors.limits import LIMITS, in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.exchange.doors.limits import Limits

__all__ = ["Archive", "inside", "open_archive"]

_DIRECTORY = b"PK\x01\x02"
"""How an entry of the directory begins (APPNOTE 4.3.12)."""

_LOCKED = 0x1
"""The flag of a file with a password (APPNOTE 4.4.4)."""

_CLUTTER = re.compile(r"(^|/)(__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
"""What operating systems leave in archives."""

_DRIVE = re.compile(r"[A-Za-z]:")

_AGAIN = "Have it exported again."


class Archive:
    """A ZIP archive that has passed the door.

    Attributes:
        file: its name, for faults.
        names: of its files, folders and clutter left out, in order.
    """

    __slots__ = ("_members", "_small", "_zip", "file", "names")

    def __init__(self, file: str, opened: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]) -> None:
        self.file = file
        self.names = tuple(members)
        self._zip = opened
        self._members = members
        self._small = {name.casefold(): name for name in reversed(self.names)}

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """Unpack a file.

        Raises:
            FaultsFound: it is damaged.
            KeyError: there is none of that name.
        """
        info = self._members[name]
        try:
            return self._zip.read(info)
        except (
            zipfile.BadZipFile,
            RuntimeError,
            OSError,
            EOFError,
            ValueError,
            struct.error,
            zlib.error,
        ) as problem:
            reason = str(problem).rstrip(".") or "it ends too early"
            message = f"{self.file}/{name} cannot be unpacked: {reason}."
            raise fault("damaged-archive", message, _AGAIN) from problem

    def size(self, name: str) -> int:
        """How many bytes a file has when it is unpacked."""
        return self._members[name].file_size

    def find(self, href: str, beside: str = "") -> str | None:
        """The name of the file that a reference means, or None.

        Args:
            href: as it is written in a file of the archive: a path from there, escaped or not.
            beside: the name of that file; a path from the root of the archive is tried when nothing is there.
        """
        plain = href.replace("\\", "/")
        for path in dict.fromkeys((plain, unquote(urlsplit(plain).path) if "://" not in plain else "")):
            for start in dict.fromkeys((posixpath.dirname(beside), "")):
                name = inside(posixpath.join(start, path.lstrip("/")))
                if name:
                    found = name if name in self._members else self._small.get(name.casefold())
                    if found is not None:
                        return found
        return None


def open_archive(data: bytes, file: str, *, limits: Limits = LIMITS) -> Archive:
    """Open an archive, and refuse one that could harm.

    Args:
        data: all of it.
        file: its name, for faults.
        limits: how much it may hold.

    Raises:
        FaultsFound: it is damaged, locked or dangerous; the sentence names the file within it.
    """
    if data.count(_DIRECTORY) > limits.entries:
        message = f"{file} holds more than {limits.entries:,} files."
        raise fault("archive-too-large", message, "Export it in parts.")
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError) as problem:
        reason = str(problem).rstrip(".")
        reason = reason[:1].lower() + reason[1:] or "it is damaged"
        if data.startswith(b"PK") and "not a zip" in reason:
            reason = "its end is missing, so it was not downloaded or copied whole"
        raise fault("damaged-archive", f"The archive {file} cannot be read: {reason}.", _AGAIN) from problem
    return Archive(file, opened, _members(opened, file, limits))


def inside(path: str) -> str:
    """A path made plain ("a/../b" is "b"); "" when it leads out of the root, or is the root."""
    plain = posixpath.normpath(path) if path else ""
    out = plain.startswith(("/", "../")) or plain in {"..", "."} or _DRIVE.match(plain)
    return "" if out else plain


def _members(opened: zipfile.ZipFile, file: str, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    members: dict[str, zipfile.ZipInfo] = {}
    unpacked = 0
    for info in opened.infolist():
        name = info.filename.replace("\\", "/")  # programs on Windows part folders so
        if info.is_dir() or name.endswith("/") or _CLUTTER.search(name):
            continue
        _harmless(info, name, file, limits)
        unpacked += info.file_size
        if unpacked > limits.unpacked:
            message = f"{file} has more than {in_words(limits.unpacked)} when it is unpacked."
            raise fault("archive-too-large", message, "Export it in parts.")
        name = inside(name)
        twin = members.get(name)
        if twin is not None and (twin.CRC, twin.file_size) != (info.CRC, info.file_size):
            message = f"{file}/{name} stands twice in the archive, and the two differ."
            raise fault("damaged-archive", message, "Unpack it, and pack what is right.")
        members[name] = info
    return members


def _harmless(info: zipfile.ZipInfo, name: str, file: str, limits: Limits) -> None:
    """Refuse an entry that leads out, is a link, has a password, or is too large or a bomb."""
    place = f"{file}/{name}"
    if not inside(name):
        message = f'{file} holds "{name}", which leads out of the archive.'
        raise fault("unsafe-archive", message, "Use no file that you do not know.")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise fault("unsafe-archive", f"{place} is a link, not a file.", "Pack the file that it leads to.")
    if info.flag_bits & _LOCKED:
        raise fault("locked-archive", f"{place} has a password.", "Pack it without one.")
    if info.file_size > limits.entry:
        message = f"{place} has more than {in_words(limits.entry)} when it is unpacked."
        raise fault("archive-too-large", message, "Leave it out of the archive.")
    if info.file_size > max(limits.unrated, info.compress_size * limits.ratio):
        message = f"{place} grows more than {limits.ratio} times when it is unpacked, as no file of use does."
        raise fault("unsafe-archive", message, "Use no file that you do not know.")

"""In: the path of a file. Out: its bytes. What is no ordinary file is refused before it is opened.

A device or a pipe has no end, or waits for ever; so only ordinary files are read, and only as much of them as is asked
for. Every refusal is an OSError whose `strerror` is a reason in words, as those of the system are.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

__all__ = ["FileTooLargeError", "is_file", "names_in", "open_plain", "read_file", "read_within", "reason"]

_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe"),
    (stat.S_ISCHR, "it is a device"),
    (stat.S_ISBLK, "it is a device"),
    (stat.S_ISSOCK, "it is a socket"),
)


def open_plain(path: Path) -> BinaryIO:
    """Open an ordinary file for reading.

    Raises:
        OSError: there is none, it cannot be opened, or it is a folder, a device, a pipe or a socket.
    """
    try:
        _refuse_special(path.stat().st_mode, path)
        stream = path.open("rb")
    except ValueError:  # a NUL, which no name can hold
        raise OSError(errno.EINVAL, "its name holds a NUL character", repr(str(path))) from None
    with suppress(OSError):
        _refuse_special(os.fstat(stream.fileno()).st_mode, path)
    return stream


def read_file(path: Path, most: int = -1) -> bytes:
    """Read an ordinary file.

    Args:
        path: which.
        most: so many bytes at most; all of them where it is negative.

    Raises:
        OSError: as `open_plain` has it.
    """
    with open_plain(path) as stream:
        return stream.read(most)


class FileTooLargeError(OSError):
    """A file has more bytes than are read of one."""

    def __init__(self, most: int) -> None:
        super().__init__(errno.EFBIG, f"it has more than {most:,} bytes")


def read_within(path: Path, most: int) -> bytes:
    """Read an ordinary file of so many bytes at most.

    Raises:
        FileTooLargeError: it has more.
        OSError: as `open_plain` has it.
    """
    with open_plain(path) as stream:
        if os.fstat(stream.fileno()).st_size > most:
            raise FileTooLargeError(most)
        return stream.read()


def is_file(path: Path) -> bool:
    """Whether there is an ordinary file; a path that no file can have is none."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def names_in(folder: Path) -> list[str]:
    """The names in a folder, for a hint; none where it cannot be looked into."""
    try:
        return sorted(each.name for each in folder.iterdir())
    except (OSError, ValueError):
        return []


def reason(error: OSError) -> str:
    """Why something of the file system failed, as the end of a sentence without its stop."""
    words = (error.strerror or str(error)).rstrip(".")
    return f"{words[:1].lower()}{words[1:]}"


def _refuse_special(mode: int, path: Path) -> None:
    for holds, words in _KINDS:
        if holds(mode):
            raise OSError(errno.EINVAL, words, str(path))

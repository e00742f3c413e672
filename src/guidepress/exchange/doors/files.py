"""In: a path. Out: the bytes of the file, when it is one and not too large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.exchange.doors.limits import LIMITS, in_words

if TYPE_CHECKING:
    from pathlib import Path

    from guidepress.exchange.doors.limits import Limits

__all__ = ["read_file"]


def read_file(path: Path, *, limits: Limits = LIMITS) -> bytes:
    """Read a file whole.

    Raises:
        FaultsFound: there is none, it is a folder or a device, it may not be read, it is empty or too large.
    """
    try:
        if path.is_dir():
            raise fault("file-unreadable", f'"{path}" is a folder.', "Name the files in it.")
        if path.exists() and not path.is_file():
            raise fault("file-unreadable", f'"{path}" is a device, not a file.')
        with path.open("rb") as stream:
            data = stream.read(limits.file + 1)  # not what the folder says: a file may grow while it is read
    except OSError as problem:
        if isinstance(problem, FileNotFoundError):
            raise fault("file-not-found", f'There is no file "{path}".') from problem
        reason = (problem.strerror or str(problem)).rstrip(".").lower()
        raise fault("file-unreadable", f'The file "{path}" cannot be read: {reason}.') from problem
    if not data:
        raise fault("file-empty", f'The file "{path}" is empty.', "Have it exported again.")
    if len(data) > limits.file:
        message = f'The file "{path}" has more than {in_words(limits.file)}.'
        raise fault("file-too-large", message, "Export it in parts, or without its films and sounds.")
    return data

"""In: finished bytes and a path. Out: the file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["open_whole", "write_whole"]


def write_whole(path: Path, data: bytes, *, parts: Path | None = None, private: bool = False) -> None:
    """Write a file beside its place and rename it, so that no reader ever meets half of it.

    Args:
        path: its place.
        data: its bytes.
        parts: a folder of the same file system to write it in, instead of its own.
        private: only its owner may read it.

    Raises:
        FaultsFound: the folder cannot be made or the file cannot be written; nothing is left behind.
    """
    with open_whole(path, parts=parts, private=private) as stream:
        stream.write(data)


@contextmanager
def open_whole(path: Path, *, parts: Path | None = None, private: bool = False) -> Iterator[BinaryIO]:
    """Open a file to be written bit by bit beside its place; it is renamed when all went well, else removed.

    Args:
        path: its place.
        parts: as `write_whole` has it.
        private: likewise.

    Raises:
        FaultsFound: the folder cannot be made or the file cannot be written; nothing is left behind.
    """
    beside: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = parts or path.parent
        folder.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(21, "it is a folder", str(path))
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=folder)
        with os.fdopen(handle, "wb") as stream:
            yield stream
        if not private:
            Path(beside).chmod(0o666 & ~_umask())  # mkstemp makes private files; a result is an ordinary one
        Path(beside).replace(path)
        beside = None
    except OSError as problem:
        reason = (problem.strerror or str(problem)).rstrip(".")
        message = f"{path} cannot be written: {reason[:1].lower()}{reason[1:]}."
        hint = "Name another place with --output, or make room or permission there."
        raise fault("unwritable-output", message, hint) from problem
    finally:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

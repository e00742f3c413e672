"""In: finished bytes and a path. Out: the file, whole or not at all.

A file is written beside its place, under a name of its own, and renamed when it is whole. Whoever writes holds a lock on
it; so what a writer leaves that was killed is known by its name and by the lock that nobody holds, and the next one that
writes into the folder removes it.
"""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.reading import reason
from guidepress.base.roots import same_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

__all__ = ["open_whole", "refuse_inputs", "write_whole"]

_LEFT, _PART = ".guidepress-", ".part"
"""How the names of files begin and end that are not whole yet; no name of ours or of a guide looks like this."""


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
        parts: as `write_whole` has it; whoever names a folder for them removes what is left in it.
        private: likewise.

    Raises:
        FaultsFound: the folder cannot be made or the file cannot be written; nothing is left behind.
    """
    beside: str | None = None
    try:
        folder = _made_ready(path, parts)
        handle, beside = tempfile.mkstemp(prefix=_LEFT, suffix=_PART, dir=folder)
        with os.fdopen(handle, "wb") as stream:
            _lock(stream)
            yield stream
            stream.flush()
            if not private:
                Path(beside).chmod(
                    0o666 & ~_umask()
                )  # mkstemp makes private files; a result is an ordinary one
            Path(beside).replace(path)
            beside = None
    except (OSError, ValueError) as problem:
        why = reason(problem) if isinstance(problem, OSError) else "its name holds a NUL character"
        message = f"{path} cannot be written: {why}."
        hint = "Name another place with --output, or make room or permission there."
        raise fault("unwritable-output", message, hint) from problem
    finally:
        if beside is not None:
            Path(beside).unlink(missing_ok=True)


def refuse_inputs(output: Path, inputs: Iterable[Path], what: str = "one of the files that are read") -> None:
    """Refuse to write over a file that is read, wherever links lead.

    Args:
        output: what is to be written.
        inputs: what is read for it.
        what: what an input is, as the end of a sentence.

    Raises:
        FaultsFound: the output is one of the inputs.
    """
    for each in inputs:
        if same_file(output, each):
            raise fault("output-is-input", f"{output} is {what}.", "Name another file with --output.")


def _made_ready(path: Path, parts: Path | None) -> Path:
    """Make the folders of a file, and find the one to write it in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = parts or path.parent
    folder.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is a device or a pipe", str(path))
    if parts is None:
        _sweep(folder)
    return folder


def _sweep(folder: Path) -> None:
    """Remove what writers have left in a folder that were killed."""
    with suppress(OSError):
        for name in [entry.name for entry in os.scandir(folder) if entry.name.startswith(_LEFT)]:
            if name.endswith(_PART):
                _remove_if_left(folder / name)


def _remove_if_left(path: Path) -> None:
    with suppress(OSError), path.open("rb") as stream:
        if _lock(stream):
            path.unlink()


def _lock(stream: BinaryIO) -> bool:
    """Hold a file until it is closed; False where another does, or where files cannot be held."""
    try:
        import fcntl  # noqa: PLC0415 - not every system has it
    except ImportError:  # pragma: no cover - there, what is left stays
        return False
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

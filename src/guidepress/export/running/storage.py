"""In: a folder or an address, names and bytes. Out: files there, each whole or not at all.

A local file is written below `.guidepress/parts` and renamed. A store that holds objects (S3, Google's, memory) puts each
whole by itself; on others (SFTP) a file is written under another name and moved. A store that fails is asked again.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import uuid4

from guidepress.base.diagnostics import FaultsFound, fault
from guidepress.base.files import write_whole
from guidepress.base.reading import read_file
from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["OWN", "Storage", "found_at", "is_address", "read_place"]

OWN = ".guidepress"
"""The folder below an output that a run keeps for itself."""

_PARTS = f"{OWN}/parts"
_WAITS = (0.05, 0.2, 0.8, 3.2)
"""Seconds before a store that failed is asked again: a hiccup is over after the first, a restart after the last."""

_WHOLE = {"s3", "s3a", "gs", "gcs", "abfs", "az", "memory"}
"""Protocols of object stores: what is put there is seen whole or not at all."""

_SURE = (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError)
"""Answers that asking again does not change."""

R = TypeVar("R")


def is_address(place: str) -> bool:
    """Whether a place is an address with a protocol, and not a path."""
    return "://" in place


@record
class Storage:
    """A folder, here or elsewhere.

    Attributes:
        place: its path or address.
        waits: seconds to wait before each further try where a store fails.
    """

    place: str
    waits: tuple[float, ...] = _WAITS

    @property
    def local(self) -> bool:
        """Whether it is a folder of this machine."""
        return not is_address(self.place)

    def read(self, name: str) -> bytes:
        """Read a file.

        Raises:
            FaultsFound: it cannot be read.
        """
        return self._try("read", name, lambda: self._read(name))

    def size(self, name: str) -> int | None:
        """Bytes of a file; None if there is no such file.

        Raises:
            FaultsFound: the store does not answer.
        """
        return self._try("read", name, lambda: self._size(name))

    def write(self, name: str, data: bytes, *, private: bool = False) -> None:
        """Write a file, whole; on this machine a `private` one is its owner's alone.

        Raises:
            FaultsFound: it cannot be written; what was there is still there.
        """
        self._try("write", name, lambda: self._write(name, data, private=private))

    def remove(self, name: str) -> None:
        """Remove a file, if there is one."""
        with suppress(FaultsFound):
            self._try("remove", name, lambda: self._remove(name))

    def sweep(self) -> None:
        """Remove what a run that was killed has left half written; only who holds the run may call it."""
        if self.local:
            for path in (Path(self.place) / _PARTS).glob("*"):
                path.unlink(missing_ok=True)
            return
        files, root = self._remote(_PARTS)
        with suppress(OSError):
            files.rm(root, recursive=True)

    def _read(self, name: str) -> bytes:
        if self.local:
            return (Path(self.place) / name).read_bytes()
        files, path = self._remote(name)
        data: bytes = files.cat_file(path)
        return data

    def _size(self, name: str) -> int | None:
        try:
            if self.local:
                return (Path(self.place) / name).stat().st_size
            files, path = self._remote(name)
            files.invalidate_cache()
            return int(files.size(path))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _write(self, name: str, data: bytes, *, private: bool) -> None:
        if self.local:
            root = Path(self.place)
            write_whole(root / name, data, parts=root / _PARTS, private=private)
            return
        files, path = self._remote(name)
        if self.place.partition("://")[0] in _WHOLE:
            files.pipe_file(path, data)
            return
        beside = self._remote(f"{_PARTS}/{uuid4().hex}")[1]
        files.makedirs(str(PurePosixPath(beside).parent), exist_ok=True)
        files.makedirs(str(PurePosixPath(path).parent), exist_ok=True)
        files.pipe_file(beside, data)
        files.mv(beside, path)

    def _remove(self, name: str) -> None:
        with suppress(FileNotFoundError):
            if self.local:
                (Path(self.place) / name).unlink()
                return
            files, path = self._remote(name)
            files.rm_file(path)

    def _remote(self, name: str) -> tuple[Any, str]:
        """The file system that speaks the address's protocol, and the path there; fsspec keeps one of each."""
        import fsspec  # noqa: PLC0415 - folders of this machine need it not

        whole = f"{self.place.rstrip('/')}/{name}"
        return cast("tuple[Any, str]", _speaking(self.place, lambda: fsspec.core.url_to_fs(whole)))

    def _try(self, verb: str, name: str, act: Callable[[], R]) -> R:
        """Do something, and again after a wait where the store failed."""
        whole = str(Path(self.place) / name) if self.local else f"{self.place.rstrip('/')}/{name}"
        return _again(verb, whole, act, () if self.local else self.waits)


def read_place(place: str, waits: tuple[float, ...] = _WAITS) -> bytes:
    """Read a file by its path or address.

    Raises:
        FaultsFound: it cannot be read.
    """
    folder, _, name = place.rpartition("/")
    if is_address(place):
        return Storage(folder, waits).read(name)
    return _again("read", place, lambda: read_file(Path(place)), ())


def found_at(address: str) -> list[str]:
    """The addresses of files that one with `*` and `**` stands for, sorted.

    Raises:
        FaultsFound: the store does not answer.
    """
    import fsspec  # noqa: PLC0415 - folders of this machine need it not

    files, path = cast("tuple[Any, str]", _speaking(address, lambda: fsspec.core.url_to_fs(address)))
    found = _again("read", address, lambda: files.glob(path), _WAITS)
    return sorted(str(files.unstrip_protocol(each)) for each in found)


def _speaking(place: str, act: Callable[[], R]) -> R:
    """Open a file system; what is not installed, or not known, is said in a sentence."""
    protocol = place.partition("://")[0]
    try:
        return act()
    except ImportError as problem:
        message = f"{place} cannot be reached: what speaks {protocol} is not installed."
        raise fault("storage-missing", message, f"{str(problem).rstrip('.')}.") from problem
    except ValueError as problem:
        message = f"{place} names a protocol that is not known: {protocol!r}."
        hint = "Name a folder, or an address such as s3://bucket/folder."
        raise fault("storage-unknown", message, hint) from problem


def _again(verb: str, whole: str, act: Callable[[], R], waits: tuple[float, ...]) -> R:
    for wait in (*waits, None):
        try:
            return act()
        except FaultsFound:
            raise
        except Exception as problem:
            if wait is None or isinstance(problem, _SURE) or not isinstance(problem, _failures()):
                raise _unreached(verb, whole, problem) from problem
            time.sleep(wait)
    raise AssertionError  # pragma: no cover - the last turn returns or raises


def _failures() -> tuple[type[BaseException], ...]:
    """What a store that fails may raise: the system's errors, time-outs, and those of Amazon's client, if it is there."""
    with suppress(ImportError):
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 - only its users have it

        return (OSError, TimeoutError, BotoCoreError, ClientError)
    return (OSError, TimeoutError)


def _unreached(verb: str, whole: str, problem: Exception) -> FaultsFound:
    reason = (getattr(problem, "strerror", None) or str(problem) or type(problem).__name__).rstrip(".")
    verbs = {"read": "read", "write": "written", "remove": "removed"}
    message = f"{whole} cannot be {verbs[verb]}: {reason[:1].lower()}{reason[1:]}."
    return fault("storage", message, "Look at its name, your rights there and the room that is left.")

"""In: a folder or an address, names and bytes. Out: files there, each whole or not at all.

A local file is written below `.guidepress/parts` and renamed. A store that holds objects (S3, Google's, memory) puts each
whole by itself; on others (SFTP) a file is written under another name and moved. A store that fails is asked again, and
none is taken at its word: what was written must be there, and what is read be as long as it is said to be.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from sys import maxsize
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import uuid4

from guidepress.base.diagnostics import FaultsFound, fault, told
from guidepress.base.files import write_whole
from guidepress.base.reading import FileTooLargeError, open_plain, read_within
from guidepress.base.record import record
from guidepress.base.roots import Root

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["OWN", "Storage", "found_at", "is_address", "is_elsewhere", "read_place"]

OWN = ".guidepress"
"""The folder below an output that a run keeps for itself."""

_PARTS = f"{OWN}/parts"
_PIECE = 1 << 20
"""Bytes of a file that are hashed at a time."""

_WAITS = (0.05, 0.2, 0.8, 3.2)
"""Seconds before a store that failed is asked again: a hiccup is over after the first, a restart after the last."""

_WHOLE = {"s3", "s3a", "gs", "gcs", "abfs", "az", "memory"}
"""Protocols of object stores: what is put there is seen whole or not at all."""

_ELSEWHERE = _WHOLE | {
    "abfss", "adl", "ftp", "hdfs", "http", "https", "sftp", "smb", "ssh", "webdav", "webhdfs",
}  # fmt: skip
"""Protocols that reach another machine, or no file. Of the others some open what lies on this one, and so would a chain of them:
`file://`, `zip://a.yaml::/home/x.zip`, `git://`."""

_SURE = (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError, FileTooLargeError)
"""Answers that asking again does not change."""

R = TypeVar("R")


def is_address(place: str) -> bool:
    """Whether a place is an address with a protocol, and not a path."""
    return "://" in place


def is_elsewhere(address: str) -> bool:
    """Whether an address leads to another machine: one that leads to a file of this one would lead around a root."""
    return address.partition("://")[0] in _ELSEWHERE and "::" not in address


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

    def read(self, name: str, most: int = maxsize) -> bytes:
        """Read a file of so many bytes at most.

        Raises:
            FaultsFound: it cannot be read, or is larger.
        """
        return self._try("read", name, lambda: self._read(name, most))

    def size(self, name: str) -> int | None:
        """Bytes of a file; None if there is no such file.

        Raises:
            FaultsFound: the store does not answer.
        """
        return self._try("read", name, lambda: self._size(name))

    def holds(self, name: str, size: int, digest: str) -> bool:
        """Whether a file is as it was written: on this machine by its bytes, in a store by their number.

        A gigabyte is hashed in a second here (a file that a power cut has left full of zeros has its length), and would be
        fetched from a store.

        Raises:
            FaultsFound: the store does not answer.
        """
        if self.size(name) != size:
            return False
        return not self.local or self._try("read", name, lambda: self._digest(name)) == digest

    def _digest(self, name: str) -> str:
        with open_plain(Path(self.place) / name) as stream:
            found = sha256()
            while piece := stream.read(_PIECE):
                found.update(piece)
        return found.hexdigest()

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

    def folder(self, name: str = "") -> Path:
        """A folder of this machine below the output, which may come from a stranger with links in it.

        Raises:
            FaultsFound: a link leads out of the output.
        """
        place = Path(self.place)
        if not Root((Path(os.path.realpath(place)),)).holds(place / name):
            message = f"A link leads from {place / name} out of {place}, where nothing is written."
            raise fault("outside-root", message, "Remove the link, or name another folder with --output.")
        return place / name

    def sweep(self) -> None:
        """Remove what a run that was killed has left half written; only who holds the run may call it."""
        if self.local:
            for path in self.folder(_PARTS).glob("*"):
                path.unlink(missing_ok=True)
            return
        files, root = self._remote(_PARTS)
        with suppress(FaultsFound):
            self._try("remove", _PARTS, lambda: files.rm(root, recursive=True))

    def _read(self, name: str, most: int) -> bytes:
        if self.local:
            return read_within(Path(self.place) / name, most)
        files, path = self._remote(name)
        size = _said_size(files, path)
        if size is not None and size > most:
            raise FileTooLargeError(most)
        data = files.cat_file(path)
        if not isinstance(data, bytes):
            raise OSError("the store gives no bytes")
        if size is not None and size != len(data):
            raise OSError(f"the store says that it has {size:,} bytes, and gives {len(data):,}")
        return data

    def _size(self, name: str) -> int | None:
        try:
            if self.local:
                return (Path(self.place) / name).stat().st_size
            size = _said_size(*self._remote(name))
            return len(self._read(name, maxsize)) if size is None else size
        except (FileNotFoundError, NotADirectoryError):
            return None

    def _write(self, name: str, data: bytes, *, private: bool) -> None:
        if self.local:
            folder = self.folder(str(PurePosixPath(name).parent))
            write_whole(folder / PurePosixPath(name).name, data, parts=self.folder(_PARTS), private=private)
            return
        files, path = self._remote(name)
        if self.place.partition("://")[0] in _WHOLE:
            files.pipe_file(path, data)
            _look(files, path, data)
            return
        beside = self._remote(f"{_PARTS}/{uuid4().hex}")[1]
        files.makedirs(str(PurePosixPath(beside).parent), exist_ok=True)
        files.makedirs(str(PurePosixPath(path).parent), exist_ok=True)
        files.pipe_file(beside, data)
        _look(files, beside, data)
        files.mv(beside, path)
        _look(files, path, data)

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


def _said_size(files: Any, path: str) -> int | None:  # noqa: ANN401 - fsspec has no types
    """The bytes that a store says a file has now; None where it says nothing that could be true."""
    files.invalidate_cache()
    found = files.size(path)
    return found if isinstance(found, int) and found >= 0 else None


def _look(files: Any, path: str, data: bytes) -> None:  # noqa: ANN401 - likewise
    """Look whether what was written is there.

    Raises:
        OSError: it is not, or something else is.
    """
    with suppress(FileNotFoundError):
        if _said_size(files, path) == len(data) or files.cat_file(path) == data:
            return
    raise OSError("the store says that it has written it, and has not")


def read_place(place: str, waits: tuple[float, ...] = _WAITS, *, most: int = maxsize) -> bytes:
    """Read a file of so many bytes at most by its path or address.

    Raises:
        FaultsFound: it cannot be read, or is larger.
    """
    folder, _, name = place.rpartition("/")
    if is_address(place):
        return Storage(folder, waits).read(name, most)
    return _again("read", place, lambda: read_within(Path(place), most), ())


def found_at(address: str) -> list[str]:
    """The addresses of files that one with `*` and `**` stands for, sorted.

    Raises:
        FaultsFound: the store does not answer, or lists what does not lie there.
    """
    import fsspec  # noqa: PLC0415 - folders of this machine need it not

    def listed() -> list[str]:
        files, path = cast("tuple[Any, str]", _speaking(address, lambda: fsspec.core.url_to_fs(address)))
        folder = path.partition("*")[0].rpartition("/")[0]
        found = [str(each) for each in files.glob(path)]
        for each in found:
            if not each.startswith(folder) or ".." in PurePosixPath(each).parts:
                message = f"{address} lists {told(repr(each))}, which does not lie there."
                raise fault("storage", message, "Name the guides one by one, or another folder.")
        return [str(files.unstrip_protocol(each)) for each in found]

    return sorted(set(_again("read", address, listed, _WAITS)))


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
        except (FaultsFound, KeyboardInterrupt, SystemExit):
            raise
        except BaseException as problem:  # of a client's own kind, as a task that was cancelled
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


def _words(problem: BaseException) -> str:
    """What an exception says, on one line; its kind, where it says nothing or cannot be asked."""
    said = getattr(problem, "strerror", None)
    with suppress(Exception):
        said = said if isinstance(said, str) and said else str(problem)
    words = " ".join(said.split()).rstrip(".") if isinstance(said, str) else ""
    return words or type(problem).__name__


def _unreached(verb: str, whole: str, problem: BaseException) -> FaultsFound:
    reason = _words(problem)
    verbs = {"read": "read", "write": "written", "remove": "removed"}
    message = f"{whole} cannot be {verbs[verb]}: {reason[:1].lower()}{reason[1:]}."
    return fault("storage", message, "Look at its name, your rights there and the room that is left.")

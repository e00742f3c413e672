"""In: keys and what was made under them. Out: the same bytes again, in this run or another; a file that was damaged is none.

Each entry is a file named by its key: the digest of all that follows, the length of an outcome, the outcome, the files one
after the other. What has not been used for longest goes first when all together take too much room; the times of
entries only go forward, whatever the clock does. Any of it may be removed at any time.
"""

from __future__ import annotations

import os
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.export.running.outcome import outcome_of, written_down

if TYPE_CHECKING:
    from guidepress.export.running.outcome import Outcome

__all__ = ["Cache", "cache_folder"]

_DIGEST = 32
_LENGTH = 8
_LATEST = ".latest"
"""An empty file, as old as the last use of an entry."""

_ROOM = 4 << 30
"""Bytes that a cache may take: some 20,000 books."""


def cache_folder() -> Path:
    """Where this user's programs keep what can be made again."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(named) if named else Path.home() / ".cache") / "guidepress" / "export"


@record
class Cache:
    """A folder of entries.

    Attributes:
        folder: where they are.
        room: bytes that they may take.
    """

    folder: Path
    room: int = _ROOM

    def get(self, key: str) -> tuple[Outcome, tuple[bytes, ...]] | None:
        """An outcome and its files' bytes, in their order; None if the key is not known or its entry is damaged."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        found = _unpacked(data)
        with suppress(OSError):
            if found is None:
                path.unlink()
            else:
                self._used(path)
        return found

    def put(self, key: str, outcome: Outcome, files: tuple[bytes, ...]) -> None:
        """Keep an outcome and its files; where there is no room for a file, nothing is kept."""
        told = written_down(outcome)
        body = b"".join((len(told).to_bytes(_LENGTH, "big"), told, *files))
        path = self._path(key)
        beside: str | None = None
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self.folder, prefix=".")
            with os.fdopen(handle, "wb") as stream:
                stream.write(sha256(body).digest())
                stream.write(body)
            Path(beside).replace(path)
            beside = None
            self._used(path)
        if beside is not None:
            Path(beside).unlink(missing_ok=True)

    def _used(self, path: Path) -> None:
        """Note that an entry was used: others go first. No use is earlier than the last, though a clock were set back."""
        latest = self.folder / _LATEST
        latest.touch(exist_ok=True)
        now = max(time.time_ns(), latest.stat().st_mtime_ns + 1)
        os.utime(latest, ns=(now, now))
        os.utime(path, ns=(now, now))

    def trim(self) -> int:
        """Remove what was not used for longest until all have room.

        Returns:
            How many entries went.
        """
        found, gone = [], 0
        for path in self.folder.glob("??/*"):
            with suppress(OSError):
                state = path.stat()
                found.append((state.st_mtime_ns, state.st_size, path))
        left = sum(size for _, size, _ in found)
        for _, size, path in sorted(found):
            if left <= self.room:
                break
            path.unlink(missing_ok=True)
            left -= size
            gone += 1
        return gone

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def _unpacked(data: bytes) -> tuple[Outcome, tuple[bytes, ...]] | None:
    """Read an entry, if it is what was written."""
    body = data[_DIGEST:]
    if sha256(body).digest() != data[:_DIGEST] or len(body) < _LENGTH:
        return None
    begin = _LENGTH + int.from_bytes(body[:_LENGTH], "big")
    try:
        outcome = outcome_of(body[_LENGTH:begin])
    except ValueError:
        return None
    files = []
    for each in outcome.files:
        files.append(body[begin : begin + each.size])
        begin += each.size
    return outcome, tuple(files)

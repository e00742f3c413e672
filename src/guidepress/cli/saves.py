"""In: files, some of which may not be there. Out: a return as soon as one of them was saved, and all are at rest again.

Editors save in many ways: in place, by writing beside the file and renaming, by moving the old one away first. So a
file is known by its time, its size and its number, and one that is missing is waited for, as long as a save may take.
Asking the system for a dozen files ten times a second costs a thousandth of a processor, and works on every disk,
those of a network too, where systems that report changes do not.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

__all__ = ["Saves", "State"]

State: TypeAlias = "dict[Path, tuple[int, int, int] | None]"
"""Time of the last change in nanoseconds, size and inode number, a file; None for one that is missing."""

_PAUSE = 0.1
"""Seconds between two looks: nobody sees so short a delay."""

_AT_REST = 2
"""So many looks in a row must find the same: an editor writes a long file bit by bit."""

_PATIENCE = 10
"""Looks for which a file that was there may be missing, before it is taken for deleted."""


class Saves:
    """Waits for saves.

    Args:
        sleep: waits so many seconds.
    """

    def __init__(self, sleep: Callable[[float], object] = time.sleep) -> None:
        self._sleep = sleep
        self._seen: State = {}

    def look(self, files: Iterable[Path]) -> None:
        """Note how files are now; one that was looked at before stays as it was then, so that no save is missed."""
        self._seen = {file: self._seen[file] if file in self._seen else _state(file) for file in files}

    def wait(self) -> frozenset[Path]:
        """Wait until a file was saved and all are at rest; returns those that changed."""
        while (now := self._states()) == self._seen:
            self._sleep(_PAUSE)
        rest = missing = 0
        while rest < _AT_REST:
            self._sleep(_PAUSE)
            before, now = now, self._states()
            gone = any(state is None and self._seen[file] is not None for file, state in now.items())
            missing = missing + 1 if gone else 0
            rest = rest + 1 if now == before and (not gone or missing > _PATIENCE) else 0
        changed = frozenset(file for file, state in now.items() if state != self._seen[file])
        self._seen = now
        return changed

    def _states(self) -> State:
        return {file: _state(file) for file in self._seen}


def _state(file: Path) -> tuple[int, int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino

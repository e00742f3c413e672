"""In: tasks and what is known of them. Out: whether the files of a task are still what it would make."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.export.running.outcome import Input, digest
from guidepress.export.running.storage import read_place

if TYPE_CHECKING:
    from guidepress.export.running.outcome import Outcome, Task
    from guidepress.export.running.storage import Storage

__all__ = ["Freshness", "seen"]

_REMEMBERED = 4096
"""Files whose digests are remembered: tasks of one guide follow one another."""


def seen(place: str) -> Input:
    """A file as it is now."""
    try:
        return Input(place, digest(read_place(place)))
    except FaultsFound:
        return Input(place, "")


class Freshness:
    """Says of outcomes whether they still hold; within a run, each input is read once.

    Args:
        storage: where the files are.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._seen = lru_cache(maxsize=_REMEMBERED)(seen)

    def holds(self, task: Task, known: Outcome | None) -> bool:
        """Whether a task was done, from the same inputs, and its files are there, as long as they were.

        Times are not asked: clocks go wrong, and copies are younger than what they copy.

        Raises:
            FaultsFound: the storage does not answer.
        """
        if known is None or known.state != "done" or known.spec != task.spec:
            return False
        if any(self._seen(each.place) != each for each in known.inputs):
            return False
        return all(self._storage.size(each.name) == each.size for each in known.files)

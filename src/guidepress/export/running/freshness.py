"""In: tasks and what is known of them. Out: whether the files of a task are still what it would make."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidepress.export.running.outcome import Outcome, Task
    from guidepress.export.running.storage import Storage

__all__ = ["holds"]


def holds(task: Task, known: Outcome, storage: Storage) -> bool:
    """Whether a task was done as it would be now, and its files are there, as they were written.

    Times are not asked: clocks go wrong, and copies are younger than what they copy.

    Raises:
        FaultsFound: the storage does not answer.
    """
    if known.state != "done" or known.spec != task.spec:
        return False
    return all(storage.holds(each.name, each.size, each.sha256) for each in known.files)

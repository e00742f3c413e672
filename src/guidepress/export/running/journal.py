"""In: what becomes of tasks, one by one. Out: the same again after a kill; one run at a time keeps it.

A SQLite file in write-ahead mode below the output, or, where that is an address, below the user's cache. SQLite's own
lock is held while a run lasts: it goes with the process, however that ends. No time of day is kept, so that a clock that
is set back changes nothing.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.export.running.outcome import outcome_of, written_down

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from guidepress.export.running.outcome import Outcome

__all__ = ["Journal", "open_journal"]

_FORM = "1"
"""The form of the tables; a journal of another form is begun anew, since all in it can be made again."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS run (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS task (name TEXT PRIMARY KEY, outcome BLOB NOT NULL) WITHOUT ROWID",
)


class Journal:
    """The outcomes of a job's tasks."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def note(self, outcome: Outcome) -> None:
        """Keep an outcome; it outlives a kill."""
        self._base.execute("INSERT OR REPLACE INTO task VALUES (?, ?)", (outcome.name, written_down(outcome)))

    def outcome(self, name: str) -> Outcome | None:
        """What became of a task, in this run or an earlier one; None if it is not known."""
        found = self._base.execute("SELECT outcome FROM task WHERE name = ?", (name,)).fetchone()
        try:
            return outcome_of(found[0]) if found else None
        except ValueError:
            return None  # it is made again

    def names(self) -> Iterator[str]:
        """The names of all tasks that are known."""
        yield from (name for (name,) in self._base.execute("SELECT name FROM task ORDER BY name"))

    def forget(self, name: str) -> None:
        """Forget a task."""
        self._base.execute("DELETE FROM task WHERE name = ?", (name,))


@contextmanager
def open_journal(path: Path, job: str) -> Iterator[Journal]:
    """Open a journal for one run, and hold it.

    Args:
        path: the journal's file; it is made if there is none.
        job: what the job is called; a folder holds the files of one job.

    Raises:
        FaultsFound: another run holds it, it is another job's, or it cannot be read or written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(path, isolation_level=None, timeout=0)
    except (OSError, sqlite3.Error) as problem:
        raise _unusable(path, problem) from problem
    try:
        _begin(base, path, job)
        yield Journal(base)
    except sqlite3.Error as problem:
        raise _unusable(path, problem) from problem
    finally:
        base.close()


def _begin(base: sqlite3.Connection, path: Path, job: str) -> None:
    """Lock the file for this run, and see whose it is."""
    base.execute("PRAGMA locking_mode = EXCLUSIVE")
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = NORMAL")
    base.execute("BEGIN EXCLUSIVE")
    for table in _TABLES:
        base.execute(table)
    said = dict(base.execute("SELECT key, value FROM run"))
    if said.get("form", _FORM) != _FORM:
        base.execute("DELETE FROM task")
    owner = said.get("job", job)
    if owner != job:
        base.execute("ROLLBACK")
        message = f'{path.parent.parent} holds the files of another job, "{owner}".'
        raise fault("other-job", message, "Name another folder with --output.")
    base.executemany("INSERT OR REPLACE INTO run VALUES (?, ?)", [("form", _FORM), ("job", job)])
    base.execute("COMMIT")


def _unusable(path: Path, problem: Exception) -> Exception:
    said = str(problem).rstrip(".")
    if "locked" in said:
        message = f"Another run is writing to {path.parent.parent}."
        return fault("run-in-progress", message, "Wait until it has ended, or name another folder.")
    hint = "Make room or permission there, then say the same command again."
    if "malformed" in said or "not a database" in said:
        hint = "It is damaged: remove it; what it knew is found out again."
    return fault("journal", f"{path} cannot be used: {said}.", hint)

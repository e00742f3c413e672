"""In: a stream of tasks, a crew and a journal. Out: each task done once or its failure told, however workers end.

Few tasks are under way at a time, so that a stream of a million is never held. When a worker dies, nobody knows at which
of the tasks under way it died: each is done again with nothing beside it, and one that ends a worker then has failed.
"""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, wait
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.export.running.freshness import holds
from guidepress.export.running.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future

    from guidepress.export.running.crews import Crew
    from guidepress.export.running.journal import Journal
    from guidepress.export.running.outcome import Task
    from guidepress.export.running.storage import Storage

__all__ = ["Hands", "Tally", "drive"]

_WAITING = 2
"""Tasks under way for each worker: one is done, one waits, so that nobody is idle."""

_TRIES = 2
"""How often a task is done alone before the death of its worker is laid at its door: others kill workers too."""


@record
class Tally:
    """How far a run is.

    Attributes:
        done: tasks done in this run.
        kept: tasks whose files still held.
        failed: tasks that failed.
    """

    done: int = 0
    kept: int = 0
    failed: int = 0

    @property
    def settled(self) -> int:
        """Tasks that need nothing more."""
        return self.done + self.kept + self.failed


@record
class Hands:
    """Who does what in a run.

    Attributes:
        crew: does the tasks.
        act: what doing a task is; other processes can be told of it.
        journal: keeps outcomes.
        storage: where the files are.
        tell: hears of each outcome and of how far the run is then.
    """

    crew: Crew
    act: Callable[[Task], Outcome]
    journal: Journal
    storage: Storage
    tell: Callable[[Outcome, Tally], None]


def drive(tasks: Iterable[Task], hands: Hands, *, fail_fast: bool = False) -> Tally:
    """Do all tasks.

    Args:
        tasks: taken one by one, as they are needed.
        hands: who does what.
        fail_fast: take no more tasks when one has failed.

    Returns:
        How it ended.

    Raises:
        FaultsFound: the storage does not answer, or there is no crew any more.
    """
    run = _Run(hands)
    for task in tasks:
        run.take(task)
        if fail_fast and run.tally.failed:
            break
    run.finish()
    return run.tally


class _Run:
    """The tasks under way."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._under_way: dict[Future[Outcome], Task] = {}
        self.tally = Tally()

    def take(self, task: Task) -> None:
        """Have a task done, unless its files still hold; wait while there is no room for more."""
        known = self._hands.journal.outcome(task.name)
        if known is not None and holds(task, known, self._hands.storage):
            self.tally = Tally(self.tally.done, self.tally.kept + 1, self.tally.failed)
            self._hands.tell(known, self.tally)
            return
        self._submit(task)
        while len(self._under_way) >= _WAITING * self._hands.crew.workers:
            self._settle()

    def finish(self) -> None:
        """Wait for all."""
        while self._under_way:
            self._settle()

    def _submit(self, task: Task) -> None:
        try:
            future = self._hands.crew.submit(self._hands.act, task)
        except (BrokenExecutor, RuntimeError):  # a worker has died since the last one was settled
            self._alone([*self._under_way.values(), task])
            return
        self._under_way[future] = task

    def _settle(self) -> None:
        """Note what has been done; where a worker has died, do what was under way again."""
        done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
        for future in done:
            if future not in self._under_way:
                continue  # it was under way when a worker died, and has been done again
            task = self._under_way[future]
            outcome = _outcome(task, future)
            if outcome is None:
                self._alone(list(self._under_way.values()))
                return
            del self._under_way[future]
            self._note(outcome)

    def _alone(self, tasks: list[Task]) -> None:
        """Do tasks one at a time, each with nothing beside it, after a worker has died."""
        self._under_way.clear()
        self._hands.crew.renew()
        for task in tasks:
            self._note(self._surely(task))

    def _surely(self, task: Task) -> Outcome:
        for _ in range(_TRIES):
            outcome = _outcome(task, self._hands.crew.submit(self._hands.act, task))
            if outcome is not None:
                return outcome
            self._hands.crew.renew()
        reason = f"{task.name}: the worker that made it ended each time, by a signal or for want of memory."
        return Outcome(task.name, task.spec, "failed", faults=(reason,))

    def _note(self, outcome: Outcome) -> None:
        done, kept, failed = self.tally.done, self.tally.kept, self.tally.failed
        good = outcome.state == "done"
        self.tally = Tally(done + good, kept, failed + (not good))
        self._hands.journal.note(outcome)
        self._hands.tell(outcome, self.tally)


def _outcome(task: Task, future: Future[Outcome]) -> Outcome | None:
    """What became of a task; None if its worker has died."""
    try:
        return future.result()
    except (BrokenExecutor, CancelledError):
        return None
    except Exception as problem:  # noqa: BLE001 - a fault of ours in one task must not stop the others
        if type(problem).__name__ in {"KilledWorker", "CommClosedError", "FutureCancelledError"}:
            return None  # Dask's own words for it
        reason = (
            f"{task.name}: a fault of guidepress ({type(problem).__name__}: {problem}); please report it."
        )
        return Outcome(task.name, task.spec, "failed", faults=(reason,))

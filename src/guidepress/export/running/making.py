"""In: a task and who makes it. Out: its files in the storage, from the cache if it knows them, and its outcome."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import record
from guidepress.export.running.outcome import Outcome, Written, digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.export.running.cache import Cache
    from guidepress.export.running.outcome import Task
    from guidepress.export.running.storage import Storage

__all__ = ["Made", "Maker", "make"]

_ALL_AFTER = 16
"""Collections until one looks at all objects: circles among what a worker has kept from book to book are few."""


@record
class Made:
    """What a maker has made, before it is written.

    Attributes:
        files: each file's name and bytes.
        told: what a manifest says of them, as JSON text.
    """

    files: tuple[tuple[str, bytes], ...]
    told: str = "[]"


class Maker(Protocol):
    """Makes a task's files; a function of a module, so that other processes can be told of it."""

    def __call__(self, task: Task) -> Made:
        """Make them.

        Raises:
            FaultsFound: they cannot be made.
        """


def make(task: Task, maker: Maker, storage: Storage, cache: Cache | None) -> Outcome:
    """Do a task: take it from the cache or make it, and write its files.

    What cannot be made or written is an outcome, and no exception: the other tasks go on.
    """
    with _collected():
        try:
            known = cache.get(task.spec) if cache else None
            outcome, files = known or _made(task, maker, cache)
            for each, data in zip(outcome.files, files, strict=True):
                storage.write(each.name, data)
        except FaultsFound as faults:
            return Outcome(task.name, task.spec, "failed", faults=tuple(map(str, faults.diagnostics)))
    return outcome


@contextmanager
def _collected() -> Iterator[None]:
    """Look for circles after a task, and not during it, whoever the worker is: a scheduler's own look for them always.

    They are looked for among what the task has made, and now and then among all: a worker holds a hundred thousand objects
    that stay, its libraries', and to look at those takes a tenth of the time that a book does.
    """
    looked = gc.isenabled()
    gc.disable()
    aside = gc.get_stats()[-1]["collections"] % _ALL_AFTER and not gc.get_freeze_count()
    if aside:
        gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        if aside:
            gc.unfreeze()
        if looked:
            gc.enable()


def _made(task: Task, maker: Maker, cache: Cache | None) -> tuple[Outcome, tuple[bytes, ...]]:
    made = maker(task)
    files = tuple(data for _, data in made.files)
    written = tuple(Written(name, len(data), digest(data)) for name, data in made.files)
    outcome = Outcome(task.name, task.spec, "done", written, made.told)
    if cache:
        cache.put(task.spec, outcome, files)
    return outcome, files

"""In: a unit of work. Out: the task that a crew is given, and how a worker does it with what it has kept so far."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.export.abroad import guide_sources
from guidepress.export.catalogue.entries import Edition, GuideFacts, facts_of
from guidepress.export.making import Bench, make
from guidepress.export.manifest import Entry, entries_of
from guidepress.export.running.making import Made

if TYPE_CHECKING:
    from guidepress.export.running.outcome import Task
    from guidepress.export.units import WorkUnit

__all__ = ["ExportTask", "Told", "make_export_task", "task_of", "told_of"]

_MOST_MEMORY = 700
"""Megabytes of a worker above which it forgets what earlier books have left."""


@record
class ExportTask:
    """A unit of work, as a crew is given it."""

    name: str
    spec: str
    unit: WorkUnit


@record
class Told:
    """What a manifest and a catalogue say of a unit's files.

    Attributes:
        entries: lines of the manifest.
        listed: guide and file, for a catalogue; None for what is no book.
    """

    entries: tuple[Entry, ...]
    listed: tuple[GuideFacts, Edition] | None = None


def task_of(unit: WorkUnit) -> ExportTask:
    """Make the task of a unit."""
    return ExportTask(f"{unit.kind} {unit.name}", unit.key, unit)


def make_export_task(task: Task) -> Made:
    """Make a unit's files in a worker.

    Raises:
        FaultsFound: they cannot be made, or are no longer what was planned.
    """
    unit = cast("ExportTask", task).unit
    if _memory() > _MOST_MEMORY:
        _bench.cache_clear()
    bench = _bench()
    made = make(unit, bench)
    entries = tuple(entry for artefact in made for entry in entries_of(artefact))
    listed = None
    if unit.kind == "book":
        (book,) = made
        edition = Edition(book.name, book.layout, book.pages, book.reading_time)
        listed = facts_of(bench.guide(unit), unit.guide), edition
    files = tuple((each.name, each.data) for each in made)
    if not {*guide_sources(unit.guide)} <= {*unit.sources}:
        message = f"{Path(unit.guide).name} was changed while it was being printed."
        raise fault("changed-meanwhile", message, "Say the same command again.")
    return Made(files, msgspec.json.encode(Told(entries, listed)).decode())


def told_of(said: str) -> Told:
    """Read what a worker has told of its files."""
    return msgspec.json.decode(said, type=Told)


@cache
def _bench() -> Bench:
    """This worker's bench; nothing on it changes what a unit's files are."""
    return Bench()


def _memory() -> float:
    """Megabytes that this process holds; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

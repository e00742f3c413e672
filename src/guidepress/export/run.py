"""In: a plan, and where its files go. Out: all of them, by any number of workers, the manifest, and what became of each.

A run that was ended by whatever is finished by asking for it again: what is done and has not changed is not done twice.
A unit that has faults does not stop the others.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import time
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.export.catalogue.catalogue import make_catalogue
from guidepress.export.catalogue.composing import Imprint
from guidepress.export.manifest import codes_csv, manifest_csv, manifest_json
from guidepress.export.running.cache import Cache, cache_folder
from guidepress.export.running.crews import HERE, open_crew
from guidepress.export.running.driving import Hands, Tally, drive
from guidepress.export.running.journal import open_journal
from guidepress.export.running.making import make
from guidepress.export.running.outcome import digest
from guidepress.export.running.storage import OWN, Storage
from guidepress.export.tasks import make_export_task, task_of, told_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from guidepress.export.catalogue.entries import Edition, GuideFacts
    from guidepress.export.manifest import Entry
    from guidepress.export.plan import ExportPlan
    from guidepress.export.running.crews import Crew
    from guidepress.export.running.journal import Journal
    from guidepress.export.running.outcome import Outcome

__all__ = ["Exported", "Failed", "Way", "export"]

_FEW = 8
"""Units that one process does sooner than others could be started for them."""


@record
class Way:
    """How a run is done.

    Attributes:
        executor: "processes", "here", or a scheduler ("dask://host:8786"); "" leaves the choice to the run.
        workers: how many processes; 0 for one a processor.
        fail_fast: begin no unit after one has failed.
        cached: whether books of earlier runs are looked for, and this run's are kept.
    """

    executor: str = ""
    workers: int = 0
    fail_fast: bool = False
    cached: bool = True


@record
class Failed:
    """A unit that could not be made, and why, a sentence each."""

    name: str
    reasons: tuple[str, ...]

    @property
    def file(self) -> str:
        """The file that it would be; of what a printer gets, the folder."""
        kind, _, name = self.name.partition(" ")
        return name if kind == "press" else f"{name}.pdf"


@record
class Exported:
    """What a run made.

    Attributes:
        place: where.
        entries: a line for each file, and for each copy in a volume.
        failed: units that could not be made.
        tally: how many units were done, kept from before, or failed.
        left_over: files of earlier runs that the job no longer asks for; they are still there.
        catalogue: names of the files of the catalogue; none where units were not begun.
        unbegun: so many units were not begun, since one had failed.
    """

    place: str
    entries: tuple[Entry, ...]
    failed: tuple[Failed, ...]
    tally: Tally
    left_over: tuple[str, ...] = ()
    catalogue: tuple[str, ...] = ()
    unbegun: int = 0


@record
class _Start:
    """When a run began: by the clock on the wall, which may be set, and by one that only goes forward."""

    wall: float
    steady: float


def export(
    plan: ExportPlan,
    place: str,
    way: Way | None = None,
    told: Callable[[Outcome, Tally, int], None] | None = None,
) -> Exported:
    """Make all that is planned.

    Args:
        plan: of a job.
        place: a folder or an address; it gets the files, each whole or not at all; and `manifest.json`,
            `manifest.csv`, `run.json` with times and the machine, and `codes.csv` with the pupils, where copies have
            codes.
        way: by whom.
        told: hears of each unit: what became of it, how far the run is, and of how many.

    Raises:
        FaultsFound: two files would have one name, another run or job has the place, or it cannot be written.
    """
    way, started, storage = way or Way(), _Start(time.time(), time.monotonic()), Storage(place)
    names = [task_of(unit).name for unit in plan.units()]  # what is wrong with a name is told before all else
    crew = _crew(way, storage, len(names))
    try:
        with open_journal(_journal_path(storage), plan.title) as journal:
            storage.sweep()
            cache = Cache(cache_folder()) if way.cached else None
            act = partial(make, maker=make_export_task, storage=storage, cache=cache)

            def tell(outcome: Outcome, tally: Tally) -> None:
                if told is not None:
                    told(outcome, tally, len(names))

            tasks = map(task_of, plan.units())
            tally = drive(tasks, Hands(crew, act, journal, storage, tell), fail_fast=way.fail_fast)
            done = _finished(plan, storage, journal, names, tally)
            if cache is not None and tally.done:
                cache.trim()
    except BaseException:
        crew.close(waits=False)
        raise
    crew.close()
    storage.write("run.json", _run_json(plan.run, started, tally))
    return done


def _crew(way: Way, storage: Storage, count: int) -> Crew:
    """Who does the units: few are done here, and so is all that goes into this process's own memory."""
    workers = way.workers or os.cpu_count() or 1
    few = count <= _FEW or workers == 1
    name = way.executor or (HERE if few or storage.place.startswith("memory://") else "processes")
    return open_crew(name, min(workers, max(count, 1)))


def _journal_path(storage: Storage) -> Path:
    if storage.local:
        return storage.folder(OWN) / "journal.sqlite"
    return cache_folder().parent / "runs" / digest(storage.place.encode())[:24] / "journal.sqlite"


def _finished(
    plan: ExportPlan, storage: Storage, journal: Journal, names: list[str], tally: Tally
) -> Exported:
    """Write the manifest, the codes and the catalogue of a run that has ended."""
    entries: list[Entry] = []
    failed: list[Failed] = []
    listed: list[tuple[GuideFacts, Edition]] = []
    unbegun = len(names) - tally.settled  # a run that ends at the first fault has not come to them
    for name in names:
        outcome = journal.outcome(name)
        if outcome is None:
            continue
        if outcome.state == "failed":
            failed.append(Failed(name, outcome.faults))
            continue
        said = told_of(outcome.told)
        entries += said.entries
        listed += [said.listed] if said.listed else []
    unmade: list[dict[str, object]] = [
        {"file": each.file, "reasons": [*map(_without_folder, each.reasons)]} for each in failed
    ]
    storage.write("manifest.json", manifest_json(entries, plan.run, unmade))
    storage.write("manifest.csv", manifest_csv(entries))
    codes = tuple(plan.codes(plan.units()))
    if codes:
        storage.write("codes.csv", codes_csv(codes), private=True)
    made = _catalogue(plan, storage, listed) if plan.job.catalogue and listed and not unbegun else ()
    left = tuple(_left_over(journal, set(names), {each.file for each in entries}))
    return Exported(storage.place, tuple(entries), tuple(failed), tally, left, made, unbegun)


def _catalogue(
    plan: ExportPlan, storage: Storage, listed: list[tuple[GuideFacts, Edition]]
) -> tuple[str, ...]:
    job, languages = plan.job, {facts.language for facts, _ in listed}
    language = languages.pop() if len(languages) == 1 else "en"
    imprint = Imprint(plan.title, language=language, address=job.address)
    files = make_catalogue(listed, imprint, by=job.collections or None)
    for name, data in files.items():
        storage.write(name, data)
    return tuple(files)


def _left_over(journal: Journal, names: set[str], files: set[str]) -> Iterator[str]:
    """Files of units that are no longer in the plan."""
    for name in journal.names():
        outcome = None if name in names else journal.outcome(name)
        if outcome is not None:
            yield from (each.name for each in outcome.files if each.name not in files)


def _without_folder(reason: str) -> str:
    """A sentence whose place is a file's name: the manifest of two machines is the same."""
    head, mark, rest = reason.partition(": ")
    return f"{head.rpartition('/')[2]}{mark}{rest}" if "/" in head and " " not in head else reason


def _run_json(run: str, started: _Start, tally: Tally) -> bytes:
    """What differs from one run of a job to the next: times, and the machine."""
    begun = dt.datetime.fromtimestamp(started.wall, dt.UTC)
    said = {
        "run": run,
        "guidepress": version("guidepress"),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "started": begun.isoformat(timespec="seconds"),
        "seconds": round(time.monotonic() - started.steady, 3),
        "units": {"done": tally.done, "kept": tally.kept, "failed": tally.failed},
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()

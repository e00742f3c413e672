"""In: a number of guides. Out: how fast a catalogue of so many different guides is exported, and by whom.

    python -m benchmarks.catalogue [COUNT]

Each guide has some 59 pages and is built, verified and written. Told are pages a second of one process, of two and of a
Dask cluster with two workers, and apart from that what each takes to start: its first guides, whose time imports and empty
caches are in; the peak of a worker's memory after each fifth of the guides; the time of a second run when nothing has
changed, and when one guide has; and what 8,000 guides would take.
"""

from __future__ import annotations

import resource
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from benchmarks.guides import guide_text, write_guides
from guidepress.export.job import load_job
from guidepress.export.plan import plan
from guidepress.export.running.crews import open_crew
from guidepress.export.running.driving import Hands, Tally, drive
from guidepress.export.running.journal import open_journal
from guidepress.export.running.making import make
from guidepress.export.running.storage import Storage
from guidepress.export.tasks import ExportTask, make_export_task, task_of, told_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.export.running.crews import Crew
    from guidepress.export.running.outcome import Outcome

_CATALOGUE = 8000
"""Guides that the large publishers have."""

_UNWATCHED = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.tick.cycle": "10s",
}
"""What docs/export.md tells to set: a cluster that watches itself 50 and 100 times a second takes a tenth of two processors."""

_WARMING = 8
"""Guides that start the workers: four each."""


def main() -> int:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with TemporaryDirectory() as folder:
        guides = write_guides(Path(folder, "guides"), count)
        job = Path(folder, "job.yaml")
        job.write_text("format: 1\nguides: guides/*.yaml\n", encoding="utf-8")
        tasks = _tasks(job)
        few = tasks[:_WARMING]
        one = _measure("1 process", open_crew("processes", 1), tasks, Path(folder, "one"), few)
        two = _measure("2 processes", open_crew("processes", 2), tasks, Path(folder, "two"), few)
        dask = _with_dask(tasks, Path(folder, "dask"), few)
        print(f"2 processes: {one / two:.2f} x 1 process; Dask: {dask / two:.2f} x the time of the pool")
        again = _measure(
            "2 processes, nothing changed", open_crew("processes", 2), tasks, Path(folder, "two")
        )
        print(f"nothing changed: {two / again:.0f} x faster")
        guides[0].write_text(guide_text(count), encoding="utf-8")
        _measure(
            "2 processes, one guide changed", open_crew("processes", 2), _tasks(job), Path(folder, "two")
        )
        print(f"{_CATALOGUE} guides: {two / count * _CATALOGUE / 60:.0f} min with 2 processes")
        for done, peak in _memory(_tasks(job)):
            print(f"{done} guides in one process: {peak:.0f} MB")
    return 0


def _measure(
    name: str, crew: Crew, tasks: list[ExportTask], folder: Path, warming: Sequence[ExportTask] = ()
) -> float:
    """Do the tasks, others first to start the workers, and tell how that went; seconds without the start."""
    started = time.perf_counter()
    if warming:
        _do(crew, warming, folder.with_suffix(".start"))
    start = f", started in {time.perf_counter() - started:.2f} s" if warming else ""
    started = time.perf_counter()
    tally, pages = _do(crew, tasks, folder)
    seconds = time.perf_counter() - started
    crew.close()
    print(
        f"{name}: {tally.done} done, {tally.kept} kept, {tally.failed} failed, {pages} pages, "
        f"{seconds:.2f} s, {pages / seconds:.0f} pages a second{start}",
        flush=True,
    )
    return seconds


def _do(crew: Crew, tasks: Sequence[ExportTask], folder: Path) -> tuple[Tally, int]:
    """Do tasks; what became of them, and their pages."""
    storage, pages = Storage(str(folder)), 0

    def tell(outcome: Outcome, _: Tally) -> None:
        nonlocal pages
        pages += _pages(outcome)

    with open_journal(folder / ".guidepress/journal.sqlite", "benchmark") as journal:
        act = partial(make, maker=make_export_task, storage=storage, cache=None)
        tally = drive(tasks, Hands(crew, act, journal, storage, tell))
    return tally, pages


def _tasks(job: Path) -> list[ExportTask]:
    return [task_of(unit) for unit in plan(load_job(job)).units()]


def _pages(outcome: Outcome) -> int:
    return sum(entry.pages for entry in told_of(outcome.told).entries)


def _with_dask(tasks: list[ExportTask], folder: Path, few: Sequence[ExportTask]) -> float:
    import dask  # noqa: PLC0415 - its import takes a second
    import distributed  # noqa: PLC0415 - likewise

    local: Any = distributed.LocalCluster
    with (
        dask.config.set(_UNWATCHED),
        local(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
    ):
        address = cluster.scheduler_address.replace("tcp://", "dask://")
        return _measure("Dask, 2 workers", open_crew(address, 2), tasks, folder, few)


def _memory(tasks: list[ExportTask]) -> list[tuple[int, float]]:
    """The peak of this process after each fifth of the guides, built here."""
    found, step = [], max(1, len(tasks) // 5)
    for done, task in enumerate(tasks, 1):
        make_export_task(task)
        if not done % step:
            found.append((done, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    return found


if __name__ == "__main__":
    raise SystemExit(main())

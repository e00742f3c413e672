"""In: a plan, and a folder. Out: the files of all its units, the manifest, and what became of each unit.

The units are made one after the other in this process; a unit that has faults does not stop the others.
"""

from __future__ import annotations

import datetime as dt
import json
import platform
import time
from importlib.metadata import version
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.files import write_whole
from guidepress.base.record import record
from guidepress.export.making import Bench, make
from guidepress.export.manifest import codes_csv, entries_of, manifest_csv, manifest_json

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.export.manifest import Entry
    from guidepress.export.plan import ExportPlan
    from guidepress.export.units import WorkUnit

__all__ = ["Exported", "Failed", "export"]


@record
class Failed:
    """A unit that could not be made, and why."""

    unit: WorkUnit
    diagnostics: tuple[Diagnostic, ...]


@record
class Exported:
    """What a run made.

    Attributes:
        folder: where.
        entries: a line for each file, and for each copy in a volume.
        failed: units that could not be made.
    """

    folder: Path
    entries: tuple[Entry, ...]
    failed: tuple[Failed, ...]


def export(plan: ExportPlan, folder: Path, told: Callable[[WorkUnit], None] | None = None) -> Exported:
    """Make all that is planned.

    Args:
        plan: of a job.
        folder: gets the files, each whole or not at all; and `manifest.json`, `manifest.csv`, `run.json` with times and
            the machine, and `codes.csv` with the pupils, where copies have codes.
        told: is told of each unit before it is made.

    Raises:
        FaultsFound: two files would have one name, or the folder cannot be written.
    """
    bench, started = Bench(), time.time()
    entries: list[Entry] = []
    failed: list[Failed] = []
    seconds: dict[str, float] = {}
    units = tuple(plan.units())  # a name that two files would have is told before anything is written
    for unit in units:
        if told is not None:
            told(unit)
        begun = time.perf_counter()
        try:
            made = make(unit, bench)
        except FaultsFound as faults:
            failed.append(Failed(unit, faults.diagnostics))
            continue
        for artefact in made:
            write_whole(folder / artefact.name, artefact.data)
            entries += entries_of(artefact)
        seconds[unit.name] = round(time.perf_counter() - begun, 3)
    unmade: list[dict[str, object]] = [
        {"file": f"{each.unit.name}.pdf", "reasons": [*map(str, each.diagnostics)]} for each in failed
    ]
    write_whole(folder / "manifest.json", manifest_json(entries, plan.run, unmade))
    write_whole(folder / "manifest.csv", manifest_csv(entries))
    codes = tuple(plan.codes(units))
    if codes:
        write_whole(folder / "codes.csv", codes_csv(codes))
        (folder / "codes.csv").chmod(0o600)
    write_whole(folder / "run.json", _run_json(plan.run, started, seconds))
    return Exported(folder, tuple(entries), tuple(failed))


def _run_json(run: str, started: float, seconds: dict[str, float]) -> bytes:
    """What differs from one run of a job to the next: times, and the machine."""
    begun = dt.datetime.fromtimestamp(started, dt.UTC)
    said = {
        "run": run,
        "guidepress": version("guidepress"),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "started": begun.isoformat(timespec="seconds"),
        "seconds": round(time.time() - started, 3),
        "units": seconds,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()

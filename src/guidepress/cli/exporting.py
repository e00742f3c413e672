"""In: a job. Out: what would be made, or all of it in its folder with a line a file."""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from guidepress import FaultsFound
from guidepress.base.numbers import counted
from guidepress.cli.say import as_data, json_line, say, say_error, say_faults, say_finding, say_json, shown
from guidepress.export.estimate import estimate
from guidepress.export.job import CATALOGUE_FILES
from guidepress.export.plan import plan
from guidepress.export.run import export

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from guidepress.export.estimate import Estimate
    from guidepress.export.job import LoadedJob
    from guidepress.export.roster import Roster
    from guidepress.export.run import Exported, Failed, Way
    from guidepress.export.running.driving import Tally
    from guidepress.export.running.outcome import Outcome

__all__ = ["export_one", "say_plan", "say_saved"]


def say_plan(loaded: LoadedJob, output: str | None = None, *, as_json: bool) -> int:
    """Tell what a job would make; 0 if all of it could be made.

    Args:
        loaded: the job.
        output: a folder or an address, instead of the job's own.
        as_json: say it as JSON.

    Raises:
        FaultsFound: two files would have one name.
    """
    place = output or str(loaded.output)
    planned = plan(loaded)
    found = list(estimate(planned.units(), on_screen=loaded.job.files == "both"))
    good = not any(each.faults for each in found)
    if as_json:
        say_json({"ok": good, "run": planned.run, "output": place, "units": list(map(_data, found))})
        return 0 if good else 1
    _needs(loaded)
    for each in found:
        say(_line(each))
        say_faults(each.faults, wrote=False)
    if loaded.job.catalogue:
        say(f"  catalogue: {', '.join(CATALOGUE_FILES)}")
    pages, sheets = (sum(getattr(each, key) or 0 for each in found) for key in ("pages", "sheets"))
    known = sum(each.pages is not None for each in found)
    about = "" if known == len(found) else f" in the {known} files that were counted, of {len(found)}"
    files = sum(each.files for each in found)
    say(f"in all: {counted(files, 'file')}, {counted(pages, 'page')}, {counted(sheets, 'sheet')}{about}")
    say(f"into {place}")
    return 0 if good else 1


def _needs(loaded: LoadedJob) -> None:
    """Say what the job takes: guides, layouts, the roster."""
    job = loaded.job
    layouts = ", ".join(each.layout for each in job.layouts)
    say(f"{loaded.title}: {counted(len(loaded.guides), 'guide')} in {layouts}")
    if loaded.roster is None:
        return
    _understood(loaded.roster)
    say(f"on paper: {', '.join(job.personalise) or 'nothing of a pupil'}")


def _understood(roster: Roster) -> None:
    """Say what was understood of a roster, and what may be wrong with it."""
    classes = f" in {len(roster.groups)} classes" if len(roster.groups) > 1 else ""
    say(f"{roster.file}: {roster.form}, {counted(len(roster.pupils), 'pupil')}{classes}")
    if roster.unknown:
        say(f"  not understood: {', '.join(roster.unknown)}")
    say_faults(roster.diagnostics, wrote=False)


def _line(each: Estimate) -> str:
    size = "not counted"
    if each.pages is not None:
        printed = counted(each.sheets, "sheet") if each.sheets else "for screens"
        size = f"{counted(each.pages, 'page')}, {printed}"
    more = f" and {counted(each.files - 1, 'file')} more" if each.files > 1 else ""
    copies = f", {counted(each.copies, 'copy')}".replace("copys", "copies") if each.kind == "volume" else ""
    return f"  {each.kind}: {each.file}{more}{copies}: {size}"


def _data(each: Estimate) -> dict[str, object]:
    return {
        "kind": each.kind,
        "file": each.file,
        "files": each.files,
        "copies": each.copies,
        "pages": each.pages,
        "sheets": each.sheets,
        "diagnostics": [*map(as_data, each.faults)],
    }


def export_one(
    loaded: LoadedJob, output: str | None, way: Way, *, log: bool = False, as_json: bool = False
) -> int:
    """Make what a job asks for; 0 if all of it was made.

    Args:
        loaded: the job.
        output: a folder or an address, instead of the job's own.
        way: by whom it is made.
        log: write a line of JSON for each unit to standard error.
        as_json: say what was made as JSON.

    Raises:
        FaultsFound: two files would have one name, or the place cannot be written.
    """
    started = time.perf_counter()
    planned = plan(loaded)
    if loaded.roster is not None and not as_json:
        _understood(loaded.roster)
    told = _log if log else _Progress() if not as_json and sys.stderr.isatty() else None
    heard = _Heard(told)
    gc.disable()  # books make few circles; looking for them takes a tenth of the time
    try:
        done = export(planned, output or str(loaded.output), way, heard)
    except FaultsFound as faults:
        if not heard.made:
            raise
        say_faults(faults.diagnostics, as_json=as_json, wrote=False)
        if not as_json:
            say_finding(
                f"{heard.made} of {heard.count} were made, and stay; the same command makes the rest."
            )
        return 1
    finally:
        gc.enable()
        if isinstance(told, _Progress):
            told.wipe()
    if not as_json:
        for reason in dict.fromkeys(_placed(each, reason) for each in done.failed for reason in each.reasons):
            say_error(reason)  # once, in however many layouts a guide cannot be made
    seconds = time.perf_counter() - started
    if as_json:
        _say_json(done, planned.run, seconds, loaded.roster)
    else:
        _tell(done, planned.run, seconds)
    return 1 if done.failed else 0


def say_saved(file: Path, root: Path | None, *, as_json: bool) -> None:
    """Say which job file was written, and how it is used."""
    more = f" --root {root}" if root else ""
    line = f"saved as {file}; next time: guidepress export {file}{more}"
    if as_json:
        say_finding(line)  # beside the JSON
    else:
        say(line)


def _placed(failed: Failed, reason: str) -> str:
    """A reason with the file that cannot be made, where it does not name the guide's own line."""
    return f"{failed.file}: {reason}" if reason.startswith("error: ") else reason


def _log(outcome: Outcome, tally: Tally, count: int) -> None:
    """Write a line for programs: which unit, what became of it, how far the run is."""
    line = {
        "unit": outcome.name,
        "state": outcome.state,
        "faults": outcome.faults,
        "settled": tally.settled,
        "of": count,
    }
    sys.stderr.write(json_line(line, sys.stderr) + "\n")
    sys.stderr.flush()


class _Heard:
    """Passes on what becomes of each unit, and keeps how far the run is, for a run that breaks off."""

    def __init__(self, told: Callable[[Outcome, Tally, int], None] | None) -> None:
        self._told = told
        self.made = 0
        self.count = 0

    def __call__(self, outcome: Outcome, tally: Tally, count: int) -> None:
        self.made, self.count = tally.done + tally.kept, count
        if self._told is not None:
            self._told(outcome, tally, count)


class _Progress:
    """A line on the terminal: how far, how fast, how long still."""

    def __init__(self) -> None:
        self._started = time.monotonic()

    def __call__(self, outcome: Outcome, tally: Tally, count: int) -> None:
        made, left = tally.done + tally.failed, count - tally.settled
        spent = time.monotonic() - self._started
        rate = f", {made / spent:.1f} a second, {_clock(left * spent / made)} left" if made and spent else ""
        sys.stderr.write(f"\r\x1b[K{tally.settled}/{count}{rate} {shown(outcome.name)}")
        sys.stderr.flush()

    def wipe(self) -> None:
        """Leave the terminal's line empty."""
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _clock(seconds: float) -> str:
    """Hours, minutes and seconds, as far as there are any: "2:05:00", "4:30"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _tell(done: Exported, run: str, seconds: float) -> None:
    files = [each for each in done.entries if each.sha256]
    for each in files:
        if each.kind != "copy":
            pages = f"{counted(each.pages, 'page')}, " if each.pages else ""
            say(f"{each.file}: {pages}{each.bytes} bytes")
    singles = sum(each.kind == "copy" for each in files)
    if singles:
        say(f"{counted(singles, 'file')} for single pupils")
    warned = sum(len(each.warnings) for each in files)
    if warned:
        say(f"{counted(warned, 'warning')}; manifest.json has them")
    if done.tally.kept:
        say(f"{done.tally.kept} of {done.tally.settled} were there already, and nothing in them has changed")
    for name in done.left_over:
        say(f"{name} is of an earlier run; the job no longer asks for it")
    if done.failed:
        say(f"{counted(len(done.failed), 'file')} could not be made")
    if done.unbegun:
        say(f"not begun, since one had failed: {counted(done.unbegun, 'unit')}")
    for name in done.catalogue:
        say(name)
    say(f"run {run} in {done.place}")
    say(f"{seconds:.2f} s, verified")


def _say_json(done: Exported, run: str, seconds: float, roster: Roster | None) -> None:
    say_json(
        {
            "ok": not done.failed,
            "run": run,
            "output": done.place,
            "files": [
                {"file": each.file, "kind": each.kind, "pages": each.pages, "bytes": each.bytes}
                for each in done.entries
                if each.sha256
            ],
            "failed": [{"file": each.file, "reasons": each.reasons} for each in done.failed],
            "kept": done.tally.kept,
            "unbegun": done.unbegun,
            "left_over": done.left_over,
            "catalogue": done.catalogue,
            "diagnostics": [*map(as_data, roster.diagnostics)] if roster else [],
            "seconds": round(seconds, 3),
        }
    )

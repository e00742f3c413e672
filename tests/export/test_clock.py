"""A clock that is set back, between two runs or within one, changes nothing: no time is asked but to be told."""

from __future__ import annotations

import json
import os
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.export.classes import class_job

from guidepress.export.job import load_job
from guidepress.export.plan import plan
from guidepress.export.run import Exported, Way, export

if TYPE_CHECKING:
    from collections.abc import Iterator

JOB = "layouts: {layout: exam, versions: 2, seed: 7}\nroster: class.csv\n"
_YEAR = 365 * 86_400
_UNITS = 4
"""A volume, its class sheet, two keys."""


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return class_job(tmp_path, JOB)


def run(job: Path, folder: Path, executor: str = "here") -> Exported:
    return export(plan(load_job(job)), str(folder), Way(executor=executor, workers=2))


def files(folder: Path) -> dict[str, bytes]:
    """All that a run leaves, but for what tells times."""
    return {
        path.name: path.read_bytes()
        for path in folder.glob("*.*")
        if path.is_file() and path.name != "run.json"
    }


def at(monkeypatch: pytest.MonkeyPatch, seconds: Iterator[float]) -> None:
    """Set the clock on the wall: each time it is asked it says the next of these."""
    monkeypatch.setattr(time, "time", lambda: next(seconds))
    monkeypatch.setattr(time, "time_ns", lambda: int(next(seconds) * 1_000_000_000))


def aged(folder: Path, seconds: float) -> None:
    """Say of all files below a folder that they were written then."""
    for path in folder.rglob("*"):
        os.utime(path, (seconds, seconds))


@pytest.mark.parametrize("executor", ["here", "processes"])
def test_between_two_runs_nothing_is_made_again_and_nothing_is_lost(
    job: Path, tmp_path: Path, executor: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, out = time.time(), tmp_path / "out"
    at(monkeypatch, count(now + _YEAR))
    assert run(job, out, executor).tally.done == _UNITS
    first = files(out)
    aged(tmp_path, now + _YEAR)  # files, journal and cache are of next year
    at(monkeypatch, count(now))
    again = run(job, out, executor)
    assert (again.tally.done, again.tally.kept) == (0, _UNITS)
    assert files(out) == first


def test_a_guide_that_is_changed_after_the_clock_was_set_back_is_made_again(
    job: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, out = time.time(), tmp_path / "out"
    run(job, out)
    before = files(out)
    aged(tmp_path, now + _YEAR)
    at(monkeypatch, count(now - _YEAR))
    guide = tmp_path / "heart.yaml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("A clerk", "A cleric"), encoding="utf-8")
    os.utime(guide, (now - _YEAR, now - _YEAR))  # older than all that was made of it
    assert run(job, out).tally.done == _UNITS
    assert files(out)["heart-exam-7b.pdf"] != before["heart-exam-7b.pdf"]
    run(job, tmp_path / "other")
    assert files(tmp_path / "other") == files(out)


def test_within_a_run_the_time_that_it_took_is_right_and_its_files_are_the_same(
    job: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(job, tmp_path / "straight")
    at(monkeypatch, (1e9 - 3600 * step for step in count()))  # an hour back each time it is asked
    done = run(job, tmp_path / "back")
    assert done.tally.settled == _UNITS
    assert files(tmp_path / "back") == files(tmp_path / "straight")
    told = json.loads((tmp_path / "back/run.json").read_text(encoding="utf-8"))
    assert 0 <= told["seconds"] < 600


def test_a_run_that_was_broken_off_is_finished_under_an_earlier_clock(
    job: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, out = time.time(), tmp_path / "out"
    at(monkeypatch, count(now + _YEAR))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(plan(load_job(job)), str(out), Way(executor="here", cached=False), stop)
    aged(tmp_path, now + _YEAR)
    at(monkeypatch, count(now))
    rest = export(plan(load_job(job)), str(out), Way(executor="here", cached=False))
    assert (rest.tally.done, rest.tally.kept) == (_UNITS - 1, 1)
    run(job, tmp_path / "whole")
    assert files(tmp_path / "whole") == files(out)

"""A run does each task once, whatever becomes of its workers, and tells what failed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.export.running.tasks import Letter, copy, counted

from guidepress.export.running.crews import open_crew
from guidepress.export.running.driving import Hands, Tally, drive
from guidepress.export.running.journal import open_journal
from guidepress.export.running.making import make
from guidepress.export.running.outcome import Outcome
from guidepress.export.running.storage import Storage


def letters(folder: Path, *does: str) -> list[Letter]:
    """A letter for each thing to be done, all of one file."""
    (folder / "in").mkdir(exist_ok=True)
    source = folder / "in" / "text"
    if not source.exists():
        source.write_bytes(b"letter ")
    return [Letter(f"l{number}.txt", str(source), does=what) for number, what in enumerate(does)]


def run(
    folder: Path, tasks: list[Letter], workers: int = 0, *, fail_fast: bool = False
) -> tuple[Tally, list[Outcome]]:
    """Run letters with so many processes, 0 for this one."""
    out = Storage(str(folder / "out"))
    crew = open_crew("processes" if workers else "here", workers)
    told: list[Outcome] = []
    act = partial(make, maker=copy, storage=out, cache=None)
    try:
        with open_journal(folder / "out/.guidepress/journal.sqlite", "letters") as journal:
            hands = Hands(crew, act, journal, out, lambda outcome, _: told.append(outcome))
            tally = drive(tasks, hands, fail_fast=fail_fast)
    finally:
        crew.close()
    return tally, told


def test_each_unit_is_done_and_a_second_run_does_none(tmp_path: Path) -> None:
    tasks = letters(tmp_path, "", "", "")
    assert run(tmp_path, tasks)[0] == Tally(done=3)
    assert run(tmp_path, tasks)[0] == Tally(kept=3)
    assert (tmp_path / "out/l0.txt").read_bytes() == b"letter " * 100
    assert [counted(each) for each in tasks] == [1, 1, 1]


@pytest.mark.parametrize("change", ["input", "spec", "output gone", "output cut", "output zeros"])
def test_what_has_changed_is_done_again(tmp_path: Path, change: str) -> None:
    tasks = letters(tmp_path, "", "")
    other = Letter("other.txt", str(tmp_path / "in" / "other"))
    Path(other.reads).write_bytes(b"stays")
    run(tmp_path, [*tasks, other])
    if change == "input":
        Path(tasks[0].reads).write_bytes(b"LETTER ")  # as long as before
    elif change == "spec":
        tasks = [Letter(each.name, each.reads, mark="2") for each in tasks]
    elif change == "output gone":
        for each in tasks:
            (tmp_path / "out" / each.name).unlink()
    else:
        for each in tasks:
            place = tmp_path / "out" / each.name
            place.write_bytes(b"half" if change == "output cut" else bytes(place.stat().st_size))
    assert run(tmp_path, [*tasks, other])[0] == Tally(done=2, kept=1)


def test_what_fails_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    tally, told = run(tmp_path, letters(tmp_path, "", "fails", "breaks", ""))
    assert tally == Tally(done=2, failed=2)
    faults = {each.name: each.faults for each in told if each.state == "failed"}
    assert faults["l1.txt"] == ("error: l1.txt is no letter. [no-letter]",)
    assert faults["l2.txt"] == (
        "l2.txt: a fault of guidepress (ZeroDivisionError: l2.txt); please report it.",
    )


def test_with_fail_fast_nothing_is_begun_after_a_failure(tmp_path: Path) -> None:
    tasks = letters(tmp_path, "", "fails", "", "")
    assert run(tmp_path, tasks, fail_fast=True)[0] == Tally(done=1, failed=1)
    assert counted(tasks[3]) == 0


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    tasks = letters(tmp_path, "", "dies once", "", "", "")
    assert run(tmp_path, tasks, workers=2)[0] == Tally(done=5)


def test_a_unit_that_kills_each_worker_fails_alone(tmp_path: Path) -> None:
    tally, told = run(tmp_path, letters(tmp_path, "", "dies", "", ""), workers=2)
    assert tally == Tally(done=3, failed=1)
    (failed,) = (each for each in told if each.state == "failed")
    assert failed.name == "l1.txt"
    assert "the worker that made it ended each time" in failed.faults[0]


def test_units_are_taken_as_they_are_needed(tmp_path: Path) -> None:
    """With one worker two tasks are under way at most, so the stream is never more than two ahead of what is told."""
    taken: list[int] = []
    told: list[int] = []
    ahead: list[int] = []
    tasks = letters(tmp_path, *[""] * 20)

    def stream() -> Iterator[Letter]:
        for number, task in enumerate(tasks):
            taken.append(number)
            ahead.append(len(taken) - len(told))
            yield task

    out = Storage(str(tmp_path / "out"))
    with open_journal(tmp_path / "journal", "letters") as journal:
        act = partial(make, maker=copy, storage=out, cache=None)
        hands = Hands(open_crew("here", 1), act, journal, out, lambda *_: told.append(0))
        drive(stream(), hands)
    assert max(ahead) <= 2
    assert len(told) == 20

"""A task is made once for the same inputs; then the cache has it."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.export.running.tasks import Letter, copy, counted

from guidepress.export.running.cache import Cache
from guidepress.export.running.making import Made, make
from guidepress.export.running.storage import Storage

if TYPE_CHECKING:
    from guidepress.export.running.outcome import Task


def test_other_outputs_get_the_same_bytes_without_making_them(tmp_path: Path) -> None:
    source = tmp_path / "text"
    source.write_bytes(b"a")
    letter = Letter("l.txt", str(source))
    cache = Cache(tmp_path / "cache")
    first = make(letter, copy, Storage(str(tmp_path / "1")), cache)
    second = make(letter, copy, Storage(str(tmp_path / "2")), cache)
    assert first == second
    assert (tmp_path / "2/l.txt").read_bytes() == b"a" * 100
    assert counted(letter) == 1


def test_an_input_that_has_changed_and_changed_back_is_known(tmp_path: Path) -> None:
    source, cache, out = tmp_path / "text", Cache(tmp_path / "cache"), Storage(str(tmp_path / "out"))
    letter = Letter("l.txt", str(source))
    for text, made in ((b"a", 1), (b"b", 2), (b"a", 2)):
        source.write_bytes(text)
        make(letter, copy, out, cache)
        assert (tmp_path / "out/l.txt").read_bytes() == text * 100
        assert counted(letter) == made


def test_a_damaged_entry_is_made_again(tmp_path: Path) -> None:
    source, cache, out = tmp_path / "text", Cache(tmp_path / "cache"), Storage(str(tmp_path / "out"))
    source.write_bytes(b"a")
    letter = Letter("l.txt", str(source))
    make(letter, copy, out, cache)
    for path in (tmp_path / "cache").glob("??/*"):
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    make(letter, copy, out, cache)
    assert (tmp_path / "out/l.txt").read_bytes() == b"a" * 100
    assert counted(letter) == 2


def test_what_cannot_be_written_is_an_outcome(tmp_path: Path) -> None:
    source = tmp_path / "text"
    source.write_bytes(b"a")
    outcome = make(Letter("l.txt", str(source)), copy, Storage(str(source)), None)
    assert outcome.state == "failed"
    assert "cannot be written: " in outcome.faults[0]


class Ring:
    """Refers to itself."""

    def __init__(self) -> None:
        self.to = self


def test_circles_that_a_task_made_go_with_it_and_those_it_found_before_long(tmp_path: Path) -> None:
    """Sixteen tasks: one of them looks at all objects."""
    made: list[weakref.ref[Ring]] = []
    kept = [Ring()]
    found = weakref.ref(kept[0])

    def maker(task: Task) -> Made:  # noqa: ARG001 - as makers are
        assert all(each() is None for each in made)
        made.append(weakref.ref(Ring()))
        return Made(())

    (tmp_path / "text").write_bytes(b"a")
    letter, out = Letter("l.txt", str(tmp_path / "text")), Storage(str(tmp_path / "out"))
    before = gc.isenabled()
    gc.disable()
    try:
        gc.collect()
        kept.clear()
        for _ in range(16):
            make(letter, maker, out, None)
        assert made[-1]() is None
        assert found() is None
    finally:
        (gc.enable if before else gc.disable)()


def test_only_what_a_task_has_made_is_looked_at_but_for_one_time_in_sixteen(tmp_path: Path) -> None:
    aside: list[int] = []

    def maker(task: Task) -> Made:  # noqa: ARG001 - as makers are
        aside.append(gc.get_freeze_count())
        return Made(())

    (tmp_path / "text").write_bytes(b"a")
    before = gc.get_freeze_count()
    gc.unfreeze()
    try:
        for _ in range(32):
            make(Letter("l.txt", str(tmp_path / "text")), maker, Storage(str(tmp_path / "out")), None)
        assert sum(count > 1000 for count in aside) == 30
        assert gc.get_freeze_count() == 0
    finally:
        if before:
            gc.freeze()


def test_what_a_program_has_set_aside_itself_stays_aside(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"a")
    gc.freeze()
    try:
        count = gc.get_freeze_count()
        for _ in range(2):
            make(Letter("l.txt", str(tmp_path / "text")), copy, Storage(str(tmp_path / "out")), None)
        assert gc.get_freeze_count() == count > 0
    finally:
        gc.unfreeze()


@pytest.mark.parametrize("looks", [True, False])
def test_circles_are_looked_for_between_tasks_whoever_the_worker_is(tmp_path: Path, looks: bool) -> None:  # noqa: FBT001 - a parameter of a test
    seen: list[bool] = []

    def maker(task: Task) -> Made:
        seen.append(gc.isenabled() and bool(task.name))
        return Made(())

    before = gc.isenabled()
    (tmp_path / "text").write_bytes(b"a")
    try:
        (gc.enable if looks else gc.disable)()
        make(Letter("l.txt", str(tmp_path / "text")), maker, Storage(str(tmp_path / "out")), None)
        assert seen == [False]
        assert gc.isenabled() is looks
    finally:
        (gc.enable if before else gc.disable)()

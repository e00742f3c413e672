"""A save is seen however the editor makes it, and only when it is whole."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from guidepress.cli.saves import Saves

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Clock:
    """Does one thing a look, and then nothing more; more looks than that are a wait without end."""

    def __init__(self, *steps: Callable[[], object]) -> None:
        self.steps = list(steps)
        self.looks = 0

    def sleep(self, seconds: float) -> None:
        assert 0 < seconds <= 0.2
        self.looks += 1
        assert self.looks < 40, "nothing was seen"
        if self.steps:
            self.steps.pop(0)()


def nothing() -> None:
    """A look at which nothing happens."""


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    path = tmp_path / "guide.yaml"
    path.write_text("one", "utf-8")
    return path


def seen(guide: Path, *steps: Callable[[], object]) -> tuple[frozenset[Path], int]:
    """What was seen to change, and after how many looks."""
    clock = Clock(*steps)
    saves = Saves(clock.sleep)
    saves.look([guide])
    return saves.wait(), clock.looks


def test_a_save_in_place_is_seen_when_two_looks_find_the_same(guide: Path) -> None:
    # The second look finds it; the third and the fourth find what that found.
    assert seen(guide, nothing, lambda: guide.write_text("other", "utf-8")) == (frozenset({guide}), 4)


def test_a_long_save_is_waited_for(guide: Path) -> None:
    parts = [lambda size=size: guide.write_text("x" * size, "utf-8") for size in (10, 20, 30)]
    # The third look finds the last part; two more find nothing new.
    assert seen(guide, *parts) == (frozenset({guide}), 5)


def test_a_save_by_rename_is_seen_though_time_and_size_are_the_same(guide: Path) -> None:
    def rename() -> None:
        before = guide.stat()
        beside = guide.with_suffix(".new")
        beside.write_text("two", "utf-8")
        os.utime(beside, ns=(before.st_atime_ns, before.st_mtime_ns))
        beside.replace(guide)

    assert seen(guide, rename)[0] == {guide}


def test_a_file_that_is_missing_for_a_moment_is_waited_for(guide: Path) -> None:
    steps = [guide.unlink, nothing, nothing, nothing, lambda: guide.write_text("two", "utf-8")]
    # The fifth look finds it there again; two more find it at rest.
    assert seen(guide, *steps) == (frozenset({guide}), 7)


def test_a_file_that_stays_missing_is_gone_after_a_second(guide: Path) -> None:
    changed, looks = seen(guide, guide.unlink)
    assert changed == {guide}
    assert 10 <= looks <= 14


def test_a_file_that_was_not_there_is_seen_when_it_comes(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    assert seen(picture, lambda: picture.write_text("x", "utf-8"))[0] == {picture}


def test_a_save_between_two_looks_at_the_list_of_files_is_not_missed(guide: Path, tmp_path: Path) -> None:
    clock = Clock()
    saves = Saves(clock.sleep)
    saves.look([guide])
    guide.write_text("saved while the book was built", "utf-8")
    saves.look([guide, tmp_path / "layout.yaml"])
    assert saves.wait() == {guide}

"""A cache gives back what was put there, or nothing."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from guidepress.export.running.cache import Cache
from guidepress.export.running.outcome import Outcome, Written

TWO = Outcome("u", "1", "done", files=(Written("a", 3, ""), Written("b", 2, "")))


def test_files_come_back_in_their_order(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("k" * 64, TWO, (b"abc", b"de"))
    assert cache.get("k" * 64) == (TWO, (b"abc", b"de"))
    assert cache.get("m" * 64) is None


@pytest.mark.parametrize("at", [0, 20, 33, 60, -1])
def test_an_entry_with_one_wrong_byte_is_none_and_goes(tmp_path: Path, at: int) -> None:
    cache = Cache(tmp_path)
    cache.put("k" * 64, TWO, (b"abc", b"de"))
    (path,) = tmp_path.glob("??/*")
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    assert cache.get("k" * 64) is None
    assert not path.exists()


@pytest.mark.parametrize("length", [0, 31, 40, 100])
def test_an_entry_that_was_cut_is_none(tmp_path: Path, length: int) -> None:
    cache = Cache(tmp_path)
    cache.put("k" * 64, TWO, (b"abc", b"de"))
    (path,) = tmp_path.glob("??/*")
    path.write_bytes(path.read_bytes()[:length])
    assert cache.get("k" * 64) is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(
        tmp_path, room=700
    )  # each entry takes 32 + 8 + some 130 + 300 bytes: one has room, two have not
    one = Outcome("u", "1", "done", files=(Written("a", 300, ""),))
    for number, key in enumerate(("a" * 64, "b" * 64)):
        cache.put(key, one, (bytes(300),))
        (path,) = tmp_path.glob(f"{key[:2]}/*")
        os.utime(path, (number, number))
    assert cache.trim() == 1
    assert cache.get("a" * 64) is None
    assert cache.get("b" * 64) is not None


def test_what_is_used_after_the_clock_was_set_back_was_used_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path, room=1200)  # two entries of some 470 bytes have room, three have not
    one = Outcome("u", "1", "done", files=(Written("a", 300, ""),))
    year = 365 * 86_400 * 1_000_000_000
    clock = iter([2 * year, 2 * year + 1, year, year - 1])
    monkeypatch.setattr(time, "time_ns", lambda: next(clock))
    cache.put("a" * 64, one, (bytes(300),))
    cache.put("b" * 64, one, (bytes(300),))
    assert cache.get("a" * 64) is not None  # a year back
    cache.put("c" * 64, one, (bytes(300),))
    assert cache.trim() == 1
    monkeypatch.undo()
    assert cache.get("b" * 64) is None
    assert cache.get("a" * 64) is not None
    assert cache.get("c" * 64) is not None


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache = Cache(tmp_path / "file" / "below")
    cache.put("k" * 64, TWO, (b"abc", b"de"))
    assert cache.get("k" * 64) is None

"""A run that is killed at any moment, with all its processes, is finished by saying the same again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from guidepress.export.running.journal import open_journal

COUNT = 60
ROOT = Path(__file__).parents[3]


def started(folder: Path, workers: int) -> subprocess.Popen[bytes]:
    """Begin the run in a process group of its own."""
    words = [sys.executable, "-m", "tests.export.running.letters", str(folder), str(COUNT), str(workers)]
    return subprocess.Popen(words, cwd=ROOT, start_new_session=True)


def finished(folder: Path) -> bool:
    """Whether all letters are written and noted."""
    return len(list((folder / "out").glob("l*.txt"))) == COUNT


def test_nothing_is_lost_doubled_or_half_written_after_twenty_five_kills(tmp_path: Path) -> None:
    """Each start takes some tenths of a second; so the moments reach from before the first letter to the last one."""
    moments = random.Random(7)  # noqa: S311 - any moments will do, and the same ones again
    (tmp_path / "text").write_bytes(b"letter ")
    for kill in range(25):
        process = started(tmp_path, 2 if not kill % 5 else 0)
        time.sleep(moments.uniform(0.05, 0.5))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for path in (tmp_path / "out").glob("l*.txt"):
            assert path.read_bytes() == b"letter " * 100
    assert started(tmp_path, 0).wait() == 0
    assert finished(tmp_path)
    assert list((tmp_path / "out/.guidepress/parts").glob("*")) == []
    with open_journal(tmp_path / "out/.guidepress/journal.sqlite", "letters") as journal:
        assert sorted(journal.names()) == sorted(f"l{number}.txt" for number in range(COUNT))

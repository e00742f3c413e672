"""A command that is killed leaves its output old or new, never half, and nothing after the next run."""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

import pytest
from tests.fuzz import kills


@pytest.mark.parametrize("command", kills.COMMANDS)
def test_a_command_that_is_killed_leaves_nothing_half(command: str) -> None:
    """Three kills: at any moment by SIGKILL and SIGTERM, then by SIGKILL while it writes."""
    found = kills.killed(command, 3, Random(command))  # noqa: S311 - any moments will do
    assert found["killed"] == 3
    assert [what for what in found if what.startswith("WRONG")] == []


def test_what_is_half_written_or_left_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that writes at its place, and each time another file beside it: all three kinds of wrong are told."""

    def main() -> int:
        Path("out").mkdir(exist_ok=True)
        Path(f"out/{os.getpid()}").write_bytes(b"left")
        for end in range(200):  # for long beside what comes before, so that a kill finds it at work
            Path("out/o.pdf").write_bytes(b"x" * 50 * end)
            time.sleep(0.002)
        return 0

    monkeypatch.setattr(kills, "main", main)
    found = " ".join(kills.killed("build", 6, Random(1)))  # noqa: S311 - any moments will do
    assert "WRONG: after the next run there are" in found
    assert " bytes in out/o.pdf" in found

"""In: commands. Out: their wall time and peak memory, whole processes run in turn."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Timing", "run_in_turn"]


@dataclass(frozen=True, slots=True)
class Timing:
    """Wall seconds of each counted run, and the largest resident size in MB."""

    seconds: tuple[float, ...]
    peak_mb: float

    @property
    def median(self) -> float:
        """Median wall time in seconds."""
        return statistics.median(self.seconds)


def run_in_turn(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Timing]:
    """Run each command once to warm up, then all of them in turn, `rounds` times.

    Raises:
        RuntimeError: a command failed.
    """
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    peaks = dict.fromkeys(commands, 0.0)
    for turn in range(rounds + 1):
        for name, command in commands.items():
            wall, peak = _run(name, command)
            if turn:
                seconds[name].append(wall)
                peaks[name] = max(peaks[name], peak)
    return {name: Timing(tuple(seconds[name]), peaks[name]) for name in commands}


def _run(name: str, command: Sequence[str]) -> tuple[float, float]:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        message = process.stderr.read().decode(errors="replace") if process.stderr else ""
        raise RuntimeError(f"{name} failed: {message[-800:]}")
    if process.stderr:
        process.stderr.close()
    return wall, usage.ru_maxrss / 1024  # Linux gives kilobytes

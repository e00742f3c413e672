"""python -m benchmarks.limits [part of a name ...]: what each limit costs at its edge, and what hard texts cost.

Each is met by a command in a process of its own. Told are the processor's seconds of all its processes, the most memory
that one of them held, and how the command ended.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.edges import EDGES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MEGABYTES", "SECONDS", "Cost", "cost_of"]

SECONDS, MEGABYTES = 10, 600
"""What none should take more of."""

Cost = tuple[float, int, int, str]
"""Processor seconds, megabytes, exit status, the last line that was said."""


def cost_of(name: str) -> Cost:
    """Run the command of a case in a folder of its own; what it needs is made in a process that has ended by then."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as said:
        found = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
        made = subprocess.check_output(
            (sys.executable, "-m", "benchmarks.edges", name), cwd=folder, env=found
        )
        command = (sys.executable, "-m", "guidepress", *json.loads(made))
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode(errors="replace").strip().splitlines() or [""]
    seconds = usage.ru_utime + usage.ru_stime
    return seconds, usage.ru_maxrss // 1024, process.returncode, lines[0 if process.returncode == 1 else -1]


def _main(asked: Sequence[str]) -> int:
    worst = 0
    for name in (*EDGES, *TEXTS):
        if asked and not any(word in name for word in asked):
            continue
        seconds, megabytes, status, said = cost_of(name)
        over = seconds > SECONDS or megabytes > MEGABYTES or status not in {0, 1}
        worst |= over
        mark = " OVER" if over else ""
        sys.stdout.write(f"{name:42} {seconds:6.1f} s {megabytes:5} MB  {status}  {said[:90]}{mark}\n")
        sys.stdout.flush()
    return worst


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))

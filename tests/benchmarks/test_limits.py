"""Each limit has an edge that is measured, and what is measured is the command's own process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.edges import EDGES
from benchmarks.limits import MEGABYTES, SECONDS

from guidepress.base import limits

ROOT = Path(__file__).parents[2]


def test_each_limit_has_an_edge() -> None:
    assert {name.split()[0] for name in EDGES} == set(limits.__all__)


def test_an_edge_costs_what_its_command_costs() -> None:
    """Told by a process that is small itself: on Linux a child begins with the memory of its parent."""
    command = (sys.executable, "-m", "benchmarks.limits", "DIGITS")
    line = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    name, seconds, _, megabytes, _, status, *said = line.split()
    assert (name, status) == ("DIGITS", "1")
    assert 0 < float(seconds) < SECONDS
    assert 10 < int(megabytes) < MEGABYTES
    assert "from 0 to 1000" in " ".join(said)

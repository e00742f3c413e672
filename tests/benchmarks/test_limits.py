"""Each limit has an edge that is measured, and what is measured is the command's own process."""

from __future__ import annotations

from benchmarks.edges import EDGES
from benchmarks.limits import MEGABYTES, SECONDS, cost_of

from guidepress.base import limits


def test_each_limit_has_an_edge() -> None:
    assert {name.split()[0] for name in EDGES} == set(limits.__all__)


def test_an_edge_costs_what_its_command_costs() -> None:
    seconds, megabytes, status, said = cost_of("DIGITS")
    assert 0 < seconds < SECONDS
    assert 10 < megabytes < MEGABYTES
    assert (status, "from 0 to 1000" in said) == (1, True)

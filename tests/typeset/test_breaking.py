from __future__ import annotations

from itertools import combinations, pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidepress.base.record import replace
from guidepress.typeset import breaking
from guidepress.typeset.breaking import Measures, total_fit
from guidepress.typeset.divisions import HARD, HYPHEN
from guidepress.typeset.galley import Galley

JUSTIFIED = Measures(100.0, 100.0, stretch=0.5, shrink=0.2, expand=0.02, least_last=20.0)
RAGGED = Measures(100.0, 100.0, rag=20.0, hyphen=40_000.0, least_last=20.0)
SPACE_WIDTH = 5.0


def galley_of(widths: list[float], cuts: dict[int, float] | None = None) -> Galley:
    """Words of these widths, a space of 5 after each; `cuts` divides words at a share of their width."""
    count = len(widths)
    ramp = [SPACE_WIDTH * i for i in range(count + 1)]
    galley = Galley(
        [width + SPACE_WIDTH for width in widths], [SPACE_WIDTH] * count, [0.0] * count, (ramp, [0.0, *ramp])
    )
    if cuts:
        hyphen = 3.0
        galley.divide(
            [(i, ((1, HYPHEN, widths[i] * at + hyphen, widths[i] * at),)) for i, at in cuts.items()],
            [0.0] * count,
        )
    return galley


def cost(galley: Galley, measures: Measures, nodes: tuple[int, ...], tolerance: float) -> float:
    """Demerits of a choice of line ends, written down plainly from the definition."""
    last = len(galley.ends) - 1
    total, above, row = 0.0, 1, 0
    for a, b in pairwise((0, *nodes)):
        measure = measures.rest if a else measures.first
        natural = galley.ends[b] - galley.starts[a]
        spaces = galley.spaces_to[b] - galley.spaces_from[a]
        slack = measure - natural
        glyphs = natural - spaces
        if slack >= 0:
            ratio = slack / (measures.rag + measures.stretch * spaces + measures.expand * glyphs)
            if b == last:
                ratio = 0.0
            elif ratio > tolerance:
                return inf
        else:
            ratio = slack / (1e-3 + measures.shrink * spaces + measures.expand * glyphs)
            if ratio < -1:
                return inf
        total += breaking.demerits(ratio) + breaking._COST[galley.kinds[b]]
        total += measures.hyphen * (galley.kinds[b] == HYPHEN)
        fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
        total += breaking._UNLIKE * (abs(fitness - above) > 1)
        flagged = galley.kinds[b] in (HYPHEN, HARD)
        row = min(row + 1, 3) if flagged else 0
        total += (0.0, 0.0, breaking._TWO_HYPHENS, breaking._THREE_HYPHENS)[row]
        if b == last:
            total += breaking._SHORT_LAST * (natural < measures.least_last)
            total += breaking._HYPHEN_BEFORE_LAST * (galley.kinds[a] in (HYPHEN, HARD))
        above = fitness
    return total


def cheapest(galley: Galley, measures: Measures, tolerance: float) -> float:
    """The least demerits of all ways there are to choose line ends."""
    last = len(galley.ends) - 1
    inner = range(1, last)
    return min(
        cost(galley, measures, (*chosen, last), tolerance)
        for count in range(last)
        for chosen in combinations(inner, count)
    )


WIDTHS = st.lists(st.integers(4, 45).map(float), min_size=1, max_size=11)


@settings(deadline=None, max_examples=150)
@given(
    WIDTHS,
    st.sampled_from([JUSTIFIED, RAGGED, replace(JUSTIFIED, first=80.0), replace(JUSTIFIED, expand=0.0)]),
    st.sampled_from([0.8, 1.6, 5.0]),
)
def test_total_fit_finds_the_optimum_of_an_exhaustive_search(
    widths: list[float], measures: Measures, tolerance: float
) -> None:
    galley = galley_of(widths)
    nodes = total_fit(galley, measures, tolerance)
    best = cheapest(galley, measures, tolerance)
    found = inf if nodes is None else cost(galley, measures, tuple(nodes), tolerance)
    assert pytest.approx(best, rel=1e-9) == found


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.integers(10, 45).map(float), min_size=2, max_size=7),
    st.sampled_from([0.4, 0.5]),
    st.sampled_from([0.8, 5.0]),
)
def test_total_fit_finds_the_optimum_among_hyphens(widths: list[float], at: float, tolerance: float) -> None:
    galley = galley_of(widths, {i: at for i, width in enumerate(widths) if width > 20})
    nodes = total_fit(galley, replace(JUSTIFIED, first=60.0, rest=60.0), tolerance)
    best = cheapest(galley, replace(JUSTIFIED, first=60.0, rest=60.0), tolerance)
    found = (
        inf
        if nodes is None
        else cost(galley, replace(JUSTIFIED, first=60.0, rest=60.0), tuple(nodes), tolerance)
    )
    assert pytest.approx(best, rel=1e-9) == found


@given(st.lists(st.floats(1, 300), min_size=1, max_size=40))
def test_infinite_tolerance_never_fails(widths: list[float]) -> None:
    nodes = total_fit(galley_of(widths), JUSTIFIED, inf)
    assert nodes is not None
    assert nodes[-1] == len(widths)
    assert nodes == sorted(set(nodes))


def test_a_tight_line_is_taken_when_it_saves_the_next() -> None:
    # The greedy choice fills line 1 to 95 and leaves 40 + 5 + 40 = 85 for line 2, too loose for tolerance 1
    # (slack 15 > 0.5 x 5 + 0.02 x 80 = 4.1). Taking the next word up, line 1 is 30 + 5 + 30 + 5 + 33 = 103
    # (slack -3 > -(0.2 x 10 + 0.02 x 93) = -3.86).
    nodes = total_fit(galley_of([30.0, 30.0, 33.0, 30.0, 30.0, 29.0, 50.0]), JUSTIFIED, 1.0)
    assert nodes == [3, 6, 7]


def test_demerits_follow_the_texbook() -> None:
    assert breaking.demerits(0.0) == 100.0  # (10 + 0)^2
    assert breaking.demerits(1.0) == 12_100.0  # (10 + 100)^2
    assert breaking.demerits(-0.5) == 22.5**2  # 10 + 100/8


def test_three_hyphens_in_a_row_are_refused_while_anything_else_is_left() -> None:
    # Nine words of 55 in a measure of 60 + hyphens possible in each: three hyphenated ends would fill best.
    galley = galley_of([55.0] * 9, dict.fromkeys(range(9), 0.5))
    nodes = total_fit(galley, replace(JUSTIFIED, first=62.0, rest=62.0), inf)
    assert nodes is not None
    flags = "".join("h" if galley.kinds[node] == HYPHEN else "." for node in nodes)
    assert "hhh" not in flags

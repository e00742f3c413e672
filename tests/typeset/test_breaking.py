from __future__ import annotations

from itertools import combinations, pairwise
from math import inf

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.examples import so_many

from guidepress.base.record import replace
from guidepress.typeset import breaking
from guidepress.typeset.breaking import Measures, total_fit
from guidepress.typeset.breakpoints import Breakpoints
from guidepress.typeset.divisions import BARE, FORCED, HARD, HYPHEN, SPACE

JUSTIFIED = Measures(100.0, 100.0, stretch=0.5, shrink=0.2, expand=0.02, least_last=20.0)
RAGGED = Measures(100.0, 100.0, rag=20.0, hyphen=40_000.0, least_last=20.0)
SPACE_WIDTH = 5.0


def points_of(widths: list[float], cuts: dict[int, float] | None = None) -> Breakpoints:
    """Words of these widths, a space of 5 after each; `cuts` divides words at a share of their width."""
    count = len(widths)
    ramp = [SPACE_WIDTH * i for i in range(count + 1)]
    points = Breakpoints(
        [width + SPACE_WIDTH for width in widths], [SPACE_WIDTH] * count, [0.0] * count, (ramp, [0.0, *ramp])
    )
    if cuts:
        hyphen = 3.0
        points.divide(
            [(i, ((1, HYPHEN, widths[i] * at + hyphen, widths[i] * at),)) for i, at in cuts.items()],
            [0.0] * count,
        )
    return points


def cost(points: Breakpoints, measures: Measures, nodes: tuple[int, ...], tolerance: float) -> float:
    """Demerits of a choice of line ends, written down plainly from the definition."""
    last = len(points.ends) - 1
    total, above, row = 0.0, 1, 0
    for a, b in pairwise((0, *nodes)):
        measure = measures.rest if a else measures.first
        natural = points.ends[b] - points.starts[a]
        spaces = points.spaces_to[b] - points.spaces_from[a]
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
        total += breaking.demerits(ratio) + breaking._COST[points.kinds[b]]
        total += measures.hyphen * (points.kinds[b] == HYPHEN)
        fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
        total += breaking._UNLIKE * (abs(fitness - above) > 1)
        flagged = points.kinds[b] in (HYPHEN, HARD)
        row = min(row + 1, 3) if flagged else 0
        total += (0.0, 0.0, breaking._TWO_HYPHENS, breaking._THREE_HYPHENS)[row]
        if b == last:
            total += breaking._SHORT_LAST * (natural < measures.least_last)
            total += breaking._HYPHEN_BEFORE_LAST * (points.kinds[a] in (HYPHEN, HARD))
        above = fitness
    return total


def cheapest(points: Breakpoints, measures: Measures, tolerance: float) -> float:
    """The least demerits of all ways there are to choose line ends."""
    last = len(points.ends) - 1
    inner = range(1, last)
    return min(
        cost(points, measures, (*chosen, last), tolerance)
        for count in range(last)
        for chosen in combinations(inner, count)
    )


WIDTHS = st.lists(st.integers(4, 45).map(float), min_size=1, max_size=11)


@example([38.0, 25.0, 34.0, 26.0, 44.0, 45.0, 33.0], RAGGED, 5.0)  # two states of a node are weighed
@example([42.0, 27.0, 17.0, 27.0, 41.0, 26.0, 44.0], RAGGED, 5.0)  # by what the next line costs below them
@example([14.0, 34.0, 8.0, 32.0, 18.0, 45.0], RAGGED, 5.0)  # of one state the cheaper way stays
@example([17.0, 5.0, 28.0, 29.0, 5.0, 25.0, 16.0, 41.0], replace(JUSTIFIED, expand=0.0), 1.6)  # a tight line
@settings(deadline=None, max_examples=so_many(150))
@given(
    WIDTHS,
    st.sampled_from([JUSTIFIED, RAGGED, replace(JUSTIFIED, first=80.0), replace(JUSTIFIED, expand=0.0)]),
    st.sampled_from([0.8, 1.6, 5.0]),
)
def test_total_fit_finds_the_optimum_of_an_exhaustive_search(
    widths: list[float], measures: Measures, tolerance: float
) -> None:
    points = points_of(widths)
    nodes = total_fit(points, measures, tolerance)
    best = cheapest(points, measures, tolerance)
    found = inf if nodes is None else cost(points, measures, tuple(nodes), tolerance)
    assert pytest.approx(best, rel=1e-9) == found


@settings(deadline=None, max_examples=so_many(150))
@given(
    st.lists(st.integers(10, 45).map(float), min_size=2, max_size=7),
    st.sampled_from([0.4, 0.5]),
    st.sampled_from([0.8, 5.0]),
)
def test_total_fit_finds_the_optimum_among_hyphens(widths: list[float], at: float, tolerance: float) -> None:
    points = points_of(widths, {i: at for i, width in enumerate(widths) if width > 20})
    nodes = total_fit(points, replace(JUSTIFIED, first=60.0, rest=60.0), tolerance)
    best = cheapest(points, replace(JUSTIFIED, first=60.0, rest=60.0), tolerance)
    found = (
        inf
        if nodes is None
        else cost(points, replace(JUSTIFIED, first=60.0, rest=60.0), tuple(nodes), tolerance)
    )
    assert pytest.approx(best, rel=1e-9) == found


@given(st.lists(st.floats(1, 300), min_size=1, max_size=40))
def test_infinite_tolerance_never_fails(widths: list[float]) -> None:
    nodes = total_fit(points_of(widths), JUSTIFIED, inf)
    assert nodes is not None
    assert nodes[-1] == len(widths)
    assert nodes == sorted(set(nodes))


def test_a_tight_line_is_taken_when_it_saves_the_next() -> None:
    # The greedy choice fills line 1 to 95 and leaves 40 + 5 + 40 = 85 for line 2, too loose for tolerance 1
    # (slack 15 > 0.5 x 5 + 0.02 x 80 = 4.1). Taking the next word up, line 1 is 30 + 5 + 30 + 5 + 33 = 103
    # (slack -3 > -(0.2 x 10 + 0.02 x 93) = -3.86).
    nodes = total_fit(points_of([30.0, 30.0, 33.0, 30.0, 30.0, 29.0, 50.0]), JUSTIFIED, 1.0)
    assert nodes == [3, 6, 7]


def test_demerits_follow_the_texbook() -> None:
    assert breaking.demerits(0.0) == 100.0  # (10 + 0)^2
    assert breaking.demerits(1.0) == 12_100.0  # (10 + 100)^2
    assert breaking.demerits(-0.5) == 22.5**2  # 10 + 100/8


# Each cost in a case in which it decides: what a parted word costs is weighed against a ragged line of a known ratio.


def ends_of(points: Breakpoints, measures: Measures, tolerance: float = 2.0) -> list[int]:
    nodes = total_fit(points, measures, tolerance)
    assert nodes is not None
    return nodes


def parted(kind: int, ratio: float, *, lines: int = 3) -> Breakpoints:
    """Words that fill lines of 100 exactly if the second is parted; whole, they leave the first line a ratio short.

    Parted: 100 | 100 | rest. Whole: 100 - 20 x ratio | 100 | rest. With two lines the parted word's end is the last.
    """
    first = 100.0 - 20.0 * ratio
    head = 100.0 - first - SPACE_WIDTH  # of the second word, with its hyphen if it needs one
    second = 60.0
    third = 100.0 - second - SPACE_WIDTH
    # parted, the second line holds the tail, the third word and one more
    fourth = 100.0 - (second - head) - third - 2 * SPACE_WIDTH
    widths = [first, second, third, fourth, 50.0] if lines == 3 else [first, second]
    points = points_of(widths)
    points.divide([(1, ((1, kind, head, head),))], [0.0] * len(widths))
    return points


PLAIN_RAG = Measures(100.0, 100.0, rag=20.0)
PARTED, WHOLE = [2, 5, 6], [1, 4, 6]
"""Nodes: 1 after the first word, 2 inside the second, 3, 4, 5 after the next three, 6 the end."""


def test_fewer_lines_are_worth_a_little_shrinking() -> None:
    """Two natural lines cost 2 x 10^2 = 200; one line, shrunk by a ratio r, (10 + 100 r^3)^2: as much at r = 0.346.

    The line gives 0.2 x 5 + 0.02 x 96 = 2.92.
    """
    measures = Measures(100.0, 100.0, rag=1e9, shrink=0.2, expand=0.02)
    for over, nodes in ((0.34 * 2.92, [2]), (0.352 * 2.92, [1, 2])):
        assert ends_of(points_of([60.0, 35.0 + over]), measures) == nodes


def test_a_hyphen_costs_12_000() -> None:
    """Whole: (10 + 100 x 0.99^3)^2 = 11,455. Parted: 100 + 12,000 + extra, so an extra of -645 decides."""
    points = parted(HYPHEN, 0.99)
    assert ends_of(points, replace(PLAIN_RAG, hyphen=-640.0)) == WHOLE
    assert ends_of(points, replace(PLAIN_RAG, hyphen=-650.0)) == PARTED


def test_a_break_after_a_hyphen_of_the_text_costs_1_000() -> None:
    """Parted 100 + 1,000; whole (10 + 100 r^3)^2: as much at r = 0.6142. What an inserted hyphen costs more is not asked."""
    measures = replace(PLAIN_RAG, hyphen=1e6)
    assert ends_of(parted(HARD, 0.61), measures) == WHOLE
    assert ends_of(parted(HARD, 0.62), measures) == PARTED


def test_a_break_after_a_dash_costs_500() -> None:
    """Parted 100 + 500; whole (10 + 100 r^3)^2: as much at r = 0.5253."""
    assert ends_of(parted(BARE, 0.52), PLAIN_RAG) == WHOLE
    assert ends_of(parted(BARE, 0.53), PLAIN_RAG) == PARTED


def test_no_word_is_cut_while_a_line_can_end_at_a_space() -> None:
    """The worst line costs (10 + 100 x 30^3)^2 = 7 x 10^12, a cut 10^14."""
    points = parted(FORCED, 1.0)
    assert ends_of(points, replace(PLAIN_RAG, rag=0.1), inf) == WHOLE


def test_neighbours_that_look_unlike_cost_10_000() -> None:
    """At a ratio of 1.01 a line is two classes from the start and from the next: 12,777 + 2 x 10,000.

    Parted: 100 + 12,000 + extra, so an extra of 20,677 decides.
    """
    points = parted(HYPHEN, 1.01)
    assert ends_of(points, replace(PLAIN_RAG, hyphen=20_650.0)) == PARTED
    assert ends_of(points, replace(PLAIN_RAG, hyphen=20_700.0)) == WHOLE


def test_a_tight_line_below_a_loose_one_is_unlike_it_too() -> None:
    """Whole, the first line is 12 short of 100, the second 1 too long for 99.

    12 / 21.76 = 0.5515 costs 717; -1 / (0.001 + 0.02 x 95) = -0.526 costs 603, and 10,000 as two classes lie between.
    Parted, the second line is 6 short: 6 / 21.76 = 0.2757 costs 146, the hyphen 100 + 12,000 + extra: -926 decides.
    """
    measures = replace(PLAIN_RAG, rest=99.0, expand=0.02)
    points = parted(HYPHEN, 0.6)
    assert ends_of(points, replace(measures, hyphen=-910.0)) == [1, 4, 6]
    assert ends_of(points, replace(measures, hyphen=-945.0)) == [2, 4, 6]


def test_an_end_behind_a_wide_hyphen_hides_none_before_it() -> None:
    """28 + 5 + 29 = 62 fits 60 when shrunk; before it stand the hyphens of 14 + 15 and of 33 + 14.5 + 15 = 62.5."""
    points = points_of([28.0, 29.0])
    points.divide([(0, ((1, HYPHEN, 29.0, 14.0),)), (1, ((1, HYPHEN, 29.5, 14.5),))], [0.0, 0.0])
    measures = replace(JUSTIFIED, first=60.0, rest=60.0, expand=0.0, shrink=0.5)
    assert ends_of(points, measures, 0.8) == [4]


def test_a_hyphen_before_the_last_line_costs_10_000() -> None:
    """Whole: 11,455 at a ratio of 0.99. Parted: 100 + 12,000 + 10,000 + extra, so an extra of -10,645 decides."""
    points = parted(HYPHEN, 0.99, lines=2)
    assert ends_of(points, replace(PLAIN_RAG, hyphen=-10_640.0)) == [1, 3]
    assert ends_of(points, replace(PLAIN_RAG, hyphen=-10_650.0)) == [2, 3]


def test_so_does_one_of_the_text() -> None:
    """Parted: 100 + 1,000 + 10,000; whole (10 + 100 r^3)^2: as much at r = 0.9843."""
    assert ends_of(parted(HARD, 0.98, lines=2), PLAIN_RAG) == [1, 3]
    assert ends_of(parted(HARD, 0.99, lines=2), PLAIN_RAG) == [2, 3]


def test_but_not_a_dash() -> None:
    """Parted 100 + 500, as anywhere."""
    assert ends_of(parted(BARE, 0.53, lines=2), PLAIN_RAG) == [2, 3]


def test_a_last_line_that_is_too_short_costs_50_000() -> None:
    """Moving a word down leaves the first line at a ratio r, two classes from its neighbours: 20,000 more.

    (10 + 100 x 1.15^3)^2 + 20,000 = 46,272 and (10 + 100 x 1.2^3)^2 + 20,000 = 53,416; a full line and a short last
    one cost 100 + 50,000.
    """
    measures = replace(PLAIN_RAG, least_last=20.0)
    assert ends_of(points_of([77.0, 18.0, 15.0]), measures) == [1, 3]
    assert ends_of(points_of([76.0, 19.0, 15.0]), measures) == [2, 3]
    assert ends_of(points_of([77.0, 18.0, 20.0]), measures) == [2, 3]  # 20 is not too short


def row_of_hyphens(count: int, slack: float, before: int = HYPHEN) -> Breakpoints:
    """Lines of 100 that can end in a hyphen only, but for the last of `count`, which may end at a space, `slack` short.

    Every word but the first is parted to fill its line: 40 5 55, then each tail of 40 5 55. The word that would bring
    the last hyphen is as long as fills the next line without it; what is left then fills the one after that. `before` stands at the end of the line above.
    """
    tails = [40.0] * (count - 2) + [100.0 - slack]
    head = slack - SPACE_WIDTH
    points = points_of(
        [40.0, *(55.0 + tail for tail in tails), 60.0, 40.0 - SPACE_WIDTH, head - SPACE_WIDTH, 50.0]
    )
    heads = [55.0] * len(tails) + [head]
    kinds = [HYPHEN] * (count - 2) + [before, HYPHEN]
    points.divide(
        [(unit, ((1, kind, at, at),)) for unit, (kind, at) in enumerate(zip(kinds, heads, strict=True), 1)],
        [0.0] * len(points.units),
    )
    return points


def kinds_of(points: Breakpoints, measures: Measures, tolerance: float) -> list[int]:
    return [points.kinds[node] for node in ends_of(points, measures, tolerance)]


def test_two_hyphens_in_a_row_cost_40_000() -> None:
    """A space at a ratio of 1.2 costs 33,416 + 2 x 10,000; a second hyphen 100 + 12,000 + 40,000 + extra: 1,316."""
    points = row_of_hyphens(2, 24.0)
    assert kinds_of(points, replace(PLAIN_RAG, hyphen=1_290.0), 1.5)[:2] == [HYPHEN, HYPHEN]
    assert kinds_of(points, replace(PLAIN_RAG, hyphen=1_340.0), 1.5)[:2] == [HYPHEN, SPACE]


def test_a_third_costs_1_000_000_000() -> None:
    """A space at a ratio of 6.7 costs (10 + 100 x 6.7^3)^2 = 905,000,000, at 6.9 already 1,080,000,000."""
    measures = replace(PLAIN_RAG, rag=5.0)
    assert kinds_of(row_of_hyphens(3, 33.5), measures, 7.0)[:3] == [HYPHEN, HYPHEN, SPACE]
    assert kinds_of(row_of_hyphens(3, 34.5), measures, 7.0)[:3] == [HYPHEN, HYPHEN, HYPHEN]


def test_a_dash_between_them_parts_a_row_of_hyphens() -> None:
    """Nothing is added below a dash: 53,416 at a space, 100 + 12,000 + extra at a hyphen; nor are the two a row of three."""
    points = row_of_hyphens(2, 24.0, before=BARE)
    assert kinds_of(points, replace(PLAIN_RAG, hyphen=41_290.0), 1.5)[:2] == [BARE, HYPHEN]
    assert kinds_of(points, replace(PLAIN_RAG, hyphen=41_340.0), 1.5)[:2] == [BARE, SPACE]
    three = kinds_of(row_of_hyphens(3, 33.5, before=BARE), replace(PLAIN_RAG, rag=5.0), 7.0)
    assert three[:3] == [HYPHEN, BARE, HYPHEN]


def test_three_hyphens_in_a_row_are_taken_where_nothing_else_is_left() -> None:
    """Words of 90 in lines of 100, each parted in the middle: a line holds the end of one and the head of the next."""
    points = points_of([45.0, *[90.0] * 4, 45.0])
    points.divide([(unit, ((1, HYPHEN, 50.0, 50.0),)) for unit in range(1, 5)], [0.0] * 6)
    nodes = ends_of(points, PLAIN_RAG, 1.0)
    assert [points.kinds[node] for node in nodes] == [HYPHEN, HYPHEN, HYPHEN, HYPHEN, SPACE]


def test_ratios_beyond_30_cost_no_more() -> None:
    """50 of slack are a ratio of 500 where a line may fall 0.1 short."""
    points = points_of([50.0, 90.0, 90.0])
    measures = replace(PLAIN_RAG, rag=0.1)
    assert breaking._reach(points, measures, 0, inf) == [(1, 30.0)]
    assert breaking._reach(points_of([150.0, 10.0]), measures, 0, inf) == [
        (1, 30.0)
    ]  # wider than the measure
    assert breaking._reach(points, measures, 0, 1e9) == [(1, 30.0)]
    assert breaking._reach(points, measures, 0, 499.0) == []


def test_a_last_line_may_be_short_unless_lines_should_be_level() -> None:
    """50 of 100: a ratio of 50 / 20 where the last line counts."""
    points = points_of([50.0])
    assert breaking._reach(points, PLAIN_RAG, 0, 1.0) == [(1, 0.0)]
    assert breaking._reach(points, replace(PLAIN_RAG, level=True), 0, 1.0) == [(1, 2.5)]
    assert breaking._reach(points, replace(PLAIN_RAG, level=True, rag=0.1), 0, 1.0) == [(1, 30.0)]


def test_a_line_reaches_what_it_can_stretch_and_shrink_to() -> None:
    """To 46 or 97 of 100 with 1 and 2 spaces, or 105.

    Stretch 0.5 and expansion 0.02: 54 / (0.001 + 0.5 x 5 + 0.02 x 41) and 3 / (0.001 + 0.5 x 10 + 0.02 x 87);
    shrink 0.2: -8 / (0.001 + 0.2 x 15 + 0.02 x 93) is more than -1 and out of reach, -4 is in reach.
    """
    points = points_of([20.0, 21.0, 46.0, 2.0])
    found = breaking._reach(points, JUSTIFIED, 0, 20.0)
    assert [b for b, _ in found] == [4, 3, 2]
    assert [ratio for _, ratio in found] == pytest.approx(
        [
            -4 / (0.001 + 0.2 * 15 + 0.02 * 89),
            3 / (0.001 + 0.5 * 10 + 0.02 * 87),
            54 / (0.001 + 0.5 * 5 + 0.02 * 41),
        ]
    )
    assert [b for b, _ in breaking._reach(points_of([20.0, 21.0, 46.0, 6.0]), JUSTIFIED, 0, 20.0)] == [3, 2]
    assert [b for b, _ in breaking._reach(points, JUSTIFIED, 0, 1.0)] == [4, 3]


def test_a_paragraph_that_no_line_can_hold_has_no_line_ends() -> None:
    assert total_fit(points_of([50.0, 90.0, 90.0]), PLAIN_RAG, 1.0) is None


@pytest.mark.parametrize(
    ("expected", "fitness", "flagged"),
    [
        # below tight, decent, loose and very loose lines, each after no, one and two hyphens
        ([0, 0, 0, 0, 0, 0, 1e4, 1e4, 1e4, 1e4, 1e4, 1e4], 0, False),
        ([0, 0, 0, 0, 0, 0, 0, 0, 0, 1e4, 1e4, 1e4], 1, False),
        ([0, 4e4, 1e9, 0, 4e4, 1e9, 0, 4e4, 1e9, 1e4, 5e4, 1e9 + 1e4], 1, True),
        ([1e4, 5e4, 1e9 + 1e4, 1e4, 5e4, 1e9 + 1e4, 0, 4e4, 1e9, 0, 4e4, 1e9], 3, True),
    ],
)
def test_what_a_line_costs_below_each_other(expected: list[float], fitness: int, flagged: bool) -> None:  # noqa: FBT001 - from the table
    assert breaking._neighbours(fitness, flagged=flagged) == tuple(expected)

"""In: breakpoints and the measures of its lines. Out: the nodes at which its lines end, the best choice over all.

Total fit after Knuth and Plass (Breaking Paragraphs into Lines, Software: Practice and Experience 11, 1981;
TeXbook chapter 14): each line costs demerits that grow steeply with the stretch or shrink it needs, neighbours that
look unlike cost extra, and the cheapest sequence of lines wins. Stretch and shrink are shared between the spaces
and, as in pdfTeX, the glyphs. The ends that a line can reach are found by bisection, not by scanning.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import inf
from operator import itemgetter
from sys import maxsize
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import record
from guidepress.typeset.divisions import FORCED, HARD, HYPHEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.typeset.breakpoints import Breakpoints

__all__ = ["FLAGGED", "Measures", "demerits", "total_fit"]

_LINE = 10.0
"""Root of the demerits of any line (TeXbook p. 98, \\linepenalty): prefers fewer lines."""

_BADNESS = 100.0
"""Badness at a ratio of 1 (TeXbook p. 97); it grows with the cube of the ratio."""

_COST = (0.0, 12_000.0, 1_000.0, 500.0, 1e14)
"""Demerits of a break by its kind: SPACE, HYPHEN, HARD, BARE, FORCED."""

_UNLIKE = 10_000.0
"""Two neighbours two fitness classes apart (TeXbook p. 98, \\adjdemerits)."""

_TWO_HYPHENS = 40_000.0
"""Two lines in a row end in hyphens: four times TeX's \\doublehyphendemerits, since they catch the eye."""

FLAGGED = (HYPHEN, HARD)
"""Kinds of breaks at which a line ends in a hyphen."""

_THREE_HYPHENS = 1e9
"""Three in a row are taken only where nothing else is left."""

_HYPHEN_BEFORE_LAST = 10_000.0
"""A hyphen at the end of the last line but one (TeXbook p. 98, \\finalhyphendemerits)."""

_SHORT_LAST = 50_000.0
"""A last line shorter than it should be: five unlike neighbours are better."""

_WORST = 30.0
"""Ratios beyond this cost no more, so that sums of demerits stay exact enough to tell lines apart."""

_FORCED_TRIED = 4
"""Of the places within a word that is cut anywhere, so many are tried for a line: the fullest comes first."""

_MANY = 12
"""So many places behind the fullest line are tried before those of the word that they stand in are left alone."""

_ROWS = 3
"""States of hyphens in a row that lead to a node: none, one, two."""


def _neighbours(fitness: int, *, flagged: bool) -> tuple[float, ...]:
    """What a line costs extra below a line of each state, 3 x its fitness + its hyphens in a row."""
    return tuple(
        _UNLIKE * (abs(fitness - above) > 1) + flagged * (0.0, _TWO_HYPHENS, _THREE_HYPHENS)[row]
        for above in range(4)
        for row in range(_ROWS)
    )


_BELOW = tuple(
    tuple(_neighbours(fitness, flagged=flagged) for fitness in range(4)) for flagged in (False, True)
)

_Node: TypeAlias = "tuple[float, int, int, _Node | None]"
"""Demerits so far, state (3 x fitness + hyphens in a row), node, and the line above."""


@record
class Measures:
    """Widths of the lines (mpt) and how much they may give at a ratio of 1.

    Attributes:
        first, rest: width of the first line and of all others.
        stretch, shrink: of the spaces, as a share of their natural width.
        expand: of the glyphs, as a share of their width.
        rag: room that ragged lines may leave, mpt; never 0, so that no ratio divides by it.
        hyphen: extra demerits of an inserted hyphen.
        least_last: a last line shorter than this (mpt) costs extra.
        divide: words may be hyphenated.
        level: the last line should be as long as the others (centred headings).
        narrow: a justified column so narrow that loose lines are better than many hyphens.
        most: so many ends of a line are looked at on either side of the fullest; without number, but for very long texts.
    """

    first: float
    rest: float
    stretch: float = 0.0
    shrink: float = 0.0
    expand: float = 0.0
    rag: float = 1e-3
    hyphen: float = 0.0
    least_last: float = 0.0
    divide: bool = True
    level: bool = False
    narrow: bool = False
    most: int = maxsize


def demerits(ratio: float) -> float:
    """What a line costs by itself, for its ratio of stretch (positive) or shrink (TeXbook p. 98)."""
    root = _LINE + _BADNESS * abs(ratio) ** 3
    return root * root


def total_fit(points: Breakpoints, measures: Measures, tolerance: float) -> list[int] | None:
    """Choose the line ends of a paragraph.

    Args:
        points: the nodes.
        measures: the widths of the lines and what they give.
        tolerance: the highest ratio of stretch to allow; infinite never fails.

    Returns:
        The nodes at which lines end, the last node included; None if some line would be worse than allowed.
    """
    last = len(points.ends) - 1
    kinds = points.kinds
    table: list[dict[int, _Node] | None] = [None] * (last + 1)
    table[0] = {_ROWS: (0.0, _ROWS, 0, None)}  # as if a decent line without a hyphen stood above
    for a in range(last):
        states = table[a]
        if states is None:
            continue
        here = list(states.values())
        for b, ratio in _reach(points, measures, a, tolerance):
            root = _LINE + _BADNESS * abs(ratio) ** 3
            cost = root * root
            fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1.0 else 3
            kind = kinds[b]
            there = table[b]
            if there is None:
                there = table[b] = {}
            if kind or b == last:
                cost += _COST[kind] + _extra(points, measures, a, b)
                _join(there, here, b, fitness, cost, flagged=kind in FLAGGED)
                continue
            below = _BELOW[0][fitness]
            node = here[0]
            total = node[0] + below[node[1]]
            if len(here) > 1:
                for other in here:
                    sum_ = other[0] + below[other[1]]
                    if sum_ < total:
                        total, node = sum_, other
            total += cost
            state = _ROWS * fitness
            known = there.get(state)
            if known is None or total < known[0]:
                there[state] = (total, state, b, node)
    return _trace(table[last])


def _reach(  # noqa: C901 - the inner loop of all setting: a call more would be felt
    points: Breakpoints, measures: Measures, a: int, tolerance: float
) -> list[tuple[int, float]]:
    """The nodes that a line from node a may end at, each with the line's ratio of stretch or shrink.

    The longest line that needs no shrinking is found by bisection; from there the neighbours are tried in either
    direction until they are out of reach.
    """
    ends, spaces_to, slip = points.ends, points.spaces_to, points.slip
    left, gone = points.starts[a], points.spaces_from[a]
    measure = measures.rest if a else measures.first
    expand, give, rag = measures.expand, measures.shrink, measures.rag
    last = len(ends) - 1
    middle = bisect_right(ends, left + measure, a + 1)
    found: list[tuple[int, float]] = []
    for b in range(middle, min(last + 1, middle + measures.most)):
        natural = ends[b] - left
        spaces = spaces_to[b] - gone
        slack = measure - natural
        room = 1e-3 + give * spaces + expand * (natural - spaces)
        if slack >= -room:
            found.append((b, slack / room if slack < 0.0 else 0.0))
        elif slack + room + slip < 0.0:
            break
    give = measures.stretch
    for b in range(middle - 1, max(a, middle - 1 - measures.most), -1):
        natural = ends[b] - left
        spaces = spaces_to[b] - gone
        slack = measure - natural
        room = rag + give * spaces + expand * (natural - spaces)
        if b == last:
            found.append((b, min(slack / room, _WORST) if measures.level else 0.0))
        elif slack <= tolerance * room:
            found.append((b, min(max(slack / room, 0.0), _WORST)))
            if middle - b == _MANY and tolerance == inf:
                found += _before_word(points, a, b)
                break
        elif slack - slip > tolerance * room:
            break
    if tolerance == inf:
        if not found:  # a single letter wider than the measure
            found.append((a + 1, _WORST))
        elif len(found) > _FORCED_TRIED:
            return _thinned(found, points.kinds)
    return found


def _thinned(found: list[tuple[int, float]], kinds: Sequence[int]) -> list[tuple[int, float]]:
    """Keep the fullest of the lines that end within a word cut anywhere; a shorter one is never better."""
    forced = 0
    kept = []
    for each in found:
        if kinds[each[0]] == FORCED:
            forced += 1
            if forced > _FORCED_TRIED:
                continue
        kept.append(each)
    return kept


def _before_word(points: Breakpoints, a: int, b: int) -> list[tuple[int, float]]:
    """Where else a line from node a may end, when so many places of one word were tried and b is one of them."""
    first = bisect_left(points.units, points.units[b])
    return [(node, _WORST) for node in range(min(first, b - 1), a, -1)]


def _extra(points: Breakpoints, measures: Measures, a: int, b: int) -> float:
    """Demerits that depend on what stands at either end of the line."""
    extra = measures.hyphen if points.kinds[b] == HYPHEN else 0.0
    if b == len(points.ends) - 1:
        if points.ends[b] - points.starts[a] < measures.least_last:
            extra += _SHORT_LAST
        if points.kinds[a] in FLAGGED:
            extra += _HYPHEN_BEFORE_LAST
    return extra


def _join(
    there: dict[int, _Node], here: list[_Node], b: int, fitness: int, cost: float, *, flagged: bool
) -> None:
    """Enter the line that ends at node b below each line it may follow; keep the best of each state."""
    below = _BELOW[flagged][fitness]
    for node in here:
        total = node[0] + cost + below[node[1]]
        state = _ROWS * fitness + (min(node[1] % _ROWS + 1, 2) if flagged else 0)
        known = there.get(state)
        if known is None or total < known[0]:
            there[state] = (total, state, b, node)


def _trace(states: dict[int, _Node] | None) -> list[int] | None:
    if states is None:
        return None
    node = min(states.values(), key=itemgetter(0))
    found = []
    while node[3] is not None:
        found.append(node[2])
        node = node[3]
    found.reverse()
    return found

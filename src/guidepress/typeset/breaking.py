"""In: a galley and the measures of its lines. Out: the nodes at which its lines end, the best choice over all.

Total fit after Knuth and Plass (Breaking Paragraphs into Lines, Software: Practice and Experience 11, 1981;
TeXbook chapter 14): each line costs demerits that grow steeply with the stretch or shrink it needs, neighbours that
look unlike cost extra, and the cheapest sequence of lines wins. Stretch and shrink are shared between the spaces
and, as in pdfTeX, the glyphs. The ends that a line can reach are found by bisection, not by scanning.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from math import inf
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import record
from guidepress.typeset.divisions import HARD, HYPHEN

if TYPE_CHECKING:
    from guidepress.typeset.galley import Galley

__all__ = ["Measures", "demerits", "total_fit"]

_LINE = 10.0
"""Root of the demerits of any line (TeXbook p. 98, \\linepenalty): prefers fewer lines."""

_BADNESS = 100.0
"""Badness at a ratio of 1 (TeXbook p. 97); it grows with the cube of the ratio."""

_COST = (0.0, 4_000.0, 1_000.0, 500.0, 1e7)
"""Demerits of a break by its kind: SPACE, HYPHEN, HARD, BARE, FORCED."""

_UNLIKE = 10_000.0
"""Two neighbours two fitness classes apart (TeXbook p. 98, \\adjdemerits)."""

_TWO_HYPHENS = 40_000.0
"""Two lines in a row end in hyphens: four times TeX's \\doublehyphendemerits, since they catch the eye."""

_THREE_HYPHENS = 1e9
"""Three in a row are taken only where nothing else is left."""

_HYPHEN_BEFORE_LAST = 10_000.0
"""A hyphen at the end of the last line but one (TeXbook p. 98, \\finalhyphendemerits)."""

_SHORT_LAST = 50_000.0
"""A last line shorter than it should be: five unlike neighbours are better."""

_WORST = 1e3
"""Ratios beyond this cost no more, so that sums of demerits stay exact enough to tell lines apart."""

_Node: TypeAlias = (
    "tuple[float, int, int, int, _Node | None]"  # demerits, fitness, hyphens in a row, node, before
)


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


def demerits(ratio: float) -> float:
    """What a line costs by itself, for its ratio of stretch (positive) or shrink (TeXbook p. 98)."""
    root = _LINE + _BADNESS * abs(ratio) ** 3
    return root * root


def total_fit(galley: Galley, measures: Measures, tolerance: float) -> list[int] | None:
    """Choose the line ends of a paragraph.

    Args:
        galley: the nodes.
        measures: the widths of the lines and what they give.
        tolerance: the highest ratio of stretch to allow; infinite never fails.

    Returns:
        The nodes at which lines end, the last node included; None if some line would be worse than allowed.
    """
    ends, starts = galley.ends, galley.starts
    spaces_to, spaces_from, kinds = galley.spaces_to, galley.spaces_from, galley.kinds
    stretch, shrink, expand, rag = measures.stretch, measures.shrink, measures.expand, measures.rag
    last = len(ends) - 1
    table: list[dict[int, _Node] | None] = [None] * (last + 1)
    table[0] = {0: (0.0, 1, 0, 0, None)}
    for a in range(last):
        here = table[a]
        if here is None:
            continue
        measure = measures.rest if a else measures.first
        left, gone = starts[a], spaces_from[a]
        low, high = _window(galley, measures, a, measure, tolerance)
        reached = False
        for b in range(low, high):
            natural = ends[b] - left
            spaces = spaces_to[b] - gone
            slack = measure - natural
            if slack >= 0.0:
                ratio = slack / (rag + stretch * spaces + expand * (natural - spaces))
                if b == last:
                    ratio = min(ratio, 0.5) if measures.level else 0.0
                elif ratio > tolerance:
                    continue
            else:
                ratio = slack / (1e-3 + shrink * spaces + expand * (natural - spaces))
                if ratio < -1.0:
                    continue
            reached = True
            _join(table, here, b, ratio, kinds[b], measures, b == last and natural < measures.least_last)
        if not reached and tolerance == inf:  # a single letter wider than the measure
            _join(table, here, a + 1, _WORST, kinds[a + 1], measures, False)
    return _trace(table[last])


def _window(galley: Galley, measures: Measures, a: int, measure: float, tolerance: float) -> tuple[int, int]:
    """The range of nodes that a line from node a may reach: wide enough for certain, checked one by one later."""
    ends, slip = galley.ends, galley.slip
    limit = galley.starts[a] + measure
    middle = bisect_right(ends, limit + slip, a + 1)
    # a shorter line has fewer spaces than the longest that fits, so its stretch has this bound
    spaces = max(galley.spaces_to[middle - 1] - galley.spaces_from[a], 0.0)
    give = tolerance * (measures.rag + measures.stretch * spaces + measures.expand * measure)
    # a longer line adds to its shrink by at most its shrink's share of what it is too long
    expand, shrink = measures.expand, measures.shrink
    take = (1e-3 + shrink * spaces + expand * measure) / (1 - shrink - expand)
    high = bisect_right(ends, limit + take + slip, middle)
    low = bisect_left(ends, limit - give - slip, a + 1, middle)
    return min(low, len(ends) - 1), high


def _join(
    table: list[dict[int, _Node] | None],
    here: dict[int, _Node],
    b: int,
    ratio: float,
    kind: int,
    measures: Measures,
    short: bool,
) -> None:
    """Enter the line that ends at node b with each of its possible neighbours above; keep the best of a kind."""
    root = _LINE + _BADNESS * min(abs(ratio), _WORST) ** 3
    cost = root * root + _COST[kind]
    fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1.0 else 3
    flagged = kind in (HYPHEN, HARD)
    if kind == HYPHEN:
        cost += measures.hyphen
    if short:
        cost += _SHORT_LAST
    there = table[b]
    if there is None:
        there = table[b] = {}
    final = b == len(table) - 1
    for node in here.values():
        total = node[0] + cost
        if not -1 <= fitness - node[1] <= 1:
            total += _UNLIKE
        row = 0
        if flagged:
            row = node[2] + 1
            if row > 1:
                total += _TWO_HYPHENS if row == 2 else _THREE_HYPHENS
                row = 2
        if final and node[2]:
            total += _HYPHEN_BEFORE_LAST
        key = 3 * fitness + row
        known = there.get(key)
        if known is None or total < known[0]:
            there[key] = (total, fitness, row, b, node)


def _trace(states: dict[int, _Node] | None) -> list[int] | None:
    if states is None:
        return None
    node: _Node | None = min(states.values(), key=lambda state: state[0])
    found = []
    while node is not None and node[4] is not None:
        found.append(node[3])
        node = node[4]
    found.reverse()
    return found

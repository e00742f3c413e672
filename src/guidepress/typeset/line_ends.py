"""In: matter and the measures of its lines. Out: where its lines end; those of a very long paragraph in windows.

Total fit looks at a paragraph as a whole: one bad line in it costs another pass over all of them, and what stands
pages away has no say in how a line looks. So a paragraph of very many lines is broken some lines at a time: the last
lines of each window, which would be others if the text after them were known, are broken again with it.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.typeset.divisions import SPACE
from guidepress.typeset.passes import break_matter, fits_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.typeset.breaking import Measures
    from guidepress.typeset.matter import Matter
    from guidepress.typeset.rows import Spot

__all__ = ["line_ends"]

_LONG = 400
"""A paragraph of more lines is broken in windows: some ten pages, so that no paragraph of a book is."""

_WINDOW = 24
"""Lines of a window; what stands so far below a line does not change it."""

_AGAIN = 4
"""The last lines of a window are broken again with what follows: a line is seldom felt further up than that."""


def line_ends(matter: Matter, measures: Measures) -> list[Spot]:
    """Choose the line ends of a paragraph.

    Args:
        matter: at least one unit.
        measures: the widths of its lines and what they give.

    Returns:
        For each line the unit that begins the next one, how many characters of it stand on this one, and the kind
        of the break.
    """
    if fits_one_line(matter, measures):
        return [(len(matter.tokens), 0, SPACE)]
    if len(matter.tokens) > _LONG:
        sums = list(accumulate(matter.columns[0], initial=0.0))
        if sums[-1] > _LONG * measures.rest:
            return list(_in_windows(matter, measures, sums))
    return _broken(matter, measures, few=False)


def _broken(matter: Matter, measures: Measures, *, few: bool) -> list[Spot]:
    points, nodes = break_matter(matter, measures, few=few)
    return [(points.units[node], points.offsets[node], points.kinds[node]) for node in nodes]


def _in_windows(matter: Matter, measures: Measures, sums: list[float]) -> Iterator[Spot]:
    """Break a long paragraph; `sums` are the widths of all units before each.

    A window ends its last good line at a space. If it has none, as in a word of many lines, it grows.
    """
    count, start, room = len(matter.tokens), 0, _WINDOW * measures.rest
    measures_here = replace(measures, least_last=0.0)
    while sums[count] - sums[start] > 2 * room:
        stop = bisect_right(sums, sums[start + 1] + room, start + 1, count)
        ends = _broken(matter.part(start, stop), measures_here, few=True)
        good = [at for at, (_, _, kind) in enumerate(ends[:-_AGAIN]) if kind == SPACE]
        if not good:
            room *= 2
            continue
        yield from ((start + unit, offset, kind) for unit, offset, kind in ends[: good[-1] + 1])
        start, room = start + ends[good[-1]][0], _WINDOW * measures.rest
        measures_here = replace(measures_here, first=measures.rest)
    ends = _broken(matter.part(start, count), replace(measures, first=measures_here.first), few=True)
    yield from ((start + unit, offset, kind) for unit, offset, kind in ends)

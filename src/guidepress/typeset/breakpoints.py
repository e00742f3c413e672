"""In: the tokens of a paragraph. Out: Breakpoints: every place where a line may end, as parallel lists of widths.

Node 0 is the paragraph's start, the last node its end; between them stands one node for each place where a line
may end. A line from node a to node b is ends[b] - starts[a] wide, and spaces_to[b] - spaces_from[a] of that are
inter-word spaces at their natural width, so the breaker needs two subtractions and no sum.
"""

from __future__ import annotations

from itertools import accumulate
from operator import add, sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.typeset.founts import Cut

__all__ = ["Breakpoints"]


class Breakpoints:
    """The nodes of one paragraph. Lengths are mpt from the left end of the first word.

    Attributes:
        ends: right end of a line that ends at the node, without what hangs into the margin.
        starts: left end of a line that starts at the node, likewise.
        spaces_to, spaces_from: natural widths of all spaces before such an end or start.
        kinds: what stands at the node: SPACE, HYPHEN, HARD, BARE or FORCED.
        units, offsets: the word that starts a line here, and how much of it stands on the line above.
        slip: how far ends may be out of order because of hyphens and hanging marks.
    """

    __slots__ = ("ends", "kinds", "offsets", "slip", "spaces_from", "spaces_to", "starts", "units")

    ends: list[float]
    starts: list[float]
    spaces_to: Sequence[float]
    spaces_from: Sequence[float]
    kinds: bytes | bytearray
    units: Sequence[int]
    offsets: bytes | list[int]
    slip: float

    def __init__(
        self,
        advances: Sequence[float],
        trims: Sequence[float],
        leads: Sequence[float],
        spaces: tuple[Sequence[float], Sequence[float]],
    ) -> None:
        sums = list(accumulate(advances))
        self.ends = [0.0, *map(sub, sums, trims)]
        self.starts = [leads[0], *map(add, sums, leads[1:])]
        self.spaces_from, self.spaces_to = spaces
        count = len(sums) + 1
        self.kinds = self.offsets = bytes(count)
        self.units = range(count)
        self.slip = 0.0

    def divide(self, cuts: Iterable[tuple[int, tuple[Cut, ...]]], leads: Sequence[float]) -> None:
        """Add the nodes inside words: for each word with cuts its index and its cuts, ascending.

        Call it once, on breakpoints that have only nodes between words.
        """
        ends: list[float] = []
        starts: list[float] = []
        kinds = bytearray()
        units: list[int] = []
        offsets: list[int] = []
        spaces_to: list[float] = []
        spaces_from: list[float] = []
        done = 0
        slip = 0.0
        for unit, places in cuts:
            until = unit + 1
            ends += self.ends[done:until]
            starts += self.starts[done:until]
            spaces_to += self.spaces_to[done:until]
            spaces_from += self.spaces_from[done:until]
            units += range(done, until)
            kinds += bytes(until - done)
            offsets += bytes(until - done)
            left = self.starts[unit] - leads[unit]
            before = self.spaces_from[unit]
            for offset, kind, end, start in places:
                ends.append(left + end)
                starts.append(left + start)
                kinds.append(kind)
                units.append(unit)
                offsets.append(offset)
                spaces_to.append(before)
                spaces_from.append(before)
                slip = max(slip, end - start)
            done = until
        count = len(self.ends)
        self.ends = ends + self.ends[done:]
        self.starts = starts + self.starts[done:]
        self.spaces_to = spaces_to + list(self.spaces_to[done:count])
        self.spaces_from = spaces_from + list(self.spaces_from[done:count])
        self.units = units + list(range(done, count))
        self.kinds = bytes(kinds) + bytes(count - done)
        self.offsets = offsets + [0] * (count - done)
        self.slip = 2 * slip

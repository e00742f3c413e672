"""In: a galley and the room on pages. Out: cuts: where pages end, chosen for the least cost of the whole galley.

First fit ends a page at the last line that fits; where that leaves a heading, a widow or a hyphen at the foot, or
three lines on the last page, an earlier page could have ended a line sooner. So the search keeps several ways to
fill the first pages and extends the best of them page by page (a dynamic programme over the ends of pages, as
Plass described for pages in 1981, with a beam because a galley has thousands of lines).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.paginate.cuts import Route
from guidepress.paginate.ends import Ends

if TYPE_CHECKING:
    from guidepress.paginate.cuts import Cut, Room
    from guidepress.paginate.galley import Galley

__all__ = ["Breaker", "break_galley"]

_BEAM = 6
"""So many ways to fill the pages so far are kept; they differ by a line or two a page, which is all that helps."""

_WIDE_BEAM = 24
"""So many are kept where the text would end on a scrap of a page: lines are gathered for it over many pages."""

_Place: TypeAlias = "tuple[int, int, bool]"
"""Where a way ends: the atom and the note line after its last, and whether it left the first page as it was."""

_Galleys: TypeAlias = "tuple[int, int, Room]"
"""Atoms of a galley, its height, and its room: what is quickly told of one."""

_Cuts: TypeAlias = "tuple[tuple[object, ...], tuple[Cut, ...]]"
"""The shape of a galley, and where it was cut."""


class Breaker:
    """Chooses where pages end, and remembers: a round that moves nothing costs nothing, nor does the next book's.

    A word more in a paragraph mostly leaves its lines as many as they were, and all that stands below where it stood.
    """

    def __init__(self) -> None:
        self._known: dict[_Galleys, _Cuts] = {}
        self._before: dict[_Galleys, _Cuts] = {}

    def begin(self) -> None:
        """Begin a book; of those before it only the last is remembered."""
        self._known, self._before = {}, self._known

    def cuts(self, galley: Galley, room: Room) -> tuple[Cut, ...]:
        """Choose where pages end; see `break_galley`."""
        key = (len(galley), galley.bottoms[-1], room)
        shape = galley.shape()
        known = self._known.get(key)
        if known is None or known[0] != shape:
            known = self._before.get(key)
            if known is None or known[0] != shape:
                known = shape, break_galley(galley, room)
            self._known[key] = known
        return known[1]


def break_galley(galley: Galley, room: Room) -> tuple[Cut, ...]:
    """Choose where pages end.

    Args:
        galley: at least one atom.
        room: heights; the first page may be shorter than the others.

    Returns:
        One cut a page; an empty first cut (end 0) leaves what remained of the first page white.
    """
    ends = Ends(galley, room)
    best = _cheapest(ends, _BEAM)
    scraps = ends.scraps(best) if best is not None else 0
    if scraps:
        mended = _cheapest(Ends(galley, room, patient=True), _WIDE_BEAM)
        if mended is not None and ends.scraps(mended) < scraps:
            best = mended
    cuts: list[Cut] = []
    while best is not None and best.cut is not None:
        cuts.append(best.cut.explained(galley))
        best = best.before
    return tuple(reversed(cuts))


def _cheapest(ends: Ends, beam: int) -> Route | None:
    """Fill pages until the text ends, keeping so many ways."""
    ways = [Route(0, 0, 0, None, None)]
    best: Route | None = None
    reached: dict[_Place, int] = {}  # what the cheapest way to end at a place cost
    pages = 0
    while ways:
        found: dict[_Place, Route] = {}
        for way in ways:
            for cost, cut in ends.after(way, pages):
                total = way.cost + cost
                new = Route(total, cut.end, cut.note_end, cut, way)
                if cut.end == ends.count and cut.note_end == ends.note_count:
                    if best is None or total < best.cost:
                        best = new
                    continue
                key = (cut.end, cut.note_end, cut.end == 0)
                if key not in found or total < found[key].cost:
                    found[key] = new
        pages += 1
        ways = _foremost(found, reached, beam)
        if best is not None:
            least = best.cost
            ways = [way for way in ways if way.cost < least]
    return best


def _foremost(found: dict[_Place, Route], reached: dict[_Place, int], beam: int) -> list[Route]:
    """Keep the best ways; those that end where a cheaper one ended a page or more ago come last.

    They seem cheap beside ways that are ahead, but only because they have yet to pay for what all must pay for.
    """
    ranked = sorted(
        found.items(), key=lambda each: (reached.get(each[0], each[1].cost) < each[1].cost, each[1].cost)
    )
    for place, way in ranked[:beam]:
        reached[place] = min(way.cost, reached.get(place, way.cost))
    return [way for _, way in ranked[:beam]]

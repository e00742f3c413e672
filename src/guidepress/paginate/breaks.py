"""In: a galley and the room on pages. Out: cuts: where pages end, chosen for the least cost of the whole galley.

First fit ends a page at the last line that fits; where that leaves a heading, a widow or a hyphen at the foot, or
three lines on the last page, an earlier page could have ended a line sooner. So the search keeps several ways to
fill the first pages and extends the best of them page by page (a dynamic programme over the ends of pages, as
Plass described for pages in 1981, with a beam because a galley has thousands of lines).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from guidepress.base.record import record
from guidepress.paginate.galley import KEEP, WIDOW
from guidepress.paginate.glue import Glue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.paginate.galley import Galley

__all__ = ["NOTE_RULE", "Breaker", "Cut", "Room", "break_galley"]

NOTE_RULE = 14_000
"""White space and rule between text and footnotes, mpt: a line of body text."""

_BEAM = 6
"""So many ways to fill the pages so far are kept; they differ by a line or two a page, which is all that helps."""

_CHOICES = 5
"""So many ends of a page are tried: pages may be up to four lines short, no more, as readers would notice."""

_PAGE = 1000
"""Cost of a page: ten lines of white space, so that a book is no longer for the sake of evenness."""

_WHITE = 10
"""Cost of a line of white space at the foot, times the square of the number of lines."""

_MANY = 12
"""White lines from which one more matters no longer as their square: what must be left white is seen to be so."""

_HOLE = 14_000
"""Cost of two white lines or more below a paragraph that goes on overleaf, or where more of the text could have stood:
more than a short last page and a divided word cost, since a reader takes the white space for an end. One line less is what all books
do to avoid a widow."""

_SHORT = 2
"""So many white lines at the foot of a page are seen as white space."""

_FREE = 10
"""An end that costs no more, as one inside a paragraph, parts nothing that wants to stay together; an earlier one is
needless, as is one that parts as much as an end further down: a row of the same table."""

_SPLIT_NOTE = 600
"""Cost of continuing a footnote on the next page."""

_OVERFULL = 1_000_000_000
"""Cost of an atom that no page can hold."""

_LEAST, _FEW = 5, 12
"""A last page of fewer lines than `_LEAST` looks broken off, of fewer than `_FEW` it looks thin; on small pages it
may have as few as a quarter and a third of a page."""

_BROKEN_OFF, _THIN = 1000, 4
"""Cost of each line that is missing to those numbers; the second counts squared, as white space does."""


@record
class Room:
    """The room of a galley.

    Attributes:
        height: of a whole page or column, mpt.
        first: what the first page has left; `above` is what it holds already.
        beside: so many columns after the first stand on the first page, under what stands across it, `head` high.
        ends: nothing follows on the last page; else `tail` must stay with its last atom.
        line: height of a line, by which white space is counted.
        sides: per margin note, its atom and the running height up to and with it.
    """

    height: int
    first: int
    above: int = 0
    beside: int = 0
    head: int = 0
    ends: bool = True
    tail: int = 0
    line: int = 14_000
    sides: tuple[tuple[int, int], ...] = ()

    def column(self, count: int) -> tuple[int, int]:
        """How high the page or column after so many others is, and what it holds already."""
        if not count:
            return self.first, self.above
        return (self.height - self.head, self.head) if count <= self.beside else (self.height, 0)


class Cut(NamedTuple):
    """What one page takes: atoms `start` to `end`, note lines `note` to `note_end`, and why it ends there.

    `full` is the end that would have filled it, `white` how many lines are left white at its foot; the white space
    between its blocks takes `fill` mpt of them.
    """

    start: int
    end: int
    note: int
    note_end: int
    why: str
    white: int = 0
    full: int = 0
    fill: int = 0

    def explained(self, galley: Galley) -> Cut:
        """The same with a reason, if the search gave none."""
        return self if self.why else self._replace(why=_reason(galley, self))


class _Way(NamedTuple):
    """A way to fill the pages so far."""

    cost: int
    end: int
    note: int
    cut: Cut | None
    before: _Way | None


_Place: TypeAlias = "tuple[int, int, bool]"
"""Where a way ends: the atom and the note line after its last, and whether it left the first page as it was."""


class Breaker:
    """Chooses where pages end, and remembers: a round that moves nothing costs nothing."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, Room], tuple[tuple[object, ...], tuple[Cut, ...]]] = {}

    def cuts(self, galley: Galley, room: Room) -> tuple[Cut, ...]:
        """Choose where pages end; see `break_galley`."""
        key = (len(galley), galley.bottoms[-1], room)
        shape = galley.shape()
        known = self._known.get(key)
        if known is None or known[0] != shape:
            known = self._known[key] = shape, break_galley(galley, room)
        return known[1]


def break_galley(galley: Galley, room: Room) -> tuple[Cut, ...]:
    """Choose where pages end.

    Args:
        galley: at least one atom.
        room: heights; the first page may be shorter than the others.

    Returns:
        One cut a page; an empty first cut (end 0) leaves what remained of the first page white.
    """
    search = _Search(galley, room)
    ways = [_Way(0, 0, 0, None, None)]
    best: _Way | None = None
    reached: dict[_Place, int] = {}  # what the cheapest way to end at a place cost
    pages = 0
    while ways:
        found: dict[_Place, _Way] = {}
        for way in ways:
            for cost, cut in search.ends(way, *room.column(pages)):
                total = way.cost + cost
                new = _Way(total, cut.end, cut.note_end, cut, way)
                if cut.end == search.count and cut.note_end == search.note_count:
                    if best is None or total < best.cost:
                        best = new
                    continue
                key = (cut.end, cut.note_end, cut.end == 0)
                if key not in found or total < found[key].cost:
                    found[key] = new
        pages += 1
        ways = _foremost(found, reached)
        if best is not None:
            least = best.cost
            ways = [way for way in ways if way.cost < least]
    cuts: list[Cut] = []
    while best is not None and best.cut is not None:
        cuts.append(best.cut.explained(galley))
        best = best.before
    return tuple(reversed(cuts))


def _foremost(found: dict[_Place, _Way], reached: dict[_Place, int]) -> list[_Way]:
    """Keep the best ways; those that end where a cheaper one ended a page or more ago come last.

    They seem cheap beside ways that are ahead, but only because they have yet to pay for what all must pay for.
    """
    ranked = sorted(
        found.items(), key=lambda each: (reached.get(each[0], each[1].cost) < each[1].cost, each[1].cost)
    )
    for place, way in ranked[:_BEAM]:
        reached[place] = min(way.cost, reached.get(place, way.cost))
    return [way for _, way in ranked[:_BEAM]]


class _Search:
    """Finds the possible ends of a page."""

    def __init__(self, galley: Galley, room: Room) -> None:
        self._galley = galley
        self._room = room
        self._glue = Glue(galley, room.line)
        self.count = len(galley)
        self.note_count = len(galley.note_of)
        self._rooms = [at for at, _ in galley.rooms]
        self._note_atoms = [note.atom for note in galley.notes]
        self._side_atoms = [atom for atom, _ in room.sides]

    def ends(self, way: _Way, height: int, above: int) -> Iterator[tuple[int, Cut]]:
        """Yield (cost, cut) for a page that follows a way and has so much room below what it holds."""
        room, start = self._room, way.end
        first = way.cut is None
        if start == self.count:
            yield self._only_notes(way, height)
            return
        if first and room.first < room.height:
            white = room.first // room.line
            hole = (
                _HOLE if room.beside and white >= _SHORT else 0
            )  # beside it the text would begin at the head
            yield _WHITE * white * white // 4 + hole, Cut(0, 0, 0, 0, "too little room was left")
        limit = self._galley.tops[start] + height - self._galley.opening(start)
        end = bisect_right(self._galley.bottoms, limit, start)
        end, natural, why = self._stopped(start, end, height)
        begun = self._galley.begun(start, above)
        last_resort: tuple[int, Cut] | None = None
        choices, full, least = 0, 0, WIDOW
        while end > start and choices < _CHOICES:
            found = self._page(way, end, height, begun)
            if found is not None:
                price, cost, cut = found
                full = full or end
                if natural:
                    yield _PAGE, cut._replace(why=why, fill=0)
                    return
                if price < WIDOW:
                    needless = least <= max(price, _FREE)
                    if cut.white >= _SHORT and (needless or self._galley.inside[end : end + 1] == (True,)):
                        cost += _HOLE
                    least = min(least, price)
                    yield price + cost, cut._replace(full=full)
                    choices = _CHOICES if end == self.count else choices + 1
                elif last_resort is None or price + cost < last_resort[0]:
                    last_resort = price + cost, cut._replace(full=full)
            end, natural = end - 1, False
        if not choices:
            yield last_resort or self._overfull(way, start)

    def _page(
        self, way: _Way, end: int, height: int, begun: tuple[int, int, int]
    ) -> tuple[int, int, Cut] | None:
        """Weigh a page that ends before an atom: what it parts, what else it costs, the cut; None if it is too full."""
        galley, room, start = self._galley, self._room, way.end
        used = galley.reach(begun, end)
        note_end, need = self._note_end(way.note, end, height - used)
        left = height - used - need
        if note_end < 0 or left < 0:
            return None
        cost = _SPLIT_NOTE if note_end < self.note_count and note_end < self._notes_until(end) else 0
        if self._side_atoms:
            cost += self._crowd(start, end, height)
        if end == self.count:
            cost += self._last_cost(used + need, first=way.cut is None)
            price = KEEP if room.tail > left else 0
            return price, cost, Cut(start, end, way.note, note_end, "the text ends")
        fill = self._glue.fills(start, end, left) if left >= room.line else 0
        # a page that holds a heading has parts of lines to spare
        white, after = ((space + room.line // 8) // room.line for space in (left, left - fill))
        cost += _PAGE + _WHITE * (min(white, _MANY) ** 2 + max(0, white - _MANY))
        return galley.costs[end], cost, Cut(start, end, way.note, note_end, "", after, fill=fill)

    def _stopped(self, start: int, end: int, height: int) -> tuple[int, bool, str]:
        """Stop at forced ends, and where what follows asks for more room than is left."""
        galley = self._galley
        natural, why = False, ""
        if galley.stops:
            at = bisect_right(galley.stops, start)
            if at < len(galley.stops) and galley.stops[at] <= end:
                end, natural, why = galley.stops[at], True, "a break was asked for"
        for at, least in galley.rooms[bisect_right(self._rooms, start) : bisect_right(self._rooms, end)]:
            if at < self.count:
                left = height - (galley.bottoms[at - 1] - galley.tops[start]) - galley.opening(start)
                if left < least or at == end:
                    return at, True, "too little of the page was left for what follows"
        return end, natural, why

    def _notes_until(self, end: int) -> int:
        """Note lines of all marks before an atom."""
        index = bisect_left(self._note_atoms, end)
        if not index:
            return 0
        note = self._galley.notes[index - 1]
        return note.before + len(note.galley)

    def _note_end(self, note: int, end: int, room: int) -> tuple[int, int]:
        """How many note lines a page takes and their height; -1 if its last note cannot even begin."""
        if not self.note_count:
            return 0, 0
        until = self._notes_until(end)
        if until <= note:
            return note, 0
        tops = self._galley.note_tops
        whole = tops[until] - tops[note] + NOTE_RULE
        if whole <= room:
            return until, whole
        least = self._galley.notes[self._galley.note_of[until - 1]].before + 1
        fits = bisect_right(tops, tops[note] + room - NOTE_RULE) - 1
        if fits < least:
            return -1, 0
        return fits, tops[fits] - tops[note] + NOTE_RULE

    def _only_notes(self, way: _Way, height: int) -> tuple[int, Cut]:
        """Fill a page with the rest of a long footnote."""
        tops = self._galley.note_tops
        fits = bisect_right(tops, tops[way.note] + height - NOTE_RULE) - 1
        fits = max(min(fits, self.note_count), way.note + 1)
        return _PAGE, Cut(self.count, self.count, way.note, fits, "a footnote goes on")

    def _overfull(self, way: _Way, start: int) -> tuple[int, Cut]:
        """Put an atom that is higher than a page on a page of its own."""
        note_end = max(way.note, self._notes_until(start + 1))
        return _OVERFULL, Cut(start, start + 1, way.note, note_end, "it is higher than a page")

    def _last_cost(self, used: int, *, first: bool) -> int:
        if first or not self._room.ends:
            return 0
        lines, whole = used // self._room.line, self._room.height // self._room.line
        cost = _BROKEN_OFF * max(0, min(_LEAST, whole // 4) - lines)
        return cost + _THIN * max(0, min(_FEW, whole // 3) - lines) ** 2

    def _crowd(self, start: int, end: int, height: int) -> int:
        """Cost of margin notes that find no room beside their page."""
        sides: Sequence[tuple[int, int]] = self._room.sides
        if not sides:
            return 0
        low, high = bisect_left(self._side_atoms, start), bisect_left(self._side_atoms, end)
        if low == high:
            return 0
        over = sides[high - 1][1] - (sides[low - 1][1] if low else 0) - height
        lines = over // self._room.line + 1 if over > 0 else 0
        return 4 * _WHITE * lines * lines


def _reason(galley: Galley, cut: Cut) -> str:
    """Say why a page ends where it does: what forbade the ends further down, or why they were not taken."""
    forbidden = galley.costs[cut.end + 1 : cut.full + 1]
    if cut.white and forbidden and min(forbidden) >= WIDOW:
        if max(forbidden) >= KEEP:
            return "what follows stays together or with its heading"
        return "a widow or orphan was avoided"
    if cut.fill:
        return "its white space was opened to fill the page"
    return "the page is full" if cut.white < 2 else "the pages of the section are evened out"

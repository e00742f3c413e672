"""In: the pages of a galley so far. Out: where the next page may end, and what each end costs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from guidepress.paginate.cuts import NOTE_RULE, Cut
from guidepress.paginate.galley import KEEP, WIDOW
from guidepress.paginate.glue import Glue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.paginate.cuts import Room, Route
    from guidepress.paginate.galley import Galley

__all__ = ["Ends"]

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
more than a short last page and a divided word cost, since a reader takes the white space for an end; in a paragraph as much again
for each line more. One line less is what all books do to avoid a widow."""

_MORE_CHOICES = 16
"""So many are tried to mend a scrap."""

_LARGE_TYPE = range(16, 33)
"""Pages of so many lines are those of large type; cards have fewer."""

_SCRAP, _SHARED = 10_000, 300
"""A page that holds nothing but a card is a scrap, in large type also a last page under two fifths. To mend it, which is
worth the first cost but no hole in a paragraph, pages before it may end between blocks though more would fit, at the
second cost each."""

_LENT, _TEXT, _LARGE_TEXT = 3, 8, 4
"""A page lends no more than one of so many of its lines to a scrap: white space in mid-section is the worse of the two.
Between two paragraphs of one text nothing shows why it stands there: it is the second, and in large type the third."""

_BOXES, _PARTED = KEEP // 2, 500
"""What parts boxes costs the first; where what stays together would leave a page under two fifths, the second."""

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


class Ends:
    """Finds the possible ends of a page."""

    def __init__(self, galley: Galley, room: Room, *, patient: bool = False) -> None:
        self._galley = galley
        self._room = room
        self._choices = _MORE_CHOICES if patient else _CHOICES
        self._needless, self._scrap = (_SHARED, _SCRAP) if patient else (_HOLE, 0)
        self._hole = _HOLE * 4 if patient else _HOLE  # more than several scraps
        self._glue = Glue(galley, room.line)
        self._shown = _shown(galley)
        self.count = len(galley)
        self.note_count = len(galley.note_of)
        self._rooms = [at for at, _ in galley.rooms]
        self._note_atoms = [note.atom for note in galley.notes]
        self._side_atoms = [atom for atom, _ in room.sides]
        self._large = room.height // room.line in _LARGE_TYPE
        self._text = _LARGE_TEXT if self._large else _TEXT
        self._cards = _cards(galley, room.height)

    def after(self, way: Route, pages: int) -> Iterator[tuple[int, Cut]]:
        """Yield (cost, cut) for a page that follows a way and so many pages or columns."""
        room, start = self._room, way.end
        height, above = room.column(pages)
        first = way.cut is None
        if start == self.count:
            yield self._only_notes(way, height)
            return
        if first and room.first < room.height:
            white = room.first // room.line
            # in a column the white would be a hole, beside which the text begins at the head of the next
            hole = _HOLE if room.columns > 1 and white >= _SHORT else 0
            thin = _PAGE if self._thin(white) else 0
            yield _WHITE * white * white // 4 + hole + thin, Cut(0, 0, 0, 0, "too little room was left")
        limit = self._galley.tops[start] + height - self._galley.opening(start)
        end = bisect_right(self._galley.bottoms, limit, start)
        end, why = self._stopped(start, end, height)
        begun = self._galley.begun(start, above)
        if why:
            stopped = self._page(way, (end, 0), height, begun)
            if stopped is not None:
                yield (
                    _PAGE + self._scrap * self._is_card(start, end, first=first),
                    stopped[2]._replace(why=why, fill=0),
                )
                return
        yield from self._chosen(way, end, height, begun)

    def _chosen(
        self, way: Route, end: int, height: int, begun: tuple[int, int, int]
    ) -> Iterator[tuple[int, Cut]]:
        """Yield the ends, from one upwards, that part nothing that must stay together; the least bad if there are none."""
        resort: list[tuple[int, Cut]] = []
        eased: tuple[int, Cut] | None = None
        choices, worst, sound = 0, _OVERFULL, False
        for price, cost, cut in self._weighed(way, end, height, begun):
            if price < WIDOW:
                if eased is not None and self._thin(cut.white):
                    yield eased
                    eased = None
                yield price + cost, cut
                choices += 1
                sound = sound or cost < self._hole
                if cut.end == self.count or (choices >= self._choices and sound):
                    return
            elif not choices:
                if price < worst:
                    resort, worst = [], price
                if price == worst and len(resort) < self._choices:
                    resort.append((price + cost, cut))
                if _BOXES <= price < _BOXES + WIDOW and (eased is None or cost < eased[0]):
                    eased = _PARTED + cost, cut
        if not choices:
            yield from resort or (self._overfull(way, height, begun),)

    def _weighed(
        self, way: Route, end: int, height: int, begun: tuple[int, int, int]
    ) -> Iterator[tuple[int, int, Cut]]:
        """Weigh the ends of a page from one upwards: what each parts, what else it costs, the cut."""
        full, least = 0, WIDOW
        while end > way.end:
            found = self._page(way, (end, full or end), height, begun)
            if found is not None:
                price, cost, cut = found
                full = cut.full
                if cut.white >= _SHORT and self._galley.inside[end : end + 1] == (True,):
                    cost += self._hole * (min(cut.white, _MANY) - 1)
                else:
                    if cut.white >= _SHORT and price < WIDOW and least <= max(price, _FREE):
                        shown = end in self._shown
                        lent = cut.white * self._room.line * (_LENT if shown else self._text) <= height
                        cost += self._needless if lent else _HOLE
                    least = min(least, price)
                yield price, cost, cut
            end -= 1

    def _page(
        self, way: Route, ends: tuple[int, int], height: int, begun: tuple[int, int, int]
    ) -> tuple[int, int, Cut] | None:
        """Weigh a page that ends before an atom, and that another one would fill.

        Returns:
            What it parts, what else it costs, the cut; None if it is too full.
        """
        galley, room, start = self._galley, self._room, way.end
        end, full = ends
        used = galley.reach(begun, end)
        note_end, need = self._note_end(way.note, end, height - used)
        left = height - used - need
        if note_end < 0 or left < 0:
            return None
        cost = _SPLIT_NOTE if note_end < self.note_count and note_end < self._notes_until(end) else 0
        if self._side_atoms:
            cost += self._crowd(start, end, height)
        if end == self.count:
            cost += self._last_cost(start, used + need, first=way.cut is None)
            price = KEEP if room.tail > left else 0
            return price, cost, Cut(start, end, way.note, note_end, "the text ends", 0, full)
        fill = self._glue.fills(start, end, left) if left >= room.line else 0
        # a page that holds a heading has parts of lines to spare
        spare = room.line // 8
        white, after = (left + spare) // room.line, (left - fill + spare) // room.line
        cost += _PAGE + _WHITE * (min(white, _MANY) ** 2 + max(0, white - _MANY))
        if self._thin(after):
            cost += self._scrap or _PAGE
        return galley.costs[end], cost, Cut(start, end, way.note, note_end, "", after, full, fill)

    def _stopped(self, start: int, end: int, height: int) -> tuple[int, str]:
        """Stop at forced ends, and where what follows asks for more room than is left; say which."""
        galley = self._galley
        why = ""
        if galley.stops:
            at = bisect_right(galley.stops, start)
            if at < len(galley.stops) and galley.stops[at] <= end:
                end, why = galley.stops[at], "a break was asked for"
        for at, least in galley.rooms[bisect_right(self._rooms, start) : bisect_right(self._rooms, end)]:
            if at < self.count:
                left = height - (galley.bottoms[at - 1] - galley.tops[start]) - galley.opening(start)
                if left < least or at == end:
                    return at, "too little of the page was left for what follows"
        return end, why

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

    def _only_notes(self, way: Route, height: int) -> tuple[int, Cut]:
        """Fill a page with the rest of a long footnote."""
        tops = self._galley.note_tops
        fits = bisect_right(tops, tops[way.note] + height - NOTE_RULE) - 1
        fits = max(min(fits, self.note_count), way.note + 1)
        return _PAGE, Cut(self.count, self.count, way.note, fits, "a footnote goes on")

    def _overfull(self, way: Route, height: int, begun: tuple[int, int, int]) -> tuple[int, Cut]:
        """Put an atom that no page can hold on a page of its own, and as many lines of its notes as stand below it."""
        end, note_end = way.end + 1, self._notes_until(way.end + 1)
        why, left = "it is higher than a page", height - self._galley.reach(begun, end)
        if note_end > way.note and left >= 0:
            tops = self._galley.note_tops
            fits = bisect_right(tops, tops[way.note] + left - NOTE_RULE) - 1
            why, note_end = "its notes are higher than a page", max(way.note, min(fits, note_end))
        return _OVERFULL, Cut(way.end, end, way.note, max(way.note, note_end), why)

    def scraps(self, way: Route) -> int:
        """Count the scraps among the pages that a way fills: see `_SCRAP`."""
        if self._room.columns > 1:
            return 0
        count, last, each = 0, True, way
        while each.cut is not None and each.before is not None:
            start, end, first = each.cut.start, each.cut.end, each.before.cut is None
            if self._is_card(start, end, first=first):
                count += 1
            elif last and end > start:
                count += self._is_scrap(start, self._galley.extent(start, end), first=first)
            elif self._large and end:
                count += self._thin(each.cut.white)
            each, last = each.before, False
        return count

    def _thin(self, white: int) -> bool:
        """Whether so many white lines, and part of one, leave less than two fifths of a page."""
        return (white + 1) * self._room.line * 5 > self._room.height * 3

    def _is_card(self, start: int, end: int, *, first: bool) -> bool:
        """Whether a page holds nothing but a card or its end, though something stands before it."""
        return not first and self._cards.get(end, end) <= start

    def _is_scrap(self, start: int, used: int, *, first: bool) -> bool:
        """Whether a last page that begins with an atom and is filled so far is a scrap."""
        room = self._room
        thin = self._large and used * 5 < room.height * 2 + room.line
        return room.ends and not first and (thin or self._is_card(start, self.count, first=first))

    def _last_cost(self, start: int, used: int, *, first: bool) -> int:
        if first or not self._room.ends:
            return 0
        if self._scrap and self._is_scrap(start, used, first=first):
            return self._scrap
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


def _shown(galley: Galley) -> frozenset[int]:
    """Atoms before which white space is no riddle: what begins a block, or stands in a box."""
    gaps = (at for at, _ in galley.gaps)
    begun = (first for first, _ in galley.spans.values())
    boxed = (at for at, box in enumerate(galley.boxes) if box is not None)
    return frozenset((*gaps, *begun, *boxed))


def _cards(galley: Galley, height: int) -> dict[int, int]:
    """First atoms of the cards that a page of a height holds, by the atom after their last."""
    cards: dict[int, int] = {}
    for box, (first, end) in galley.spans.items():
        if box.decorated and end > first and galley.extent(first, end) <= height:
            cards[end] = min(first, cards.get(end, first))
    return cards

"""In: strands of pieces. Out: plans of pages: galleys cut and placed in columns, column sets balanced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.paginate.columns import balance, notes_before
from guidepress.paginate.cuts import NOTE_RULE, Cut, Room
from guidepress.paginate.galley import marks_among
from guidepress.paginate.glue import Glue
from guidepress.paginate.pieces import ColumnSet
from guidepress.paginate.plans import Plan, Slice
from guidepress.paginate.undivided import divided

if TYPE_CHECKING:
    from guidepress.document.blocks import Section
    from guidepress.layout.areas import Areas
    from guidepress.paginate.breaks import Breaker
    from guidepress.paginate.galley import Galley
    from guidepress.paginate.glue import Move
    from guidepress.paginate.margin import Margin
    from guidepress.paginate.pieces import Piece, Strand
    from guidepress.paginate.stacking import Stacker

__all__ = ["deepest", "flow", "segments"]

_WHOLE_COLUMNS = 660
"""A column set of at most so much of a page, per mille, is not divided: its end would be a scrap on the next page."""

_SCRAP = 100
"""The last page of a column set holds at least so much of a page, per mille; with less it looks torn off."""

_ROOM_FOR_COLUMNS = 6
"""Lines that a column set wants at least of a page that it does not end on."""


_MENDS = 4
"""So often a strand is made anew because a page ended within a word; each time that word is set whole."""


def flow(strand: Strand, stacker: Stacker, margin: Margin, breaker: Breaker) -> tuple[Plan, ...]:
    """Let a strand flow into pages.

    Args:
        strand: pieces; its first page is new.
        stacker: makes galleys.
        margin: measures margin notes.
        breaker: chooses where pages end.

    Returns:
        One plan a page, margin notes not yet placed.
    """
    plans = _flowed(strand, stacker, margin, breaker)
    for _ in range(_MENDS):
        new = [each for each in divided(plans) if stacker.setter.hold(*each)]
        if not new:
            break
        plans = _flowed(strand, stacker, margin, breaker)
    return plans


def _flowed(strand: Strand, stacker: Stacker, margin: Margin, breaker: Breaker) -> tuple[Plan, ...]:
    flowing = _Flow(stacker.areas, breaker, strand.section)
    parts = segments(strand.pieces)
    galleys = [
        stacker.stack(pieces.pieces if isinstance(pieces, ColumnSet) else pieces, main=True)
        for pieces in parts
    ]
    for index, (segment, galley) in enumerate(zip(parts, galleys, strict=True)):
        if not len(galley):
            flowing.empty(galley)
            continue
        if isinstance(segment, ColumnSet):
            flowing.columns(segment, galley)
            continue
        last = index == len(parts) - 1
        tail = 0
        if not last and galley.keeps_next and len(galleys[index + 1]):
            tail = _head_of(parts[index + 1], galleys[index + 1], stacker.areas.height)
            tail += max(galley.trail, galleys[index + 1].lead)
        flowing.text(galley, last=last, tail=tail, sides=margin.heights(galley))
    return flowing.plans()


def _head_of(segment: tuple[Piece, ...] | ColumnSet, galley: Galley, height: int) -> int:
    """How much of what follows must stand below its heading: two lines, or the whole of a column set that is short."""
    if isinstance(segment, ColumnSet):
        found = balance(galley, 0, segment.count, height, 0)
        if found[-1][1] == len(galley):
            high = deepest(galley, found, 0)
            if high <= height * _WHOLE_COLUMNS // 1000:
                return high
    return galley.bottoms[min(1, len(galley) - 1)]


def deepest(galley: Galley, columns: list[tuple[int, int]], above: int) -> int:
    """Height of the highest of several columns, mpt."""
    return max((galley.extent(first, end, above) for first, end in columns if end > first), default=0)


def segments(pieces: tuple[Piece, ...]) -> list[tuple[Piece, ...] | ColumnSet]:
    """Part a strand at its column sets."""
    found: list[tuple[Piece, ...] | ColumnSet] = []
    begin = 0
    for index, piece in enumerate(pieces):
        if isinstance(piece, ColumnSet):
            found += [pieces[begin:index], piece]
            begin = index + 1
    found.append(pieces[begin:])
    return [segment for segment in found if segment]


def _height_of_notes(galley: Galley, note: int, end: int) -> int:
    """What note lines take at the foot of a column, mpt, the rule above them included."""
    return galley.note_tops[end] - galley.note_tops[note] + NOTE_RULE if end > note else 0


class _Flow:
    """Where the flow stands: pages so far, the column in use and how full it is."""

    def __init__(self, areas: Areas, breaker: Breaker, section: Section) -> None:
        self._areas = areas
        self._breaker = breaker
        self._line = areas.line
        self._section = section
        self._pages: list[list[Slice]] = [[]]
        self._whys: list[str] = [""]
        self._column = 0
        self._head = 0  # what stands across all columns of the page, with the white space below it
        self._y = 0  # what the column holds, the head included
        self._gap = 0  # white space owed
        self._foot = areas.height  # where footnotes of the column begin
        self._waiting: list[Section] = []  # sections that began in a galley without atoms

    def empty(self, galley: Galley) -> None:
        """Remember what a galley without atoms says."""
        self._waiting += [section for _, section in galley.begins]

    def text(self, galley: Galley, *, last: bool, tail: int, sides: tuple[tuple[int, int], ...]) -> None:
        """Cut a galley and place it."""
        wanted = next((least for at, least in galley.rooms if not at), 0)
        if self._y > self._head and self._foot - self._above(galley) < wanted:
            self._next("too little of the page was left for what follows")
        above = self._above(galley)
        beside = self._areas.page.columns - 1 - self._column if self._head else 0
        room = Room(
            self._areas.height, self._foot - above, above, beside, self._head, last, tail, self._line,
            self._areas.page.columns, sides,
        )  # fmt: skip
        cuts = self._breaker.cuts(galley, room)
        if last and self._areas.page.columns > 1:
            cuts = self._level(galley, room, cuts)
        glue = Glue(galley, self._line) if any(cut.fill for cut in cuts) else None
        for index, cut in enumerate(cuts):
            if index:
                self._next(cuts[index - 1].why)
                above = self._y
            if cut.end > cut.start or cut.note_end > cut.note:
                moves = glue.moves(cut.start, cut.end, cut.fill) if glue is not None and cut.fill else ()
                self._place(galley, cut, above, moves)
        self._gap = galley.trail

    def _level(self, galley: Galley, room: Room, cuts: tuple[Cut, ...]) -> tuple[Cut, ...]:
        """Make the columns of the last page equally long, if the galley and no footnote stands in all of them."""
        count = self._areas.page.columns
        first = max((at for at in range(len(cuts)) if not (self._column + at) % count), default=-1)
        if first < 0 or (not first and self._y > self._head) or cuts[first].note < len(galley.note_of):
            return cuts
        height, above = room.column(first)
        found = balance(galley, cuts[first].start, count, height, above)
        if found[-1][1] < len(galley):
            return cuts
        note, why = cuts[first].note, "the columns of the last page are level"
        return (*cuts[:first], *(Cut(start, end, note, note, why) for start, end in found if end > start))

    def _place(self, galley: Galley, cut: Cut, above: int, moves: tuple[Move, ...]) -> None:
        x = self._areas.column_x(self._column) if self._areas.page.columns > 1 else 0
        self._pages[-1].append(
            Slice(
                galley, cut.start, cut.end, x, above, cut.note, cut.note_end, self._foot, self._begun(), moves
            )
        )
        if cut.end > cut.start:
            self._y = self._pages[-1][-1].bottom
        if cut.note_end > cut.note:
            self._foot -= _height_of_notes(galley, cut.note, cut.note_end)

    def _begun(self) -> tuple[Section, ...]:
        """Take the sections that waited for something to stand under them."""
        begun = tuple(self._waiting)
        self._waiting.clear()
        return begun

    def columns(self, segment: ColumnSet, galley: Galley) -> None:
        """Balance a column set on the page; what does not fit goes on, on the next.

        A set of one column stands across the columns of the page, at its top; text goes on below it. The footnotes of
        a set stand at the foot of the page's first column.
        """
        across = self._areas.page.columns > 1
        if across and (self._column or self._y > self._head):
            self._page("what follows stands across all columns")
        start = note = 0
        above = self._above(galley)
        while start < len(galley):
            found = self._noted(segment, galley, (start, note), above)
            whole = found[-1][1] == len(galley)
            small = self._foot - above < _ROOM_FOR_COLUMNS * self._line
            if self._y and (not found[0][1] > start or (small and not whole)):
                self._page("too little room was left")
                above = 0
                continue
            if found[0][1] == start:
                found = [(start, start + 1)]  # higher than a page
            elif not whole:
                found = self._shared(segment, galley, found, above)
            until = notes_before(galley, found[-1][1])
            for index, (first, end) in enumerate(found):
                if end > first:
                    x = index * (segment.measure + segment.gap)
                    notes = (0, 0) if index else (note, until)
                    self._pages[-1].append(
                        Slice(galley, first, end, x, above, *notes, self._foot, self._begun())
                    )
            self._foot -= _height_of_notes(galley, note, until)
            note = until
            self._y = above + deepest(galley, found, above)
            start = found[-1][1]
            if start < len(galley):
                self._page("the page is full")
                above = 0
        self._gap = galley.trail
        if across:
            self._head = self._y = self._y + self._gap
            self._gap = 0

    def _noted(
        self, segment: ColumnSet, galley: Galley, at: tuple[int, int], above: int
    ) -> list[tuple[int, int]]:
        """Balance a set from an atom and a note line on, with room below it for the footnotes of what it then holds."""
        (start, note), need = at, 0
        while True:
            found = balance(galley, start, segment.count, self._foot - above - need, above)
            asked = _height_of_notes(galley, note, notes_before(galley, found[-1][1]))
            if asked <= need:
                return found
            need = asked

    def _above(self, galley: Galley) -> int:
        """What the column holds above a galley, white space included; none at the column's top."""
        return self._y + (max(self._gap, galley.lead) if self._y > self._head else 0)

    def _shared(
        self, segment: ColumnSet, galley: Galley, found: list[tuple[int, int]], above: int
    ) -> list[tuple[int, int]]:
        """Leave more to the next page, if what remains of the set would be a scrap there."""
        height = self._areas.height
        rest = balance(galley, found[-1][1], segment.count, height, 0)
        lack = height * _SCRAP // 1000 - deepest(galley, rest, 0)
        if rest[-1][1] < len(galley) or lack <= 0:
            return found
        shorter = balance(galley, found[0][0], segment.count, self._foot - above - lack, above)
        return shorter if shorter[0][1] > shorter[0][0] else found

    def _next(self, why: str) -> None:
        """Go on in the next column or on the next page."""
        if self._column + 1 < self._areas.page.columns:
            self._y, self._gap, self._foot = self._head, 0, self._areas.height
            self._column += 1
            return
        self._page(why)

    def _page(self, why: str) -> None:
        """Go on on the next page."""
        self._head = self._y = self._gap = self._column = 0
        self._foot = self._areas.height
        self._whys[-1] = why
        self._pages.append([])
        self._whys.append("")

    def plans(self) -> tuple[Plan, ...]:
        """The pages, each with its section and those that begin on it."""
        section = self._section
        found: list[Plan] = []
        for slices, why in zip(self._pages, self._whys, strict=True):
            begins: list[tuple[bool, Section]] = []
            for piece in slices:
                begins += [(piece is slices[0], begun) for begun in piece.begins]
                begins += [
                    (piece is slices[0] and at == piece.start, begun)
                    for at, begun in marks_among(piece.galley.begins, piece.start, piece.end)
                ]
            opens = any(top for top, _ in begins)
            for top, begun in begins:
                if top:
                    section = begun
            found.append(Plan(tuple(slices), section, tuple(begun for _, begun in begins), opens, why))
            if begins:
                section = begins[-1][1]
        return tuple(found)

"""In: pieces. Out: the galley they make: lines set, white space between blocks, costs of page ends, the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.paginate.boxes import may_open
from guidepress.paginate.galley import KEEP, Galley, SetNote, SetRow, TableHead, marks_among, no_later
from guidepress.paginate.parting import (
    HELD,
    JOINED,
    box_costs,
    line_costs,
    reads_on,
    row_costs,
    ruled_costs,
)
from guidepress.paginate.pieces import (
    AnchorMark,
    Art,
    Begin,
    Beside,
    Box,
    Close,
    Open,
    Para,
    Photo,
    Ruled,
    Space,
    Stop,
    TableRow,
)
from guidepress.paginate.tables.rows import set_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from guidepress.document.blocks import Heading, Section
    from guidepress.layout.areas import Areas
    from guidepress.paginate.galley import Filling
    from guidepress.paginate.pieces import Footnote, Piece
    from guidepress.paginate.setter import Setter
    from guidepress.typeset import Line

__all__ = ["Stacker"]


class Stacker:
    """Makes galleys of one document's pieces, for one round."""

    def __init__(self, setter: Setter, areas: Areas, notes: Mapping[str, Footnote]) -> None:
        self.setter = setter
        self.areas = areas
        self.notes = notes
        # what no reference can change, for later rounds
        self._kept: dict[int, tuple[Sequence[Piece], Galley]] = {}

    def setting(self, setter: Setter) -> Stacker:
        """The stacker of another round; it knows the galleys that no reference can change."""
        stacker = Stacker(setter, self.areas, self.notes)
        stacker._kept = self._kept
        return stacker

    def stack(self, pieces: Sequence[Piece], *, main: bool = False) -> Galley:
        """Stack pieces; those of the main text stand on the grid and have footnotes, cells and notes do not."""
        if main:
            return _Stack(self, self.areas.page.grid, main=True).galley_of(pieces)
        known = self._kept.get(id(pieces))
        if known is not None and known[0] is pieces and not self.setter.holds(known[1].fillings):
            return known[1]
        galley = _Stack(self, 0, main=False).galley_of(pieces)
        if not galley.late:
            self._kept[id(pieces)] = pieces, galley
        return galley


class _Stack:
    """Where the stacking of one galley stands: the galley's lists so far, and what is owed before the next atom."""

    def __init__(self, stacker: Stacker, grid: int, *, main: bool) -> None:
        self._stacker = stacker
        self._main = main
        self._grid = grid
        self._reference = stacker.areas.reference
        self._tops: list[int] = []
        self._bottoms: list[int] = []
        self._costs: list[int] = []
        self._inside: list[bool] = []
        self._fillings: list[Filling] = []
        self._lines: list[Line | None] = []
        self._boxes: list[Box | None] = []
        self._snaps: list[int] = []
        self._snap_slack: list[int] = []
        self._gaps: list[tuple[int, int]] = []
        self._lead = 0
        self._anchors: list[tuple[int, str]] = []
        self._begins: list[tuple[int, Section]] = []
        self._besides: list[tuple[int, Beside]] = []
        self._headings: list[tuple[int, Heading]] = []
        self._rooms: list[tuple[int, int]] = []
        self._stops: list[int] = []
        self._notes: list[SetNote] = []
        self._note_tops: list[int] = [0]
        self._note_of: list[int] = []
        self._heads: dict[Box, TableHead] = {}
        self._spans: dict[Box, tuple[int, int]] = {}
        self._eased: dict[int, int] = {}
        self._overfull: list[str] = []
        self._late = False
        self._y = 0  # bottom of the last atom, with what boxes add below it
        self._gap = 0  # white space owed before the next atom
        self._pad = 0  # what boxes add above it
        self._padded = 0  # padded boxes around the next atom
        self._keep = 0  # cost of parting the next atom from the last
        self._grid_end = 0  # the atom after the last that stands on the grid
        self._box: Box | None = None
        self._around: Box | None = None  # the innermost box around both the last atom and the next
        self._names: list[str] = []  # of the next atom
        self._noted: set[str] = set()

    def galley_of(self, pieces: Iterable[Piece]) -> Galley:
        """Stack pieces; what stands after the last atom stands at it."""
        for piece in pieces:
            _TAKERS[type(piece)](self, piece)
        last = len(self._tops) - 1
        names = tuple((last, name) for name in self._names) if last >= 0 else ()
        return Galley(
            grid=self._grid,
            reference=self._reference,
            tops=tuple(self._tops),
            bottoms=tuple(self._bottoms),
            costs=tuple(self._costs),
            inside=tuple(self._inside),
            fillings=tuple(self._fillings),
            lines=tuple(self._lines),
            boxes=tuple(self._boxes),
            snaps=tuple(self._snaps),
            snap_slack=tuple(self._snap_slack),
            gaps=tuple(self._gaps),
            lead=self._lead,
            trail=self._gap,
            keeps_next=self._keep >= KEEP,
            anchors=(*self._anchors, *names),
            begins=no_later(self._begins, last),
            besides=no_later(self._besides, last),
            headings=tuple(self._headings),
            rooms=tuple(self._rooms),
            stops=tuple(self._stops),
            notes=tuple(self._notes),
            note_tops=tuple(self._note_tops),
            note_of=tuple(self._note_of),
            heads=self._heads,
            spans=self._spans,
            eased=self._eased,
            overfull=tuple(self._overfull),
            late=self._late,
        )

    # atoms

    def _add(
        self, filling: Filling, line: Line | None, height: int, *, cost: int = 0, inside: bool = False
    ) -> int:
        """Put an atom below the last; its index."""
        index = len(self._tops)
        top = self._y + self._gap + self._pad
        if not index:
            self._lead, top = self._gap, self._pad
        elif self._gap and self._keep < KEEP and may_open(self._around):
            self._gaps.append((index, self._gap))
        self._around = self._box
        self._tops.append(top)
        self._bottoms.append(top + height)
        self._costs.append(cost + self._keep)
        self._inside.append(inside)
        self._fillings.append(filling)
        self._lines.append(line)
        self._boxes.append(self._box)
        self._y = top + height
        self._gap = self._pad = self._keep = 0
        if self._names:
            self._anchors += [(index, name) for name in self._names]
            self._names.clear()
        return index

    def take_para(self, para: Para) -> None:
        lines = self._stacker.setter.lines(para)
        style = para.style
        self._late = self._late or para.late
        if not lines:
            return
        if not self._pad and style.space_before > self._gap:
            self._gap = style.space_before
        index = len(self._tops)
        snaps = style.grid and self._grid > 0 and not self._padded
        if snaps:
            self._snap(para, index)
        inside = not self._gap + self._pad and reads_on(para, self._fillings)
        self._add(para, lines[0], style.leading, inside=inside)
        count = len(lines)
        if count > 1:
            self._rest(para, lines, index)
        if snaps:
            self._grid_end = index + count
        for offset, line in enumerate(lines):
            if line.notes:
                self._call_notes(line.notes, index + offset)
        if para.heading is not None:
            self._headings.append((index, para.heading))
        self._gap = style.space_after
        if style.keep_next or para.heading is not None:
            self._keep = HELD

    def _rest(self, para: Para, lines: tuple[Line, ...], index: int) -> None:
        """Put the other lines of a paragraph below its first; widows and orphans become costs."""
        leading, rest = para.style.leading, len(lines) - 1
        first = self._bottoms[index]
        self._tops += range(first, first + leading * rest, leading)
        self._bottoms += range(first + leading, first + leading * (rest + 1), leading)
        self._fillings += (para,) * rest
        self._lines += lines[1:]
        self._boxes += (self._box,) * rest
        self._costs += line_costs(para, lines, self._stacker.areas.height)
        self._inside += (True,) * rest
        self._y = first + leading * rest

    def _snap(self, para: Para, index: int) -> None:
        """Move the next line down to the grid.

        What stands between it and the last line on the grid moves down too: all the way if it is kept with this
        line, as headings are, else half of it, so that boxes and figures have even white space around them.
        """
        start = self._y + self._gap + self._pad if index else self._pad
        slack = (self._reference - start - para.baseline) % self._grid
        run = self._grid_end
        above = 0
        if 0 < run < index:
            above = slack if self._keep >= KEEP else slack // 2
            for atom in range(run, index):
                self._tops[atom] += above
                self._bottoms[atom] += above
            self._y += above
        self._snaps.append(index)
        self._snap_slack.append(slack - above)
        if index:
            self._gap += slack - above

    def _call_notes(self, names: Iterable[str], atom: int) -> None:
        """Set the footnotes whose marks stand on a line, then those that they mark themselves."""
        called = [*names]
        for name in called:
            entry = self._stacker.notes.get(name)
            if entry is None or not self._main or name in self._noted:
                continue
            self._noted.add(name)
            self._anchors.append((atom, f"noteref-{name}"))
            set_note = self._stacker.stack(entry.pieces)
            if not len(set_note):
                continue
            self._notes.append(SetNote(name, atom, set_note, len(self._note_tops) - 1))
            below = self._note_tops[-1]
            self._note_tops += [below + bottom for bottom in set_note.bottoms]
            self._note_of += (len(self._notes) - 1,) * len(set_note)
            called += [marked for line in set_note.lines if line is not None for marked in line.notes]

    # what is no text

    def take_art(self, art: Art) -> None:
        self._add(art, None, art.drawing.height)

    def take_photo(self, photo: Photo) -> None:
        self._add(photo, None, photo.height)

    def take_ruled(self, ruled: Ruled) -> None:
        # Lines below drawn ones are more of the same room, and may begin a page.
        if self._tops and not isinstance(self._fillings[-1], Art):
            self._keep = KEEP
        self._gap = 0
        for cost in ruled_costs(ruled.count, ruled.pitch, self._stacker.areas.height):
            self._add(ruled, None, ruled.pitch, cost=cost)
        self._gap = ruled.pitch // 2

    def take_row(self, row: TableRow) -> None:
        if row.head:
            return  # set when the table opened
        stacker = self._stacker
        head = self._heads.get(self._box) if self._box else None
        most = stacker.areas.height - (head.height if head else 0)
        parts, cut = set_row(row, stacker.stack, most)
        if cut:
            self._overfull.append("A table row is higher than a page and was cut between two lines.")
        for part in parts:
            self._add_row(part)

    def _add_row(self, part: SetRow) -> None:
        joined = part.row.joined if part.starts else ""
        if joined:
            self._eased[len(self._tops)] = part.row.style.padding
        index = self._add(part, None, part.height, cost=JOINED[joined] + part.cost, inside=part.inside)
        for galley, start, end in part.cells:
            self._late = self._late or galley.late
            self._anchors += [(index, name) for _, name in marks_among(galley.anchors, start, end)]
            self._headings += [(index, found) for _, found in marks_among(galley.headings, start, end)]
            for line in galley.lines[start:end]:
                if line is not None and line.notes:
                    self._call_notes(line.notes, index)

    # boxes

    def take_open(self, opened: Open) -> None:
        box = opened.box
        style = box.style
        if not self._pad:
            self._gap = max(self._gap, style.space_before)
        self._pad += box.top
        self._padded += box.top > 0  # text in a padded box stands in its middle, not on the grid
        self._box = box
        self._spans[box] = (len(self._tops), len(self._tops))
        if box.head:
            stacker = self._stacker
            rows = tuple(
                part for row in box.head for part in set_row(row, stacker.stack, stacker.areas.height)[0]
            )
            for part in rows:
                self._add_row(part)
                self._keep = KEEP
            height = sum(part.height for part in rows)
            self._heads[box] = TableHead(rows, height, len(self._tops))

    def take_close(self, closed: Close) -> None:
        box = closed.box
        first, last = self._spans[box][0], len(self._tops)
        self._box = box.parent
        if self._around is box:
            self._around = box.parent
        self._padded -= box.top > 0
        if first == last:
            self._pad = max(0, self._pad - box.top)
            return
        self._spans[box] = (first, last)
        self._y += box.bottom
        style = box.style
        self._gap = max(0 if box.bottom else self._gap, style.space_after)
        head = self._heads.get(box)
        filling = self._fillings[last - 1]
        if head is not None or (isinstance(filling, SetRow) and not filling.row.parted):
            body = head.body if head else first
            high = self._bottoms[last - 1] - self._tops[body] if last > body else 0
            for atom, cost in enumerate(row_costs(last - body, high, self._stacker.areas.height), body + 1):
                self._costs[atom] += cost
        high = self._bottoms[-1] - self._tops[first]
        for at, cost in enumerate(
            box_costs(self._fillings, first, high, box, self._stacker.areas), first + 1
        ):
            self._costs[at] += cost
        if style.keep_next:
            self._keep = KEEP // 2  # what must go, goes between boxes before it goes through one

    # what takes no room

    def take_space(self, space: Space) -> None:
        self._gap = max(self._gap, space.height)

    def take_stop(self, stop: Stop) -> None:
        at = len(self._tops)
        if stop.kind == "room":
            self._rooms.append((at, stop.least))
        elif at:
            self._stops.append(at)

    def take_begin(self, begin: Begin) -> None:
        at = len(self._tops)
        self._begins.append((at, begin.section))
        areas = self._stacker.areas
        self._gap = max(self._gap, areas.section_gap)
        if begin.section.start == "room":
            self._rooms.append((at, areas.height // 3))

    def take_name(self, name: AnchorMark) -> None:
        self._names.append(name.name)

    def take_beside(self, beside: Beside) -> None:
        self._besides.append((len(self._tops), beside))


_TAKERS: dict[type, Callable[[_Stack, Any], None]] = {
    Para: _Stack.take_para,
    Open: _Stack.take_open,
    Close: _Stack.take_close,
    TableRow: _Stack.take_row,
    Art: _Stack.take_art,
    Photo: _Stack.take_photo,
    Ruled: _Stack.take_ruled,
    Space: _Stack.take_space,
    Stop: _Stack.take_stop,
    Begin: _Stack.take_begin,
    AnchorMark: _Stack.take_name,
    Beside: _Stack.take_beside,
}
"""What takes each kind of piece."""

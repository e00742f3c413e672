"""In: pieces. Out: the galley they make: lines set, white space between blocks, costs of page ends, the grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.paginate.galley import HYPHEN, KEEP, WIDOW, Galley, Note, TableHead
from guidepress.paginate.pieces import (
    Art,
    Begin,
    Beside,
    Box,
    Close,
    Name,
    Open,
    Para,
    Photo,
    Ruled,
    Space,
    Stop,
    TableRow,
)
from guidepress.paginate.tables.rows import SetRow, set_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from guidepress.layout.areas import Areas
    from guidepress.paginate.galley import Filling
    from guidepress.paginate.pieces import Entry, Piece
    from guidepress.paginate.setter import Setter
    from guidepress.typeset import Line

__all__ = ["Stacker"]

_INSIDE = 5
"""Cost of ending a page inside a paragraph: of two equal pages the one that ends with a paragraph is better."""

_LONE_ROW = 900
"""Cost of parting a table after its first or before its last row: as much as nine lines of white space."""

_SMALL_TABLE = 4
"""A table of less than a quarter of a page is parted as unwillingly between any rows."""

_JOINED = {"": 0, "kept": KEEP, "loose": 160}
"""Cost of parting a row from the one that it is joined to: for "loose" as much as four lines of white space."""


class Stacker:
    """Makes galleys of one document's pieces."""

    def __init__(self, setter: Setter, areas: Areas, notes: Mapping[str, Entry]) -> None:
        self.setter = setter
        self.areas = areas
        self.notes = notes
        self._kept: dict[
            int, tuple[Sequence[Piece], Galley]
        ] = {}  # what no reference can change, for later rounds

    def stack(self, pieces: Sequence[Piece], *, main: bool = False) -> Galley:
        """Stack pieces; those of the main text stand on the grid and have footnotes, cells and notes do not."""
        if main:
            galley = Galley(self.areas.page.grid, self.areas.reference)
            return _Stack(self, galley, main=True).galley_of(pieces)
        key = id(pieces)
        known = self._kept.get(key)
        if known is not None and known[0] is pieces:
            return known[1]
        galley = _Stack(self, Galley(0, self.areas.reference), main=False).galley_of(pieces)
        if not galley.late:
            self._kept[key] = pieces, galley
        return galley


class _Stack:
    """Where the stacking of one galley stands."""

    def __init__(self, stacker: Stacker, galley: Galley, *, main: bool) -> None:
        self._stacker = stacker
        self._galley = galley
        self._main = main
        self._y = 0  # bottom of the last atom, with what boxes add below it
        self._gap = 0  # white space owed before the next atom
        self._pad = 0  # what boxes add above it
        self._padded = 0  # padded boxes around the next atom
        self._keep = 0  # cost of parting the next atom from the last
        self._grid_end = 0  # the atom after the last that stands on the grid
        self._box: Box | None = None
        self._names: list[str] = []
        self._noted: set[str] = set()

    def galley_of(self, pieces: Iterable[Piece]) -> Galley:
        for piece in pieces:
            _TAKERS[type(piece)](self, piece)
        galley = self._galley
        galley.trail = self._gap
        galley.keeps_next = self._keep >= KEEP
        last = len(galley) - 1
        if last >= 0:
            galley.anchors += [(last, name) for name in self._names]
            galley.besides = [(min(atom, last), beside) for atom, beside in galley.besides]
            galley.begins = [(min(atom, last), section) for atom, section in galley.begins]
        return galley

    # atoms

    def _add(self, filling: Filling, line: Line | None, height: int, *, cost: int = 0) -> int:
        """Put an atom below the last; its index."""
        galley = self._galley
        index = len(galley.tops)
        top = self._y + self._gap + self._pad
        if not index:
            galley.lead, top = self._gap, self._pad
        galley.tops.append(top)
        galley.bottoms.append(top + height)
        galley.costs.append(cost + self._keep)
        galley.fillings.append(filling)
        galley.lines.append(line)
        galley.boxes.append(self._box)
        self._y = top + height
        self._gap = self._pad = self._keep = 0
        if self._names:
            galley.anchors += [(index, name) for name in self._names]
            self._names.clear()
        return index

    def take_para(self, para: Para) -> None:
        lines = self._stacker.setter.lines(para)
        style, galley = para.style, self._galley
        galley.late = galley.late or para.late
        if not lines:
            return
        if not self._pad and style.space_before > self._gap:
            self._gap = style.space_before
        index = len(galley.tops)
        snaps = style.grid and galley.grid > 0 and not self._padded
        if snaps:
            self._snap(para, index)
        self._add(para, lines[0], style.leading)
        count = len(lines)
        if count > 1:
            self._rest(para, lines, index)
        if snaps:
            self._grid_end = index + count
        for offset, line in enumerate(lines):
            if line.notes:
                self._notes(line.notes, index + offset)
        if para.heading is not None:
            galley.headings.append((index, para.heading))
        self._gap = style.space_after
        if style.keep_next or para.heading is not None:
            self._keep = KEEP

    def _rest(self, para: Para, lines: tuple[Line, ...], index: int) -> None:
        """Put the other lines of a paragraph below its first; widows and orphans become costs."""
        style, galley = para.style, self._galley
        count, leading = len(lines), style.leading
        first = galley.bottoms[index]
        rest = count - 1
        galley.tops += range(first, first + leading * rest, leading)
        galley.bottoms += range(first + leading, first + leading * (rest + 1), leading)
        galley.fillings += (para,) * rest
        galley.lines += lines[1:]
        galley.boxes += (self._box,) * rest
        if style.keep_together or para.heading is not None:
            galley.costs += (KEEP,) * rest
        else:
            orphan, widow = max(style.orphan, 1), max(style.widow, 1)
            galley.costs += [
                (WIDOW if k < orphan or count - k < widow else _INSIDE)
                + (HYPHEN if lines[k - 1].hyphenated else 0)
                for k in range(1, count)
            ]
        self._y = first + leading * rest

    def _snap(self, para: Para, index: int) -> None:
        """Move the next line down to the grid.

        What stands between it and the last line on the grid moves down too: all the way if it is kept with this
        line, as headings are, else half of it, so that boxes and figures have even white space around them.
        """
        galley = self._galley
        start = self._y + self._gap + self._pad if index else self._pad
        slack = (galley.reference - start - para.baseline) % galley.grid
        run = self._grid_end
        above = 0
        if 0 < run < index:
            above = slack if self._keep >= KEEP else slack // 2
            for atom in range(run, index):
                galley.tops[atom] += above
                galley.bottoms[atom] += above
            self._y += above
        galley.snaps.append(index)
        galley.snap_slack.append(slack - above)
        if index:
            self._gap += slack - above

    def _notes(self, names: tuple[str, ...], atom: int) -> None:
        """Set the footnotes whose marks stand on a line."""
        galley = self._galley
        for name in names:
            entry = self._stacker.notes.get(name)
            if entry is None or not self._main or name in self._noted:
                continue
            self._noted.add(name)
            galley.anchors.append((atom, f"noteref-{name}"))
            set_note = self._stacker.stack(entry.pieces)
            if not len(set_note):
                continue
            galley.notes.append(Note(name, atom, set_note, len(galley.note_tops) - 1))
            below = galley.note_tops[-1]
            galley.note_tops += [below + bottom for bottom in set_note.bottoms]
            galley.note_of += (len(galley.notes) - 1,) * len(set_note)

    # what is no text

    def take_art(self, art: Art) -> None:
        self._add(art, None, art.drawing.height)

    def take_photo(self, photo: Photo) -> None:
        self._add(photo, None, photo.height)

    def take_ruled(self, ruled: Ruled) -> None:
        count = ruled.count
        loose = count * ruled.pitch > self._stacker.areas.height
        if self._galley.tops:
            self._keep = KEEP
        self._gap = 0
        for index in range(count):
            inside = 3 <= index <= count - 3
            cost = 0 if not index else _INSIDE if loose and inside else KEEP
            self._add(ruled, None, ruled.pitch, cost=cost)
        self._gap = ruled.pitch // 2

    def take_row(self, row: TableRow) -> None:
        if row.head:
            return  # set when the table opened
        stacker = self._stacker
        head = self._galley.heads.get(self._box) if self._box else None
        most = stacker.areas.height - (head.height if head else 0)
        parts, cut = set_row(row, stacker.stack, most)
        if cut:
            self._galley.overfull.append("A table row is higher than a page and was cut between two lines.")
        for part in parts:
            self._add_row(part)

    def _add_row(self, part: SetRow) -> None:
        joined = part.row.joined if part.starts else ""
        if joined:
            self._galley.eased[len(self._galley.tops)] = part.row.style.padding
        index = self._add(part, None, part.height, cost=_JOINED[joined])
        for galley, start, end in part.cells:
            self._galley.late = self._galley.late or galley.late
            self._galley.anchors += [(index, name) for atom, name in galley.anchors if start <= atom < end]
            self._galley.headings += [
                (index, found) for atom, found in galley.headings if start <= atom < end
            ]
            for line in galley.lines[start:end]:
                if line is not None and line.notes:
                    self._notes(line.notes, index)

    # boxes

    def take_open(self, opened: Open) -> None:
        box = opened.box
        style = box.style
        if not self._pad:
            self._gap = max(self._gap, style.space_before)
        self._pad += box.top
        self._padded += box.top > 0  # text in a padded box stands in its middle, not on the grid
        self._box = box
        self._galley.spans[box] = (len(self._galley.tops), len(self._galley.tops))
        if box.head:
            stacker = self._stacker
            rows = tuple(
                part for row in box.head for part in set_row(row, stacker.stack, stacker.areas.height)[0]
            )
            for part in rows:
                self._add_row(part)
                self._keep = KEEP
            height = sum(part.height for part in rows)
            self._galley.heads[box] = TableHead(rows, height, len(self._galley.tops))

    def take_close(self, closed: Close) -> None:
        box, galley = closed.box, self._galley
        first, last = galley.spans[box][0], len(galley.tops)
        self._box = box.parent
        self._padded -= box.top > 0
        if first == last:
            self._pad = max(0, self._pad - box.top)
            return
        galley.spans[box] = (first, last)
        self._y += box.bottom
        style = box.style
        self._gap = max(0 if box.bottom else self._gap, style.space_after)
        head = galley.heads.get(box)
        if head is not None or isinstance(galley.fillings[last - 1], SetRow):
            self._table_costs(head.body if head else first, last)
        if style.keep_together and galley.bottoms[-1] - galley.tops[first] <= self._stacker.areas.height:
            for index in range(first + 1, last):
                galley.costs[index] += KEEP
        if style.keep_next:
            self._keep = KEEP // 2  # what must go, goes between boxes before it goes through one

    def _table_costs(self, first: int, last: int) -> None:
        """Part a table unwillingly where one row would stand alone, and a small one anywhere."""
        galley = self._galley
        high = galley.bottoms[last - 1] - galley.tops[first] if last > first else 0
        small = high * _SMALL_TABLE < self._stacker.areas.height
        for atom in range(first + 1, last):
            if small or atom in (first + 1, last - 1):
                galley.costs[atom] += _LONE_ROW

    # what takes no room

    def take_space(self, space: Space) -> None:
        self._gap = max(self._gap, space.height)

    def take_stop(self, stop: Stop) -> None:
        at = len(self._galley.tops)
        if stop.kind == "room":
            self._galley.rooms.append((at, stop.least))
        elif at:
            self._galley.stops.append(at)

    def take_begin(self, begin: Begin) -> None:
        at = len(self._galley.tops)
        self._galley.begins.append((at, begin.section))
        areas = self._stacker.areas
        self._gap = max(self._gap, areas.section_gap)
        if begin.section.start == "room":
            self._galley.rooms.append((at, areas.height // 3))

    def take_name(self, name: Name) -> None:
        self._names.append(name.name)

    def take_beside(self, beside: Beside) -> None:
        self._galley.besides.append((len(self._galley.tops), beside))


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
    Name: _Stack.take_name,
    Beside: _Stack.take_beside,
}
"""What takes each kind of piece."""

"""Galley: pieces stacked in one endless column of atoms, with the cost of ending a page before each of them.

An atom is what no page end can cut: a line of text, a table row, a figure, an answer line. Atoms are parallel
lists, since a book has thousands. Everything a page needs later is a difference of two of their numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from guidepress.base.record import identity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guidepress.document.blocks import Heading, Section
    from guidepress.paginate.pieces import Art, Beside, Box, Para, Photo, Ruled, TableRow
    from guidepress.typeset import Line

__all__ = [
    "HYPHEN",
    "KEEP",
    "WIDOW",
    "Filling",
    "Galley",
    "SetNote",
    "SetRow",
    "TableHead",
    "marks_among",
    "no_later",
]

KEEP = 10_000_000
"""Cost of parting what belongs together: only where a whole page is too short for it."""

WIDOW = 1_000_000
"""Cost of a widow or orphan: less than parting a heading from its text, more than any white space."""

HYPHEN = 7000
"""Cost of a hyphen at a page's end: more than a hole of two lines, since a reader turns the page within a word."""

T = TypeVar("T")

_ATOM = itemgetter(0)

Filling: TypeAlias = "Para | Art | Photo | Ruled | SetRow"


@identity
class SetNote:
    """A set footnote: the atom with its mark, its lines, and the number of note lines in the galley before it."""

    name: str
    atom: int
    galley: Galley
    before: int


@identity
class TableHead:
    """The repeating head of a table: rows, height, and the first atom that is no part of it."""

    rows: tuple[SetRow, ...]
    height: int
    body: int


@identity
class SetRow:
    """A row of a table, or the part of one that is higher than a page.

    Attributes:
        cells: galley, first atom and the atom after the last, a cell.
        starts, ends: it begins and ends the row; only there do rules stand.
        inside: what is above it reads on in it.
        cost: of ending a page above it.
    """

    row: TableRow
    cells: tuple[tuple[Galley, int, int], ...]
    height: int
    starts: bool = True
    ends: bool = True
    inside: bool = False
    cost: int = 0


@identity
class Galley:
    """A column of atoms. Lengths are mpt; atom i reaches from tops[i] to bottoms[i].

    Attributes:
        grid, reference: pitch of the baseline grid, 0 for none, and its first line below the text area's top.
        costs: of ending a page before atom i.
        inside: whether that would part what reads on: lines of a paragraph, of verse.
        fillings: the piece an atom belongs to.
        lines: its line; None for what is no text.
        boxes: the innermost box around it.
        snaps: atoms whose baseline stands on the grid.
        snap_slack: the white space that put each of them there.
        lead, trail: white space before the first and after the last atom, if anything stands there.
        keeps_next: the last atom must stay with what follows.
        gaps: atoms that white space above them parts from the block before, and how much; it may grow.
        anchors, begins, besides, headings: what stands at which atom, in order.
        rooms: atoms before which so much of a page must be left, mpt.
        stops: atoms before which a page or column must end.
        notes: footnotes in order.
        note_tops: running height of all note lines.
        note_of: index of the note that a note line belongs to.
        heads: of tables, by box.
        spans: first atom and the atom after the last, by box.
        eased: white space above an atom that begins a page under a repeated head: of rows joined to the one before.
        overfull: what had to be cut, as sentences.
        late: some line of it says where something else stands.
    """

    grid: int
    reference: int
    tops: tuple[int, ...]
    bottoms: tuple[int, ...]
    costs: tuple[int, ...]
    inside: tuple[bool, ...]
    fillings: tuple[Filling, ...]
    lines: tuple[Line | None, ...]
    boxes: tuple[Box | None, ...]
    snaps: tuple[int, ...]
    snap_slack: tuple[int, ...]
    gaps: tuple[tuple[int, int], ...]
    lead: int
    trail: int
    keeps_next: bool
    anchors: tuple[tuple[int, str], ...]
    begins: tuple[tuple[int, Section], ...]
    besides: tuple[tuple[int, Beside], ...]
    headings: tuple[tuple[int, Heading], ...]
    rooms: tuple[tuple[int, int], ...]
    stops: tuple[int, ...]
    notes: tuple[SetNote, ...]
    note_tops: tuple[int, ...]
    note_of: tuple[int, ...]
    heads: Mapping[Box, TableHead]
    spans: Mapping[Box, tuple[int, int]]
    eased: Mapping[int, int]
    overfull: tuple[str, ...]
    late: bool

    def __len__(self) -> int:
        return len(self.tops)

    def shape(self) -> tuple[object, ...]:
        """All that the ends of pages depend on, as numbers; galleys of the same shape are cut alike, of whatever book."""
        numbers: dict[object, object] = {None: 0}
        boxes: list[tuple[object, ...]] = []
        for box, span in self.spans.items():
            numbers[box] = len(numbers)
            boxes.append((box.top, box.bottom, box.decorated, numbers.get(box.parent, box.parent), span))
        return (
            self.grid, self.reference, self.tops, self.bottoms, self.costs, self.inside, boxes,
            [numbers.get(box, box) for box in self.boxes],
            [(numbers.get(box, box), head.height, head.body) for box, head in self.heads.items()],
            self.snaps, self.snap_slack, [getattr(self.fillings[atom], "baseline", 0) for atom in self.snaps],
            self.gaps, self.rooms, self.stops, self.note_tops, self.note_of, [note.atom for note in self.notes],
            self.eased,
        )  # fmt: skip

    def opening(self, start: int) -> int:
        """What boxes add above atom `start` at the top of a page: padding and repeated heads."""
        box = self.boxes[start]
        height = 0
        while box is not None:
            height += box.top
            head = self.heads.get(box)
            if head is not None and start >= head.body:
                height += head.height + self.eased.get(start, 0)
            box = box.parent
        return height

    def closing(self, last: int) -> int:
        """What boxes add below atom `last` at the foot of a page."""
        box = self.boxes[last]
        height = 0
        while box is not None:
            height += box.bottom
            box = box.parent
        return height

    def snap(self, start: int, offset: int) -> tuple[int, int]:
        """Find the first atom from `start` on that stands on the grid, and how far to move it and all after it.

        A heading before it moves down with it, so that the white space stands above the heading and not below.

        Args:
            start: first atom of the page.
            offset: from the top of the text area to where a page that starts with it puts its top.

        Returns:
            The atom (the galley's length if there is none) and the shift, mpt.
        """
        at = bisect_left(self.snaps, start)
        if at == len(self.snaps):
            return len(self.tops), 0
        atom = self.snaps[at]
        filling = self.fillings[atom]
        baseline = offset + self.tops[atom] - self.tops[start] + filling.baseline  # type: ignore[union-attr]
        shift = (self.reference - baseline) % self.grid
        if shift and atom > start and shift - self.grid >= -self.snap_slack[at]:
            return atom, shift - self.grid
        while shift and atom > start and self.costs[atom] >= KEEP:
            atom -= 1
        return atom, shift

    def extent(self, start: int, end: int, above: int = 0) -> int:
        """Height of atoms `start` to `end` (not included) on one page, boxes included, footnotes not.

        Args:
            start: first atom.
            end: first atom that is on the next page.
            above: what the page holds already, mpt.
        """
        return self.reach(self.begun(start, above), end)

    def begun(self, start: int, above: int = 0) -> tuple[int, int, int]:
        """What a page that starts with an atom settles for every end that it may have.

        Args:
            start: first atom.
            above: what the page holds already, mpt.

        Returns:
            What to add to the galley's own heights, the first atom that stands on the grid, and how far it and all
            after it move down.
        """
        offset = self.opening(start)
        atom, shift = self.snap(start, above + offset) if self.snaps else (len(self.tops), 0)
        return offset - self.tops[start], atom, shift

    def reach(self, begun: tuple[int, int, int], end: int) -> int:
        """Height of a page that has begun, up to atom `end` (not included), as `extent` counts it."""
        offset, atom, shift = begun
        height = offset + self.bottoms[end - 1] + self.closing(end - 1)
        return height + shift if atom < end else height


def marks_among(marks: Sequence[tuple[int, T]], start: int, end: int) -> Sequence[tuple[int, T]]:
    """What is marked at atoms `start` to `end` (not included), found by bisection: a page has few of a galley's marks.

    Args:
        marks: of a galley, in the order of their atoms.
        start: first atom.
        end: the atom after the last.
    """
    return marks[bisect_left(marks, start, key=_ATOM) : bisect_left(marks, end, key=_ATOM)]


def no_later(marks: list[tuple[int, T]], last: int) -> tuple[tuple[int, T], ...]:
    """Let what was marked after the last atom stand at it."""
    return tuple((min(atom, last), mark) for atom, mark in marks) if last >= 0 else tuple(marks)

"""In: the plan of a page. Out: its frames: boxes behind, text, rows, figures, footnotes and margin notes in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.colour import BLACK
from guidepress.page.items import ARTIFACT, BACKGROUND, Anchor, Frame, Image, Shape
from guidepress.paginate.boxes import box_shapes
from guidepress.paginate.cuts import NOTE_RULE
from guidepress.paginate.drawings import art_frame
from guidepress.paginate.galley import SetRow, marks_among
from guidepress.paginate.pieces import Art, Para, Photo, Ruled
from guidepress.paginate.plans import STILL
from guidepress.paginate.tables.rows import row_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.layout.areas import Areas
    from guidepress.page.items import Item
    from guidepress.paginate.galley import Filling, Galley
    from guidepress.paginate.pieces import Box
    from guidepress.paginate.plans import Plan, Shifts, SideNote, Slice
    from guidepress.paginate.setter import Setter
    from guidepress.typeset.lines import Line

__all__ = ["Painter"]

_RULE_WIDTH = 500
"""Thickness of answer lines and of the rule above footnotes, mpt."""

_NOTE_RULE_SHARE = 5
"""The rule above footnotes is a fifth of the measure long."""


class Painter:
    """Paints the pages of one book."""

    def __init__(self, setter: Setter, areas: Areas) -> None:
        self._setter = setter
        self._areas = areas
        self._frames: list[Frame] = []
        self._anchors: list[Anchor] = []
        self._artifact = False

    def page(self, plan: Plan, *, verso: bool) -> tuple[Frame, ...]:
        """Paint what a plan holds, furniture not included."""
        self._frames, self._anchors = [], []
        areas = self._areas
        x = areas.text_x(verso=verso, wide=plan.section.wide)
        y = areas.top
        note_x = areas.note_x(verso=verso)
        sides: dict[tuple[int, int], list[SideNote]] = {}
        for side in plan.sides:
            sides.setdefault((side.slice_index, side.before), []).append(side)
        for side in sides.pop((0, -1), ()):
            self._range(side.galley, side.start, side.end, note_x, y + side.y)
        for index, part in enumerate(plan.slices):
            mine = {atom: found for (place, atom), found in sides.items() if place == index}
            self._slice(part, x, y, [(atom, mine[atom]) for atom in sorted(mine)], note_x)
        for part in plan.slices:
            if part.note_end > part.note:
                self._notes(part, x, y)
        if self._anchors:
            self._frames.append(Frame(0, 0, tuple(self._anchors), BACKGROUND))
        return tuple(self._frames)

    def _slice(
        self, part: Slice, x: int, y: int, sides: list[tuple[int, list[SideNote]]], note_x: int
    ) -> None:
        galley = part.galley
        if part.end == part.start:
            return
        x += part.x
        base = y + part.y + galley.opening(part.start) - galley.tops[part.start]
        self._repeated(part, x, y)
        shifts = part.shifts()
        self._boxes(galley, range(part.start, part.end), x, base, shifts)
        begin = part.start
        for atom, notes in sides:
            self._atoms(galley, range(begin, atom), x, base, shifts)
            for note in notes:
                self._range(note.galley, note.start, note.end, note_x, y + note.y)
            begin = atom
        self._atoms(galley, range(begin, part.end), x, base, shifts)
        self._names(galley, range(part.start, part.end), x, base, shifts)

    def _range(self, galley: Galley, start: int, end: int, x: int, y: int) -> None:
        """Paint atoms of a cell or a note, its first atom's boxes beginning at y."""
        if end <= start:
            return
        base = y + galley.opening(start) - galley.tops[start]
        atoms = range(start, end)
        self._boxes(galley, atoms, x, base, STILL)
        self._atoms(galley, atoms, x, base, STILL)
        self._names(galley, atoms, x, base, STILL)

    def _names(self, galley: Galley, atoms: range, x: int, base: int, shifts: Shifts) -> None:
        for atom, name in marks_among(galley.anchors, atoms.start, atoms.stop):
            y = base + galley.tops[atom] + shifts.at(atom)
            self._anchors.append(Anchor(name, x, y, _element(galley.fillings[atom])))

    def _atoms(self, galley: Galley, atoms: range, x: int, base: int, shifts: Shifts) -> None:
        tops, lines = galley.tops, galley.lines
        fillings: tuple[Any, ...] = galley.fillings  # where there is a line, it is a paragraph
        frames, artifact = self._frames, self._artifact
        before = fillings[atoms.start - 1] if atoms.start else None
        for atom in atoms:
            filling = fillings[atom]
            y = base + tops[atom] + shifts.at(atom)
            line = lines[atom]
            if isinstance(filling, SetRow):
                if atom == atoms.start or not isinstance(before, SetRow) or before.row is not filling.row:
                    self._row(self._parts(galley, atoms[atom - atoms.start :], base, shifts), x)
            elif line is None:
                self._other(filling, galley, atom, x, y)
            else:
                items: tuple[Item, ...] = line.runs
                if line.links or line.shapes:
                    items = (*line.shapes, *line.runs, *line.links)
                if line.pictures:
                    items = (*line.shapes, *_among(line, filling), *line.links)
                y += filling.baseline
                if artifact:
                    frames.append(Frame(x + filling.x, y, line.runs, ARTIFACT))
                else:
                    if filling is not before and filling.paragraph.marker:
                        self._marker(filling, x, y)
                    frames.append(Frame(x + filling.x, y, items, filling.tag, filling.tags))
            before = filling

    def _marker(self, para: Para, x: int, y: int) -> None:
        line = self._setter.marker(para)
        items: tuple[Item, ...] = (*line.shapes, *line.runs, *line.links)
        left = para.style.indent_left
        self._frames.append(Frame(x + para.x + left, y, items, para.label, para.label_tags))

    def _other(self, filling: Filling, galley: Galley, atom: int, x: int, y: int) -> None:
        """Paint an atom that is no line of text."""
        if isinstance(filling, Art):
            self._frames.append(art_frame(filling, self._setter, x + filling.x, y))
        elif isinstance(filling, Photo):
            image = Image(filling.picture.path, 0, 0, filling.width, filling.height, most=filling.most)
            self._frames.append(Frame(x + filling.x, y, (image,), filling.tag))
        elif isinstance(filling, Ruled):
            foot = galley.bottoms[atom] - galley.tops[atom]
            path = (("m", (0, foot)), ("l", (filling.width, foot)))
            shape = Shape(path, stroke=filling.colour, line_width=_RULE_WIDTH)
            self._frames.append(Frame(x + filling.x, y, (shape,), BACKGROUND))

    @staticmethod
    def _parts(galley: Galley, atoms: range, base: int, shifts: Shifts) -> list[tuple[SetRow, int]]:
        """The parts of one row that a page holds, and where the top of each stands."""
        found: list[tuple[SetRow, int]] = []
        for atom in atoms:
            part = galley.fillings[atom]
            if not isinstance(part, SetRow) or (found and part.row is not found[0][0].row):
                break
            found.append((part, base + galley.tops[atom] + shifts.at(atom)))
        return found

    def _row(self, parts: list[tuple[SetRow, int]], x: int) -> None:
        """Paint what a page holds of a row, cell by cell, so that each is read to its end."""
        named = len(self._anchors)
        for part, y in parts:
            shapes = row_shapes(part)
            if shapes:
                self._frames.append(Frame(x, y, shapes, BACKGROUND))
        for cell in range(len(parts[0][0].cells)):
            for part, y in parts:
                galley, start, end = part.cells[cell]
                self._range(galley, start, end, x, y + (part.row.above if part.starts else 0))
        del self._anchors[named:]  # the galley of the row has taken over what its cells name

    def _repeated(self, part: Slice, x: int, y: int) -> None:
        """Paint table heads again at the top of a page, as artifacts."""
        galley = part.galley
        chain: list[Box] = []
        box = galley.boxes[part.start]
        while box is not None:
            chain.append(box)
            box = box.parent
        y += part.y
        for each in reversed(chain):
            y += each.top
            head = galley.heads.get(each)
            if head is None or part.start < head.body:
                continue
            self._artifact = True
            anchors = len(self._anchors)
            for row in head.rows:
                self._row([(row, y)], x)
                y += row.height
            self._artifact = False
            del self._anchors[anchors:]

    def _boxes(self, galley: Galley, atoms: range, x: int, base: int, shifts: Shifts) -> None:
        """Draw the boxes that a range of atoms reaches into, the outer ones first."""
        start, end = atoms.start, atoms.stop
        for box, (first, last) in galley.spans.items():
            if not box.decorated or last <= start or first >= end:
                continue
            opens, closes = first >= start, last <= end
            first, last = max(first, start), min(last, end) - 1  # noqa: PLW2901
            top = base + galley.tops[first] + shifts.at(first)
            foot = base + galley.bottoms[last] + shifts.at(last)
            top -= self._between(galley, first, box, top=True)
            foot += self._between(galley, last, box, top=False)
            shapes = box_shapes(box, foot - top, opens=opens, closes=closes)
            if shapes:
                self._frames.append(Frame(x + box.x, top, shapes, BACKGROUND))

    @staticmethod
    def _between(galley: Galley, atom: int, outer: Box, *, top: bool) -> int:
        """Padding of all boxes from the one around an atom up to `outer`."""
        box, total = galley.boxes[atom], 0
        while box is not None:
            total += box.top if top else box.bottom
            head = galley.heads.get(box) if top else None
            if head is not None and atom >= head.body and galley.spans[box][0] < head.body < atom:
                total += head.height + galley.eased.get(atom, 0)
            if box is outer:
                return total
            box = box.parent
        return total

    def _notes(self, part: Slice, x: int, y: int) -> None:
        """Paint the footnotes of a slice, a short rule above them."""
        galley = part.galley
        tops = galley.note_tops
        height = tops[part.note_end] - tops[part.note]
        top = y + part.foot - height
        length = self._areas.measure // _NOTE_RULE_SHARE
        path = (("m", (0, 0)), ("l", (length, 0)))
        shape = Shape(path, stroke=BLACK, line_width=_RULE_WIDTH)
        self._frames.append(Frame(x + part.x, top - NOTE_RULE // 2, (shape,), BACKGROUND))
        begun, last = galley.note_of[part.note], galley.note_of[part.note_end - 1]
        for note in galley.notes[begun : last + 1]:
            begin = max(note.before, part.note) - note.before
            end = min(note.before + len(note.galley), part.note_end) - note.before
            if begin < end:
                above = tops[note.before] + note.galley.tops[begin] - tops[part.note]
                self._range(note.galley, begin, end, x + part.x, top + above)


def _among(line: Line, para: Para) -> Iterator[Item]:
    """The runs of a line with the pictures that stand among them, each the content of its own element."""
    begin = 0
    for each in line.pictures:
        yield from line.runs[begin : each.after]
        tag = para.tags[each.source] if para.tags else para.tag
        yield Frame(0, 0, (each.image,), tag)
        begin = each.after
    yield from line.runs[begin:]


def _element(filling: Filling) -> int:
    """The element that begins with a filling; the root where it has none."""
    while isinstance(filling, SetRow):
        begun = next((galley.fillings[start] for galley, start, end in filling.cells if start < end), None)
        if begun is None:
            return 0
        filling = begun
    return max(0, getattr(filling, "tag", 0))

"""In: the units of one line and what its spaces and glyphs give. Out: the Line, with runs, links and highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from guidepress.page.items import Link, Run, Shape
from guidepress.typeset.divisions import HARD, HYPHEN, SPACE
from guidepress.typeset.lines import Line
from guidepress.typeset.matter import Atom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.typeset.matter import Unit

__all__ = ["Row", "Spot", "build_line", "row_of"]


class Spot(NamedTuple):
    """A place where a line starts or ends: before the unit, or `offset` characters into it, and what kind it is."""

    unit: int
    offset: int
    kind: int


class Row(NamedTuple):
    """The atoms of one line, unit by unit, and the natural widths of the spaces between the units, mpt."""

    units: list[tuple[Atom, ...]]
    spaces: list[float]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def glyphs(self) -> float:
        """Natural width of all glyphs, without spaces."""
        return sum(atom.fount.width(atom.word) for atoms in self.units for atom in atoms)

    @property
    def lead(self) -> float:
        """What hangs into the left margin."""
        first = self.units[0][0]
        return first.fount.left(first.word)

    @property
    def trail(self) -> float:
        """What hangs into the right margin."""
        last = self.units[-1][-1]
        return last.fount.right(last.word)


def row_of(units: Sequence[Unit], start: Spot, end: Spot) -> Row:
    """Take one line's atoms out of a paragraph's units; fragments of divided words are shaped by themselves."""
    until = end.unit + 1 if end.offset else end.unit
    rows = [unit.atoms for unit in units[start.unit : until]]
    if end.offset:
        first = start.offset if end.unit == start.unit else 0
        rows[-1] = _fragment(rows[-1], first, end.offset, hyphen=end.kind == HYPHEN)
    if start.offset and not (end.offset and end.unit == start.unit):
        rows[0] = _fragment(rows[0], start.offset, None, hyphen=False)
    spaces = [unit.space for unit in units[start.unit : until - 1]]
    fresh = start.unit + 1 if start.offset else start.unit
    faults = tuple(fault for unit in units[fresh:until] for fault in unit.diagnostics)
    return Row(rows, spaces, faults)


def _fragment(atoms: tuple[Atom, ...], start: int, end: int | None, *, hyphen: bool) -> tuple[Atom, ...]:
    found = []
    passed = 0
    for atom in atoms:
        text = atom.word.text
        size = len(text)
        first = max(start - passed, 0)
        last = size if end is None else min(end - passed, size)
        passed += size
        if first >= last:
            continue
        closing = hyphen and end is not None and end <= passed
        if first or last < size or closing:
            word = atom.fount.shaper.fragment(text[first:last], hyphen=closing)
            found.append(Atom(word, atom.fount, atom.part))
        else:
            found.append(atom)
    return tuple(found)


def build_line(row: Row, x: float, *, stretch: float, expansion: int, last: bool, kind: int) -> Line:
    """Place the runs of a line.

    Args:
        row: what stands on the line.
        x: left end of the first glyph, mpt.
        stretch: what every space's natural width is multiplied with.
        expansion: of the glyphs, per mille.
        last: the paragraph or a forced line ends here.
        kind: what the line ends at: SPACE, HYPHEN …
    """
    wide = 1 + expansion / 1000
    begin = x
    runs: list[Run] = []
    words: list[Atom] = []
    start = x
    width = 0.0

    def close(*, spaced: bool) -> None:
        atom = words[0]
        ink = atom.part.ink
        gap = round(atom.fount.space * stretch)
        runs.append(
            Run(
                round(start), -ink.rise, atom.word.face, atom.fount.size, ink.colour,
                tuple([each.word for each in words]), gap, round(width), spaced, expansion,
                atom.fount.tracking, atom.part.source, ink.marked,
            )
        )  # fmt: skip

    parts: list[tuple[Atom, float, float]] = []
    for index, atoms in enumerate(row.units):
        for place, atom in enumerate(atoms):
            size = atom.fount.width(atom.word) * wide
            if words:
                before = words[-1]
                if place == 0 and atom.part is before.part and atom.fount is before.fount:
                    width = x - start
                else:
                    close(spaced=place == 0)
                    words, start, width = [], x, 0.0
            words.append(atom)
            parts.append((atom, x, x + size))
            x += size
            width = x - start
        if index < len(row.spaces):
            x += row.spaces[index] * stretch
    if words:
        close(spaced=kind == SPACE and not last)
    return _line(row, runs, parts, round(x - begin), last=last, hyphenated=kind in (HYPHEN, HARD))


def _line(
    row: Row,
    runs: list[Run],
    parts: list[tuple[Atom, float, float]],
    width: int,
    *,
    last: bool,
    hyphenated: bool,
) -> Line:
    ascent = descent = 0
    links: dict[int, tuple[float, float, Atom]] = {}
    lights: dict[int, tuple[float, float, Atom]] = {}
    notes: list[str] = []
    for atom, left, right in parts:
        face, size, part = atom.fount.face, atom.fount.size, atom.part
        ascent = max(ascent, face.ascent * size // face.units_per_em + part.ink.rise)
        descent = max(descent, face.descent * size // face.units_per_em - part.ink.rise)
        if part.note:
            notes.append(part.note)
        if part.link or part.note:
            links[part.source] = (links[part.source][0] if part.source in links else left, right, atom)
        if part.ink.highlight:
            lights[part.source] = (lights[part.source][0] if part.source in lights else left, right, atom)
    return Line(
        tuple(runs),
        width,
        ascent,
        descent,
        tuple(_link(*each) for each in links.values()) if links else (),
        tuple(dict.fromkeys(notes)) if notes else (),
        tuple(_highlight(*each) for each in lights.values()) if lights else (),
        hyphenated,
        last,
        row.diagnostics,
    )


def _box(left: float, right: float, atom: Atom) -> tuple[int, int, int, int]:
    """A rectangle round the type between two edges: x, y, width, height."""
    face, size, rise = atom.fount.face, atom.fount.size, atom.part.ink.rise
    top = face.ascent * size // face.units_per_em
    foot = face.descent * size // face.units_per_em
    return round(left), -rise - top, round(right - left), top + foot


def _link(left: float, right: float, atom: Atom) -> Link:
    part = atom.part
    if part.link is not None:
        return Link(*_box(left, right, atom), part.link.target, part.link.description, part.source)
    return Link(*_box(left, right, atom), f"#note-{part.note}", f"Note {atom.word.text}", part.source)


def _highlight(left: float, right: float, atom: Atom) -> Shape:
    return Shape((("r", _box(left, right, atom)),), fill=atom.part.ink.highlight)

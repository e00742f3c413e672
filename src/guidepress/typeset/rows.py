"""In: matter and the spots where a line starts and ends. Out: Row: what stands on that line, measured."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from guidepress.typeset.divisions import HYPHEN, SPACE

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.page.items import Word
    from guidepress.typeset.founts import Fount
    from guidepress.typeset.matter import Atom, InlinePart, Matter

__all__ = ["Spot", "Strip", "UnfilledLine", "joined", "row_of", "whole_row"]

Spot: TypeAlias = tuple[int, int, int]
"""Where a line starts or ends: before the unit, or so many characters into it; and what kind of place it is."""

Strip: TypeAlias = "tuple[tuple[Word, ...], Fount, InlinePart, bool]"
"""Words in one fount and ink, spaces between them; whether a space follows too."""

_width = attrgetter("width")


class UnfilledLine(NamedTuple):
    """One line before it is filled. Lengths are mpt at natural width.

    Attributes:
        strips: what stands on it; only the last may end without a space and yet at the end of a unit.
        widths: of the glyphs of each strip.
        glyphs, spaces: sums over the line.
        lead, trail: what hangs into the left and right margin.
    """

    strips: list[Strip]
    widths: list[float]
    glyphs: float
    spaces: float
    lead: float
    trail: float
    diagnostics: tuple[Diagnostic, ...]

    @property
    def natural(self) -> float:
        """Width between the margins."""
        return self.glyphs + self.spaces - self.lead - self.trail


def whole_row(matter: Matter) -> UnfilledLine:
    """All matter on one line."""
    return row_of(matter, (0, 0, SPACE), (len(matter.tokens), 0, SPACE))


def joined(rows: list[UnfilledLine]) -> UnfilledLine:
    """Rows one after the other on one line."""
    if len(rows) == 1:
        return rows[0]
    strips = [strip for row in rows for strip in row.strips]
    spaces = sum(row.spaces for row in rows) + sum(row.strips[-1][1].space for row in rows[:-1])
    return UnfilledLine(
        strips,
        [width for row in rows for width in row.widths],
        sum(row.glyphs for row in rows),
        spaces,
        rows[0].lead,
        rows[-1].trail,
        tuple(fault for row in rows for fault in row.diagnostics),
    )


def row_of(matter: Matter, start: Spot, end: Spot) -> UnfilledLine:
    """Take one line out of matter; fragments of divided words are shaped by themselves."""
    if matter.plain is not None and not start[1] and not end[1]:
        return _plain_row(matter, matter.plain, start[0], end[0])
    strips = _strips(matter, start, end)
    glyphs = spaces = 0.0
    widths = []
    for words, fount, _, spaced in strips:
        width = sum(map(_width, words)) * fount.scale
        if fount.tracking:
            width += fount.tracking * sum([len(word.glyphs) for word in words])
        widths.append(width)
        glyphs += width
        spaces += fount.space * (len(words) if spaced else len(words) - 1)
    words, fount, _, spaced = strips[-1]
    if spaced:
        spaces -= fount.space
    first, opening, _, _ = strips[0]
    faults: tuple[Diagnostic, ...] = ()
    if matter.faults:
        fresh = start[0] + 1 if start[1] else start[0]
        until = end[0] + 1 if end[1] else end[0]
        faults = tuple(fault for unit in range(fresh, until) for fault in matter.faults.get(unit, ()))
    return UnfilledLine(
        strips, widths, glyphs, spaces, opening.left(first[0]), fount.right(words[-1]), faults
    )


def _plain_row(matter: Matter, part: InlinePart, unit: int, last: int) -> UnfilledLine:
    """Most lines: whole words in one ink, whose widths are known as running sums."""
    fount, sums = part.ink.fount, matter.sums
    words = matter.columns[3][unit:last]
    width = (sums[last] - sums[unit]) * fount.scale
    spaces = fount.space * (last - unit) - fount.space
    lead, trail = fount.left(words[0]), fount.right(words[-1])
    return UnfilledLine([(words, fount, part, True)], [width], width, spaces, lead, trail, ())


def _strips(matter: Matter, start: Spot, end: Spot) -> list[Strip]:
    unit, skip, _ = start
    last, stop, kind = end
    until = last + 1 if stop else last
    spans, all_words = matter.spans, matter.columns[3]
    at = bisect_right(spans, unit, key=_stop)
    found: list[Strip] = []
    added: list[Strip]
    while at < len(spans) and spans[at][0] < until:
        begin, beyond, part = spans[at]
        at += 1
        cut_start = skip if begin <= unit else 0
        cut_end = stop if begin <= last < beyond else 0
        if part is None:
            atoms = matter.composites[begin]
            if cut_start or cut_end:
                atoms = _atoms(atoms, matter.edges(begin), (cut_start, cut_end), hyphen=kind == HYPHEN)
            added = [((atom.word,), atom.fount, atom.part, atom is atoms[-1]) for atom in atoms]
        else:
            words = all_words[max(begin, unit) : min(beyond, until)]
            fount = part.ink.fount
            if cut_start or cut_end:
                words = _words(words, cut_start, cut_end, fount, hyphen=kind == HYPHEN)
            added = [(words, fount, part, True)]
        if found and found[-1][1] is added[0][1] and found[-1][2] is added[0][2]:  # the same ink goes on
            added[0] = (found.pop()[0] + added[0][0], *added[0][1:])
        found += added
    return found


def _stop(span: tuple[int, int, InlinePart | None]) -> int:
    return span[1]


def _words(words: tuple[Word, ...], skip: int, stop: int, fount: Fount, *, hyphen: bool) -> tuple[Word, ...]:
    """Cut the first word at its beginning and the last at its end; 0 leaves them whole."""
    own = list(words)
    fragment = fount.shaper.fragment
    alone = len(own) == 1
    if stop:
        own[-1] = fragment(own[-1].text[skip if alone else 0 : stop], hyphen=hyphen)
    if skip and not (stop and alone):
        own[0] = fragment(own[0].text[skip:], hyphen=False)
    return tuple(own)


def _atoms(
    atoms: tuple[Atom, ...], edges: list[int], cut: tuple[int, int], *, hyphen: bool
) -> tuple[Atom, ...]:
    """Cut a composite unit at its beginning, its end, or both; only what is left is looked at."""
    skip, stop = cut
    found = []
    begin = bisect_right(edges, skip)
    passed = edges[begin - 1] if begin else 0
    for index in range(begin, len(atoms)):
        atom = atoms[index]
        if 0 < stop <= passed:
            break
        text = atom.word.text
        size = len(text)
        first = max(skip - passed, 0)
        last = min(stop - passed, size) if stop else size
        passed += size
        if first >= last:
            continue
        closing = hyphen and 0 < stop <= passed
        if first or last < size or closing:
            found.append(atom._replace(word=atom.fount.shaper.fragment(text[first:last], hyphen=closing)))
        else:
            found.append(atom)
    return tuple(found)

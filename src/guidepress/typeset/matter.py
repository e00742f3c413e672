"""In: the words of a stretch of text as they come. Out: Matter: the same measured, ready to be broken into lines.

A unit is the text between two spaces. Mostly it is one word in one ink, kept as its fount's token. Where the ink
changes inside it, a note's mark follows it, or a character is borrowed from another face, it is composite: several
atoms that stand together without a break.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from guidepress.typeset.divisions import HYPHEN, divisions
from guidepress.typeset.places import AS_WRITTEN, DIVIDED, places_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.colour import Colour
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.document.inlines import BlankDrawing, InlinePicture, Leader, LinkTo
    from guidepress.page.items import Word
    from guidepress.typeset.founts import Cut, Fount, Token
    from guidepress.typeset.hyphenation import Hyphenator
    from guidepress.typeset.ink import Ink

__all__ = ["Atom", "InlinePart", "Matter"]

_Columns: TypeAlias = (
    "tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...], tuple[Word, ...], tuple[_Places, ...]]"
)
_Places: TypeAlias = tuple[tuple[int, int], ...]

_WIDTH = attrgetter("width")
_STOP = itemgetter(1)

_MARK = "*"
"""Stands for a note's mark or a blank while a word is hyphenated: neither is part of the word."""


class InlinePart(NamedTuple):
    """What an inline gives to its words: ink, index, link, the note it marks, the colour of a blank's drawing, a picture."""

    ink: Ink
    source: int
    link: LinkTo | None = None
    note: str = ""
    figure: str = ""
    rule: Colour | None = None
    drawn: BlankDrawing = "rule"
    picture: InlinePicture | None = None

    @property
    def hyphenator(self) -> Hyphenator | None:
        """What divides its words; None for a reference within the book, which is looked for as it is written."""
        refers = self.link is not None and self.link.target.startswith("#")
        return None if refers else self.ink.hyphenator


class Atom(NamedTuple):
    """A piece of a composite unit; its fount differs from the ink's where it was borrowed."""

    word: Word
    fount: Fount
    part: InlinePart


class Matter:
    """The units of a stretch of text without forced breaks.

    Attributes:
        tokens: the units as the line breaker sees them.
        spans: (start, stop, part): units in one ink each; part is None for a composite unit.
        composites: the atoms of each composite unit, by its index.
        faults: what is wrong with a unit, by its index.
        leader: the leader that follows, if any.
    """

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.spans: list[tuple[int, int, InlinePart | None]] = []
        self.composites: dict[int, tuple[Atom, ...]] = {}
        self.faults: dict[int, tuple[Diagnostic, ...]] = {}
        self.leader: Leader | None = None
        self._columns: _Columns | None = None
        self._sums: list[int] | None = None
        self._edges: dict[int, list[int]] = {}

    def words(self, found: list[Token], part: InlinePart) -> None:
        """Add words in one ink."""
        start = len(self.tokens)
        self.tokens += found
        self.spans.append((start, start + len(found), part))

    def composite(self, atoms: tuple[Atom, ...], raw: str) -> None:
        """Add a unit of several atoms; `raw` is its text with the characters that steer line breaking."""
        index = len(self.tokens)
        self.composites[index] = atoms
        self.spans.append((index, index + 1, None))
        first, last = atoms[0], atoms[-1]
        space = last.fount.space
        width = sum([atom.fount.width(atom.word) for atom in atoms])
        trim, lead = last.fount.right(last.word) + space, first.fount.left(first.word)
        self.tokens.append((width + space, trim, lead, None, divisions(raw)))

    def take(self) -> tuple[Atom, ...]:
        """Take the last unit away again, as atoms, since more is to join it."""
        index = len(self.tokens) - 1
        word = self.tokens.pop()[3]
        start, stop, part = self.spans.pop()
        if part is None or word is None:
            return self.composites.pop(index)
        if start < stop - 1:
            self.spans.append((start, stop - 1, part))
        return (Atom(word, part.ink.fount, part),)

    def part(self, start: int, stop: int) -> Matter:
        """Units `start` to `stop` (not included) as matter of their own, to be broken; their faults stay here."""
        part = Matter()
        part.tokens = self.tokens[start:stop]
        for at in range(bisect_right(self.spans, start, key=_STOP), len(self.spans)):
            begin, end, ink = self.spans[at]
            if begin >= stop:
                break
            if ink is None:
                part.composites[begin - start] = self.composites[begin]
            part.spans.append((max(begin, start) - start, min(end, stop) - start, ink))
        return part

    @property
    def columns(self) -> _Columns:
        """The tokens' advances, trims, leads, words and places, once all units are there."""
        if self._columns is None:
            self._columns = tuple(zip(*self.tokens, strict=True))  # type: ignore[assignment]
        return self._columns  # type: ignore[return-value]

    @property
    def plain(self) -> InlinePart | None:
        """The ink of all units, where they have but one, no letter-spacing and no faults; else None."""
        if len(self.spans) != 1 or self.faults:
            return None
        part = self.spans[0][2]
        return part if part is not None and not part.ink.fount.tracking else None

    @property
    def sums(self) -> list[int]:
        """Widths of all words before unit i, in font units of the one face that they stand in."""
        if self._sums is None:
            self._sums = list(accumulate(map(_WIDTH, self.columns[3]), initial=0))
        return self._sums

    @property
    def spaces(self) -> tuple[Sequence[float], Sequence[float]]:
        """Natural widths of all spaces before unit i, and of all but the last of them."""
        if len(self.spans) == 1:
            return self._fount(0, self.spans[0][2]).ramps(len(self.tokens))
        founts = [self._fount(start, part) for start, _, part in self.spans]
        if all(fount.space == founts[0].space for fount in founts):
            return founts[0].ramps(len(self.tokens))
        each = [
            fount.space
            for fount, (start, stop, _) in zip(founts, self.spans, strict=True)
            for _ in range(start, stop)
        ]
        before = list(accumulate(each, initial=0.0))
        return before, [0.0, *before]

    def _fount(self, start: int, part: InlinePart | None) -> Fount:
        return part.ink.fount if part is not None else self.composites[start][-1].fount

    def text(self, unit: int) -> str:
        """The text of a unit, without the characters that only steer line breaking."""
        word = self.columns[3][unit]
        return word.text if word is not None else "".join(atom.word.text for atom in self.composites[unit])

    def cuts(self, level: int, near: list[range], longest: float) -> list[tuple[int, tuple[Cut, ...]]]:
        """Which units may be divided, and where.

        Args:
            level: how freely words may be divided, as the passes name it.
            near: the units that can stand at a line's end, in their order.
            longest: units wider than this, mpt, may be cut anywhere at the last level.
        """
        if level == AS_WRITTEN:
            places = self.columns[4]
            if not any(places):
                return []
            near = [range(unit, unit + 1) for unit, own in enumerate(places) if own]
        found: list[tuple[int, tuple[Cut, ...]]] = []
        first = 0
        for start, stop, part in self.spans:
            while first < len(near) and near[first].stop <= start:
                first += 1
            for place in range(first, len(near)):
                some = near[place]
                if some.start >= stop:
                    break  # a text of thousands of spans has thousands of line ends: each span looks at its own
                own = range(max(start, some.start), min(stop, some.stop))
                if part is None:
                    found += [
                        (unit, cuts) for unit in own if (cuts := self._composite_cuts(unit, level, longest))
                    ]
                else:
                    found += self._word_cuts(own, part, level, longest)
        return found

    def _word_cuts(
        self, units: range, part: InlinePart, level: int, longest: float
    ) -> list[tuple[int, tuple[Cut, ...]]]:
        advances, _, _, words, places = self.columns
        fount, hyphenator = part.ink.fount, part.hyphenator
        kept = fount.hyphenated
        found = []
        for unit in units:
            word = words[unit]
            usual = level == DIVIDED and not places[unit] and hyphenator is not None
            cuts = kept.get(word) if usual else None
            if cuts is None:
                long = advances[unit] - fount.space > longest
                own = places_in(word.clusters, places[unit], level, hyphenator, long=long)
                cuts = fount.cuts(word, own) if own else ()
                if usual:
                    kept[word] = cuts
            if cuts:
                found.append((unit, cuts))
        return found

    def _composite_cuts(self, unit: int, level: int, longest: float) -> tuple[Cut, ...]:
        atoms = self.composites[unit]
        letters = tuple(
            _MARK * len(cluster) if atom.part.note or atom.part.rule or atom.part.picture else cluster
            for atom in atoms
            for cluster in atom.word.clusters
        )
        advance, _, _, _, places = self.tokens[unit]
        long = advance - atoms[-1].fount.space > longest
        own = places_in(letters, places, level, atoms[0].part.hyphenator, long=long)
        found: list[Cut] = []
        left, passed, first = 0.0, 0, 0
        before = atoms[0]
        for atom in atoms:
            size = len(atom.word.text)
            while first < len(own) and own[first][0] == passed:
                kind = own[first][1]
                over = before.fount.hyphen_end if kind == HYPHEN else -before.fount.right(before.word)
                found.append((passed, kind, left + over, left + atom.fount.left(atom.word)))
                first += 1
            begun = first
            while first < len(own) and own[first][0] < passed + size:
                first += 1
            inside = tuple((offset - passed, kind) for offset, kind in own[begun:first])
            found += (
                (passed + local, kind, left + end, left + start)
                for local, kind, end, start in (atom.fount.cuts(atom.word, inside) if inside else ())
            )
            left += atom.fount.width(atom.word)
            passed += size
            before = atom
        return tuple(found)

    def edges(self, unit: int) -> list[int]:
        """Where the atoms of a composite unit end, in characters from its start."""
        known = self._edges.get(unit)
        if known is None:
            sizes = [len(atom.word.text) for atom in self.composites[unit]]
            known = self._edges[unit] = list(accumulate(sizes))
        return known

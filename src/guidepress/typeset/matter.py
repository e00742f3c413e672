"""In: the inlines of a paragraph. Out: Matter: its words measured, with what prints each, between forced breaks.

A unit is the text between two spaces. It mostly is one word in one ink; where the ink changes inside it, or a
character is found in another face only, it is several atoms that stand together without a break.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from guidepress.base.diagnostics import Diagnostic
from guidepress.compose.inlines import Leader, LineBreak, Look, NoteMark, Text
from guidepress.typeset.divisions import HYPHEN, divisions, plain_text
from guidepress.typeset.inks import Ink, ink_for
from guidepress.typeset.passes import places_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.base.diagnostics import Span
    from guidepress.compose.inlines import Inline, LinkTo
    from guidepress.layout.style import Style
    from guidepress.page.items import Word
    from guidepress.typeset.faces import Fonts
    from guidepress.typeset.founts import Cut, Fount

__all__ = ["Atom", "Matter", "Part", "Unit", "UnitCopy", "collect", "split_words"]

_SPACES = re.compile("[\t\n\r\x0b\x0c]")
_MARK = "*"
_SUPERIOR = Look(superior=True)
_HYPHENS = {"\u2010": "-", "\u2011": "-"}  # many faces have only the plain hyphen
_RUNS = re.compile(".[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*", re.DOTALL)


class Part(NamedTuple):
    """What an inline gives to its atoms: its ink, its index, its link and the note it marks."""

    ink: Ink
    source: int
    link: LinkTo | None
    note: str


class Atom(NamedTuple):
    """A word, or a piece of one, in one fount; `fount` differs from the ink's where a character was borrowed."""

    word: Word
    fount: Fount
    part: Part


class Unit(NamedTuple):
    """What stands between two spaces; lengths in mpt, as in Token."""

    advance: float
    trim: float
    lead: float
    atoms: tuple[Atom, ...]
    places: tuple[tuple[int, int], ...]
    space: float
    diagnostics: tuple[Diagnostic, ...]

    @property
    def text(self) -> str:
        """The text of the unit, without the characters that only steer line breaking."""
        return "".join(atom.word.text for atom in self.atoms)

    @property
    def letters(self) -> tuple[str, ...]:
        """The texts of the unit's glyphs, one after the other; a note's mark is no part of its word."""
        return tuple(
            _MARK * len(cluster) if atom.part.note else cluster
            for atom in self.atoms
            for cluster in atom.word.clusters
        )

    def cuts(self, places: Sequence[tuple[int, int]]) -> tuple[Cut, ...]:
        """Measure the places where the unit may be divided."""
        if len(self.atoms) == 1:
            return self.atoms[0].fount.cuts(self.atoms[0].word, tuple(places))
        found: list[Cut] = []
        left, passed = 0.0, 0
        before: Atom | None = None
        for atom in self.atoms:
            size = len(atom.word.text)
            for offset, kind in places:
                local = offset - passed
                if 0 < local < size:
                    for _, _, end, start in atom.fount.cuts(atom.word, ((local, kind),)):
                        found.append((offset, kind, left + end, left + start))
                elif local == 0 and before is not None:
                    over = before.fount.hyphen_end if kind == HYPHEN else -before.fount.right(before.word)
                    found.append((offset, kind, left + over, left + atom.fount.left(atom.word)))
            left += atom.fount.width(atom.word)
            passed += size
            before = atom
        return tuple(found)


class UnitCopy:
    """Units as the passes of the line breaker want them."""

    def __init__(self, units: list[Unit], fonts: Fonts) -> None:
        self._units = units
        self._fonts = fonts
        self.advances = [unit.advance for unit in units]
        self.trims = [unit.trim for unit in units]
        self.leads = [unit.lead for unit in units]
        before = list(accumulate((unit.space for unit in units), initial=0.0))
        self.ramps = (before, [0.0, 0.0, *before[1:]])

    def cuts(self, level: int, near: list[range], longest: float) -> list[tuple[int, tuple[Cut, ...]]]:
        """Which units may be divided, and where."""
        found = []
        for index in chain.from_iterable(near):
            unit = self._units[index]
            hyphenator = self._fonts.hyphenator(unit.atoms[0].part.ink.language)
            long = unit.advance - unit.space > longest
            places = places_in(unit.letters, unit.places, level, hyphenator, long=long)
            if places:
                found.append((index, unit.cuts(places)))
        return found


class Matter(NamedTuple):
    """Units between forced breaks; `leader` tells that a leader follows, and whether with dots."""

    units: list[Unit]
    leader: Leader | None


def split_words(text: str) -> list[str]:
    """Split at spaces that lines may end at; fixed spaces stay inside words. Empty strings mark doubled spaces."""
    return (text if text.isprintable() else _SPACES.sub(" ", text)).split(" ")


def collect(inlines: Sequence[Inline], style: Style, fonts: Fonts, language: str) -> list[list[Matter]]:
    """Measure the words of a paragraph.

    Args:
        inlines: Text, NoteMark, LineBreak and Leader.
        style: the paragraph's style.
        fonts: the faces.
        language: BCP 47 tag of the paragraph.

    Returns:
        For each stretch of text up to a forced break, its matter up to each leader.
    """
    found: list[list[Matter]] = [[]]
    gang = _Gang(fonts)
    for source, inline in enumerate(inlines):
        if isinstance(inline, Text):
            own = inline.language if inline.language not in ("", language) else ""
            ink = ink_for(style, inline.look, inline.text, fonts, language=own or language, marked=own)
            gang.text(inline.text, Part(ink, source, inline.link, ""), inline.span)
        elif isinstance(inline, NoteMark):
            figure = str(inline.number)
            look = inline.look if inline.look.superior else _superior(inline.look)
            ink = ink_for(style, look, figure, fonts, language=language, marked="")
            gang.text(figure, Part(ink, source, None, inline.note), None)
        elif isinstance(inline, LineBreak):
            found[-1].append(Matter(gang.flush(), None))
            found.append([])
        elif isinstance(inline, Leader):
            found[-1].append(Matter(gang.flush(), inline))
        else:
            raise TypeError(f"{type(inline).__name__} must be resolved to Text before it is typeset")
    found[-1].append(Matter(gang.flush(), None))
    return found


def _superior(look: Look) -> Look:
    if look == Look():
        return _SUPERIOR
    return Look(superior=True, strong=look.strong, colour=look.colour, font=look.font, scale=look.scale)


class _Gang:
    """Gathers atoms into units while the text goes by."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._units: list[Unit] = []
        self._open: list[Atom] = []
        self._raw: list[str] = []
        self._faults: list[Diagnostic] = []

    def text(self, text: str, part: Part, span: Span | None) -> None:
        ink = part.ink
        fount = ink.fount
        words = split_words(text.upper() if ink.capitals else text)
        fount.add(words)
        tokens = fount.tokens
        for index, raw in enumerate(words):
            if index:
                self._close(fount.space)
            if not raw:
                continue
            word = tokens[raw][3]
            if word is not None:
                self._open.append(Atom(word, fount, part))
            else:
                self._open.extend(self._borrow(raw, part, span))
            self._raw.append(raw)

    def flush(self) -> list[Unit]:
        self._close(0.0)
        units, self._units = self._units, []
        return units

    def _close(self, space: float) -> None:
        if not self._open:
            self._raw.clear()
            return
        atoms = tuple(self._open)
        first, last = atoms[0], atoms[-1]
        advance = sum(atom.fount.width(atom.word) for atom in atoms) + space
        trim = last.fount.right(last.word) + space
        lead = first.fount.left(first.word)
        places = divisions("".join(self._raw))
        self._units.append(Unit(advance, trim, lead, atoms, places, space, tuple(self._faults)))
        self._open.clear()
        self._raw.clear()
        self._faults.clear()

    def _borrow(self, raw: str, part: Part, span: Span | None) -> Iterator[Atom]:
        """Set a word some of whose characters the fount lacks: runs of characters in the first fount that has them."""
        text = plain_text(raw)
        if not text:
            return
        fonts, own = self._fonts, part.ink.fount
        founts = (own, *fonts.understudies(own))
        pending, chosen = "", own
        for match in _RUNS.finditer(text):
            piece = match[0]
            wanted = {ord(character) for character in piece}
            fount = next((f for f in founts if wanted <= fonts.covers(f.face)), None)
            if fount is None:
                fount = own
                piece = _HYPHENS.get(piece, piece)
                if 0 in own.shaper.word(piece).glyphs:
                    self._faults += [_missing(c, span) for c in piece if not self._known(c, founts)]
            if fount is not chosen and pending:
                yield Atom(chosen.shaper.word(pending), chosen, part)
                pending = ""
            chosen = fount
            pending += piece
        yield Atom(chosen.shaper.word(pending), chosen, part)

    def _known(self, character: str, founts: tuple[Fount, ...]) -> bool:
        return any(ord(character) in self._fonts.covers(fount.face) for fount in founts)


def _missing(character: str, span: Span | None) -> Diagnostic:
    name = unicodedata.name(character, "a character without a name")
    return Diagnostic(
        "error",
        "missing-glyph",
        f"No font has the character “{character}” ({name}, U+{ord(character):04X}).",
        "Replace it, or add a font family that has it to the layout.",
        span,
    )

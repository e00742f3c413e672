"""In: shaped words. Out: the strings that show them (ISO 32000-1, 9.4.3), encoded once a word.

A fragment is the inside of a TJ array's strings, without the first "(" and the last ")": two bytes a glyph, kerning
as ")12(" between them. Words are joined by the space glyph and the adjustment that makes the gap as wide as the
line wants it, so that a whole line is one join of known strings.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from guidepress.pdf.fonts import FontFile, damaged_font
from guidepress.pdf.objects import escape

if TYPE_CHECKING:
    from guidepress.page.items import Face, Word

__all__ = ["Coder", "Coders", "plain_spaces"]

_GLYPHS = attrgetter("glyphs")
_ADVANCES = attrgetter("advances")
_CLUSTERS = attrgetter("clusters")
_PLAIN_SPACES = str.maketrans({"\u00a0": " "})


def plain_spaces(text: str) -> str:
    """Make no-break spaces plain: both are the same glyph, and a copied text needs no break forbidden."""
    return text.translate(_PLAIN_SPACES)


class _Advances(dict[int, int]):
    def __init__(self, font: FontFile) -> None:
        self._advance = font.advance

    def __missing__(self, glyph: int) -> int:
        advance = self[glyph] = self._advance(glyph)
        return advance


_LAST = 0xFFFF
"""The last glyph that a font may have; a damaged table of characters names others."""


class _Atoms(dict[tuple[int, int, str], int]):
    """Numbers for what words are made of: a glyph, the advance it has there, and the text it stands for.

    Few glyphs and few adjustments make up most of them: each is written once. `codes` has by number the two bytes that show a glyph, with an adjustment where its advance is not its own;
    `meanings` has the glyph and its text. Numbers hash faster than tuples, and words are sets of few of them.
    """

    def __init__(self, font: FontFile) -> None:
        self.advances = _Advances(font)
        self.scale = 1000 / font.units_per_em
        self._name = font.name
        self._shown: dict[int, str] = {}
        self._moves: dict[int, str] = {0: ""}
        self.codes: list[str] = []
        self.meanings: list[tuple[int, str]] = []

    def __missing__(self, key: tuple[int, int, str]) -> int:
        glyph, advance, text = key
        shown, kern = self._shown.get(glyph), self.advances[glyph] - advance
        if shown is None:
            if glyph > _LAST:
                raise damaged_font(self._name)
            shown = self._shown[glyph] = escape(chr(glyph >> 8) + chr(glyph & 255))
        move = self._moves.get(kern)
        if move is None:
            move = self._moves[kern] = f"){round(kern * self.scale, 2):g}("
        self.codes.append(shown + move)
        self.meanings.append((glyph, plain_spaces(text)))
        atom = self[key] = len(self.codes) - 1
        return atom


class Coder(dict["Word", str]):
    """The fragments of one face's words; `learn` makes those that are new."""

    __slots__ = ("_atoms", "_by_word", "_displaced", "font", "scale", "space", "space_glyph", "space_width")

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.font = FontFile(face)
        self._atoms = _Atoms(self.font)
        self._by_word: dict[Word, tuple[int, ...]] = {}
        self._displaced: set[Word] = set()
        self.scale = self._atoms.scale
        self.space_glyph = self.font.glyph(" ")
        own = self._atoms.advances[self.space_glyph]
        self.space = self._atoms.codes[self._atoms[self.space_glyph, own, " "]]
        self.space_width = own * self.scale

    def learn(self, words: set[Word]) -> None:
        """Encode words not met before; nothing here runs in Python once a glyph."""
        fresh = words - self.keys()
        parts = map(zip, map(_GLYPHS, fresh), map(_ADVANCES, fresh), map(_CLUSTERS, fresh))
        atoms = list(map(tuple, map(partial(map, self._atoms.__getitem__), parts)))
        self._by_word.update(zip(fresh, atoms, strict=True))
        fragments = map("".join, map(partial(map, self._atoms.codes.__getitem__), atoms))
        self.update(zip(fresh, fragments, strict=True))
        self._displaced.update(word for word in fresh if word.offsets and any(map(any, word.offsets)))

    def atoms(self, words: set[Word]) -> dict[int, tuple[int, str]]:
        """What some words are made of: (glyph, text) by number; one pair may have several numbers."""
        found = set(chain.from_iterable(map(self._by_word.__getitem__, words)))
        return {atom: self._atoms.meanings[atom] for atom in found}

    def odd(self, words: set[Word], wrong: set[int]) -> set[Word]:
        """The words that have one of these atoms in them, or a glyph that is displaced."""
        odd = words & self._displaced
        if wrong:
            odd.update(word for word in words if not wrong.isdisjoint(self._by_word[word]))
        return odd

    def part(self, word: Word, start: int, end: int) -> str:
        """The fragment of some glyphs of a word that was learnt."""
        return "".join(map(self._atoms.codes.__getitem__, self._by_word[word][start:end]))

    def gap(self, width: int, size: int, expansion: int, tracking: int) -> str:
        """What joins two fragments: the space glyph, moved so that it takes `width` mpt on the page."""
        wanted = width * 1000 / (1000 + expansion) - tracking
        return f"{self.space}){round(self.space_width - wanted * 1000 / size, 1):g}("


class Coders(dict["Face", Coder]):
    """A coder for each face. Kept from one book to the next it spares encoding the words they share."""

    __slots__ = ()

    def __missing__(self, face: Face) -> Coder:
        coder = self[face] = Coder(face)
        return coder

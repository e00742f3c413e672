"""In: words as text. Out: tokens: words shaped and measured at one size, with what hangs over at either edge.

A fount is a face at one size with one set of features, as in the type case it is named after.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from guidepress.typeset.divisions import FORCED, HYPHEN, divisions, may_divide, plain_text
from guidepress.typeset.protrusion import LEFT, RIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.page.items import Word
    from guidepress.typeset.shaping import Shaper

__all__ = ["Cut", "Fount", "Token"]

Token: TypeAlias = "tuple[float, float, float, Word | None, tuple[tuple[int, int], ...]]"  # noqa: S105 - a type
"""A word as the line breaker sees it, lengths in mpt:

0. advance, the space after it included
1. trim: what to take off its end when it ends a line (the space, and what hangs into the right margin)
2. lead: what hangs into the left margin when it begins a line
3. the shaped word; None if some character has no glyph in the face
4. places where it may be divided without hyphenation: (offset, kind)
"""

Cut: TypeAlias = tuple[int, int, float, float]
"""A place inside a word: offset, kind, the end of a line there and the start of the next, mpt from its left end."""


class Fount:
    """A face at one size; keeps the tokens of all words set in it.

    Args:
        shaper: shapes words in the face with the fount's features.
        size: type size, mpt.
        spacing: added after each glyph, and to each space between words, mpt.
        protrude: whether marks may hang into the margins.

    Attributes:
        tokens: of every text met so far.
        lacking: texts among them that are empty or have a character which the face lacks.
        hyphenated: where words may be divided by hyphenation alone.
        blanks: the spaces that ruled blanks are made of, by what they stand for and their width, mpt.
    """

    def __init__(self, shaper: Shaper, size: int, spacing: tuple[int, int], *, protrude: bool) -> None:
        self.shaper = shaper
        self.face = shaper.face
        self.size = size
        self.tracking, self.word_spacing = spacing
        self.protrude = protrude
        self.scale = size / shaper.face.units_per_em
        self.space = self.width(shaper.word(" ")) + self.word_spacing
        self.tokens: dict[str, Token] = {}
        # what hangs over, in mpt for each font unit of the advance
        self._left = {mark: share * self.scale / 1000 for mark, share in LEFT.items()} if protrude else {}
        self._right = {mark: share * self.scale / 1000 for mark, share in RIGHT.items()} if protrude else {}
        self.lacking: set[str] = set()
        self.ascent = self.face.ascent * size // self.face.units_per_em
        self.descent = self.face.descent * size // self.face.units_per_em
        self.hyphenated: dict[Word, tuple[Cut, ...]] = {}
        self.blanks: dict[tuple[str, int], Word] = {}
        self._cuts: dict[tuple[str, tuple[tuple[int, int], ...]], tuple[Cut, ...]] = {}
        hyphen = shaper.word("-")
        self.hyphen_end = self.width(hyphen) - self.right(hyphen)
        self.spaces_from: list[float] = [0.0]
        self.spaces_to: list[float] = [0.0, 0.0]

    def width(self, word: Word) -> float:
        """The advance of a word, mpt."""
        return word.width * self.scale + self.tracking * len(word.glyphs)

    def left(self, word: Word) -> float:
        """What of a word hangs into the left margin, mpt."""
        return self._left.get(word.clusters[0], 0.0) * word.advances[0] if word.clusters else 0.0

    def right(self, word: Word) -> float:
        """What of a word hangs into the right margin, mpt; tracking after the last glyph is no part of a line."""
        if not word.clusters:
            return 0.0
        return self._right.get(word.clusters[-1], 0.0) * word.advances[-1] + self.tracking

    def add(self, texts: Iterable[str]) -> None:
        """Make tokens of the texts not met before."""
        tokens = self.tokens
        fresh = [text for text in dict.fromkeys(texts) if text not in tokens]
        if not fresh:
            return
        busy = may_divide("\n".join(fresh))
        plain = [plain_text(text) for text in fresh] if busy else fresh
        shaper = self.shaper
        whole = shaper.prepare(plain)
        words = shaper.words
        scale, tracking, space = self.scale, self.tracking, self.space
        lefts, rights = self._left, self._right
        base = space + tracking
        for text, bare in zip(fresh, plain, strict=True):
            word = words[bare]
            if not whole and (not word.glyphs or 0 in word.glyphs):
                tokens[text] = (0.0, 0.0, 0.0, None, ())
                self.lacking.add(text)
                continue
            trim, lead = base, 0.0
            mark = bare[-1]
            if mark in rights and word.clusters[-1] == mark:
                trim += rights[mark] * word.advances[-1]
            mark = bare[0]
            if mark in lefts and word.clusters[0] == mark:
                lead = lefts[mark] * word.advances[0]
            advance = word.width * scale + space
            if tracking:
                advance += tracking * len(word.glyphs)
            tokens[text] = (advance, trim, lead, word, divisions(text) if busy and not text.isalpha() else ())

    def cuts(self, word: Word, places: tuple[tuple[int, int], ...]) -> tuple[Cut, ...]:
        """Measure the places where a word may be divided.

        The fragments are measured inside the whole word: only those that a line really ends in get shaped.
        """
        key = (word.text, places)
        known = self._cuts.get(key)
        if known is None:
            known = self._cuts[key] = tuple(self._measure(word, places))
        return known

    def _measure(self, word: Word, places: tuple[tuple[int, int], ...]) -> Iterable[Cut]:
        text = word.text
        edges = self._edges(word)
        scale = self.scale  # the tables count in font units
        letters = frozenset(word.clusters)
        for offset, kind in places:
            at = edges[offset]
            letter = at - edges[offset - 1]
            if kind == HYPHEN:
                end = at + self.hyphen_end
            else:
                share = self._right.get(text[offset - 1], 0.0) / scale
                end = at - share * letter - self.tracking
            if kind == FORCED:  # the fragment loses its last letter's kerning with the next
                single = text[offset - 1]
                end += self._unkerned(single, letter) if single in letters else 0.0
            share = self._left.get(text[offset], 0.0) / scale
            yield offset, kind, end, at + share * (edges[offset + 1] - at)

    def _unkerned(self, letter: str, width: float) -> float:
        """How much wider a letter is by itself than in its word."""
        return max(self.width(self.shaper.word(letter)) - width, 0.0)

    def _edges(self, word: Word) -> list[float]:
        """The left edge of each character, and the right end; a ligature's letters share its width evenly."""
        steps: list[float] = []
        for cluster, advance in zip(word.clusters, word.advances, strict=True):
            width = advance * self.scale + self.tracking
            if cluster:
                steps += [width / len(cluster)] * len(cluster)
            elif steps:
                steps[-1] += width
        return list(accumulate(steps, initial=0.0))

    def ramps(self, count: int) -> tuple[list[float], list[float]]:
        """Natural widths of the spaces before and within lines: spaces_from[i] = i spaces, spaces_to[i] = i - 1."""
        have = len(self.spaces_from)
        if have <= count:
            self.spaces_from += [i * self.space for i in range(have, 2 * count + 1)]
            self.spaces_to = [0.0, *self.spaces_from]
        return self.spaces_from, self.spaces_to

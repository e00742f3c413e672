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

from guidepress.pdf.fonts import FontFile
from guidepress.pdf.objects import escape
from guidepress.standard import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.page.items import Face, Word
    from guidepress.standard import Finding

__all__ = ["Coder", "Coders", "FaceUse"]

SOFT_HYPHEN = "\u00ad"
_NOTHING = "\u200b"
"""What a glyph maps to that stands for nothing by itself (ZERO WIDTH SPACE); ActualText covers it."""
_PLAIN_SPACES = str.maketrans({"\u00a0": " "})  # a no-break space is copied out as a space
_FORBIDDEN = frozenset("\x00\ufeff\ufffe\uffff\ufffd")  # ISO 14289-1, 7.21.7, and the replacement character


_GLYPHS = attrgetter("glyphs")
_ADVANCES = attrgetter("advances")
_CLUSTERS = attrgetter("clusters")


class _Advances(dict[int, int]):
    def __init__(self, font: FontFile) -> None:
        self._advance = font.advance

    def __missing__(self, glyph: int) -> int:
        advance = self[glyph] = self._advance(glyph)
        return advance


class _Codes(dict[tuple[int, int], str]):
    """A glyph and the advance it has in a word, as two bytes; what differs from its own advance is adjusted."""

    def __init__(self, advances: _Advances, scale: float) -> None:
        self._advances = advances
        self._scale = scale

    def __missing__(self, key: tuple[int, int]) -> str:
        glyph, advance = key
        code = escape(chr(glyph >> 8) + chr(glyph & 255))
        kern = self._advances[glyph] - advance
        if kern:
            code += f"){round(kern * self._scale, 2):g}("
        self[key] = code
        return code


class _Glyphs(dict[str, int]):
    def __init__(self, font: FontFile) -> None:
        self._glyph = font.glyph

    def __missing__(self, character: str) -> int:
        glyph = self[character] = self._glyph(character)
        return glyph


class _Meanings(dict[tuple[int, str], int]):
    """A number for each glyph that stands for a text, since sets of numbers join faster than sets of pairs."""

    def __init__(self) -> None:
        self.pairs: list[tuple[int, str]] = []

    def __missing__(self, pair: tuple[int, str]) -> int:
        meaning = self[pair] = len(self.pairs)
        self.pairs.append((pair[0], pair[1].translate(_PLAIN_SPACES)))
        return meaning


class Coder(dict["Word", str]):
    """The fragments of one face's words; `learn` makes those that are new."""

    __slots__ = (
        "_by_word",
        "_codes",
        "_displaced",
        "_meanings",
        "font",
        "scale",
        "space",
        "space_glyph",
        "space_width",
    )

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.font = FontFile(face)
        self.scale = 1000 / face.units_per_em
        advances = _Advances(self.font)
        self._codes = _Codes(advances, self.scale)
        self._meanings = _Meanings()
        self._by_word: dict[Word, tuple[int, ...]] = {}
        self._displaced: set[Word] = set()
        self.space_glyph = self.font.glyph(" ")
        self.space = self._codes[self.space_glyph, advances[self.space_glyph]]
        self.space_width = advances[self.space_glyph] * self.scale

    def learn(self, words: set[Word]) -> None:
        """Encode words not met before; nothing here runs in Python once a glyph."""
        fresh = words - self.keys()
        coded = map(zip, map(_GLYPHS, fresh), map(_ADVANCES, fresh))
        self.update(zip(fresh, map("".join, map(partial(map, self._codes.__getitem__), coded)), strict=True))
        meant = map(zip, map(_GLYPHS, fresh), map(_CLUSTERS, fresh))
        meanings = map(tuple, map(partial(map, self._meanings.__getitem__), meant))
        self._by_word.update(zip(fresh, meanings, strict=True))

        self._displaced.update(word for word in fresh if word.offsets and any(map(any, word.offsets)))

    def meanings(self, words: set[Word]) -> dict[int, tuple[int, str]]:
        """What the glyphs of some words stand for: (glyph, text) by a number of its own."""
        found = set(chain.from_iterable(map(self._by_word.__getitem__, words)))
        return {meaning: self._meanings.pairs[meaning] for meaning in found}

    def odd(self, words: set[Word], wrong: set[int]) -> set[Word]:
        """The words that have one of these meanings in them, or a glyph that is displaced."""
        odd = words & self._displaced
        if wrong:
            odd.update(word for word in words if not wrong.isdisjoint(self._by_word[word]))
        return odd

    def part(self, glyphs: tuple[int, ...], advances: tuple[int, ...]) -> str:
        """Encode glyphs with the advances they have in a word."""
        return "".join(map(self._codes.__getitem__, zip(glyphs, advances, strict=True)))

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


class FaceUse:
    """One face in one book: its resource name, what its glyphs stand for, the words that need ActualText."""

    __slots__ = ("coder", "face", "name", "odd", "texts")

    def __init__(self, face: Face, coder: Coder, name: str, words: set[Word]) -> None:
        self.face = face
        self.coder = coder
        self.name = name
        coder.learn(words)
        self.texts, self.odd = _texts(coder, words)

    def pieces(self, word: Word) -> Iterator[tuple[str, str | None, float]]:
        """Cut a word where its glyphs do not say by themselves what they stand for.

        Yields:
            A fragment, the text it stands for (None: its glyphs say it) and its rise in thousandths of an em.
        """
        start = 0
        ends = [*range(1, len(word.glyphs)), len(word.glyphs)]
        for end in ends:
            if end < len(word.glyphs) and self._joined(word, end):
                continue
            glyphs = word.glyphs[start:end]
            fragment = self.coder.part(glyphs, word.advances[start:end])
            rise = 0.0
            if word.offsets:
                right, up = word.offsets[start]
                rise = up * self.coder.scale
                if right:
                    shift = round(right * self.coder.scale, 2)
                    fragment = f"){-shift:g}({fragment}){shift:g}("
            text = "".join(word.clusters[start:end])
            yield fragment, None if self._says(word, start, end) else text, rise
            start = end

    def _joined(self, word: Word, at: int) -> bool:
        """Whether the glyph at `at` belongs to the piece before it."""
        if word.offsets and word.offsets[at] != word.offsets[at - 1]:
            return False
        if word.offsets and word.offsets[at][0]:
            return False
        if word.clusters[at] == "":
            return True
        return self._says(word, at - 1, at) == self._says(word, at, at + 1)

    def _says(self, word: Word, start: int, end: int) -> bool:
        return all(
            text != SOFT_HYPHEN and text.translate(_PLAIN_SPACES) == self.texts[glyph]
            for glyph, text in zip(word.glyphs[start:end], word.clusters[start:end], strict=True)
        )

    def findings(self) -> Iterator[Finding]:
        """What keeps the face from being written."""
        if 0 in self.texts:
            yield Fault.MISSING_GLYPH, (self.face.name, self.texts[0])
        for text in self.texts.values():
            for character in text:
                if character in _FORBIDDEN or "\ue000" <= character <= "\uf8ff":
                    yield Fault.NO_UNICODE, (self.face.name, f"U+{ord(character):04X}")
        if not self.coder.font.embeddable:
            yield Fault.FONT_LOCKED, (self.coder.font.name,)


def _texts(coder: Coder, words: set[Word]) -> tuple[dict[int, str], set[Word]]:
    """Find one text for each glyph, and the words in which some glyph stands for another one.

    The choice must not hang on the order of a set: the shortest text, and of these the first, is taken.
    """
    meanings = coder.meanings(words)
    choices: dict[int, list[str]] = {coder.space_glyph: [" "]}  # gaps show it
    for glyph, text in meanings.values():
        choices.setdefault(glyph, []).append(text)
    texts = {glyph: min(several, key=_rank) or _NOTHING for glyph, several in choices.items()}
    wrong = {
        meaning for meaning, (glyph, text) in meanings.items() if text == SOFT_HYPHEN or text != texts[glyph]
    }
    return texts, coder.odd(words, wrong)


def _rank(text: str) -> tuple[bool, bool, int, str]:
    return text == "", text == SOFT_HYPHEN, len(text), text

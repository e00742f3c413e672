"""In: shaped words. Out: the strings that show them (ISO 32000-1, 9.4.3), encoded once a word.

A fragment is the inside of a TJ array's strings, without the first "(" and the last ")": two bytes a glyph, kerning
as ")12(" between them. Words are joined by the space glyph and the adjustment that makes the gap as wide as the
line wants it, so that a whole line is one join of known strings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.pdf.fonts import FontFile
from guidepress.pdf.objects import escape
from guidepress.standard import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.page.items import Face, Word
    from guidepress.standard import Finding

__all__ = ["Coder", "Coders", "FaceUse"]

SOFT_HYPHEN = "\u00ad"
_NOTHING = "\u200b"
"""What a glyph maps to that stands for nothing by itself (ZERO WIDTH SPACE); ActualText covers it."""
_PLAIN_SPACES = str.maketrans({"\u00a0": " "})  # a no-break space is copied out as a space
_FORBIDDEN = frozenset("\x00\ufeff\ufffe\uffff\ufffd")  # ISO 14289-1, 7.21.7, and the replacement character


class _Codes(dict[int, str]):
    def __missing__(self, glyph: int) -> str:
        code = self[glyph] = escape(chr(glyph >> 8) + chr(glyph & 255))
        return code


class _Advances(dict[int, int]):
    def __init__(self, font: FontFile) -> None:
        self._advance = font.advance

    def __missing__(self, glyph: int) -> int:
        advance = self[glyph] = self._advance(glyph)
        return advance


class _Glyphs(dict[str, int]):
    def __init__(self, font: FontFile) -> None:
        self._glyph = font.glyph

    def __missing__(self, character: str) -> int:
        glyph = self[character] = self._glyph(character)
        return glyph


class Coder(dict["Word", str]):
    """The fragments of one face's words, made when first asked for.

    `plain` holds the words whose every glyph is what the font's own character map gives for the text.
    """

    __slots__ = ("_advances", "_codes", "font", "glyphs", "plain", "scale", "space", "space_width")

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.font = FontFile(face)
        self.scale = 1000 / face.units_per_em
        self.plain: set[Word] = set()
        self.glyphs = _Glyphs(self.font)
        self._advances = _Advances(self.font)
        self._codes = _Codes()
        space = self.glyphs[" "]
        self.space = self._codes[space]
        self.space_width = self._advances[space] * self.scale

    def __missing__(self, word: Word) -> str:
        fragment = self[word] = self.part(word.glyphs, word.advances)
        characters = word.text
        if (
            len(characters) == len(word.glyphs)
            and not word.offsets
            and SOFT_HYPHEN not in characters
            and tuple(map(self.glyphs.__getitem__, characters)) == word.glyphs
            and tuple(characters) == word.clusters
        ):
            self.plain.add(word)
        return fragment

    def part(self, glyphs: tuple[int, ...], advances: tuple[int, ...]) -> str:
        """Encode glyphs; an advance that differs from the font's own becomes an adjustment after the glyph."""
        nominal = tuple(map(self._advances.__getitem__, glyphs))
        codes = map(self._codes.__getitem__, glyphs)
        if nominal == advances:
            return "".join(codes)
        return "".join(
            code if own == advance else f"{code}){round((own - advance) * self.scale, 2):g}("
            for code, own, advance in zip(codes, nominal, advances, strict=True)
        )

    def gap(self, width: int, size: int, expansion: int, tracking: int) -> str:
        """What joins two fragments: the space glyph, moved so that it takes `width` mpt on the page."""
        wanted = width * 1000 / (1000 + expansion) - tracking
        return f"{self.space}){self.space_width - wanted * 1000 / size:.1f}("


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
        for word in words:
            coder[word]
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
        return self._says(word, at - 1, at) and self._says(word, at, at + 1)

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
    plain = words & coder.plain
    characters = {" "}.union(*[word.text for word in plain])
    pairs = {(coder.glyphs[character], character.translate(_PLAIN_SPACES)) for character in characters}
    for word in words - plain:
        pairs.update(zip(word.glyphs, (text.translate(_PLAIN_SPACES) for text in word.clusters), strict=True))
    choices: dict[int, list[str]] = {}
    for glyph, text in pairs:
        choices.setdefault(glyph, []).append(text)
    texts = {glyph: min(several, key=_rank) or _NOTHING for glyph, several in choices.items()}
    doubtful = {
        glyph for glyph, several in choices.items() if len(several) > 1 or several[0] in {"", SOFT_HYPHEN}
    }
    suspects: Iterable[Word] = words if doubtful else ()
    odd = {
        word
        for word in suspects
        if not doubtful.isdisjoint(word.glyphs)
        and any(
            text == SOFT_HYPHEN or text.translate(_PLAIN_SPACES) != texts[glyph]
            for glyph, text in zip(word.glyphs, word.clusters, strict=True)
        )
    }
    odd.update(word for word in words - plain if word.offsets and any(map(any, word.offsets)))
    return texts, odd


def _rank(text: str) -> tuple[bool, bool, int, str]:
    return text == "", text == SOFT_HYPHEN, len(text), text

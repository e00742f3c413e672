"""In: the words of one face in one book. Out: what each glyph stands for, and the words that must say it apart.

A ToUnicode map gives a glyph one text. Where a word means another one by it (a hyphen that only a line end needs, a
small capital that stands for a capital), the word is cut into pieces and the text is said beside the glyphs, as
ActualText (ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.pdf.text import plain_spaces
from guidepress.standard import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.page.items import Face, Word
    from guidepress.pdf.text import Coder
    from guidepress.standard import Finding

__all__ = ["FaceUse"]

_Piece: TypeAlias = tuple[str, str | None, float]
"""A fragment, the text it stands for (None: its glyphs say it) and its rise in thousandths of an em."""

SOFT_HYPHEN = "\u00ad"
_NOTHING = "\u200b"
"""What a glyph maps to that stands for nothing by itself (ZERO WIDTH SPACE); ActualText covers it."""
_FORBIDDEN = frozenset("\x00\ufeff\ufffe\uffff\ufffd")  # ISO 14289-1, 7.21.7, and the replacement character


class FaceUse:
    """One face in one book: its resource name, what its glyphs stand for, the words that need ActualText."""

    __slots__ = ("_cut", "coder", "face", "name", "odd", "texts")

    def __init__(self, face: Face, coder: Coder, name: str, words: set[Word]) -> None:
        self.face = face
        self.coder = coder
        self.name = name
        coder.learn(words)
        self.texts, self.odd = _texts(coder, words)
        self._cut: dict[Word, tuple[_Piece, ...]] = {}

    def pieces(self, word: Word) -> tuple[_Piece, ...]:
        """Cut a word where its glyphs do not say by themselves what they stand for; each word is cut once."""
        known = self._cut.get(word)
        if known is None:
            known = self._cut[word] = tuple(self._pieces(word))
        return known

    def _pieces(self, word: Word) -> Iterator[_Piece]:
        start = 0
        ends = [*range(1, len(word.glyphs)), len(word.glyphs)]
        for end in ends:
            if end < len(word.glyphs) and self._joined(word, end):
                continue
            fragment = self.coder.part(word, start, end)
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
            text != SOFT_HYPHEN and plain_spaces(text) == self.texts[glyph]
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
    atoms = coder.atoms(words)
    choices: dict[int, set[str]] = {coder.space_glyph: {" "}}  # gaps show it
    for glyph, text in atoms.values():
        choices.setdefault(glyph, set()).add(text)
    texts = {glyph: min(several, key=_rank) or _NOTHING for glyph, several in choices.items()}
    wrong = {atom for atom, (glyph, text) in atoms.items() if text == SOFT_HYPHEN or text != texts[glyph]}
    return texts, coder.odd(words, wrong)


def _rank(text: str) -> tuple[bool, bool, int, str]:
    return text == "", text == SOFT_HYPHEN, len(text), text

"""In: words as text. Out: the same words shaped by HarfBuzz in one face with one set of features, each once.

Unknown words are shaped many at a time, set apart by a line feed. The feed is no character of any text here and
fonts neither kern nor substitute across it, so a word comes out the same as if it stood alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from guidepress.page.items import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.page.items import Face

__all__ = ["HYPHEN_TEXT", "LOOSE", "Shaper", "script_of"]

LOOSE = "-liga"
"""Among the features: the letters stand apart, so that ligatures stay off."""

HYPHEN_TEXT = "\u00ad"
"""The text a hyphen glyph stands for when hyphenation inserted it: it vanishes when text is copied out."""

_AT_ONCE = 100_000
"""Characters that are shaped in one call: HarfBuzz gives up at some half a million."""
_FEED = "\n"
_SIMPLE = re.compile("[!-~¡-ÿ‐–—‘’“”„‚…‹›]*")  # one glyph a letter, or a ligature; nothing is displaced


_LATIN = "Latn"
_FIRST_OTHER = "\u0370"
_SCRIPTS = (("\u0370", "\u03ff", "Grek"), ("\u0400", "\u052f", "Cyrl"), ("\u1f00", "\u1fff", "Grek"))
"""Blocks of letters with kerning and forms of their own in many fonts, and their OpenType names."""


def script_of(text: str) -> str:
    """The script of a word, an ISO 15924 code: that of its first letter that is not Latin, if there is one."""
    if text.isascii() or max(text) < _FIRST_OTHER:
        return _LATIN
    return next(
        (name for letter in text for first, last, name in _SCRIPTS if first <= letter <= last), _LATIN
    )


class _Glyph(NamedTuple):
    """As HarfBuzz tells of a glyph."""

    codepoint: int
    cluster: int


class Shaper:
    """Shapes words in one face with one set of features; every word is shaped once and kept.

    Args:
        face: the face its words are marked with.
        harfbuzz: the imported uharfbuzz module.
        font: the HarfBuzz font of the face, scaled to its units per em.
        features: OpenType feature tags to turn on beside kerning and ligatures.
        language: BCP 47 tag, for localised forms.
    """

    def __init__(
        self,
        face: Face,
        harfbuzz: Any,  # noqa: ANN401 - uharfbuzz has no types
        font: Any,  # noqa: ANN401 - likewise
        features: tuple[str, ...],
        language: str,
    ) -> None:
        self.face = face
        self.words: dict[str, Word] = {}
        self._harfbuzz = harfbuzz
        self._font = font
        self.features = features
        self.language = language
        self._switches = dict.fromkeys(("kern", *features), True)
        self._switches.update(dict.fromkeys(("liga", "clig"), self._switches.pop(LOOSE, None) is None))
        self._fragments: dict[tuple[str, bool], Word] = {}
        self._feed_glyph = font.get_nominal_glyph(ord(_FEED)) or 0

    def word(self, text: str) -> Word:
        """The shaped word; its glyph 0 stands for characters that the face does not have."""
        known = self.words.get(text)
        if known is None:
            infos, places = self._shape(text)
            known = self.words[text] = self._read(text, infos, places)
        return known

    def fragment(self, text: str, *, hyphen: bool) -> Word:
        """Part of a divided word, shaped by itself; with `hyphen`, a hyphen that copies out as U+00AD."""
        key = (text, hyphen)
        known = self._fragments.get(key)
        if known is None:
            if hyphen:
                infos, places = self._shape(text + "-")
                known = self._read(text + HYPHEN_TEXT, infos, places)
            else:
                known = self.word(text)
            self._fragments[key] = known
        return known

    def prepare(self, texts: Sequence[str]) -> bool:
        """Shape all words not met before in one call, which takes half the time of one by one.

        Returns:
            True if it is certain that every text has glyphs, and the face has all of them.
        """
        words = self.words
        fresh = [text for text in dict.fromkeys(texts) if text not in words]
        if sum(map(len, fresh)) > _AT_ONCE and len(fresh) > 1:
            half = len(fresh) // 2
            halves = [self.prepare(fresh[:half]), self.prepare(fresh[half:])]
            return all(halves) and len(fresh) == len(texts)
        if any(script_of(text) != _LATIN for text in fresh):  # a call to HarfBuzz is for one script
            for text in fresh:
                self.word(text)
            return False
        infos, places = self._shape(_FEED.join(fresh))
        glyphs = (*[info.codepoint for info in infos], self._feed_glyph)
        feed = self._feed_glyph
        if glyphs.count(feed) != len(fresh):  # a missing character looks like a feed
            for text in fresh:
                self.word(text)
            return False
        advances = tuple([place.x_advance for place in places])
        face, simple, find = self.face, _SIMPLE.fullmatch, glyphs.index
        start = origin = 0
        for text in fresh:
            end = find(feed, start)
            size = len(text)
            if end - start == size and (text.isascii() or simple(text)):
                own = advances[start:end]
                words[text] = Word(text, face, glyphs[start:end], own, tuple(text), sum(own))
            elif start == end or infos[start].cluster != origin:
                self.word(text)  # it begins with a mark, which HarfBuzz has joined to the feed before it
            else:
                words[text] = self._read(text, infos[start:end], places[start:end], origin)
            start = end + 1
            origin += size + 1
        complete = feed == 0 or 0 not in glyphs  # a feed without a glyph of its own was counted above
        return complete and "" not in words and len(fresh) == len(texts)

    def _shape(self, text: str) -> tuple[list[Any], list[Any]]:
        if len(text) > _AT_ONCE:
            return self._shape_by_parts(text)
        harfbuzz = self._harfbuzz
        buffer = harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.direction = "ltr"
        buffer.script = script_of(text)
        buffer.language = self.language
        harfbuzz.shape(self._font, buffer, self._switches)
        return buffer.glyph_infos or [], buffer.glyph_positions or []

    def _shape_by_parts(self, text: str) -> tuple[list[Any], list[Any]]:
        """Shape a word that nobody reads in pieces; two letters that meet at a cut do not kern."""
        infos: list[Any] = []
        places: list[Any] = []
        for start in range(0, len(text), _AT_ONCE):
            some, theirs = self._shape(text[start : start + _AT_ONCE])
            infos += [_Glyph(info.codepoint, info.cluster + start) for info in some]
            places += theirs
        return infos, places

    def _read(self, text: str, infos: list[Any], places: list[Any], origin: int = 0) -> Word:
        clusters: list[str] = []
        end, above = len(text), -1
        for info in reversed(infos):  # from the right: a cluster ends where the one after it starts
            start = info.cluster - origin
            if start == above:
                clusters[-1] = ""
            elif above >= 0:
                end = above
            clusters.append(text[start:end])
            above = start
        clusters.reverse()
        offsets = tuple([place.position[:2] for place in places])
        advances = tuple([place.x_advance for place in places])
        return Word(
            text,
            self.face,
            tuple([info.codepoint for info in infos]),
            advances,
            tuple(clusters),
            sum(advances),
            offsets if any(map(any, offsets)) else (),
        )

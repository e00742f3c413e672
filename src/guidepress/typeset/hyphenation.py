"""In: a word and a language. Out: the places where the word may be divided, by Liang's patterns.

The patterns are the files that pyphen carries; they are read here without importing it, since only its data is
needed: the file is split into a look-up table by string operations over the whole text, and a pattern's digits
are read when a word first meets it (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983; TeXbook, appendix H).
"""

from __future__ import annotations

import re
from importlib.machinery import PathFinder
from pathlib import Path

__all__ = ["Hyphenator", "hyphenator", "pattern_file"]

_ENGLISH_US = "en_US"
_BRITISH = frozenset(
    {"GB", "IE", "AU", "NZ", "ZA", "IN", "MT", "SG", "HK"}
)  # regions that spell as Britain does
_HOME = {
    "de": "de_DE",
    "pt": "pt_PT",
    "sr": "sr_Latn",
    "no": "nb_NO",
    "nb": "nb_NO",
}  # the region a bare tag means
_MINIMA = {"en": (2, 3)}  # TeXbook p. 454: \lefthyphenmin 2, \righthyphenmin 3
_FALLBACK_MINIMA = (2, 2)
_DIGITS = b"0123456789"
_FIGURES = frozenset("0123456789")
_LONG_BYTES = 12
_LONG = re.compile(rb"^[^.A-Z#%\n][^\n]{12,}$", re.MULTILINE)
"""Patterns of more than 12 bytes that may stand anywhere: rare, so their greatest length bounds the search well."""

_STEM = 3
"""Letters by which patterns are looked for: a third of the places in a word begin none of so many or more."""

_BLANKS = re.compile(rb"[ \t\r]+$", re.MULTILINE)
_CODECS = {"microsoft-cp1251": "cp1251"}
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\w[.@/\\_]\w|://")  # addresses and file names would read wrong with a hyphen
_POSSESSIVE = re.compile(r"[’'][sS]$")
_APOSTROPHES = re.compile(r"[’']")


class Hyphenator:
    """The patterns of one language, and the division points of every word met so far.

    Args:
        path: a pattern file in hunspell's form, or None for a language that is never hyphenated.
        left, right: least letters before and after a division; the file's own minima may be larger.
        strict_apostrophes: leave words with an inner apostrophe whole (English contractions).
    """

    def __init__(self, path: Path | None, left: int, right: int, *, strict_apostrophes: bool = False) -> None:
        self._path = path
        self.left = left
        self.right = right
        self._strict = strict_apostrophes
        self._table: dict[str, str] | None = None
        self._values: dict[str, tuple[tuple[int, int], ...]] = {}
        self._stems: frozenset[str] = frozenset()
        self._longest_initial = self._longest = 0
        self._points: dict[str, tuple[int, ...]] = {}
        self._liang: dict[str, tuple[int, ...]] = {}
        self._whole: frozenset[str] = frozenset()

    def keep_whole(self, names: frozenset[str]) -> None:
        """Leave some words undivided, with an s at their end too: the proper names of a book."""
        self._whole = names
        self._points.clear()

    def points(self, text: str) -> tuple[int, ...]:
        """Where `text`, a word with the punctuation around it, may be divided.

        Returns:
            Offsets into `text`, ascending: a division at 3 puts text[:3] and a hyphen on the upper line.
        """
        known = self._points.get(text)
        if known is None:
            known = self._points[text] = tuple(self._find(text)) if self._path is not None else ()
        return known

    def _find(self, text: str) -> list[int]:
        body = text
        if _ADDRESS.search(text):
            return []
        if self._strict:
            core = text.rstrip("”’\"').,;:!?…")
            possessive = _POSSESSIVE.search(core)
            body = core[: possessive.start()] if possessive else core
            if _APOSTROPHES.search(body.strip("“‘'\"(’")):
                return []
        found: list[int] = []
        for match in _LETTERS.finditer(body):
            start, end = match.span()
            word = match[0]
            before_figure = end < len(text) and (text[end].isdigit() or text[end] == "_")
            after_figure = start > 0 and (text[start - 1].isdigit() or text[start - 1] == "_")
            if before_figure or after_figure or end - start < self.left + self.right:
                continue
            if word in self._whole or (word[-1] == "s" and word[:-1] in self._whole):
                continue
            found.extend(start + point for point in self.word(word))
        return found

    def word(self, word: str) -> tuple[int, ...]:
        """Where a bare word of letters may be divided, by patterns and minima alone."""
        lower = word.lower()
        points = self._liang.get(lower)
        if points is None:
            if len(lower) != len(word):  # a capital whose small form is longer (İ) would shift the points
                return ()
            points = self._liang[lower] = self._match(lower)
        return points

    def _match(self, word: str) -> tuple[int, ...]:
        table = self._table
        if table is None:
            table = self._read()
        dotted = f".{word}."
        size = len(dotted)
        levels = [0] * (size + 1)
        longest, kept, stems = self._longest_initial, self._values, self._stems
        for start in range(size - 1):
            # where no pattern begins like this, none of the longer ones need be looked for
            reach = longest if dotted[start : start + _STEM] in stems else _STEM - 1
            for end in range(start + 1, min(start + reach, size) + 1):
                letters = dotted[start:end]
                if letters in table:
                    values = kept.get(letters) or self._digits(letters, table[letters])
                    for place, value in values:
                        levels[start + place] = max(levels[start + place], value)
            longest = self._longest
        last = len(word) - self.right
        return tuple(i for i in range(self.left, last + 1) if levels[i + 1] & 1)

    def _digits(self, letters: str, pattern: str) -> tuple[tuple[int, int], ...]:
        """The digits of a pattern with the number of letters before each."""
        found = tuple(
            (place - passed, int(figure))
            for passed, (place, figure) in enumerate(
                each for each in enumerate(pattern) if each[1] in _FIGURES
            )
        )
        self._values[letters] = found
        return found

    def _read(self) -> dict[str, str]:
        raw = self._path.read_bytes() if self._path is not None else b"UTF-8\n"
        head, _, rest = raw.partition(b"\n")
        codec = head.decode("ascii", "replace").strip().lower()
        codec = _CODECS.get(codec, codec)
        if b" \n" in rest or b"\r" in rest or b"\t" in rest:
            rest = _BLANKS.sub(b"", rest)
        if b"/" in rest or b"^^" in rest:  # spelling changes at the division are left alone
            rest = b"\n".join(line for line in rest.split(b"\n") if b"/" not in line and b"^^" not in line)
        patterns = rest.decode(codec).split("\n")
        letters = rest.translate(None, _DIGITS).decode(codec).split("\n")
        # a line without a digit divides nothing: a comment
        table = {name: pattern for name, pattern in zip(letters, patterns, strict=True) if name != pattern}
        self._minima(patterns[:6])
        self._longest_initial = max(map(len, table), default=0)
        self._longest = max(map(len, _LONG.findall(rest)), default=_LONG_BYTES)
        self._stems = frozenset([name[:_STEM] for name in table if len(name) >= _STEM])
        self._table = table
        return table

    def _minima(self, heads: list[str]) -> None:
        for line in heads:
            name, _, value = line.partition(" ")
            if name == "LEFTHYPHENMIN" and value.strip().isdigit():
                self.left = max(self.left, int(value))
            elif name == "RIGHTHYPHENMIN" and value.strip().isdigit():
                self.right = max(self.right, int(value))


def hyphenator(language: str) -> Hyphenator:
    """The hyphenator of a language.

    Args:
        language: a BCP 47 tag; an unknown region falls back to the language, an unknown language to none.
    """
    prefix = language.replace("_", "-").split("-")[0].lower()
    left, right = _MINIMA.get(prefix, _FALLBACK_MINIMA)
    return Hyphenator(pattern_file(language), left, right, strict_apostrophes=prefix == "en")


def pattern_file(language: str) -> Path | None:
    """The pattern file of a BCP 47 tag, or None if there is none for its language."""
    spec = PathFinder.find_spec("pyphen")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0]) / "dictionaries"
    parts = language.replace("_", "-").split("-")
    prefix = parts[0].lower()
    regions = [part.upper() for part in parts[1:] if len(part) == 2]
    names = [f"{prefix}_{region}" for region in regions]
    if prefix == "en":
        names.append("en_GB" if regions and regions[0] in _BRITISH else _ENGLISH_US)
    names += [_HOME.get(prefix, prefix), prefix]
    for name in names:
        path = folder / f"hyph_{name}.dic"
        if path.is_file():
            return path
    return next(iter(sorted(folder.glob(f"hyph_{prefix}_*.dic"))), None) if prefix.isalpha() else None

"""In: a font of a page. Out: for each code of its strings how far it leads, and the outline of its glyph, in ems.

Outlines come from the program that is embedded. Where there is none, or it cannot be read, a glyph takes the box that
its font says it may take, and is not exact.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from guidepress.cos import Malformed, Stream
from guidepress.press.ink.cmaps import code_map
from guidepress.press.ink.encodings import MAC_CODES, differences_of, named_encoding, text_of_name
from guidepress.press.ink.outlines import EMPTY, GlyphOutline
from guidepress.press.ink.places import IDENTITY, rectangle
from guidepress.press.ink.programs import FontProgram, missing, open_program
from guidepress.verify.font_text import parse_to_unicode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.bind.leaves import Matrix
    from guidepress.cos import File
    from guidepress.cos.values import Dictionary, Value

__all__ = ["GlyphPlace", "PageFont", "load_font"]

_KEYS = ("FontFile", "FontFile2", "FontFile3")
_SUBSET = re.compile(r"[A-Z]{6}\+")
_SYMBOLIC = 4
"""The flag of a font whose characters are not those of Latin text (table 123)."""
_ASCENT, _DESCENT, _WIDTH = 0.9, -0.25, 0.5
"""Ems that a glyph is taken to reach where nothing says so: those of common text faces."""
_SPACE = 32
_UNICODE_MAPS = ((3, 10), (3, 1), (0, 4), (0, 3), (0, 1), (0, 0))
"""Platforms and encodings of the character maps that are keyed by Unicode."""
_SIZES = (1, 2, 3, 4)
"""Bytes that a code may take."""
_MOST_WIDTHS = 70_000


class GlyphPlace(NamedTuple):
    """A code of a string.

    Attributes:
        code: the code.
        advance: how far it leads along the line, ems.
        outline: of its glyph, ems from its origin.
        is_space: word space is added to it.
    """

    code: int
    advance: float
    outline: GlyphOutline
    is_space: bool


class PageFont:
    """A font as pages use it.

    Attributes:
        name: as the file calls it, the mark of a subset taken off.
        kind: "Type1", "TrueType", "Type3", "CIDFontType0" …
        embedded: whether its program is in the file.
        subset: whether its name says that it is a part of a font.
        fault: why its program could not be read; "".
        exact: boxes of its glyphs are those of their ink.
        vertical: it is written from top to bottom.
        matrix: from units of its glyphs to text space; of all but Type 3 that of the em.
        procedures: of Type 3, its glyphs' content by code.
        resources: of Type 3, those of its glyphs.
    """

    def __init__(self, name: str, kind: str) -> None:
        self.name = _SUBSET.sub("", name) or "without a name"
        self.kind = kind
        self.subset = _SUBSET.match(name) is not None
        self.embedded = False
        self.fault = ""
        self.exact = True
        self.vertical = False
        self.matrix: Matrix = IDENTITY
        self.procedures: dict[int, Value] = {}
        self.resources: Value = None
        self._places: dict[tuple[int, int], GlyphPlace] = {}
        self._texts: dict[int, str] = {}
        self._learnt: set[int] = set()

    def places(self, data: bytes) -> Iterable[GlyphPlace]:
        """The codes of a string, in order."""
        known = self._places
        for code in data:
            place = known.get((code, 1))
            if place is None:
                place = known[code, 1] = self.place(code, 1)
            yield place

    def place(self, code: int, size: int) -> GlyphPlace:
        """Work out one code."""
        raise NotImplementedError

    def text(self, code: int) -> str:
        """The text that a code stands for; "" where nothing says it."""
        return self._texts.get(code, "")

    def outline(self, code: int) -> GlyphOutline:
        """The outline of the glyph of a code that has been shown."""
        found = (self._places.get((code, size)) for size in _SIZES)
        return next((place.outline for place in found if place is not None), EMPTY)

    def learn(self, code: int, outline: GlyphOutline) -> None:
        """Take over the outline of a glyph of Type 3, which its content has shown."""
        self._places[code, 1] = self.place(code, 1)._replace(outline=outline)
        self._learnt.add(code)

    def knows(self, code: int) -> bool:
        """Whether the outline of a glyph of Type 3 has been taken over."""
        return code in self._learnt


class _Simple(PageFont):
    """Codes of one byte (9.6)."""

    def __init__(self, file: File, font: Dictionary, kind: str) -> None:
        super().__init__(file.word(font.get("BaseFont")) or file.word(font.get("Name")), kind)
        descriptor = file.dictionary(font.get("FontDescriptor"))
        first = file.integer(font.get("FirstChar"))
        scale = 0.001
        if kind == "Type3":
            numbers = [file.number(each) for each in file.array(font.get("FontMatrix"))[:6]]
            if len(numbers) == 6:
                self.matrix = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
            scale = self.matrix[0]
        self._widths = {
            first + index: file.number(each) * scale
            for index, each in enumerate(file.array(font.get("Widths"))[:256])
        }
        otherwise = _WIDTH if not self._widths and kind != "Type3" else 0.0
        self._width = file.number(descriptor.get("MissingWidth")) * 0.001 or otherwise
        self._encoding = file.get(font.get("Encoding"))
        given = file.dictionary(font.get("Encoding"))
        base = file.word(font.get("Encoding")) or file.word(given.get("BaseEncoding"))
        self._named = named_encoding(base)
        self._differences = differences_of(file, given.get("Differences"))
        self._symbolic = bool(file.integer(descriptor.get("Flags")) & _SYMBOLIC)
        self._box = _about(file, descriptor, font)
        self._program: FontProgram | None = None
        if kind == "Type3":
            self._read_procedures(file, font)
        else:
            self._program = _program_of(self, file, descriptor)
        for code in range(256):
            name = self._name(code)
            text = text_of_name(name) if name else ""
            if text:
                self._texts[code] = text
        self._texts.update(_texts_of(file, font))

    def _read_procedures(self, file: File, font: Dictionary) -> None:
        self.embedded = True
        procedures = file.dictionary(font.get("CharProcs"))
        self.procedures = {
            code: procedures[name] for code, name in self._differences.items() if name in procedures
        }
        self.resources = font.get("Resources")

    def _name(self, code: int) -> str:
        """The name of a code's glyph; "" where nothing names it."""
        if code in self._differences:
            return self._differences[code]
        if self._named is not None:
            return self._named.get(code, "")
        own = self._program.encoding if self._program is not None else {}
        return own.get(code, "") or ("" if own else (named_encoding("StandardEncoding") or {}).get(code, ""))

    def place(self, code: int, size: int) -> GlyphPlace:
        """Work out one code."""
        advance = self._widths.get(code, self._width)
        if self.kind == "Type3":
            outline = EMPTY
        elif self._program is None:
            outline = EMPTY if code == _SPACE else _boxed(advance, self._box)
        else:
            outline = self._drawn(self._program, code)
        return GlyphPlace(code, advance, outline, size == 1 and code == _SPACE)

    def _drawn(self, program: FontProgram, code: int) -> GlyphOutline:
        name = self._name(code)
        if not program.character_maps:
            found = program.outline(name) if name else None
            return found or missing(program)
        for each in self._candidates(program.character_maps, code, name):
            found = program.outline(each)
            if found is not None:
                return found
        return missing(program)

    def _candidates(self, maps: dict[tuple[int, int], Any], code: int, name: str) -> Iterable[str]:
        """The names under which a TrueType program may have a code's glyph, likeliest first (9.6.6.4)."""
        symbolic = maps.get((3, 0), {})
        mac = maps.get((1, 0), {})
        found: list[str | None] = []
        if name and (self._encoding is not None or not self._symbolic):
            text = text_of_name(name)
            if len(text) == 1:
                found += [maps[key].get(ord(text)) for key in _UNICODE_MAPS if key in maps]
            found.append(mac.get(MAC_CODES.get(name, -1)))
        found += [symbolic.get(code), *(symbolic.get(high + code) for high in (0xF000, 0xF100, 0xF200))]
        found += [mac.get(code), maps.get((3, 1), {}).get(code), name or None]
        return [each for each in found if each]


class _Composite(PageFont):
    """Codes of one byte or more, each of which names a character identifier (9.7)."""

    def __init__(self, file: File, font: Dictionary) -> None:
        below = file.array(font.get("DescendantFonts"))
        inner = file.dictionary(below[0]) if below else {}
        kind = file.word(inner.get("Subtype")) or "CIDFontType2"
        super().__init__(file.word(font.get("BaseFont")) or file.word(inner.get("BaseFont")), kind)
        descriptor = file.dictionary(inner.get("FontDescriptor"))
        self._map = code_map(file, font.get("Encoding"))
        self.vertical = self._map.vertical
        self._width = file.number(inner.get("DW"), 1000.0) * 0.001
        self._widths = _cid_widths(file, inner.get("W"))
        self._indexes = _indexes(file, inner.get("CIDToGIDMap"))
        self._box = _about(file, descriptor, font)
        self._program = _program_of(self, file, descriptor)
        if not self._map.known:
            self._program, self.exact = None, False
        down = [file.number(each) * 0.001 for each in file.array(inner.get("DW2"))[:2]]
        self._down = (down[0], down[1]) if len(down) == 2 else (0.88, -1.0)
        self._texts.update(_texts_of(file, font))

    def places(self, data: bytes) -> Iterable[GlyphPlace]:
        """The codes of a string, in order."""
        known = self._places
        for key in self._map.codes(data):
            place = known.get(key)
            if place is None:
                place = known[key] = self.place(*key)
            yield place

    def place(self, code: int, size: int) -> GlyphPlace:
        """Work out one code."""
        cid = self._map.identifier(code, size)
        advance = self._widths.get(cid, self._width)
        outline = _boxed(advance, self._box) if self._program is None else self._drawn(self._program, cid)
        if self.vertical and not outline.is_empty:
            outline = outline.moved(-advance / 2, -self._down[0])
        return GlyphPlace(
            code, self._down[1] if self.vertical else advance, outline, size == 1 and code == _SPACE
        )

    def _drawn(self, program: FontProgram, cid: int) -> GlyphOutline:
        if self.kind == "CIDFontType0":
            found = program.by_identifier(cid)
        else:
            found = program.by_index(self._indexes.get(cid, 0) if self._indexes is not None else cid)
        return found or missing(program)


def load_font(file: File, value: Value) -> PageFont:
    """Read a font.

    Raises:
        Malformed: an object that it needs cannot be read.
    """
    font = file.dictionary(value)
    kind = file.word(font.get("Subtype"))
    return _Composite(file, font) if kind == "Type0" else _Simple(file, font, kind or "Type1")


def _program_of(font: PageFont, file: File, descriptor: Dictionary) -> FontProgram | None:
    """Open the program that is embedded, and note on the font whether there is one and whether it can be read."""
    key = next((each for each in _KEYS if each in descriptor), "")
    stream = file.get(descriptor.get(key)) if key else None
    if not isinstance(stream, Stream):
        font.exact = False
        return None
    font.embedded = True
    try:
        return open_program(key, file.content(stream))
    except Malformed as problem:
        font.fault = str(problem)
        font.exact = False
        return None


def _about(file: File, descriptor: Dictionary, font: Dictionary) -> tuple[float, float]:
    """How far below and above the baseline glyphs may reach, where their outlines are not known."""
    edges = [
        file.number(each) * 0.001 for each in file.array(descriptor.get("FontBBox", font.get("FontBBox")))[:4]
    ]
    if len(edges) == 4 and -2 < edges[1] < 0.5 and 0 < edges[3] < 2:
        return edges[1], edges[3]
    return _DESCENT, _ASCENT


def _boxed(advance: float, reach: tuple[float, float]) -> GlyphOutline:
    box = (0.0, reach[0], advance, reach[1])
    return GlyphOutline(rectangle(0.0, reach[0], advance, reach[1] - reach[0]), box) if advance > 0 else EMPTY


def _texts_of(file: File, font: Dictionary) -> dict[int, str]:
    stream = file.get(font.get("ToUnicode"))
    if not isinstance(stream, Stream):
        return {}
    try:
        return parse_to_unicode(file.content(stream))
    except Malformed:
        return {}


def _cid_widths(file: File, value: Value) -> dict[int, float]:
    """Read /W: "c [w1 w2 …]" and "first last w" (9.7.4.3)."""
    found: dict[int, float] = {}
    items = [file.get(each) for each in file.array(value)]
    at = 0
    while at + 1 < len(items) and len(found) < _MOST_WIDTHS:
        first, second = file.integer(items[at], -1), items[at + 1]  # type: ignore[arg-type] # a stream is no number
        if isinstance(second, list):
            found.update((first + index, file.number(each) * 0.001) for index, each in enumerate(second))
            at += 2
        else:
            last = min(file.integer(second, -1), first + _MOST_WIDTHS)  # type: ignore[arg-type] # likewise
            width = file.number(items[at + 2]) * 0.001 if at + 2 < len(items) else 0.0  # type: ignore[arg-type] # likewise
            found.update((cid, width) for cid in range(first, last + 1))
            at += 3
    return found


def _indexes(file: File, value: Value) -> dict[int, int] | None:
    """Read /CIDToGIDMap; None for the identity."""
    made = file.get(value)
    if not isinstance(made, Stream):
        return None
    try:
        data = file.content(made)
    except Malformed:
        return None
    return {at // 2: data[at] << 8 | data[at + 1] for at in range(0, min(len(data), 131_072) - 1, 2)}

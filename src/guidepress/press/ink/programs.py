"""In: an embedded font program. Out: outlines of its glyphs, by name, by index or by character identifier.

TrueType, OpenType, bare CFF and Type 1; fontTools reads what is binary in them. A program of anybody's may be wrong in
any way: whatever fontTools raises then is one of `FONT_FAULTS`, and the glyph or the font has no outline.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any

from fontTools.cffLib import CFFFontSet
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.ttLib import TTFont, TTLibError

from guidepress.cos import Malformed
from guidepress.press.ink.outlines import EMPTY, GlyphOutline, drawn, t1_drawing, t2_drawing
from guidepress.press.ink.type1 import read_type1

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from guidepress.bind.leaves import Matrix
    from guidepress.press.ink.outlines import OutlinePen

__all__ = ["FONT_FAULTS", "FontProgram", "open_program"]

FONT_FAULTS: tuple[type[Exception], ...] = (
    Malformed,
    TTLibError,
    struct.error,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    NotImplementedError,
    RecursionError,
    EOFError,
    OSError,
)
"""All that reading a damaged font has been seen to raise, in fontTools and below it."""

_MOST_BYTES = {"FontFile": 2_000_000, "FontFile2": 60_000_000, "FontFile3": 30_000_000}
"""Larger ones are no fonts; of Type 1, each byte is decrypted by itself."""


class FontProgram:
    """A font program that is open.

    Attributes:
        encoding: names by code as the program itself has them; empty where it has none.
        names: of its glyphs, by index; empty where they are found by name only.
        character_maps: of TrueType: for each (platform, encoding) names by character.
        by_cid: its glyphs are named by character identifier.
    """

    def __init__(
        self,
        drawing: Callable[[str], Callable[[OutlinePen], None] | None],
        matrix: Callable[[str], Matrix],
        glyphs: Mapping[str, Any] | None = None,
    ) -> None:
        self._drawing = drawing
        self._matrix = matrix
        self._glyphs = glyphs
        self._outlines: dict[str, GlyphOutline | None] = {}
        self.encoding: dict[int, str] = {}
        self.names: list[str] = []
        self.character_maps: dict[tuple[int, int], Mapping[int, str]] = {}
        self.by_cid = False

    def outline(self, name: str) -> GlyphOutline | None:
        """The outline of a glyph; None where the program has no such glyph, or it cannot be drawn."""
        if name not in self._outlines:
            try:
                draw = self._drawing(name)
                self._outlines[name] = None if draw is None else drawn(draw, self._glyphs, self._matrix(name))
            except FONT_FAULTS:
                self._outlines[name] = None
        return self._outlines[name]

    def by_index(self, index: int) -> GlyphOutline | None:
        """The outline of the glyph at an index."""
        return self.outline(self.names[index]) if 0 <= index < len(self.names) else None

    def by_identifier(self, cid: int) -> GlyphOutline | None:
        """The outline of the glyph of a character identifier."""
        return self.outline(f"cid{cid:05d}" if cid else ".notdef") if self.by_cid else self.by_index(cid)

    def has(self, name: str) -> bool:
        """Whether there is a glyph of this name that can be drawn."""
        return self.outline(name) is not None


def open_program(key: str, data: bytes) -> FontProgram:
    """Open a font program.

    Args:
        key: of the font descriptor that it stands under: FontFile, FontFile2 or FontFile3.
        data: its bytes.

    Raises:
        Malformed: it cannot be read.
    """
    if len(data) > _MOST_BYTES[key]:
        raise Malformed("it is too large")
    try:
        # What it is its first bytes say: some writers put fonts under another key.
        if data[:4] in {b"\0\1\0\0", b"true", b"OTTO", b"ttcf"}:
            return _sfnt(data)
        if key == "FontFile3" or data[:1] == b"\1":
            return _cff(data)
        return _type1(data)
    except FONT_FAULTS as problem:
        reason = " ".join(str(problem).split())[:80] or type(problem).__name__
        raise Malformed(reason) from problem


def _sfnt(data: bytes) -> FontProgram:
    font = TTFont(io.BytesIO(data), lazy=True, checkChecksums=0, recalcBBoxes=False, fontNumber=0)
    if "CFF " in font:
        made = _cff_program(font["CFF "].cff)
    else:
        per_em = font["head"].unitsPerEm
        if not 16 <= per_em <= 16384:
            raise Malformed("its em is none")
        names = font.getGlyphOrder()
        glyphs = font.getGlyphSet()

        def drawing(name: str) -> Callable[[OutlinePen], None] | None:
            return glyphs[name].draw if name in glyphs else None

        scale = 1 / per_em
        made = FontProgram(drawing, lambda _: (scale, 0.0, 0.0, scale, 0.0, 0.0), glyphs)
        made.names = list(names)
    made.character_maps = _character_maps(font)
    return made


def _character_maps(font: Any) -> dict[tuple[int, int], Mapping[int, str]]:  # noqa: ANN401 - fontTools' own
    """The character maps; one that is damaged is as good as none."""
    found: dict[tuple[int, int], Mapping[int, str]] = {}
    if "cmap" not in font:
        return found
    try:
        for table in font["cmap"].tables:
            try:
                found[table.platformID, table.platEncID] = table.cmap
            except FONT_FAULTS:
                continue
    except FONT_FAULTS:
        pass
    return found


def _cff(data: bytes) -> FontProgram:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None, isCFF2=False)
    return _cff_program(fonts)


def _cff_program(fonts: Any) -> FontProgram:  # noqa: ANN401 - fontTools' own
    top = fonts[0]
    charstrings = top.CharStrings
    by_cid = hasattr(top, "ROS")

    def drawing(name: str) -> Callable[[OutlinePen], None] | None:
        return t2_drawing(charstrings[name]) if name in charstrings else None

    def matrix(name: str) -> Matrix:
        own = top.rawDict.get("FontMatrix")
        if by_cid:
            _, select = charstrings.getItemAndSelector(name)
            below = top.FDArray[select].rawDict.get("FontMatrix") if select is not None else None
            own = below if own is None else own
        a, b, c, d, e, f = own or (0.001, 0, 0, 0.001, 0, 0)
        return float(a), float(b), float(c), float(d), float(e), float(f)

    made = FontProgram(drawing, matrix)
    made.names = list(top.charset)
    made.by_cid = by_cid
    if not by_cid:
        encoding = top.Encoding
        listed = StandardEncoding if encoding == "StandardEncoding" else encoding
        if isinstance(listed, list):
            made.encoding = {code: name for code, name in enumerate(listed) if name != ".notdef"}
    return made


def _type1(data: bytes) -> FontProgram:
    program = read_type1(data)

    def drawing(name: str) -> Callable[[OutlinePen], None] | None:
        charstring = program.charstrings.get(name)
        return None if charstring is None else t1_drawing(charstring, program.subroutines)

    made = FontProgram(drawing, lambda _: program.matrix, _Parts(program.charstrings, program.subroutines))
    standard = {code: name for code, name in enumerate(StandardEncoding) if name != ".notdef"}
    made.encoding = standard if program.encoding is None else program.encoding
    return made


class _Part:
    """A glyph that another is put together of, as fontTools' pens ask for it."""

    def __init__(self, draw: Callable[[OutlinePen], None]) -> None:
        self.draw = draw


class _Parts(dict[str, _Part]):
    """The glyphs that accented ones are put together of (`seac`)."""

    def __init__(self, charstrings: Mapping[str, Any], subroutines: list[Any]) -> None:
        super().__init__({name: _Part(t1_drawing(each, subroutines)) for name, each in charstrings.items()})


def missing(program: FontProgram) -> GlyphOutline:
    """What stands for a glyph that is not there: .notdef, or nothing."""
    return program.outline(".notdef") or EMPTY

"""In: a face and the glyphs that a book uses of it. Out: its numbers for text, and its subset as Type0 objects.

Glyph ids stay what they are in the file (HarfBuzz's retain-gids: 150 bytes a face, measured), so that the ids of
shaped words go into the page as they stand, and files made from the same faces agree about them.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import uharfbuzz as hb

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.pdf.cmap import to_unicode
from guidepress.pdf.objects import reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidepress.base.diagnostics import FaultsFound
    from guidepress.page.items import Face
    from guidepress.pdf.objects import ObjectTable

__all__ = ["FontFile", "damaged_font", "embed"]

_FLATE = 6  # fonts are a tenth of a file: the better level costs 0.2 ms each
_RESTRICTED = 0x000F, 0x0002  # OS/2 fsType: the licence bits, and "restricted licence embedding"
_DROPPED = [
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "STAT",
    "DSIG",
    "OS/2",
    "cmap",
    "name",
    "post",
    "gasp",
    "meta",
    "VORG",
    "MATH",
    "kern",
]
_DROPPED_TAGS = tuple(int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED)
_POSTSCRIPT_NAME = 6  # OpenType name id


def damaged_font(name: str) -> FaultsFound:
    """What is raised for a font that can be opened and not be written."""
    return fault("font-file", f"The font {name} is damaged.", "Install it again, or choose another.")


class FontFile:
    """A font file opened for writing: advances by glyph, glyphs by character."""

    __slots__ = ("_axes", "_face", "_font", "name", "units_per_em")

    def __init__(self, face: Face) -> None:
        self._face = hb.Face(hb.Blob.from_file_path(face.path), face.number)
        self._font = hb.Font(self._face)
        self._axes = face.axes
        if face.axes:
            self._font.set_variations(dict(face.axes))
        self.units_per_em = face.units_per_em
        self.name: str = self._face.get_name(_POSTSCRIPT_NAME) or face.name

    def advance(self, glyph: int) -> int:
        """The advance of a glyph in font units, before kerning."""
        advance: int = self._font.get_glyph_h_advance(glyph)
        return advance

    def glyph(self, character: str) -> int:
        """The glyph that a character has before any substitution, 0 for none."""
        glyph: int | None = self._font.get_nominal_glyph(ord(character))
        return glyph or 0

    @property
    def embeddable(self) -> bool:
        """Whether the licence bits permit embedding (OpenType, OS/2 fsType)."""
        mask, restricted = _RESTRICTED
        table = self._table("OS/2")
        return len(table) < 10 or int.from_bytes(table[8:10], "big") & mask != restricted

    @property
    def outlines(self) -> str:
        """The kind of outlines: "glyf" (TrueType), "CFF " or "CFF2" (PostScript's)."""
        tags = self._face.table_tags
        return "glyf" if "glyf" in tags else "CFF2" if "CFF2" in tags else "CFF "

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """Keep the outlines of some glyphs under their own ids; layout tables and hints go.

        Raises:
            FaultsFound: the font is damaged.
        """
        plan = hb.SubsetInput()
        plan.glyph_set.update(glyphs)
        if self._axes:  # the face is made of a variable font: the file holds its outlines alone
            plan.pin_all_axes_to_default(self._face)
            for tag, value in self._axes:
                plan.pin_axis_location(self._face, tag, value)
        plan.drop_table_tag_set.update(_DROPPED_TAGS)
        flags = hb.SubsetFlags
        plan.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
        try:
            data: bytes = hb.subset(self._face, plan).blob.data
        except RuntimeError as problem:
            raise damaged_font(self.name) from problem
        return data

    def traits(self) -> Traits:
        """Read what the font descriptor says from head, OS/2 and post."""
        box = struct.unpack_from(">4h", self._table("head"), 36)
        system, post = self._table("OS/2"), self._table("post")
        weight = int(dict(self._axes).get("wght", int.from_bytes(system[4:6], "big") if system else 400))
        serif = (
            len(system) > 33 and system[32] == 2 and 2 <= system[33] <= 10
        )  # PANOSE: Latin text, with serifs
        (angle,) = struct.unpack_from(">i", post, 4) if post else (0,)
        fixed = bool(post) and any(post[12:16])
        return Traits(box, weight, angle / 65536, serif=serif, fixed=fixed)

    def _table(self, tag: str) -> bytes:
        data: bytes = self._face.reference_table(tag).data
        return data


@record
class Traits:
    """What a font descriptor says of a face; the box is in font units, the angle in degrees."""

    box: tuple[int, ...]
    weight: int
    angle: float
    serif: bool
    fixed: bool

    @property
    def flags(self) -> int:
        """Font flags of ISO 32000-1, table 123; symbolic, since glyphs are chosen by id."""
        return self.fixed * 1 + self.serif * 2 + 4 + (self.angle != 0) * 64

    @property
    def stem(self) -> int:
        """Width of the vertical stems, which OpenType does not state: grows with the weight (400: 88)."""
        return round(50 + (self.weight / 65) ** 2)


def embed(
    face: Face, font: FontFile, texts: Mapping[int, str], table: ObjectTable, *, bare: bool = False
) -> int:
    """Write a face's subset.

    Args:
        face: the face, for its vertical measures.
        font: its file.
        texts: what each used glyph stands for; its keys are the glyphs to keep.
        table: takes the objects.
        bare: write outlines of PostScript's kind without the OpenType file around them: PDF before 1.6 knows no other
            way (ISO 32000-1, table 126).

    Returns:
        The number of the Type0 font.
    """
    glyphs = sorted(texts)
    data = font.subset(glyphs)
    truetype = font.outlines == "glyf"
    if truetype:
        program = table.add_stream(data, _FLATE, Length1=str(len(data)))
    elif bare:
        from guidepress.pdf.cff import cff_table, number_glyphs  # noqa: PLC0415 - for old files for a press only

        program = table.add_stream(number_glyphs(cff_table(data)), _FLATE, Subtype="/CIDFontType0C")
    else:
        program = table.add_stream(data, _FLATE, Subtype="/OpenType")
    name = f"/{_tag(data)}+{font.name}"
    scale = 1000 / font.units_per_em
    traits = font.traits()
    descriptor = table.add(
        f"<</Type/FontDescriptor/FontName{name}/Flags {traits.flags}"
        f"/FontBBox[{' '.join(str(round(edge * scale)) for edge in traits.box)}]/ItalicAngle {traits.angle:g}"
        f"/Ascent {round(face.ascent * scale)}/Descent {-round(face.descent * scale)}"
        f"/CapHeight {round(face.cap_height * scale)}/XHeight {round(face.x_height * scale)}"
        f"/StemV {traits.stem}/FontFile{'2' if truetype else '3'} {reference(program)}>>"
    )
    kind = "/CIDFontType2/CIDToGIDMap/Identity" if truetype else "/CIDFontType0"
    widths = _widths({glyph: font.advance(glyph) * scale for glyph in glyphs})
    descendant = table.add(
        f"<</Type/Font/Subtype{kind}/BaseFont{name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {reference(descriptor)}/W[{widths}]>>"
    )
    cmap = table.add_stream(to_unicode(texts), _FLATE)
    base = name if truetype else f"{name}-Identity-H"
    return table.add(
        f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
        f"/DescendantFonts[{reference(descendant)}]/ToUnicode {reference(cmap)}>>"
    )


def _tag(data: bytes) -> str:
    """Six capitals that differ where the subset does (ISO 32000-1, 9.6.4)."""
    value = zlib.crc32(data)
    letters = ""
    for _ in range(6):
        value, letter = divmod(value, 26)
        letters += chr(65 + letter)
    return letters


def _widths(advances: dict[int, float]) -> str:
    """The W array: each run of consecutive glyphs under its first (ISO 32000-1, 9.7.4.3)."""
    parts: list[str] = []
    last = -2
    for glyph, advance in advances.items():
        width = f"{round(advance, 3):g}"
        if glyph == last + 1:
            parts.append(f" {width}")
        else:
            parts.append(f"{']' if parts else ''}{glyph}[{width}")
        last = glyph
    return "".join(parts) + "]"

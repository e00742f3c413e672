"""How a file for a press is written: the options of `write_press`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.pdf.output_profile import OutputProfile

__all__ = ["OPENTYPE", "PDF_VERSIONS", "PressBoxes", "PressInk", "PressRect", "PressStandard"]

PressStandard: TypeAlias = Literal["", "x1a", "x1a-2003", "x4"]
"""None, PDF/X-1a:2001, PDF/X-1a:2003 or PDF/X-4."""

PressRect: TypeAlias = "tuple[int, int, int, int]"
"""Left, top, right, bottom in mpt from the page's top left corner, y downwards."""


PDF_VERSIONS: dict[PressStandard, tuple[int, int]] = {
    "": (1, 6),
    "x1a": (1, 3),
    "x1a-2003": (1, 4),
    "x4": (1, 6),
}
"""The version of PDF that each standard is made of; a file of none is as new as a press may be old."""

OPENTYPE = (1, 6)
"""The version of PDF that fonts of OpenType with PostScript's outlines came with (ISO 32000-1, table 126)."""


@record
class PressBoxes:
    """What of a page is cut off: the paper ends at `trim`, what is printed may reach to `bleed`."""

    trim: PressRect
    bleed: PressRect


@record
class PressInk:
    """Colours, standard and boxes of a file for a press.

    Attributes:
        space: "grey" for black ink alone, "cmyk", or "rgb" for printers that separate by themselves.
        standard: the PDF/X that the file must meet and will name.
        condition: the printing condition, by its name in the ICC's registry ("FOGRA39").
        profile: the printer's profile: PDF/X-4 needs it, pictures are separated by it.
        limit: the most that all inks may come to at one place, in per cent of one.
        least: no tint is lighter, in per cent of its heaviest ink; 0 leaves tints as they are.
        boxes: those of the first page, of the second, and so on in turn; none: a page is trimmed at its edges.
    """

    space: Literal["grey", "cmyk", "rgb"] = "cmyk"
    standard: PressStandard = ""
    condition: str = ""
    profile: OutputProfile | None = None
    limit: int = 240
    least: int = 0
    boxes: tuple[PressBoxes, ...] = ()

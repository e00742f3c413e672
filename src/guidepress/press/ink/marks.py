"""The marks on a page: a glyph, a shape or a picture, each with the box of its ink and what it is painted with.

Places are points on the page as it is looked at, y upwards from the lower left corner of its trim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.bind.leaves import Matrix
    from guidepress.cos import Stream
    from guidepress.cos.pages import Box
    from guidepress.press.ink.colours import ColourSpace, Paint
    from guidepress.press.ink.fonts import PageFont
    from guidepress.press.ink.places import Path

__all__ = ["OPAQUE", "Blending", "InkedGlyph", "InkedPicture", "InkedShape", "InkedString", "Mark"]


@record
class Blending:
    """How a mark meets what lies below it (ISO 32000-1, 11).

    Attributes:
        alpha: 1 covers it.
        mode: "Normal", or the name of another way to blend.
        masked: a soft mask is in force.
    """

    alpha: float = 1.0
    mode: str = "Normal"
    masked: bool = False

    @property
    def is_opaque(self) -> bool:
        """Whether nothing shows through."""
        return self.alpha >= 1 and self.mode == "Normal" and not self.masked


OPAQUE = Blending()


@record
class InkedString:
    """What the glyphs of one string have in common.

    Attributes:
        font: which.
        size: of the type as it stands on the page, points; None where its font has no em to measure by.
        matrix: from the em of the font to the page, but for the place.
        paints: those that its glyphs are filled and stroked with; none for invisible text.
        blending: how they meet what lies below.
    """

    font: PageFont
    size: float | None
    matrix: Matrix
    paints: tuple[Paint, ...]
    blending: Blending = OPAQUE


@record
class InkedGlyph:
    """A glyph.

    Attributes:
        box: of its ink, clipped; of one without ink (a space), a point.
        string: what it has in common with those beside it.
        code: its code in its font.
        x, y: where its origin stands.
    """

    box: Box
    string: InkedString
    code: int
    x: float
    y: float

    @property
    def blended(self) -> Blending:
        """How it meets what lies below it."""
        return self.string.blending


@record
class InkedShape:
    """A path that is filled or stroked, or an area that is shaded.

    Attributes:
        box: of its ink, clipped.
        paint: with what.
        path: on the page, not clipped; empty for a shading that fills all of its clip.
        line: the width of the line, points; None for an area.
        blended: how it meets what lies below.
    """

    box: Box
    paint: Paint
    path: Path = ()
    line: float | None = None
    blended: Blending = OPAQUE


@record
class InkedPicture:
    """A picture.

    Attributes:
        box: of its ink, clipped.
        matrix: from its unit square to the page.
        size: pixels across and down.
        bits: of a component.
        space: its colours; None where only its data say, or for a mask.
        paint: what a mask is painted with.
        stream: its entries and its data as stored.
        blended: how it meets what lies below; a soft mask of its own counts.
    """

    box: Box
    matrix: Matrix
    size: tuple[int, int]
    bits: int
    space: ColourSpace | None
    paint: Paint | None
    stream: Stream
    blended: Blending = OPAQUE

    @property
    def resolution(self) -> float:
        """Pixels an inch as placed, the lower of both directions."""
        a, b, c, d, _, _ = self.matrix
        across, up = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        found = [pixels * 72 / side for pixels, side in zip(self.size, (across, up), strict=True) if side > 0]
        return min(found, default=0.0)


Mark: TypeAlias = InkedGlyph | InkedShape | InkedPicture

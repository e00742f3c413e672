"""In: glyphs of fonts as fontTools draws them. Out: outlines: paths in ems, with the boxes of their ink.

Fonts come from anybody: a composite glyph or a subroutine that calls others may multiply beyond all time. What is
drawn is counted, and what goes beyond the bound has no outline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fontTools.misc.psCharStrings import T1OutlineExtractor, T2OutlineExtractor
from fontTools.pens.basePen import BasePen

from guidepress.base.record import record
from guidepress.cos import Malformed
from guidepress.press.ink.places import NOWHERE, box_of_path, box_through, path_through

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from guidepress.bind.leaves import Matrix
    from guidepress.cos.pages import Box
    from guidepress.press.ink.places import Path, Segment

__all__ = ["EMPTY", "GlyphOutline", "OutlinePen", "drawn", "t1_drawing", "t2_drawing"]

_MOST_STEPS = 60_000
"""Steps of one glyph; the richest of real ones, maps and ornaments, have some thousands."""
_MOST_CALLS = 20_000
"""Subroutines called and parts put together for one glyph."""


@record
class GlyphOutline:
    """A glyph's outline, in ems.

    Attributes:
        path: closed contours; cubic curves.
        box: of its ink; `NOWHERE` for one without ink.
    """

    path: Path
    box: Box

    @property
    def is_empty(self) -> bool:
        """Whether it leaves no ink."""
        return not self.path

    def moved(self, across: float, up: float) -> GlyphOutline:
        """The same at another place."""
        matrix = (1.0, 0.0, 0.0, 1.0, across, up)
        return GlyphOutline(path_through(matrix, self.path), box_through(matrix, self.box))


EMPTY = GlyphOutline((), NOWHERE)


class OutlinePen(BasePen):  # type: ignore[misc] # fontTools has no types
    """Collects a path, within bounds."""

    def __init__(self, glyphs: Mapping[str, Any] | None) -> None:
        super().__init__(glyphs)
        self.path: list[Segment] = []
        self._parts = 0

    def _moveTo(self, point: Iterable[float]) -> None:  # noqa: N802 - fontTools' name
        self._add("m", point)

    def _lineTo(self, point: Iterable[float]) -> None:  # noqa: N802 - likewise
        self._add("l", point)

    def _curveToOne(self, *points: Iterable[float]) -> None:  # noqa: N802 - likewise
        self._add("c", *points)

    def _closePath(self) -> None:  # noqa: N802 - likewise
        self._add("h")

    def addComponent(self, glyphName: str, transformation: Matrix, **kwargs: Any) -> None:  # noqa: N802, N803, ANN401 - likewise
        """Count the parts that a glyph is put together of."""
        self._parts += 1
        if self._parts > _MOST_CALLS:
            raise Malformed("a glyph is put together of too many parts")
        super().addComponent(glyphName, transformation, **kwargs)

    def _add(self, step: str, *points: Iterable[float]) -> None:
        if len(self.path) >= _MOST_STEPS:
            raise Malformed("an outline is too long")
        self.path.append((step, tuple(float(number) for point in points for number in point)))


class _Counted:
    """Counts the subroutines that a charstring calls."""

    _calls = 0

    def execute(self, charstring: Any, **kwargs: Any) -> None:  # noqa: ANN401 - fontTools' own
        """Run a charstring or a subroutine."""
        self._calls += 1
        if self._calls > _MOST_CALLS:
            raise Malformed("a glyph calls too many subroutines")
        super().execute(charstring, **kwargs)  # type: ignore[misc] # of the class beside it


class _Type1(_Counted, T1OutlineExtractor):  # type: ignore[misc] # fontTools has no types
    pass


class _Type2(_Counted, T2OutlineExtractor):  # type: ignore[misc] # likewise
    pass


def t1_drawing(charstring: Any, subroutines: list[Any]) -> Callable[[OutlinePen], None]:  # noqa: ANN401 - fontTools' own
    """What draws a glyph of a Type 1 font."""

    def draw(pen: OutlinePen) -> None:
        _Type1(pen, subroutines).execute(charstring)

    return draw


def t2_drawing(charstring: Any) -> Callable[[OutlinePen], None]:  # noqa: ANN401 - likewise
    """What draws a glyph of a CFF font."""

    def draw(pen: OutlinePen) -> None:
        private = charstring.private
        _Type2(
            pen,
            getattr(private, "Subrs", []),
            charstring.globalSubrs,
            private.nominalWidthX,
            private.defaultWidthX,
            private,
        ).execute(charstring)

    return draw


def drawn(
    draw: Callable[[OutlinePen], None], glyphs: Mapping[str, Any] | None, matrix: Matrix
) -> GlyphOutline:
    """Draw a glyph.

    Args:
        draw: what draws it.
        glyphs: those that it may be put together of.
        matrix: from units of the font to ems.

    Raises:
        Malformed: it goes beyond all bounds; fontTools' own errors besides (`FONT_FAULTS`).
    """
    pen = OutlinePen(glyphs)
    draw(pen)
    path = path_through(matrix, tuple(pen.path))
    # A contour of one point leaves no ink; some fonts keep their anchors so.
    box = box_of_path(path) if any(step in "lc" for step, _ in path) else None
    return EMPTY if box is None else GlyphOutline(path, box)

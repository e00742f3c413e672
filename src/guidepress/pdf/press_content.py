"""In: the placed items of one page. Out: its content stream for a press of four inks.

Small black text is printed over what lies under it, so that no white edge shows where the inks of two plates stand a
hair apart; all else knocks out. Text knocks out, too, where it would come with its ground to more ink than the paper
takes, and on pictures, whose ink nobody knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.pdf.content import ContentWriter
from guidepress.pdf.paths import outline_of
from guidepress.pdf.separation import FULL
from guidepress.pdf.tags import Structure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.page.items import Face, Image, Run, Shape
    from guidepress.pdf.images import Images
    from guidepress.pdf.meaning import FaceUse
    from guidepress.pdf.objects import Points
    from guidepress.pdf.paths import Box
    from guidepress.pdf.placed import Clip, QuarterTurns, Unclip, Unturn
    from guidepress.pdf.press_paints import InkPaints

__all__ = ["KNOCK_OUT", "OVERPRINT", "PressContentWriter"]

OVERPRINT = "Over"
KNOCK_OUT = "Out"
"""Names of the graphics states (ISO 32000-1, 8.6.7); mode 1 leaves the plates alone that a colour has no ink for."""

_SMALL = 24_000
"""Type over 24 pt is drawn like shapes: its stems are wider than plates are ever apart."""

_BLACK = (0, 0, 0, FULL)


class PressContentWriter(ContentWriter):
    """Draws one page in four inks."""

    __slots__ = ("_grounds", "_inks", "_over", "_overs")

    def __init__(
        self,
        size: tuple[int, int],
        faces: Mapping[Face, FaceUse],
        images: Images,
        points: Points,
        inks: InkPaints,
    ) -> None:
        super().__init__((0, *size), Structure((), 1), faces, images, points, inks)
        self._inks = inks
        self._grounds: list[tuple[Box, int]] = []  # what is drawn, and all its inks, per mille
        self._over = False
        self._overs: list[bool] = []

    def _run(self, run: Run, x: int, y: int, tag: int) -> None:
        self._print(over=self._may_overprint(run, x, y))
        super()._run(run, x, y, tag)

    def _shape(self, shape: Shape, x: int, y: int, tag: int) -> None:
        self._print(over=False)
        super()._shape(shape, x, y, tag)
        ink = max((sum(self._inks.inks(each)) for each in (shape.fill, shape.stroke) if each), default=0)
        if ink:
            left, bottom, right, top = outline_of(shape.path, x, y, self._points)[1]
            edge = shape.line_width // 2 if shape.stroke else 0
            box = self._on_page((left - edge, bottom - edge, right + edge, top + edge))
            self._grounds.append((box, ink))

    def _image(self, image: Image, x: int, y: int, tag: int) -> None:
        super()._image(image, x, y, tag)
        self._grounds.append((self._on_page((x, y - image.height, x + image.width, y)), 4 * FULL))

    def _clip(self, clip: Clip, x: int, y: int, tag: int) -> None:
        super()._clip(clip, x, y, tag)
        self._overs.append(self._over)

    def _unclip(self, unclip: Unclip, x: int, y: int, tag: int) -> None:
        super()._unclip(unclip, x, y, tag)
        self._over = self._overs.pop()

    def _turn(self, turn: QuarterTurns, x: int, y: int, tag: int) -> None:
        super()._turn(turn, x, y, tag)
        self._overs.append(self._over)

    def _unturn(self, unturn: Unturn, x: int, y: int, tag: int) -> None:
        super()._unturn(unturn, x, y, tag)
        self._over = self._overs.pop()

    def _may_overprint(self, run: Run, x: int, y: int) -> bool:
        if run.size > _SMALL or self._inks.inks(run.colour) != _BLACK:
            return False
        box = self._on_page((x, y - run.size // 4, x + run.width, y + run.size))
        under = (ink for ground, ink in self._grounds if _meet(ground, box))
        return max(under, default=0) + FULL <= self._inks.limit

    def _print(self, *, over: bool) -> None:
        """Set whether what follows is printed over its ground."""
        if over != self._over:
            self._over = over
            self._out.append(f"/{OVERPRINT if over else KNOCK_OUT} gs\n")


def _meet(first: Box, second: Box) -> bool:
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]

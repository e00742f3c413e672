"""In: the printer's zones. Out: the same as the cover is drawn: from the top left corner of the sheet, y downwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.cover_face import CoverFace

if TYPE_CHECKING:
    from guidepress.press.geometry import CoverGeometry
    from guidepress.press.zone import Zone

__all__ = ["CoverSheet", "SheetBox", "sheet_of"]

_LAP = 0.042
"""Share of a panel's width that the cloth of the spine covers: a fold that is a sixteenth of an inch off is not seen."""

_CLEAR = 4_000
"""Between the cloth and the barcode's zone, mpt."""


@record
class SheetBox:
    """A rectangle on the sheet, mpt, y downwards."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.x + self.width

    @property
    def foot(self) -> int:
        """Its lower edge."""
        return self.y + self.height

    def holds(self, other: SheetBox) -> bool:
        """Whether another box lies within this one."""
        return (
            self.x <= other.x and self.y <= other.y and other.right <= self.right and other.foot <= self.foot
        )


@record
class CoverSheet:
    """The zones of a cover as it is drawn.

    Attributes:
        width, height: of the whole sheet.
        trim, back, spine, front, spine_safe, safe_back, safe_front, barcode: as the geometry says.
        lap: how far the spine's cloth reaches over each panel.
        over: how far the design runs over the panels' outer edges.
        hinge: beside the spine.
        safe: the printer's safety, from the trim of a panel.
    """

    width: int
    height: int
    trim: SheetBox
    back: SheetBox
    spine: SheetBox
    front: SheetBox
    spine_safe: SheetBox
    safe_back: SheetBox
    safe_front: SheetBox
    barcode: SheetBox
    lap: int
    over: int
    hinge: int
    safe: int

    @property
    def cloth(self) -> SheetBox:
        """What is coloured along the spine, from the head of the sheet to its foot."""
        return SheetBox(self.spine.x - self.lap, 0, self.spine.width + 2 * self.lap, self.height)

    @property
    def face(self) -> CoverFace:
        """The front, for the guide's own design."""
        front = self.front
        return CoverFace(front.width, front.height, self.lap, self.over, self.safe)


def sheet_of(geometry: CoverGeometry) -> CoverSheet:
    """Turn the zones over."""
    media, back = geometry.media, geometry.back

    def box(zone: Zone) -> SheetBox:
        return SheetBox(zone.left - media.left, media.top - zone.top, zone.width, zone.height)

    clear = back.right - geometry.barcode_zone.right - _CLEAR
    lap = min(max(round(back.width * _LAP), geometry.hinge), clear)
    return CoverSheet(
        width=media.width,
        height=media.height,
        trim=box(geometry.trim),
        back=box(back),
        spine=box(geometry.spine),
        front=box(geometry.front),
        spine_safe=box(geometry.spine_safe),
        safe_back=box(geometry.safe_back),
        safe_front=box(geometry.safe_front),
        barcode=box(geometry.barcode_zone),
        lap=lap,
        over=max(back.left - media.left, media.top - back.top),
        hinge=geometry.hinge,
        safe=geometry.front.right - geometry.safe_front.right,
    )

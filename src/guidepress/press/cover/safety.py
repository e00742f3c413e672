"""In: the painted sheet and its zones. Out: a fault for each text whose type reaches out of what is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.lengths import format_length
from guidepress.page.items import Frame, Run
from guidepress.press.cover.sheet import SheetBox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.page.book import Page
    from guidepress.page.items import Item
    from guidepress.press.cover.sheet import CoverSheet

__all__ = ["text_boxes", "unsafe_text"]

_ABOVE, _BELOW = 770, 230
"""Of the type's size above and below the baseline, per mille: an ascender and a descender of a text face."""

Place = tuple[int, int, int]
"""x and y on the sheet of an origin, and the quarter turns clockwise in which it stands."""


def unsafe_text(page: Page, sheet: CoverSheet) -> tuple[Diagnostic, ...]:
    """Name the texts that lie in none of the safe zones: those of back and front, the spine's, the barcode's."""
    zones = (sheet.safe_back, sheet.safe_front, sheet.spine_safe, sheet.barcode)
    return tuple(
        Diagnostic(
            "error",
            "text-not-safe",
            f"The words {text!r} would stand {format_length(max(1, _beyond(box, zones)))} outside what the printer calls"
            " safe on the cover.",
            "Shorten the title or its neighbours, choose a larger trim, or smaller styles of the cover in the layout.",
        )
        for text, box in text_boxes(page)
        if not any(zone.holds(box) for zone in zones)
    )


def text_boxes(page: Page) -> Iterator[tuple[str, SheetBox]]:
    """The words of each run on a sheet, and the box that its type takes."""
    for frame in page.frames:
        yield from _boxes(frame, (0, 0, 0))


def _boxes(item: Item, around: Place) -> Iterator[tuple[str, SheetBox]]:
    if isinstance(item, Frame):
        x, y = _at(around, item.x, item.y)
        for each in item.items:
            yield from _boxes(each, (x, y, (around[2] + item.turn) % 4))
    elif isinstance(item, Run) and item.words:
        above, below = item.size * _ABOVE // 1000, item.size * _BELOW // 1000
        if item.face.cap_height and not any(each.islower() for word in item.words for each in word.text):
            above, below = item.size * item.face.cap_height // item.face.units_per_em, 0
        corners = (
            _at(around, item.x, item.y - above),
            _at(around, item.x + item.width, item.y + below),
        )
        (left, right), (top, foot) = (sorted(axis) for axis in zip(*corners, strict=True))
        yield " ".join(word.text for word in item.words), SheetBox(left, top, right - left, foot - top)


def _at(around: Place, x: int, y: int) -> tuple[int, int]:
    """Where a point stands on the sheet: turned once clockwise, what grew to the right grows downwards."""
    left, top, quarters = around
    for _ in range(quarters):
        x, y = -y, x
    return left + x, top + y


def _beyond(box: SheetBox, zones: tuple[SheetBox, ...]) -> int:
    """How far a box reaches out of the zone that it is nearest to, mpt."""
    return min(
        max(zone.x - box.x, zone.y - box.y, box.right - zone.right, box.foot - zone.foot) for zone in zones
    )

"""Each page has the size that was ordered, bleed included; a cover that which its spine asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.lengths import format_length
from guidepress.press.geometry import interior_boxes
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule, interior_only
from guidepress.press.preflight.taking import fits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]


def _wanted(ordered: Ordered) -> tuple[int, int] | None:
    if ordered.spec is None:
        return None
    media = interior_boxes(ordered.spec, max(ordered.pages, 1), recto=True).media
    return media.width, media.height


def _limit(ordered: Ordered) -> Limit | str:
    wanted = _wanted(ordered)
    printer = ordered.printer
    if wanted is None or ordered.spec is None:
        return Limit(f"a trim that {printer.name} offers", str(next(iter(printer.trims.values())).source))
    bleed = ", the trim and its bleed" if ordered.spec.bleed else ""
    shown = " x ".join(map(format_length, wanted))
    source = printer.interior.bleed.source if ordered.spec.bleed else ordered.spec.trim.source
    return Limit(f"{shown}{bleed}", str(source))


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    wanted = _wanted(ordered)
    left, bottom, right, top = sheet.ink.media
    size = round((right - left) * 1000), round((top - bottom) * 1000)
    if wanted is None or not fits(size, wanted):
        shown = " x ".join(map(format_length, size))
        yield Found(f"The page measures {shown}.", ((left, bottom, right, top),))


RULE = PreflightRule(
    "page-size",
    "every page has the size that was ordered",
    "Export the file again for this trim; bleed belongs on the edges that the printer names, and on no others.",
    interior_only(_limit),
    page=_page,
)

"""Type stands on the spine only where the spine is thick enough, and keeps clear of the folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedGlyph
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule, cover_only
from guidepress.press.preflight.said import length
from guidepress.press.preflight.subject import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_NEAR = 0.05


def _limit(ordered: Ordered) -> Limit | str:
    geometry = ordered.geometry
    if geometry is None:
        return "the order or the thickness of the paper is not known; name trim and paper"
    rule = ordered.printer.cover.spine_text
    clear = length(geometry.spine_clearance / 1000)
    text = f"from {rule.least_pages.value} pages, {clear} clear on each side"
    return Limit(text, str(rule.least_pages.source))


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    geometry = ordered.geometry
    if geometry is None or not geometry.spine_width:
        return
    left, bottom = sheet.ink.media[0], sheet.ink.media[1]
    spine, safe = points(geometry.spine, left, bottom), points(geometry.spine_safe, left, bottom)
    on_spine = [
        mark
        for mark in sheet.inked
        if isinstance(mark, InkedGlyph) and spine[0] <= (mark.box[0] + mark.box[2]) / 2 <= spine[2]
    ]
    if not on_spine:
        return
    boxes = tuple(mark.box for mark in on_spine)
    if not geometry.spine_text_allowed:
        yield Found(geometry.spine_text_refusal, boxes)
        return
    if geometry.spine_text_doubt:
        yield Found(geometry.spine_text_doubt, boxes, "warning")
    over = [
        box
        for box in boxes
        if max(safe[0] - box[0], safe[1] - box[1], box[2] - safe[2], box[3] - safe[3]) > _NEAR
    ]
    if over:
        what = "A glyph" if len(over) == 1 else f"{len(over)} glyphs"
        yield Found(
            f"{what} on the spine reach{'es' if len(over) == 1 else ''} into what is kept clear.", tuple(over)
        )


RULE = PreflightRule(
    "spine-text",
    "type stands on the spine only where there is room for it",
    "Set it smaller, or leave it out.",
    cover_only(_limit),
    page=_page,
)

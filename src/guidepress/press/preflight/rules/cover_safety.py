"""Type on a cover keeps its distance from the cut and from the spine's folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedGlyph
from guidepress.press.ink.places import meet
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule, cover_only
from guidepress.press.preflight.said import called, counts, length
from guidepress.press.preflight.subject import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos.pages import Box
    from guidepress.press.geometry import CoverGeometry
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_NEAR = 0.05


def _limit(ordered: Ordered) -> Limit | str:
    if ordered.geometry is None:
        return "the order or the thickness of the paper is not known; name trim and paper"
    rule = ordered.printer.cover.safety
    hinge = f", {length(ordered.geometry.hinge / 1000)} from the fold" if ordered.geometry.hinge else ""
    return Limit(f"{length(rule.value / 1000)} from the cut{hinge}", str(rule.source))


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    geometry = ordered.geometry
    if geometry is None:
        return
    left, bottom = sheet.ink.media[0], sheet.ink.media[1]
    zones = [points(zone, left, bottom) for zone in (geometry.safe_back, geometry.safe_front)]
    spine = points(geometry.spine, left, bottom)
    wrong = [
        mark
        for mark in sheet.inked
        if isinstance(mark, InkedGlyph)
        and not _is_on_spine(mark.box, spine, geometry)
        and not any(_holds(zone, mark.box) for zone in zones)
    ]
    if wrong:
        verb = "stands" if len(wrong) == 1 else "stand"
        message = f"{counts(wrong)} {verb} too near to the cut or the fold, {called(wrong[0])} first."
        yield Found(message, tuple(mark.box for mark in wrong))


def _is_on_spine(box: Box, spine: Box, geometry: CoverGeometry) -> bool:
    """Whether a glyph is of the spine, by its middle; another rule asks where that may stand."""
    middle = (box[0] + box[2]) / 2
    return bool(geometry.spine_width) and meet(box, spine) is not None and spine[0] <= middle <= spine[2]


def _holds(zone: Box, box: Box) -> bool:
    return (
        zone[0] - _NEAR <= box[0]
        and zone[1] - _NEAR <= box[1]
        and box[2] <= zone[2] + _NEAR
        and box[3] <= zone[3] + _NEAR
    )


RULE = PreflightRule(
    "cover-safety",
    "type on the cover keeps its distance from cut and fold",
    "Move it in.",
    cover_only(_limit),
    page=_page,
)

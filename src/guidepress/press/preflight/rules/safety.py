"""The ink of each glyph, shape and picture keeps its distance from the cut, by its outline and not by its frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedGlyph
from guidepress.press.ink.places import meet
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule, interior_only
from guidepress.press.preflight.said import called, counts, length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos.pages import Box
    from guidepress.press.ink.marks import Mark
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_NEAR = 0.05
"""Points: what rounding may do."""
_SIDES = ("left", "foot", "right", "head")


def _limit(ordered: Ordered) -> Limit | str:
    asked = ordered.margins
    if asked is None:
        return "no trim is known"
    least = f"{length(asked.least_inside / 1000)} from the spine, {length(asked.least_outside / 1000)} from the cut"
    advised = f"advised {length(asked.inside / 1000)} and {length(asked.outside / 1000)}"
    return Limit(f"{least} ({advised})", f"{asked.gutter_source}; {asked.outside_source}")


def _page(sheet: Sheet, _: Ordered) -> Iterator[Found]:
    important = [mark for mark in sheet.inked if _is_important(mark, sheet)]
    refused = [mark for mark in important if _over(mark.box, sheet.least) > _NEAR]
    if refused:
        yield _found(refused, sheet, sheet.least, "error")
    near = [mark for mark in important if _over(mark.box, sheet.safe) > _NEAR and mark not in refused]
    if near:
        yield _found(near, sheet, sheet.safe, "warning")


def _is_important(mark: Mark, sheet: Sheet) -> bool:
    """Whether a mark is to be kept from the cut: type always; all else unless it is meant to run over."""
    if meet(mark.box, sheet.trim) is None:
        return False  # what is cut off as a whole is no part of the book
    if isinstance(mark, InkedGlyph):
        return True
    box, trim = mark.box, sheet.trim
    touches = (
        box[0] <= trim[0] + _NEAR
        or box[1] <= trim[1] + _NEAR
        or box[2] >= trim[2] - _NEAR
        or box[3] >= trim[3] - _NEAR
    )
    return not touches


def _over(box: Box, safe: Box) -> float:
    """How far a box reaches out of another."""
    return max(safe[0] - box[0], safe[1] - box[1], box[2] - safe[2], box[3] - safe[3])


def _found(marks: list[Mark], sheet: Sheet, safe: Box, severity: str) -> Found:
    worst = max(marks, key=lambda mark: _over(mark.box, safe))
    box, trim = worst.box, sheet.trim
    by_side = (safe[0] - box[0], safe[1] - box[1], box[2] - safe[2], box[3] - safe[3])
    side = by_side.index(max(by_side))
    left = (box[0] - trim[0], box[1] - trim[1], trim[2] - box[2], trim[3] - box[3])[side]
    about = "" if not isinstance(worst, InkedGlyph) or worst.string.font.exact else "about "
    where = f"{about}{length(abs(left))} {'from' if left >= 0 else 'beyond'} the cut at the {_SIDES[side]}"
    reach = "reaches" if len(marks) == 1 else "reach"
    message = f"{counts(marks)} {reach} into the margin; the ink of {called(worst)} ends {where}."
    return Found(message, tuple(mark.box for mark in marks), "error" if severity == "error" else "warning")


RULE = PreflightRule(
    "safety",
    "the ink of all type and drawing keeps its distance from the cut",
    "Move it in, or widen the margins.",
    interior_only(_limit),
    page=_page,
)

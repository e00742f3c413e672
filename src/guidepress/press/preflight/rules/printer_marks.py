"""No crop marks, fold marks or colour bars stand beside the page: the printer puts its own there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedPicture
from guidepress.press.ink.places import grown, meet
from guidepress.press.preflight.model import Found
from guidepress.press.preflight.rule import PreflightRule, forbidden
from guidepress.press.preflight.said import counts
from guidepress.press.preflight.subject import paints_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos.pages import Box
    from guidepress.press.ink.marks import Mark
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_REGISTRATION = "All"
_NEAR = 0.1
_THIN = 2.0
"""Points: crop marks are no thicker, and no printer has so narrow a bleed."""


def _page(sheet: Sheet, _: Ordered) -> Iterator[Found]:
    marks = [mark for mark in sheet.inked if _is_registration(mark) or _is_beside(mark.box, sheet.trim)]
    if marks:
        verb = "stands" if len(marks) == 1 else "stand"
        yield Found(f"{counts(marks)} {verb} outside of the page.", tuple(mark.box for mark in marks))


def _is_beside(box: Box, trim: Box) -> bool:
    """Whether a mark stands beside the page: off its edge, or as a thin line at it; a strip of ground is its bleed."""
    if meet(box, grown(trim, -_NEAR)) is not None:
        return False
    thin = min(box[2] - box[0], box[3] - box[1]) <= _THIN
    return thin or meet(box, grown(trim, _NEAR)) is None


def _is_registration(mark: Mark) -> bool:
    """Whether it is printed with every ink that there is, as only marks for the press are."""
    if isinstance(mark, InkedPicture) and mark.space is not None:
        return mark.space.inks == (_REGISTRATION,)
    return any("Separation" in paint.spaces and len(paint.inks) == 4 for paint in paints_of(mark))


RULE = PreflightRule(
    "marks",
    "nothing stands outside of the page",
    "Export the file without printer's marks.",
    forbidden("marks", strict=False),
    page=_page,
)

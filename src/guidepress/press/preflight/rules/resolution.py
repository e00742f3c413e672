"""Pictures have as many pixels an inch as they need, as they are placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedPicture
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_ROUNDING = 0.99
"""A picture that is a hundredth larger than its pixels allow is not refused."""
_FLAT = 2
"""A picture of one or two pixels is a plain ground."""


def _limit(ordered: Ordered) -> Limit | str:
    rule = ordered.printer.interior
    text = f"{rule.resolution.value} pixels an inch"
    if rule.bitmap_resolution is not None:
        text += f", {rule.bitmap_resolution.value} of black and white"
    return Limit(text, str(rule.resolution.source))


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    rule = ordered.printer.interior
    for mark in sheet.inked:
        if not isinstance(mark, InkedPicture) or max(mark.size) <= _FLAT:
            continue
        least = rule.resolution.value
        if mark.bits == 1 and rule.bitmap_resolution is not None:
            least = rule.bitmap_resolution.value
        if mark.resolution < least * _ROUNDING:
            width, height = mark.size
            message = (
                f"A picture of {width} x {height} pixels has {round(mark.resolution)} an inch as placed."
            )
            yield Found(message, (mark.box,))


RULE = PreflightRule(
    "resolution",
    "pictures have enough pixels as placed",
    "Place it smaller, or take a larger original; pixels that are made up do not help.",
    _limit,
    page=_page,
)

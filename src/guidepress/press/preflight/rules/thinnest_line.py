"""Lines are thick enough to be printed, whether they are drawn with a pen or filled as thin areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.block import LINE
from guidepress.press.ink.marks import InkedShape
from guidepress.press.ink.places import is_rectangle
from guidepress.press.preflight.bars import bar_groups
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule
from guidepress.press.preflight.said import length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.ink.marks import Mark
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_ROUNDING = 0.005


def _limit(ordered: Ordered) -> Limit | str:
    rule = ordered.printer.interior.thinnest_line
    if rule is None:
        return f"{ordered.printer.name} says nothing of it"
    return Limit(f"{length(rule.value / 1000)} or more", str(rule.source))


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    rule = ordered.printer.interior.thinnest_line
    if rule is None:
        return
    least = rule.value / 1000 - _ROUNDING
    inked = sheet.inked
    bars = {bar for group in bar_groups(inked) for bar in group.bars}  # of which another rule says the size
    thin = [
        (width, mark)
        for mark in inked
        if (width := _thickness(mark)) is not None and width < least and mark.box not in bars
    ]
    if thin:
        width = min(each for each, _ in thin)
        what = "A line is" if len(thin) == 1 else f"{len(thin)} lines are"
        how = "as thin as the device can draw" if width == 0 else f"{length(width)} thick"
        yield Found(f"{what} {how}.", tuple(mark.box for _, mark in thin))


def _thickness(mark: Mark) -> float | None:
    """How thick a line is; None for what is no line."""
    if not isinstance(mark, InkedShape):
        return None
    if mark.line is not None:
        return mark.line
    if not is_rectangle(mark.path):
        return None
    left, bottom, right, top = mark.box
    thick, long = sorted((right - left, top - bottom))
    return thick if long > thick * LINE else None


RULE = PreflightRule(
    "thinnest-line",
    "lines are thick enough",
    "Draw it thicker.",
    _limit,
    page=_page,
)

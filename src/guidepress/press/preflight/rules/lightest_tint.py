"""Grounds of grey are dark enough not to vanish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedShape
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule, interior_only

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.ink.colours import Paint
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_ROUNDING = 0.003
_GREYS = frozenset({"DeviceGray", "CalGray", "DeviceCMYK", "ICCBased"})


def _limit(ordered: Ordered) -> Limit | str:
    rule = ordered.printer.interior.lightest_grey
    if rule is None:
        return f"{ordered.printer.name} says nothing of it"
    return Limit(f"{rule.value} % or more", str(rule.source))


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    rule = ordered.printer.interior.lightest_grey
    if rule is None:
        return
    light = [
        (amount, mark)
        for mark in sheet.inked
        if isinstance(mark, InkedShape) and 0 < (amount := _grey(mark.paint)) < rule.value / 100 - _ROUNDING
    ]
    if light:
        least = min(amount for amount, _ in light)
        what = "A ground has" if len(light) == 1 else f"{len(light)} grounds have"
        yield Found(f"{what} {least * 100:.3g} % of black.", tuple(mark.box for _, mark in light))


def _grey(paint: Paint) -> float:
    """The amount of black of what has no other ink; 0 for colours."""
    inks = dict(paint.inks)
    if not _GREYS.intersection(paint.spaces) or any(inks.get(name) for name in ("Cyan", "Magenta", "Yellow")):
        return 0.0
    return inks.get("Black", 0.0)


RULE = PreflightRule(
    "lightest-tint",
    "grounds of grey are dark enough",
    "Choose a darker tint, or white.",
    interior_only(_limit),
    page=_page,
    severity="warning",
)

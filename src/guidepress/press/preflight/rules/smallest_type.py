"""Type is large enough to be read, and to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedGlyph
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule
from guidepress.press.preflight.said import length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_ROUNDING = 0.01
_SHOWN = 40


def _limit(ordered: Ordered) -> Limit | str:
    rule = ordered.printer.interior.smallest_type
    if rule is None:
        return f"{ordered.printer.name} says nothing of it"
    return Limit(f"{length(rule.value / 1000)} or more", str(rule.source))


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    rule = ordered.printer.interior.smallest_type
    if rule is None:
        return
    least = rule.value / 1000 - _ROUNDING
    small = [
        (mark.string.size, mark)
        for mark in sheet.inked
        if isinstance(mark, InkedGlyph) and mark.string.size is not None and mark.string.size < least
    ]
    if small:
        size = min(each for each, _ in small)
        text = "".join(mark.string.font.text(mark.code) for _, mark in small)[:_SHOWN].strip()
        shown = f', as in "{text}"' if text else ""
        yield Found(f"Type of {length(size)} is set{shown}.", tuple(mark.box for _, mark in small))


RULE = PreflightRule(
    "smallest-type",
    "type is large enough",
    "Set it larger.",
    _limit,
    page=_page,
)

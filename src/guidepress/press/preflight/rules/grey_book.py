"""A book that was ordered in black ink has no colours: what is coloured comes out in greys that nobody chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedPicture
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import TRADE, PreflightRule, interior_only
from guidepress.press.preflight.said import counts
from guidepress.press.preflight.subject import paints_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.ink.colours import Paint
    from guidepress.press.ink.marks import Mark
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_SAME = 0.02
"""Parts of full ink by which components of a grey may differ."""
_COLOURED = frozenset({3, 4})


def _limit(ordered: Ordered) -> Limit | str:
    if ordered.spec is None:
        return "no order is known"
    if ordered.spec.ink.colour != "grey":
        return "it was ordered in colour"
    return Limit("greys alone", TRADE)


def _page(sheet: Sheet, _: Ordered) -> Iterator[Found]:
    marks = [mark for mark in sheet.inked if _is_coloured(mark)]
    if marks:
        verb = "is" if len(marks) == 1 else "are"
        yield Found(f"{counts(marks)} {verb} coloured.", tuple(mark.box for mark in marks))


def _is_coloured(mark: Mark) -> bool:
    if isinstance(mark, InkedPicture) and mark.space is not None:
        base = mark.space.base if mark.space.kind == "Indexed" and mark.space.base else mark.space
        return base.size in _COLOURED
    return any(_is_chromatic(paint) for paint in paints_of(mark))


def _is_chromatic(paint: Paint) -> bool:
    amounts = [amount for name, amount in paint.inks if name != "Black"]
    if not paint.inks and len(paint.values) == 3:
        amounts = list(paint.values[1:] if "Lab" in paint.spaces else paint.values)
        if "Lab" in paint.spaces:
            return any(abs(amount) > 1 for amount in amounts)
    return bool(amounts) and max(amounts) - min(amounts) > _SAME


RULE = PreflightRule(
    "grey-book",
    "a book in black ink has no colours",
    "Convert it to greys, so that you see what will be printed; or order colour.",
    interior_only(_limit),
    page=_page,
    severity="warning",
)

"""No place bears more ink than the paper takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cos import Malformed
from guidepress.press.ink.marks import InkedPicture
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.pictures import heaviest
from guidepress.press.preflight.rule import PreflightRule
from guidepress.press.preflight.subject import paints_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.ink.marks import Mark
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_ROUNDING = 0.005
"""Parts of full ink: what three decimals of four components may add."""


def _limit(ordered: Ordered) -> Limit | str:
    rule = ordered.printer.files.ink_limit
    if rule is None:
        return f"{ordered.printer.name} says nothing of it"
    return Limit(f"{rule.value} % or less", str(rule.source))


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    rule = ordered.printer.files.ink_limit
    if rule is None:
        return
    heavy: list[tuple[float, Mark]] = []
    for mark in sheet.inked:
        try:
            total = _total(mark)
        except Malformed as problem:
            yield Found(f"A picture of four inks cannot be weighed: {problem}.", (mark.box,), "warning")
            continue
        if total is not None and total > rule.value / 100 + _ROUNDING:
            heavy.append((total, mark))
    if heavy:
        most = max(total for total, _ in heavy)
        yield Found(f"{round(most * 100)} % of ink lie on one another.", tuple(mark.box for _, mark in heavy))


def _total(mark: Mark) -> float | None:
    """All inks of a mark together; None where its colours do not say it."""
    if isinstance(mark, InkedPicture) and mark.paint is None:
        return heaviest(mark)
    return max((total for paint in paints_of(mark) if (total := paint.total) is not None), default=None)


RULE = PreflightRule(
    "total-ink",
    "no place bears more ink than the paper takes",
    "Convert colours and pictures with a profile of that limit, and build blacks of less.",
    _limit,
    page=_page,
)

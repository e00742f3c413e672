"""Nothing shows through what lies over it where the printer wants it flattened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found
from guidepress.press.preflight.rule import PreflightRule, forbidden
from guidepress.press.preflight.said import counts, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.ink.marks import Mark
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    marks = [mark for mark in sheet.ink.marks if not mark.blended.is_opaque]
    if marks:
        kinds = sorted({_kind(mark) for mark in marks})
        verb = "is" if len(marks) == 1 else "are"
        yield Found(
            f"{counts(marks)} {verb} transparent ({listed(kinds)}).", tuple(mark.box for mark in marks)
        )
    elif ordered.is_strict and any(each.startswith("group") for each in sheet.ink.features):
        yield Found("The page has a transparency group.")


def _kind(mark: Mark) -> str:
    blending = mark.blended
    if blending.masked:
        return "a soft mask"
    return "by opacity" if blending.alpha < 1 else f"blended as {blending.mode}"


RULE = PreflightRule(
    "transparency",
    "nothing is transparent",
    "Flatten it: lay pictures onto white, mix tints to full colours.",
    forbidden("transparency", strict=True),
    page=_page,
)

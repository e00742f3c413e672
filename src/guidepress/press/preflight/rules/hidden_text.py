"""No text is there that nobody sees, as scanning programs leave it behind a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedGlyph
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import TRADE, PreflightRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]


def _limit(_: Ordered) -> Limit | str:
    return Limit("none", TRADE)


def _page(sheet: Sheet, _: Ordered) -> Iterator[Found]:
    hidden = [mark for mark in sheet.ink.marks if isinstance(mark, InkedGlyph) and not mark.string.paints]
    if hidden:
        verb = "glyph is" if len(hidden) == 1 else "glyphs are"
        yield Found(f"{len(hidden)} {verb} invisible.", tuple(mark.box for mark in hidden))


RULE = PreflightRule(
    "hidden-text",
    "no text is invisible",
    "Take the layer of recognised text out.",
    _limit,
    page=_page,
    severity="warning",
)

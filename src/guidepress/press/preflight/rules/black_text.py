"""Black type is of black ink alone: four inks would have to fit one another to a hair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedGlyph
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import TRADE, PreflightRule
from guidepress.press.preflight.said import length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.ink.colours import Paint
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_LARGE = 24.0
"""Points: type of this size is a drawing, and may have a richer black."""
_BLACK = 0.85
"""So much black ink, or so much of all others together, is black to the eye."""
_TRACE = 0.01


def _limit(_: Ordered) -> Limit | str:
    return Limit(f"black ink alone below {length(_LARGE)}", TRADE)


def _page(sheet: Sheet, _: Ordered) -> Iterator[Found]:
    rich = [
        mark
        for mark in sheet.ink.marks
        if isinstance(mark, InkedGlyph)
        and (mark.string.size or 0.0) < _LARGE
        and any(_is_rich(paint) for paint in mark.string.paints)
    ]
    if rich:
        what = f"{len(rich)} glyph{'' if len(rich) == 1 else 's'}"
        verb = "is" if len(rich) == 1 else "are"
        yield Found(
            f"{what} of black type {verb} printed with several inks.", tuple(mark.box for mark in rich)
        )


def _is_rich(paint: Paint) -> bool:
    inks = dict(paint.inks)
    others = [inks.get(name, 0.0) for name in ("Cyan", "Magenta", "Yellow")]
    dark = inks.get("Black", 0.0) >= _BLACK or min(others) >= _BLACK
    return dark and max(others) > _TRACE


RULE = PreflightRule(
    "black-text",
    "black type is of black ink alone",
    "Set black type in 100 % of black and no other ink.",
    _limit,
    page=_page,
)

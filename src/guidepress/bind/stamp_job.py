"""What can be asked of a stamp."""

from __future__ import annotations

from typing import Literal

from guidepress.base.colour import Colour
from guidepress.base.record import record

__all__ = ["GREY", "WHERE", "Stamp"]

WHERE = ("footer", "header", "watermark", "corner")

GREY = Colour(70, 70, 70)
"""Of the type where no colour is asked for: 9.6 to 1 on white, and lighter than what it stands beside."""


@record
class Stamp:
    """What to print, and how.

    Attributes:
        text: one line.
        where: "footer" and "header" are centred, "corner" stands at the top right, where nobody staples,
            "watermark" runs up the page.
        pages: page indexes, 0 is the first page; empty for all.
        size: of the type, mpt; None takes what suits the place.
        colour: of the type.
        opacity: above 0, at most 1.
    """

    text: str
    where: Literal["footer", "header", "watermark", "corner"] = "footer"
    pages: frozenset[int] = frozenset()
    size: int | None = None
    colour: Colour = GREY
    opacity: float = 1.0

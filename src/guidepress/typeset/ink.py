"""How a piece of text is printed: its fount, its colour and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import identity

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.typeset.founts import Fount
    from guidepress.typeset.hyphenation import Hyphenator

__all__ = ["Ink"]


@identity
class Ink:
    """How a piece of text is printed.

    Attributes:
        rise: how far the baseline is raised, mpt.
        capitals: the text is turned into capitals before it is shaped.
        pattern: number of the hatching on the highlight, 0 for none.
        underline: colour of a rule at the highlight's foot.
        hyphenator: of the text's language.
        marked: the language as runs carry it: "" where it is the paragraph's own.
    """

    fount: Fount
    colour: Colour
    rise: int
    highlight: Colour | None
    pattern: int
    underline: Colour | None
    capitals: bool
    hyphenator: Hyphenator
    marked: str

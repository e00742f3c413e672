"""In: colours. Out: the operators that set their inks: black alone, or cyan, magenta, yellow and black.

The inks are those that were chosen for a colour, or those that a formula makes, held within what the paper takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.colour import Colour
from guidepress.pdf.paints import ScreenPaints
from guidepress.pdf.separation import FULL, PER_CENT, coverage, hold, raise_tint, separate

if TYPE_CHECKING:
    from guidepress.pdf.paints import Paints
    from guidepress.pdf.press_ink import PressInk

__all__ = ["GreyPaints", "InkPaints", "press_paints"]


class GreyPaints(dict[Colour, tuple[str, str]]):
    """Colours as black ink alone, as much as was chosen for them; none but white is lighter than `least` per mille."""

    __slots__ = ("_least",)

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least

    def __missing__(self, colour: Colour) -> tuple[str, str]:
        chosen = colour.inks[3] if colour.inks and not any(colour.inks[:3]) else coverage(colour)
        (black,) = raise_tint((chosen,), self._least)
        grey = _share(FULL - black)
        written = self[colour] = f"{grey} g\n", f"{grey} G\n"
        return written


class InkPaints(dict[Colour, tuple[str, str]]):
    """Colours as cyan, magenta, yellow and black.

    Args:
        limit: the most that all four may come to, per mille of one.
        least: the heaviest ink of a colour that is not white is no lighter, per mille.
    """

    __slots__ = ("_inks", "_least", "limit")

    def __init__(self, limit: int, least: int) -> None:
        super().__init__()
        self.limit = limit
        self._least = least
        self._inks: dict[Colour, tuple[int, ...]] = {}

    def inks(self, colour: Colour) -> tuple[int, ...]:
        """What is printed for a colour: cyan, magenta, yellow, black, per mille."""
        known = self._inks.get(colour)
        if known is None:
            wanted = colour.inks or separate(colour.red, colour.green, colour.blue)
            known = self._inks[colour] = raise_tint(hold(wanted, self.limit), self._least)
        return known

    def __missing__(self, colour: Colour) -> tuple[str, str]:
        inks = " ".join(map(_share, self.inks(colour)))
        written = self[colour] = f"{inks} k\n", f"{inks} K\n"
        return written


def press_paints(ink: PressInk) -> Paints:
    """The paints of a file for a press."""
    if ink.space == "rgb":
        return ScreenPaints()
    least = ink.least * PER_CENT
    return GreyPaints(least) if ink.space == "grey" else InkPaints(ink.limit * PER_CENT, least)


def _share(mille: int) -> str:
    return f"{mille / FULL:.3g}"

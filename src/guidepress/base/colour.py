"""In: colours as text. Out: sRGB triples, with inks where they were chosen, and the contrast arithmetic of WCAG 2.1."""

from __future__ import annotations

import re

from guidepress.base.record import record

__all__ = ["BLACK", "WHITE", "Colour", "contrast", "parse_colour"]

_WRITTEN = re.compile(r"#?([0-9a-fA-F]{6})(?:\s+cmyk((?:\s+\d{1,3}){4}))?")
_PER_CENT = 10  # inks are kept in per mille


@record
class Colour:
    """An sRGB colour.

    Attributes:
        red, green, blue: 0 to 255.
        inks: cyan, magenta, yellow and black in per mille, where somebody chose them for print; None where a formula
            shall do.
    """

    red: int
    green: int
    blue: int
    inks: tuple[int, int, int, int] | None = None

    def tint(self, share: float) -> Colour:
        """Mix with white: share 1.0 is the colour itself, 0.0 is white."""
        red, green, blue = (
            round(255 - (255 - channel) * share) for channel in (self.red, self.green, self.blue)
        )
        if self.inks is None:
            return Colour(red, green, blue)
        cyan, magenta, yellow, black = (round(ink * share) for ink in self.inks)
        return Colour(red, green, blue, (cyan, magenta, yellow, black))

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 to 1 (WCAG 2.1, definition of relative luminance)."""
        red, green, blue = (
            channel / 255 / 12.92 if channel <= 10 else ((channel / 255 + 0.055) / 1.055) ** 2.4
            for channel in (self.red, self.green, self.blue)
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


BLACK = Colour(0, 0, 0)
WHITE = Colour(255, 255, 255)


def parse_colour(text: str) -> Colour:
    """Read "#0072B2", or "#0072B2 cmyk 100 50 0 0" with its inks in per cent.

    Raises:
        ValueError: the text is not six hexadecimal digits, or not followed by four inks of 0 to 100 per cent.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a colour; write six hexadecimal digits, such as #0072B2")
    value = int(match[1], 16)
    red, green, blue = value >> 16, value >> 8 & 255, value & 255
    if match[2] is None:
        return Colour(red, green, blue)
    cyan, magenta, yellow, black = (int(ink) * _PER_CENT for ink in match[2].split())
    if max(cyan, magenta, yellow, black) > 100 * _PER_CENT:
        raise ValueError(f"{text!r} has an ink of more than 100 per cent")
    return Colour(red, green, blue, (cyan, magenta, yellow, black))


def contrast(first: Colour, second: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.1, success criterion 1.4.3)."""
    light, dark = sorted((first.luminance, second.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)

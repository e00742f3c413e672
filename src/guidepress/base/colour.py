"""In: colours as hex text. Out: sRGB triples with the contrast arithmetic of WCAG 2.1."""

from __future__ import annotations

import re

from guidepress.base.record import record

__all__ = ["BLACK", "WHITE", "Colour", "contrast", "parse_colour"]

_HEX = re.compile(r"#?([0-9a-fA-F]{6})")


@record
class Colour:
    """An sRGB colour; each channel is 0 to 255."""

    red: int
    green: int
    blue: int

    def tint(self, share: float) -> Colour:
        """Mix with white: share 1.0 is the colour itself, 0.0 is white."""
        return Colour(
            *(round(255 - (255 - channel) * share) for channel in (self.red, self.green, self.blue))
        )

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
    """Read "#0072B2".

    Raises:
        ValueError: the text is not six hexadecimal digits.
    """
    match = _HEX.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a colour; write six hexadecimal digits, such as #0072B2")
    value = int(match[1], 16)
    return Colour(value >> 16, value >> 8 & 255, value & 255)


def contrast(first: Colour, second: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.1, success criterion 1.4.3)."""
    light, dark = sorted((first.luminance, second.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)

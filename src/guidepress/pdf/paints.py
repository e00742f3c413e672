"""In: colours. Out: the operators that set them (ISO 32000-1, 8.6.8), each colour written once a file."""

from __future__ import annotations

from typing import TypeAlias

from guidepress.base.colour import Colour

__all__ = ["Paints", "ScreenPaints"]

Paints: TypeAlias = "dict[Colour, tuple[str, str]]"
"""By colour, the operators for filling and for stroking."""


class ScreenPaints(dict[Colour, tuple[str, str]]):
    """Colours as sRGB; those without hue as a grey."""

    __slots__ = ()

    def __missing__(self, colour: Colour) -> tuple[str, str]:
        red, green, blue = colour.red, colour.green, colour.blue
        if red == green == blue:
            grey = f"{red / 255:.3g}"
            written = f"{grey} g\n", f"{grey} G\n"
        else:
            channels = " ".join(f"{channel / 255:.3g}" for channel in (red, green, blue))
            written = f"{channels} rg\n", f"{channels} RG\n"
        self[colour] = written
        return written

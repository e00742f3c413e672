"""Every named palette keeps its colours apart for readers who do not see all colours, and dark enough for bars."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest

from guidepress.base.colour import WHITE, Colour, contrast
from guidepress.compose.marks import READABLE, mark
from guidepress.guide.model import Theme
from guidepress.layout import load_layout

PALETTES = load_layout("base").palettes

# Machado, Oliveira and Fernandes (2009), severity 1: what is seen of linear red, green and blue.
SEEN = {
    "all colours": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def lab(colour: Colour, eyes: str) -> tuple[float, float, float]:
    """CIELAB of a colour as it is seen, for the white of D65."""
    light = [linear(channel) for channel in (colour.red, colour.green, colour.blue)]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in SEEN[eyes]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0888
    f, g, h = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * g - 16, 500 * (f - g), 200 * (g - h)


def distance(first: Colour, second: Colour, eyes: str) -> float:
    return dist(lab(first, eyes), lab(second, eyes))


def test_black_and_white_are_a_hundred_apart() -> None:
    # The lightness of white is 100, of black 0; the hues of both are 0.
    assert distance(Colour(0, 0, 0), WHITE, "all colours") == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("name", PALETTES)
def test_no_two_colours_are_alike(name: str, eyes: str) -> None:
    # The published set of Okabe and Ito has 17 at its nearest; 40 is a difference no eye misses.
    colours = PALETTES[name]
    assert min(distance(a, b, eyes) for a, b in combinations(colours, 2)) >= 20
    assert min(distance(a, b, eyes) for a, b in pairwise(colours)) >= 40


@pytest.mark.parametrize("name", PALETTES)
def test_every_colour_is_dark_enough_for_a_bar_and_bears_white_lines(name: str) -> None:
    assert min(contrast(colour, WHITE) for colour in PALETTES[name]) >= 2


@pytest.mark.parametrize("name", PALETTES)
def test_text_on_any_mark_is_legible(name: str) -> None:
    for number in range(1, len(PALETTES[name]) + 1):
        made = mark(Theme("Theme", number=number), PALETTES[name])
        assert contrast(made.on, made.colour) >= READABLE
        assert contrast(made.ink, made.pale) >= READABLE
        assert contrast(made.lines, made.colour) >= 2


def test_there_are_as_many_colours_as_patterns() -> None:
    assert {len(colours) for colours in PALETTES.values()} == {8}

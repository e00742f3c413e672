"""In: a theme's number and a rectangle. Out: the hatching that tells the theme apart without its colour.

Eight patterns, then they come round again; the number beside them stays unique. Lines are cut at the rectangle's
edges by arithmetic, so that no clipping is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.document.shapes import circle_path, lines
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.base.colour import Colour
    from guidepress.page.items import PathOp

__all__ = ["BAR_LINE", "BAR_PITCH", "PATTERNS", "hatch", "pattern_name"]

BAR_PITCH = 3500
"""From line to line in a bar or a swatch, mpt: two go across a bar."""

BAR_LINE = 800
"""Thickness of a pattern's lines in a bar or a swatch, mpt: what a copier at 300 dpi draws three dots wide."""

Box: TypeAlias = tuple[int, int, int, int]
Segment: TypeAlias = tuple[int, int, int, int]


def hatch(number: int, box: Box, colour: Colour, *, pitch: int = 4000, width: int = 700) -> tuple[Shape, ...]:
    """Hatch a rectangle.

    Args:
        number: the theme's number, from 1.
        box: x, y, width, height in mpt.
        colour: of the lines and dots.
        pitch: from line to line, mpt.
        width: of a line, mpt.

    Returns:
        No shape for the plain pattern, else one.
    """
    name = pattern_name(number)
    if name == "dots":
        return _dots(box, colour, pitch)
    return lines(_LINES[name](box, pitch), colour, width) if name in _LINES else ()


def pattern_name(number: int) -> str:
    """Name the pattern of a theme ("plain", "rising" …)."""
    return PATTERNS[(number - 1) % len(PATTERNS)]


def _dots(box: Box, colour: Colour, pitch: int) -> tuple[Shape, ...]:
    x, y, w, h = box
    radius = pitch // 5
    path: list[PathOp] = []
    for row, cy in enumerate(range(y + pitch // 2, y + h - radius, pitch)):
        shift = pitch // 2 if row % 2 == 0 else pitch
        for cx in range(x + shift, x + w - radius, pitch):
            path.extend(circle_path(cx, cy, radius))
    return (Shape(tuple(path), fill=colour),) if path else ()


def _level(box: Box, pitch: int) -> list[Segment]:
    x, y, w, h = box
    return [(x, cy, x + w, cy) for cy in range(y + pitch // 2, y + h, pitch)]


def _upright(box: Box, pitch: int) -> list[Segment]:
    x, y, w, h = box
    return [(cx, y, cx, y + h) for cx in range(x + pitch // 2, x + w, pitch)]


def _rising(box: Box, pitch: int) -> list[Segment]:
    """Lines at 45 degrees, from lower left to upper right."""
    x, y, w, h = box
    step = pitch * 7 // 5  # √2: the lines stand a pitch apart, measured across them
    segments = []
    for total in range(
        step // 2, w + h, step
    ):  # on a line, distance from left plus distance from top is `total`
        left = max(0, total - h)
        right = min(w, total)
        segments.append((x + left, y + total - left, x + right, y + total - right))
    return segments


def _falling(box: Box, pitch: int) -> list[Segment]:
    """The mirror image of `_rising`."""
    x, _, w, _ = box
    return [(2 * x + w - x1, y1, 2 * x + w - x2, y2) for x1, y1, x2, y2 in _rising(box, pitch)]


def _grid(box: Box, pitch: int) -> list[Segment]:
    return _level(box, pitch) + _upright(box, pitch)


def _lattice(box: Box, pitch: int) -> list[Segment]:
    return _rising(box, pitch * 3 // 2) + _falling(box, pitch * 3 // 2)


PATTERNS = ("plain", "rising", "dots", "level", "lattice", "upright", "falling", "grid")
"""The patterns in the order of the themes; neighbours differ most."""

_LINES: dict[str, Callable[[Box, int], list[Segment]]] = {
    "rising": _rising,
    "level": _level,
    "lattice": _lattice,
    "upright": _upright,
    "falling": _falling,
    "grid": _grid,
}

"""In: points and sizes in mpt. Out: the shapes that drawings are made of."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from guidepress.page.items import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.base.colour import Colour
    from guidepress.page.items import PathOp

__all__ = ["circle", "circle_path", "curve", "line", "lines", "polygon", "rectangle", "rounded"]

Point = tuple[int, int]

_ARC = 0.5523
"""Length of the handles, as a share of the radius, with which four Bézier curves come closest to a circle."""


def rectangle(
    box: tuple[int, int, int, int], *, fill: Colour | None = None, stroke: Colour | None = None
) -> Shape:
    """Draw (x, y, width, height)."""
    return Shape((("r", box),), fill=fill, stroke=stroke)


def line(start: Point, end: Point, colour: Colour, width: int = 500, *, dash: tuple[int, ...] = ()) -> Shape:
    """Draw a straight line."""
    return Shape((("m", start), ("l", end)), stroke=colour, line_width=width, dash=dash)


def lines(pairs: Iterable[tuple[int, int, int, int]], colour: Colour, width: int = 500) -> tuple[Shape, ...]:
    """Draw many straight lines as one shape; none if there are no pairs."""
    path: list[PathOp] = []
    for x1, y1, x2, y2 in pairs:
        path.append(("m", (x1, y1)))
        path.append(("l", (x2, y2)))
    return (Shape(tuple(path), stroke=colour, line_width=width),) if path else ()


def polygon(points: Sequence[Point], *, fill: Colour | None = None, stroke: Colour | None = None) -> Shape:
    """Draw a closed path through points."""
    head, *rest = points
    path: tuple[PathOp, ...] = (("m", head), *(("l", point) for point in rest), ("h", ()))
    return Shape(path, fill=fill, stroke=stroke)


def circle_path(x: int, y: int, radius: int) -> tuple[PathOp, ...]:
    """Trace a circle about (x, y)."""
    k = round(radius * _ARC)
    r = radius
    return (
        ("m", (x + r, y)),
        ("c", (x + r, y + k, x + k, y + r, x, y + r)),
        ("c", (x - k, y + r, x - r, y + k, x - r, y)),
        ("c", (x - r, y - k, x - k, y - r, x, y - r)),
        ("c", (x + k, y - r, x + r, y - k, x + r, y)),
        ("h", ()),
    )


def circle(
    x: int, y: int, radius: int, *, fill: Colour | None = None, stroke: Colour | None = None, width: int = 500
) -> Shape:
    """Draw a circle about (x, y)."""
    return Shape(circle_path(x, y, radius), fill=fill, stroke=stroke, line_width=width)


def rounded(
    box: tuple[int, int, int, int],
    radius: int,
    *,
    fill: Colour | None = None,
    stroke: Colour | None = None,
    width: int = 500,
) -> Shape:
    """Draw (x, y, width, height) with round corners."""
    x, y, w, h = box
    r = min(radius, w // 2, h // 2)
    k = r - round(r * _ARC)
    right, foot = x + w, y + h
    path: tuple[PathOp, ...] = (
        ("m", (x + r, y)),
        ("l", (right - r, y)),
        ("c", (right - k, y, right, y + k, right, y + r)),
        ("l", (right, foot - r)),
        ("c", (right, foot - k, right - k, foot, right - r, foot)),
        ("l", (x + r, foot)),
        ("c", (x + k, foot, x, foot - k, x, foot - r)),
        ("l", (x, y + r)),
        ("c", (x, y + k, x + k, y, x + r, y)),
        ("h", ()),
    )
    return Shape(path, fill=fill, stroke=stroke, line_width=width)


def curve(points: Sequence[Point], colour: Colour, width: int = 1000) -> Shape:
    """Draw a smooth line through points that go from left to right, level where it turns.

    The handles are a third of the step long, and flat at the turning points (monotone cubic interpolation after
    Fritsch and Carlson), so that the line never swings beyond the points it goes through.
    """
    slopes = _slopes(points)
    path: list[PathOp] = [("m", points[0])]
    for (x1, y1), (x2, y2), s1, s2 in zip(points, points[1:], slopes, slopes[1:], strict=False):
        third = (x2 - x1) // 3
        path.append(("c", (x1 + third, round(y1 + s1 * third), x2 - third, round(y2 - s2 * third), x2, y2)))
    return Shape(tuple(path), stroke=colour, line_width=width, round_caps=True)


def _slopes(points: Sequence[Point]) -> list[float]:
    """Find the slope of the curve at each point; 0 where it turns."""
    steps = [(y2 - y1) / max(x2 - x1, 1) for (x1, y1), (x2, y2) in itertools.pairwise(points)]
    inner = [
        0.0 if before * after <= 0 else 2 * before * after / (before + after)
        for before, after in itertools.pairwise(steps)
    ]
    return [steps[0] if steps else 0.0, *inner, steps[-1] if steps else 0.0]

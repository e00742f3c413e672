"""Arithmetic of places: matrices that lead from one space to another, boxes, and paths with their exact boxes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.bind.leaves import Matrix
    from guidepress.cos.pages import Box

__all__ = [
    "IDENTITY",
    "NOWHERE",
    "Path",
    "Segment",
    "box_of_path",
    "box_through",
    "grown",
    "is_rectangle",
    "joined",
    "meet",
    "path_through",
    "product",
    "rectangle",
    "scale_of",
    "usable",
]

Segment: TypeAlias = tuple[str, tuple[float, ...]]
"""A step of a path: "m" and "l" with a point, "c" with three, "h" with none."""

Path: TypeAlias = tuple[Segment, ...]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)

_FARTHEST = 1e9
"""Points: a place farther away is a mistake of the file, and its arithmetic would overflow."""


def product(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does the first, then the second (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def usable(matrix: Matrix) -> bool:
    """Whether a matrix leads to places that can be reckoned with."""
    return all(-_FARTHEST < number < _FARTHEST for number in matrix)


def scale_of(matrix: Matrix) -> float:
    """By how much lengths grow, the mean of all directions."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def box_through(matrix: Matrix, box: Box) -> Box:
    """The box around a box that a matrix has moved."""
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = box
    if b == 0 == c:
        left, right, low, high = a * x0 + e, a * x1 + e, d * y0 + f, d * y1 + f
        if left > right:
            left, right = right, left
        return (left, low, right, high) if low <= high else (left, high, right, low)
    across = (a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1)
    up = (b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1)
    return min(across) + e, min(up) + f, max(across) + e, max(up) + f


def meet(first: Box, second: Box) -> Box | None:
    """What two boxes have in common, an edge at least; None where they lie apart."""
    left, low = max(first[0], second[0]), max(first[1], second[1])
    right, high = min(first[2], second[2]), min(first[3], second[3])
    return (left, low, right, high) if left <= right and low <= high else None


def joined(boxes: Iterable[Box]) -> Box:
    """The smallest box around all; `NOWHERE` around none."""
    listed = list(boxes)
    if not listed:
        return NOWHERE
    lefts, lows, rights, highs = zip(*listed, strict=True)
    return min(lefts), min(lows), max(rights), max(highs)


def grown(box: Box, by: float) -> Box:
    """A box that reaches farther on all sides."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def rectangle(x: float, y: float, width: float, height: float) -> Path:
    """The path of a rectangle."""
    return (
        ("m", (x, y)),
        ("l", (x + width, y)),
        ("l", (x + width, y + height)),
        ("l", (x, y + height)),
        ("h", ()),
    )


def is_rectangle(path: Path) -> bool:
    """Whether a path is one rectangle that stands upright."""
    points = [numbers for step, numbers in path if step in "ml"]
    if [step for step, _ in path if step != "h"] != ["m", "l", "l", "l"] and len(points) != 5:
        return False
    if any(step == "c" for step, _ in path) or sum(step == "m" for step, _ in path) != 1:
        return False
    corners = {(round(x, 3), round(y, 3)) for x, y in points}
    return len({x for x, _ in corners}) <= 2 >= len({y for _, y in corners})


def path_through(matrix: Matrix, path: Path) -> Path:
    """A path that a matrix has moved."""
    a, b, c, d, e, f = matrix
    made: list[Segment] = []
    for step, numbers in path:
        moved: list[float] = []
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            moved += (a * x + c * y + e, b * x + d * y + f)
        made.append((step, tuple(moved)))
    return tuple(made)


def box_of_path(path: Path) -> Box | None:
    """The box around what a path runs along; None where it has no points."""
    across: list[float] = []
    up: list[float] = []
    x = y = 0.0
    for step, numbers in path:
        if step == "c":
            x1, y1, x2, y2, x3, y3 = numbers
            across += (x3, *_turns(x, x1, x2, x3))
            up += (y3, *_turns(y, y1, y2, y3))
            x, y = x3, y3
        elif numbers:
            x, y = numbers
            across.append(x)
            up.append(y)
    return (min(across), min(up), max(across), max(up)) if across else None


def _turns(start: float, first: float, second: float, end: float) -> Iterator[float]:
    """Where a Bézier curve turns back in one direction: the roots of its derivative, between its ends."""
    low, high = (start, end) if start <= end else (end, start)
    if low <= first <= high and low <= second <= high:
        return
    a = end - 3 * second + 3 * first - start
    b = 2 * (second - 2 * first + start)
    c = first - start
    if abs(a) < 1e-12:
        roots = [-c / b] if abs(b) > 1e-12 else []
    else:
        inside = b * b - 4 * a * c
        if inside < 0:
            return
        root = math.sqrt(inside)
        roots = [(-b + root) / (2 * a), (-b - root) / (2 * a)]
    for t in roots:
        if 0 < t < 1:
            u = 1 - t
            yield u * u * u * start + 3 * u * u * t * first + 3 * u * t * t * second + t * t * t * end

"""In: a path and the pen that draws it. Out: the box of its ink: caps and the tips of joins included."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import record
from guidepress.press.ink.places import box_of_path, grown, joined, path_through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.bind.leaves import Matrix
    from guidepress.cos.pages import Box
    from guidepress.press.ink.places import Path

__all__ = ["Pen", "box_of_stroke"]

BUTT, ROUND = 0, 1
MITER = 0

_Point: TypeAlias = tuple[float, float]


@record
class Pen:
    """How lines are drawn, in user space (ISO 32000-1, 8.4.3).

    Attributes:
        width: of the line; 0 is the thinnest that a device can draw.
        cap: 0 butt, 1 round, 2 projecting square.
        join: 0 miter, 1 round, 2 bevel.
        limit: longest miter in widths.
    """

    width: float = 1.0
    cap: int = BUTT
    join: int = MITER
    limit: float = 10.0


def box_of_stroke(path: Path, pen: Pen, matrix: Matrix) -> Box | None:
    """The box of a line's ink.

    Args:
        path: in user space, where the pen is held.
        pen: its width and shapes.
        matrix: leads from user space to where the box is wanted.

    Returns:
        The box; curves count half a width on all sides. None where the path has no points.
    """
    half = pen.width / 2
    boxes: list[Box] = []
    for line, closed in _lines(path):
        corners = tuple(("l", point) for point in _corners(line, half, pen, closed=closed))
        found = box_of_path(path_through(matrix, corners))
        if found is not None:
            boxes.append(found)
    for curve in _curves(path):
        found = box_of_path(path_through(matrix, curve))
        if found is not None:
            boxes.append(_widened(found, half, matrix))
    return joined(boxes) if boxes else None


def _widened(box: Box, half: float, matrix: Matrix) -> Box:
    a, b, c, d, _, _ = matrix
    across, up = half * math.hypot(a, c), half * math.hypot(b, d)
    left, low, right, high = grown(box, 0)
    return left - across, low - up, right + across, high + up


def _lines(path: Path) -> Iterator[tuple[list[_Point], bool]]:
    """Part a path into runs of straight lines, each with whether it ends where it began."""
    points: list[_Point] = []
    pure = True
    for step, numbers in path:
        if step == "m":
            if points:
                yield points, False
            points, pure = [(numbers[0], numbers[1])], True
        elif step == "l":
            points.append((numbers[0], numbers[1]))
        elif step == "c":
            if len(points) > 1:
                yield points, False
            points, pure = [(numbers[4], numbers[5])], False
        elif points:
            yield points, pure
            points = points[:1]
    if points:
        yield points, False


def _curves(path: Path) -> Iterator[Path]:
    at: _Point = (0.0, 0.0)
    for step, numbers in path:
        if step == "c":
            yield ("m", at), (step, numbers)
        if numbers:
            at = numbers[-2], numbers[-1]


def _corners(line: list[_Point], half: float, pen: Pen, *, closed: bool) -> Iterator[_Point]:
    """The points that bound the ink of straight lines: four a line, and the tips where two meet."""
    if closed and line[0] != line[-1]:
        line = [*line, line[0]]
    ways = [_way(first, second) for first, second in pairwise(line)]
    steps = [(first, second, way) for (first, second), way in zip(pairwise(line), ways, strict=True) if way]
    if not steps:
        if pen.cap != BUTT and line:  # a dot
            yield from _around(line[0], half)
        return
    for index, (first, second, way) in enumerate(steps):
        dx, dy = way[0] * half, way[1] * half
        ahead = 0.0 if closed or pen.cap == BUTT else 1.0
        before = ahead if index == 0 else 0.0
        after = ahead if index == len(steps) - 1 else 0.0
        for (x, y), along in ((first, -before), (second, after)):
            yield x + dx * along - dy, y + dy * along + dx
            yield x + dx * along + dy, y + dy * along - dx
    meetings = [*pairwise(steps), *([(steps[-1], steps[0])] if closed else [])]
    for (_, point, one), (_, _, other) in meetings:
        if pen.join == ROUND:
            yield from _around(point, half)
        elif pen.join == MITER:
            yield from _tip(point, one, other, half, pen.limit)


def _way(first: _Point, second: _Point) -> _Point | None:
    dx, dy = second[0] - first[0], second[1] - first[1]
    length = math.hypot(dx, dy)
    return (dx / length, dy / length) if length > 1e-9 else None


def _around(point: _Point, half: float) -> Iterator[_Point]:
    x, y = point
    yield x - half, y - half
    yield x + half, y + half


def _tip(point: _Point, one: _Point, other: _Point, half: float, limit: float) -> Iterator[_Point]:
    """The tip of a miter (8.4.3.5): half a width over the sine of half the angle between the lines."""
    turn = one[0] * other[0] + one[1] * other[1]
    sine = math.sqrt(max(0.0, (1 + turn) / 2))  # of half the angle between them: the cosine of half the turn
    if sine < 1e-6 or 1 / sine > limit:
        return
    x, y = one[0] - other[0], one[1] - other[1]
    length = math.hypot(x, y)
    if length > 1e-9:
        yield point[0] + x / length * half / sine, point[1] + y / length * half / sine

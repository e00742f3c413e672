"""What a drawing takes up: the boxes of its labels, the points that its lines run through."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from guidepress.document.inlines import Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Drawing, Label
    from guidepress.page.items import Shape

Box: TypeAlias = tuple[int, int, int, int]
Point: TypeAlias = tuple[float, float]

_STEPS = 24


def words(label: Label) -> str:
    """What a label says."""
    return "".join(inline.text for inline in label.inlines if isinstance(inline, Text))


def label_box(label: Label, context: Context) -> Box:
    """The box that a label's lines fill: from the x-height of the first to the baseline of the last."""
    lines = context.measurer.label(label)
    wide = max((line.width for line in lines), default=0)
    left = {"left": label.x, "right": label.x - wide}.get(label.align, label.x - wide // 2)
    top = label.y - label.style.size * 6 // 10
    return left, top, left + wide, label.y + label.style.leading * (len(lines) - 1)


def meeting(drawing: Drawing, context: Context) -> list[tuple[str, str]]:
    """The labels that lie over one another."""
    boxes = [(words(label), label_box(label, context)) for label in drawing.labels]
    return [
        (one, other)
        for number, (one, first) in enumerate(boxes)
        for other, second in boxes[:number]
        if first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]
    ]


def lines_of(drawing: Drawing) -> list[list[Point]]:
    """The points along each open line of a drawing."""
    return [points for shape in drawing.shapes if (points := along(shape))]


def along(shape: Shape) -> list[Point]:
    """Points along an open line, close together; none for a closed shape."""
    if shape.stroke is None or any(operator in {"h", "r"} for operator, _ in shape.path):
        return []
    points: list[Point] = []
    for operator, numbers in shape.path:
        if operator != "c":
            here = (float(numbers[0]), float(numbers[1]))
            if operator == "l":
                x, y = points[-1]
                points += [
                    (x + (here[0] - x) * step / _STEPS, y + (here[1] - y) * step / _STEPS)
                    for step in range(1, _STEPS)
                ]
            points.append(here)
            continue
        corners = [points[-1], *zip(numbers[::2], numbers[1::2], strict=True)]
        points += [_bezier(corners, step / _STEPS) for step in range(1, _STEPS + 1)]
    return points


def _bezier(corners: list[Point], share: float) -> Point:
    while len(corners) > 1:
        corners = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairwise(corners)]
    return corners[0]


def crossed(drawing: Drawing, context: Context) -> list[str]:
    """The labels that a line runs through."""
    points = [point for line in lines_of(drawing) for point in line]
    return [
        words(label)
        for label in drawing.labels
        if any(
            left < x < right and top < y < foot
            for left, top, right, foot in [label_box(label, context)]
            for x, y in points
        )
    ]

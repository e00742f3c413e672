"""In: a path and where its origin stands. Out: its path operators (ISO 32000-1, 8.5.2) and its bounding box."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from guidepress.page.items import PathOp
    from guidepress.pdf.objects import Points

__all__ = ["Box", "outline_of", "turned", "union"]

Box: TypeAlias = "tuple[int, int, int, int]"
"""Left, bottom, right, top in mpt from the page's lower left corner."""


def outline_of(path: tuple[PathOp, ...], left: int, top: int, points: Points) -> tuple[str, Box]:
    """Write a path whose y grows downwards from `top` as one whose y grows upwards from the page's foot."""
    parts: list[str] = []
    across: list[int] = []
    up: list[int] = []
    for operator, numbers in path:
        if operator == "c":
            x1, y1, x2, y2, x, y = numbers
            x1, y1, x2, y2, x, y = left + x1, top - y1, left + x2, top - y2, left + x, top - y
            across += (x1, x2, x)
            up += (y1, y2, y)
            parts.append(f"{points[x1]} {points[y1]} {points[x2]} {points[y2]} {points[x]} {points[y]} c\n")
        elif operator == "r":
            x, y, width, height = numbers
            x, y = left + x, top - y - height
            across += (x, x + width)
            up += (y, y + height)
            parts.append(f"{points[x]} {points[y]} {points[width]} {points[height]} re\n")
        elif operator == "h":
            parts.append("h\n")
        else:
            x, y = left + numbers[0], top - numbers[1]
            across.append(x)
            up.append(y)
            parts.append(f"{points[x]} {points[y]} {operator}\n")
    box = (min(across), min(up), max(across), max(up)) if across else (left, top, left, top)
    return "".join(parts), box


def union(first: Box, second: Box) -> Box:
    """The smallest box around two."""
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[2], second[2]),
        max(first[3], second[3]),
    )


def turned(box: Box, quarters: int, x: int, y: int) -> Box:
    """Where a box stands on the page whose places count from (x, y), by so many quarter turns clockwise."""
    left, bottom, right, top = box
    for _ in range(quarters):
        left, bottom, right, top = bottom, -right, top, -left
    return x + left, y + bottom, x + right, y + top

"""In: the themes that lines of a figure are of. Out: the dashes of each line, and the legend that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.document.blocks import Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.compose.marks import ThemeMark
    from guidepress.page.items import Shape

__all__ = ["Legend", "dashes", "legend"]

_DASHES: tuple[tuple[int, ...], ...] = (
    (),
    (5000, 2000),
    (1400, 1600),
    (7000, 1800, 1400, 1800),
    (2800, 2800),
    (9000, 3000),
    (4500, 1500, 1400, 1500, 1400, 1500),
    (1400, 3600),
)
"""Marks and gaps of lines, mpt, as far from one another as eight can be in black; drawings of roads use the like."""

_SAMPLE = 26_000  # mpt: long enough for two periods of the longest pattern
_AFTER = 5000  # mpt from a sample to its words
_BETWEEN = 14_000  # mpt between two entries
_ABOVE = 8000  # mpt between the figure and its legend
_LINE = 1200  # mpt, the width of a line


@record
class Legend:
    """A legend that is set; it ends at `foot`, mpt from the top of the figure."""

    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    foot: int


def dashes(mark: ThemeMark | None) -> tuple[int, ...]:
    """The dashes of a theme's lines, mpt; those of no theme are whole."""
    return _DASHES[(mark.number - 1) % len(_DASHES)] if mark else ()


def legend(marks: Iterable[ThemeMark], context: Context, box: tuple[int, int]) -> Legend:
    """Name the themes of lines, each behind a piece of its line; nothing where all are of one.

    Args:
        marks: of the lines, in any order, as often as they come.
        context: of the document.
        box: the measure, and the height from which on it stands, mpt.
    """
    measure, top = box
    shown = sorted(dict.fromkeys(marks), key=lambda mark: mark.number)
    if len(shown) < 2:
        return Legend((), (), top)
    style = context.style("figure-label")
    head = Text(context.labels.text("themes"), Look(strong=True))
    y = top + _ABOVE
    labels = [Label(0, y + style.size, (head,), style, measure)]
    x = context.width(head.text, style, head.look) + _BETWEEN
    tall = style.leading
    shapes: list[Shape] = []
    for mark in shown:
        said = Text(f"{mark.number} {mark.name}")
        room = measure - _SAMPLE - _AFTER
        wide = min(room, context.width(said.text, style) + 100)
        if x and x + _SAMPLE + _AFTER + wide > measure:
            x, y, tall = 0, y + tall, style.leading
        label = Label(x + _SAMPLE + _AFTER, y + style.size, (said,), style, wide)
        middle = y + style.size - style.size // 3
        shapes.append(line((x, middle), (x + _SAMPLE, middle), mark.ink, _LINE, dash=dashes(mark)))
        labels.append(label)
        tall = max(tall, context.height(label))
        x += _SAMPLE + _AFTER + wide + _BETWEEN
    return Legend(tuple(shapes), tuple(labels), y + tall)

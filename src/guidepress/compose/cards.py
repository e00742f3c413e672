"""In: texts and boxes. Out: labels stacked in the middle of a card, cut marks, and the sheets that cards fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.measure import broken
from guidepress.document.blocks import Break, Drawing, Figure, Label
from guidepress.document.shapes import line, lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.page.items import Shape

__all__ = [
    "COLUMNS",
    "PER_SHEET",
    "card_sheet",
    "card_sheets",
    "cut_marks",
    "height_of",
    "sheet_height",
    "stacked",
]

COLUMNS, PER_SHEET = 2, 8
"""Eight cards a sheet: on Letter each is 3.75 × 2.4 inches, about the size of an index card cut in two."""

_INSIDE = 20_000  # mpt from a card's edge to its text, so that a cut a little off harms nothing
_BETWEEN = 6000  # mpt between the texts of a card
_SAFE = (
    985  # per mille: the estimates are those of semibold type; the regular is 0.5 to 6 % narrower, mostly 2.5
)

_SLACK = 2000  # mpt: a sheet stays a little lower than the page

Box = tuple[int, int, int, int]


def sheet_height(context: Context) -> int:
    """What a sheet fills of the page below its heading, mpt."""
    head = context.style("sheet-title")
    return context.areas.height - head.leading - head.space_after - _SLACK


def card_sheet(drawing: Drawing, alt: str, context: Context) -> Figure:
    """Make a sheet, with no white around it."""
    return Figure(drawing, alt, context.varied("figure", "sheet", space_before=0, space_after=0))


def card_sheets(made: Iterable[tuple[str, Figure]], context: Context) -> list[Block]:
    """Set each sheet on a page of its own; the section's heading stands above the first, its title above another."""
    blocks: list[Block] = []
    for title, figure in made:
        if blocks:
            blocks.append(Break("page"))
            blocks.append(context.heading(2, title, "sheet-title", contents=False))
        blocks.append(figure)
    return blocks


def height_of(text: str, style: Style, measure: int) -> int:
    """Estimate how high a text stands in a measure, mpt."""
    return style.leading * max(1, len(broken(text, style.size * _SAFE // 1000, measure, style.font)))


def stacked(context: Context, box: Box, parts: Iterable[tuple[str, tuple[Inline, ...], str]]) -> list[Label]:
    """Stand texts one below the other in the middle of a box.

    Args:
        context: of the document.
        box: x, y, width and height of the card, mpt.
        parts: style, inlines and plain text of each.
    """
    x, y, width, height = box
    measure = width - 2 * _INSIDE
    texts = [(context.style(name), inlines, text) for name, inlines, text in parts if text]
    heights = [height_of(text, style, measure) for style, _, text in texts]
    top = y + max(0, height - sum(heights) - _BETWEEN * (len(heights) - 1)) // 2
    labels: list[Label] = []
    for (style, inlines, _), tall in zip(texts, heights, strict=True):
        baseline = top + _drop(style)
        if labels:
            above = labels[-1].style
            baseline = above.leading - _drop(above) + _BETWEEN + _drop(style)
        below = bool(labels)
        labels.append(Label(x + width // 2, baseline, inlines, style, measure, align="centred", below=below))
        top += tall + _BETWEEN
    return labels


def _drop(style: Style) -> int:
    """From the top of a line to its baseline, mpt."""
    return (style.leading + style.size * 7 // 10) // 2


def cut_marks(
    context: Context, size: tuple[int, int], rows: int, columns: int = COLUMNS
) -> tuple[Shape, ...]:
    """Mark where a sheet is cut: dashed hairlines between the cards, corners round them."""
    width, height = size[0] * columns, size[1] * rows
    faint, tick = context.colour("rule"), 7000
    dashed = [
        line((0, row * size[1]), (width, row * size[1]), faint, 350, dash=(2000, 3000))
        for row in range(1, rows)
    ]
    dashed += [
        line((column * size[0], 0), (column * size[0], height), faint, 350, dash=(2000, 3000))
        for column in range(1, columns)
    ]
    ends = [
        (x, y, x + dx, y + dy)
        for x, dx in ((0, tick), (width, -tick))
        for y, dy in ((0, 0), (height, 0), *((row * size[1], 0) for row in range(1, rows)))
    ]
    ends += [
        (x, y, x + dx, y + dy)
        for y, dy in ((0, tick), (height, -tick))
        for x, dx in ((0, 0), (width, 0), *((column * size[0], 0) for column in range(1, columns)))
    ]
    return (*dashed, *lines(ends, context.colour("ink"), 500))

"""In: texts and boxes. Out: labels stacked in the middle of a card, cut marks, and the sheets that cards fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.blocks import Break, Drawing, Figure, Label, unlisted
from guidepress.document.inlines import plain_text
from guidepress.document.shapes import line, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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
    "largest",
    "sheet_height",
    "stacked",
]

COLUMNS, PER_SHEET = 2, 8
"""Eight cards a sheet: on Letter each is 3.75 × 2.4 inches, about the size of an index card cut in two."""

_INSIDE = 20_000  # mpt from a card's edge to its text, so that a cut a little off harms nothing
_BETWEEN = 6000  # mpt between the texts of a card
_EDGE = 8000  # mpt from a card's upper and lower edge to its text at least

SIZES = (1000, 940, 880, 820, 760, 700)
"""Sizes that are tried until a text fits its card, per mille of the style's."""

Box = tuple[int, int, int, int]


def sheet_height(context: Context, titles: Iterable[str]) -> int:
    """What a sheet fills of the page below the highest of its headings, mpt."""
    return min(context.left((context.heading(2, title, "sheet-title"),)) for title in titles)


def card_sheet(drawing: Drawing, context: Context) -> Figure:
    """Make a sheet, with no white around it: its texts are read as paragraphs, all else is decoration."""
    said = tuple(replace(label, role="P") for label in drawing.labels)
    return Figure(
        replace(drawing, labels=said), "", context.varied("figure", "sheet", space_before=0, space_after=0)
    )


def card_sheets(made: Iterable[tuple[str, Figure]], context: Context) -> list[Block]:
    """Set each sheet on a page of its own; the section's heading stands above the first, its title above another."""
    blocks: list[Block] = []
    before = ""
    for title, figure in made:
        if blocks:
            heading = context.heading(2, title, "sheet-title", contents=False)
            blocks.append(Break("page"))
            blocks.append(heading if title != before else unlisted(heading))
        blocks.append(figure)
        before = title
    return blocks


def largest(
    context: Context, style: Style, fits: Callable[[Style], bool], shares: Sequence[int] = SIZES
) -> Style:
    """Choose the first of some sizes of a style, per mille, at which a text fits; the last of them if none does."""
    sized = [context.sized(style, share) for share in shares]
    return next(filter(fits, sized), sized[-1])


def stacked(context: Context, box: Box, parts: Iterable[tuple[str, tuple[Inline, ...]]]) -> list[Label]:
    """Stand texts one below the other in the middle of a box, in the largest type in which it holds them.

    Args:
        context: of the document.
        box: x, y, width and height of the card, mpt.
        parts: style and inlines of each.
    """
    x, y, width, height = box
    said = [(name, inlines) for name, inlines in parts if plain_text(inlines)]
    labels: list[Label] = []
    for share in SIZES:
        labels = [
            Label(
                x + width // 2,
                0,
                inlines,
                context.sized(context.style(name), share),
                width - 2 * _INSIDE,
                align="centred",
            )
            for name, inlines in said
        ]
        if _taken(context, labels) <= height - 2 * _EDGE:
            break
    return _placed(labels, y + max(0, height - _taken(context, labels)) // 2)


def _taken(context: Context, labels: Sequence[Label]) -> int:
    """How high labels stand, with what is between them."""
    return sum(map(context.height, labels)) + _BETWEEN * (len(labels) - 1)


def _placed(labels: Sequence[Label], top: int) -> list[Label]:
    """Place labels one below the other."""
    placed: list[Label] = []
    for label in labels:
        y = top + _drop(label.style)
        if placed:
            above = placed[-1].style
            y = above.leading - _drop(above) + _BETWEEN + _drop(label.style)
        placed.append(replace(label, y=y, below=bool(placed)))
    return placed


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

"""In: anchors of themes. Out: chips that name them by number and colour, in the margin or in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.shares import shares
from guidepress.document.blocks import Cell, MarginNote, Paragraph, Row, Table
from guidepress.document.inlines import Look, PageRef, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.marks import ThemeMark
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style

__all__ = ["chips", "number_mark", "stacked"]

_BAR = 7000  # mpt: wide enough for two rows of a pattern, so that a copier keeps the themes apart
_EN_SPACE = "\u2002"
_FIGURE_SPACE = "\u2007"
_PAGE = "\u2002999"  # room for the page
_MOST = 3  # chips side by side; with more, the eye no longer finds the leading one


def chips(
    context: Context, anchors: Iterable[str], *, pages: bool = False, style: Style | None = None
) -> tuple[Block, ...]:
    """Make the chips of some themes: stacked in the margin column, or side by side in the text where there is none.

    Args:
        context: of the document.
        anchors: of the themes, the leading one first.
        pages: add the page on which the guide discusses each theme.
        style: of the rows of chips in the text, instead of "chips".
    """
    marks = [context.themes[anchor] for anchor in anchors]
    if not marks:
        return ()
    made = stacked(context, marks, pages=pages)
    if context.margin:
        return (MarginNote(made),)
    style = style or context.style("chips")
    count = _abreast(context, marks, style)
    cells = [Cell((chip,)) for chip in made]
    cells += [Cell(())] * (-len(cells) % count)
    rows = tuple(Row(tuple(cells[at : at + count]), rule=False) for at in range(0, len(cells), count))
    return (Table(shares(*(1,) * count), (), rows, style, layout=True),)


def _abreast(context: Context, marks: Sequence[ThemeMark], style: Style) -> int:
    """Find how many chips stand side by side: as many as leave each its name on one line."""
    chip = context.style("chip")
    names = (f"{mark.number}{_EN_SPACE}{mark.name}{_PAGE}" for mark in marks)
    letters = max(context.width(name, chip) for name in names)
    need = letters + _BAR + 2 * chip.padding + 2 * style.padding
    return max(1, min(_MOST, len(marks), context.measure // need))


def stacked(context: Context, marks: Iterable[ThemeMark], *, pages: bool = False) -> tuple[Block, ...]:
    """Make one chip a theme, each a line of its own on a pale ground with a bar in the theme's colour."""
    return tuple(_chip(context, mark, pages=pages) for mark in marks)


def number_mark(mark: ThemeMark) -> tuple[Text, Text, Text]:
    """Make the theme's number between two swatches of its pattern, all on its colour, to stand in a line of text."""
    swatch = Text(_FIGURE_SPACE, Look(colour=mark.lines, highlight=mark.colour, pattern=mark.number))
    number = Text(
        f"{_FIGURE_SPACE}{mark.number}{_FIGURE_SPACE}",
        Look(strong=True, colour=mark.on, highlight=mark.colour),
    )
    return swatch, number, swatch


def _chip(context: Context, mark: ThemeMark, *, pages: bool) -> Paragraph:
    style = context.varied("chip", mark.anchor, background=mark.pale, bar=mark.bar(_BAR), colour=mark.ink)
    link = context.link(mark.anchor)
    inlines: tuple[Inline, ...] = (Text(f"{mark.number}{_EN_SPACE}{mark.name}", link=link),)
    if pages and link:
        inlines = (*inlines, Text(_EN_SPACE), PageRef(mark.anchor, link=link))
    return Paragraph(style, inlines)

"""In: anchors of themes. Out: chips that name them by number and colour, in the margin or in a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import MarginNote, Paragraph
from guidepress.compose.inlines import Look, PageRef, Text
from guidepress.layout.style import Border

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.compose.document import Block
    from guidepress.compose.inlines import Inline
    from guidepress.compose.marks import ThemeMark

__all__ = ["chips", "number_mark", "stacked"]

_BAR = 4000  # mpt: as wide as a thick pencil line, so that the colour can be named at a glance
_EN_SPACE = "\u2002"
_FIGURE_SPACE = "\u2007"
_NO_BREAK = "\u00a0"  # a number at a line's end would seem to belong to the name before it


def chips(context: Context, anchors: Iterable[str], *, pages: bool = False) -> tuple[Block, ...]:
    """Make the chips of some themes: stacked in the margin column, or a line of text where there is none.

    Args:
        context: of the document.
        anchors: of the themes, the leading one first.
        pages: add the page on which the guide discusses each theme.
    """
    marks = [context.themes[anchor] for anchor in anchors]
    if not marks:
        return ()
    if context.margin:
        return (MarginNote(stacked(context, marks, pages=pages)),)
    inlines: list[Inline] = []
    for mark in marks:
        if inlines:
            inlines.append(Text(_EN_SPACE))
        inlines.extend((number_mark(mark), Text(f"{_NO_BREAK}{mark.name}", link=context.link(mark.anchor))))
    return (Paragraph(context.style("chip"), tuple(inlines)),)


def stacked(context: Context, marks: Iterable[ThemeMark], *, pages: bool = False) -> tuple[Block, ...]:
    """Make one chip a theme, each a line of its own on a pale ground with a bar in the theme's colour."""
    return tuple(_chip(context, mark, pages=pages) for mark in marks)


def number_mark(mark: ThemeMark) -> Text:
    """Make the theme's number on its colour, to stand in a line of text."""
    return Text(
        f"{_FIGURE_SPACE}{mark.number}{_FIGURE_SPACE}",
        Look(strong=True, colour=mark.on, highlight=mark.colour),
    )


def _chip(context: Context, mark: ThemeMark, *, pages: bool) -> Paragraph:
    style = context.varied(
        "chip", mark.anchor, background=mark.pale, bar=Border(_BAR, mark.colour), colour=mark.ink
    )
    link = context.link(mark.anchor)
    inlines: tuple[Inline, ...] = (Text(f"{mark.number}{_EN_SPACE}{mark.name}", link=link),)
    if pages and link:
        inlines = (*inlines, Text(_EN_SPACE), PageRef(mark.anchor, link=link))
    return Paragraph(style, inlines)

"""In: the guide's themes and the layout's palette. Out: one mark a theme: number, colours and pattern, used everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.colour import BLACK, WHITE, Colour, contrast
from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.base.record import record
from guidepress.base.suggest import did_you_mean
from guidepress.document.style import Border

if TYPE_CHECKING:
    from guidepress.guide.model import Guide, Theme
    from guidepress.layout.model import Layout

__all__ = ["READABLE", "ThemeMark", "legible", "mark", "palette_of", "readable"]

READABLE = 4.5
"""Least contrast of text and its ground (WCAG 2.1, success criterion 1.4.3)."""

_TINT = 0.16
"""Share of the colour in a chip's ground: pale enough for a copier, strong enough to be told from white."""


_SEEN = 2.0
"""Least contrast of a pattern's white lines and the colour below them: with less, a copier loses them."""


@record
class ThemeMark:
    """How a theme is marked wherever it is named.

    Attributes:
        colour: of bars, stripes and cells.
        on: black or white, whichever is legible on `colour`.
        ink: the colour, darkened until it is legible on `pale` and on white.
        pale: the ground of chips.
        lines: white or black, whichever shows the pattern on `colour`.
    """

    number: int
    name: str
    anchor: str
    colour: Colour
    on: Colour
    ink: Colour
    pale: Colour
    lines: Colour

    def bar(self, width: int) -> Border:
        """Make a bar of the colour that bears the theme's pattern, `width` mpt wide."""
        return Border(width, self.colour, self.number, self.lines)


def palette_of(guide: Guide, layout: Layout) -> tuple[Colour, ...]:
    """Find the theme colours of a book: the palette that the guide picks by name, else the layout's own.

    Raises:
        FaultsFound: the layout has no palette of that name.
    """
    name = guide.cover.palette if guide.cover else ""
    if not name:
        return layout.palette
    found = layout.palettes.get(name)
    if found is None:
        message = f'The layout "{layout.name}" has no palette "{name}".'
        hint = did_you_mean(name, layout.palettes) or "Let the layout extend base, which has some."
        span = guide.cover.palette_span if guide.cover else None
        raise FaultsFound([Diagnostic("error", "unknown-palette", message, hint, span)])
    return found


def mark(theme: Theme, palette: tuple[Colour, ...]) -> ThemeMark:
    """Choose a theme's colours; the palette comes round again when it is used up."""
    colour = theme.colour or palette[(theme.number - 1) % len(palette)]
    pale = colour.tint(_TINT)
    lines = WHITE if contrast(WHITE, colour) >= _SEEN else BLACK
    return ThemeMark(
        theme.number, theme.name, theme.id, colour, legible(colour), readable(colour, pale), pale, lines
    )


def legible(ground: Colour) -> Colour:
    """Choose black or white for text on a ground; one of them always has a contrast of at least 4.58."""
    return BLACK if contrast(BLACK, ground) >= contrast(WHITE, ground) else WHITE


def readable(colour: Colour, ground: Colour = WHITE) -> Colour:
    """Darken a colour until text in it is legible on a light ground."""
    share = 1.0
    darker = colour
    while contrast(darker, ground) < READABLE and share > 0:
        share -= 0.05
        red, green, blue = (round(channel * share) for channel in (colour.red, colour.green, colour.blue))
        darker = Colour(red, green, blue)
    return darker

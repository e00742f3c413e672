"""Themes are marked by colour, number and pattern, in the palette that the guide picks, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.composing import context_of

from guidepress.base.colour import BLACK, WHITE, Colour, contrast
from guidepress.base.diagnostics import FaultsFound, Span
from guidepress.base.record import replace
from guidepress.compose.chips import chips, number_mark, stacked
from guidepress.compose.marks import mark
from guidepress.document.blocks import Paragraph, Table
from guidepress.document.inlines import Text
from guidepress.guide.model import Cover, Theme
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from guidepress.guide.model import Guide
    from guidepress.layout.model import Layout

colours = st.builds(Colour, *(st.integers(0, 255) for _ in range(3)))


@given(colours)
def test_the_lines_of_a_pattern_show_on_any_colour(colour: Colour) -> None:
    made = mark(Theme("Theme", number=2, colour=colour), ())
    assert contrast(made.lines, colour) >= 2
    assert made.lines == WHITE or contrast(WHITE, colour) < 2


def test_a_chip_bears_its_theme_s_pattern_on_its_bar(guide: Guide, layout: Layout) -> None:
    context = context_of(guide, layout)
    made = stacked(context, context.themes.values())
    bars = [chip.style.bar for chip in made if isinstance(chip, Paragraph)]
    assert [bar.pattern for bar in bars] == [1, 2]
    assert [each.colour for each in context.themes.values()] == [bar.colour for bar in bars]


def test_a_number_in_a_line_stands_in_the_middle_of_its_pattern(guide: Guide, layout: Layout) -> None:
    theme = context_of(guide, layout).themes["theme-fear"]
    swatch, number, after = number_mark(theme)
    assert after == swatch
    assert (swatch.text.strip(), swatch.look.pattern, swatch.look.highlight) == ("", 2, theme.colour)
    assert (number.text.strip("\u2007"), number.look.pattern) == ("2", 0)


@pytest.mark.parametrize(("measure", "abreast"), [(400_000, 2), (80_000, 1)])
def test_chips_stand_side_by_side_in_the_text_as_far_as_their_names_allow(
    guide: Guide, measure: int, abreast: int
) -> None:
    context = context_of(guide, load_layout("paperback-6x9"))
    context.measure = measure
    (table,) = chips(context, ["theme-duty", "theme-fear"])
    assert isinstance(table, Table)
    assert table.layout
    assert {abreast} == {len(row.cells) for row in table.rows}
    names = [
        inline.text
        for row in table.rows
        for cell in row.cells
        for block in cell.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Text)
    ]
    assert [name for name in names if name.strip()] == ["1\u2002Duty", "2\u2002Fear"]


def picked(guide: Guide, name: str) -> Guide:
    bare = tuple(replace(theme, colour=None) for theme in guide.themes)
    return replace(
        guide,
        themes=bare,
        cover=Cover(palette=name, palette_span=Span("g.yaml", 3, 17), span=Span("g.yaml", 3, 8)),
    )


def test_the_guide_s_palette_colours_its_themes(guide: Guide, layout: Layout) -> None:
    marks = context_of(picked(guide, "winter"), layout).themes.values()
    assert list(layout.palettes["winter"][:2]) == [each.colour for each in marks]


def test_without_one_the_layout_s_own_does(guide: Guide, layout: Layout) -> None:
    marks = context_of(picked(guide, ""), layout).themes.values()
    assert list(layout.palette[:2]) == [each.colour for each in marks]


def test_an_unknown_palette_is_a_fault_with_its_place_and_a_hint(guide: Guide, layout: Layout) -> None:
    with pytest.raises(FaultsFound) as caught:
        context_of(picked(guide, "wintr"), layout)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.span) == ("unknown-palette", Span("g.yaml", 3, 17))
    assert fault.hint == 'Did you mean "winter"?'


def test_black_has_white_lines_and_yellow_black_ones() -> None:
    black, yellow = (mark(Theme("T", number=1, colour=c), ()) for c in (BLACK, Colour(240, 228, 66)))
    assert (black.lines, yellow.lines) == (WHITE, BLACK)

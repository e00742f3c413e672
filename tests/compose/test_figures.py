"""Figures say in words what they show, stay inside their frame, and can be read without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.composing import context_of, measurer_of
from tests.stock import stock_layout

from guidepress.base.colour import Colour, contrast
from guidepress.base.record import replace
from guidepress.compose.cover import cover, fitted
from guidepress.compose.figures.character_map import character_map
from guidepress.compose.figures.organizers import ORGANIZERS, organizer
from guidepress.compose.figures.plot_arc import plot_arc
from guidepress.compose.figures.theme_tracker import theme_tracker
from guidepress.compose.figures.timeline import timeline
from guidepress.compose.marks import READABLE, legible, readable
from guidepress.document.inlines import Text
from guidepress.document.patterns import PATTERNS, hatch
from guidepress.guide.model import Cover, Guide, ImageFile, Markdown, Person

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Drawing, Label
    from guidepress.layout.model import Layout
    from guidepress.page.items import Shape

LINE_END = " // "
colours = st.builds(Colour, *(st.integers(0, 255) for _ in range(3)))


def bounds(shape: Shape) -> tuple[int, int, int, int]:
    xs: list[int] = []
    ys: list[int] = []
    for operator, numbers in shape.path:
        if operator == "r":
            x, y, w, h = numbers
            xs += [x, x + w]
            ys += [y, y + h]
        else:
            xs += numbers[::2]
            ys += numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def inside(drawing: Drawing, *, slack: int = 0) -> bool:
    return all(
        left >= -slack and top >= -slack and right <= drawing.width + slack and foot <= drawing.height + slack
        for left, top, right, foot in map(bounds, drawing.shapes)
    )


def label_box(label: Label, context: Context) -> tuple[int, int, int, int]:
    """The box that a label's lines fill."""
    lines = context.measurer.label(label)
    wide = max((line.width for line in lines), default=0)
    left = {"left": label.x, "right": label.x - wide}.get(label.align, label.x - wide // 2)
    top = label.y - label.style.size * 7 // 10
    return left, top, left + wide, top + label.style.leading * (len(lines) - 1) + label.style.size * 7 // 10


def said(label: Label) -> str:
    return "".join(inline.text if isinstance(inline, Text) else LINE_END for inline in label.inlines)


def overlap(first: tuple[int, int, int, int], second: tuple[int, int, int, int]) -> bool:
    return first[0] < second[2] and second[0] < first[2] and first[1] < second[3] and second[1] < first[3]


@pytest.mark.parametrize(
    ("figure", "alt"),
    [
        (theme_tracker, "Theme tracker. 1 Duty: Chapter 1–2. 2 Fear: Chapter 1–2, 2."),
        (
            timeline,
            "Story order and told order. As it happened: 1 Before; 2 That night. As it is told: 2, 1.",
        ),
        (character_map, "Character map. Mary: sister of Tom, friend of Jack."),
        (
            plot_arc,
            (
                "The Shape of the Plot. 1 Exposition: A quiet tower (Chapter\u00a01–2); "
                "2 Climax: The lamp goes out (Chapter\u00a01–2); 3 Resolution: (Chapter\u00a02)."
            ),
        ),
    ],
)
def test_the_alternative_text_says_what_the_data_say(
    figure: object, alt: str, guide: Guide, layout: Layout
) -> None:
    context = context_of(guide, layout)
    drawing, said = figure(guide, context, context.measure)  # type: ignore[operator]
    assert said == alt
    assert inside(drawing, slack=2000)  # a dot's radius, a line's half width


def test_no_figure_is_drawn_from_nothing(layout: Layout) -> None:
    bare = Guide(1, "T", (Person("A"),))
    context = context_of(bare, layout)
    for figure in (theme_tracker, timeline, character_map, plot_arc):
        assert figure(bare, context, context.measure) is None


@given(colours)
def test_text_on_any_colour_is_legible(colour: Colour) -> None:
    assert contrast(legible(colour), colour) >= READABLE


@given(colours)
def test_text_in_any_colour_is_darkened_until_it_is_legible_on_its_chip(colour: Colour) -> None:
    pale = colour.tint(0.16)
    assert contrast(readable(colour, pale), pale) >= READABLE


def test_the_chips_of_every_palette_colour_are_legible(guide: Guide, layout: Layout) -> None:
    for mark in context_of(guide, layout).themes.values():
        assert contrast(mark.ink, mark.pale) >= READABLE
        assert contrast(mark.on, mark.colour) >= READABLE


@given(
    st.integers(1, 2 * len(PATTERNS)),
    st.tuples(*(st.integers(0, 90_000) for _ in range(2)), *(st.integers(1, 90_000) for _ in range(2))),
)
def test_hatching_stays_inside_its_box(number: int, box: tuple[int, int, int, int]) -> None:
    x, y, w, h = box
    for shape in hatch(number, box, Colour(0, 0, 0)):
        left, top, right, foot = bounds(shape)
        assert x <= left + 1000  # a dot at the edge may reach over by less than its radius
        assert y <= top + 1000
        assert right <= x + w + 1000
        assert foot <= y + h + 1000


def test_neighbouring_patterns_differ() -> None:
    assert len(set(PATTERNS)) == len(PATTERNS) == 8


names = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=127), min_size=1, max_size=24)


@pytest.mark.parametrize("kind", sorted(ORGANIZERS))
def test_an_organizer_stays_inside_its_frame(kind: str, guide: Guide, layout: Layout) -> None:
    drawing, alt = organizer(kind, context_of(guide, layout), (340_000, 400_000))
    assert inside(drawing, slack=4000)
    assert alt


titles = st.lists(names, min_size=1, max_size=14).map(" ".join)


@settings(deadline=None)
@given(titles)
def test_a_title_of_any_length_fits_the_cover(title: str) -> None:
    layout = stock_layout("study-guide")
    measure, room = 500_000, 270_000
    measurer = measurer_of(Guide(1, title, (Person("A"),)), layout)
    style, lines = fitted(title, layout.styles["cover-title"], (measure, room), measurer)
    assert " ".join(lines) == title
    smallest = layout.styles["cover-title"].size // 3
    if style.size > smallest:
        assert max(measurer.width((Text(line),), style) for line in lines) <= measure
        assert len(lines) * style.leading <= room


@settings(deadline=None)
@given(titles, titles)
def test_the_shelf_never_reaches_the_type(title: str, tagline: str) -> None:
    layout = stock_layout("study-guide")
    guide = Guide(1, title, (Person("A. Writer"),), subtitle=tagline)
    drawing = cover(guide, context_of(guide, layout))
    tops = [bounds(shape)[1] for shape in drawing.shapes[1:-1]]
    lowest = max(label.y for label in drawing.labels[:-2])
    assert min(tops) >= lowest or min(tops) >= drawing.height * 0.9


def test_what_stands_below_a_name_in_spaced_small_capitals_knows_that_it_turns_over() -> None:
    # 250 pt of text: the name in 17 pt small capitals, each letter 0.06 em from the next, is about 300 pt long.
    guide = Guide(
        1, "Don Quijote", (Person("Miguel de Cervantes Saavedra"),), cover=Cover(tagline=Markdown("Mad."))
    )
    context = context_of(guide, stock_layout("mobile"))
    author, tagline = cover(guide, context).labels[1:3]
    assert len(context.measurer.label(author)) == 2
    # a line of the name, then the tagline's leading and 0.6 of it
    leading = tagline.style.leading
    assert tagline.y - author.y == author.style.leading + leading + round(leading * 0.6)


def test_a_theme_keeps_its_colour_where_the_guide_names_one(guide: Guide, layout: Layout) -> None:
    marks = context_of(guide, layout).themes
    assert marks["theme-fear"].colour == Colour(0x00, 0x72, 0xB2)
    assert marks["theme-duty"].colour == layout.palette[0]


def test_a_palette_comes_round_again(guide: Guide, layout: Layout) -> None:
    short = replace(layout, palette=layout.palette[:1])
    own = replace(guide, themes=tuple(replace(theme, colour=None) for theme in guide.themes))
    assert {mark.colour for mark in context_of(own, short).themes.values()} == {layout.palette[0]}


def test_the_guides_own_picture_takes_the_place_of_the_shelf(guide: Guide, layout: Layout) -> None:
    own = replace(
        guide, cover=Cover("a.png", "A lamp"), images={"a.png": ImageFile("pictures/a.png", 1000, 400)}
    )
    drawing = cover(own, context_of(own, layout))
    ((image, alt),) = drawing.pictures
    assert alt == "A lamp"
    assert image.width * 400 == pytest.approx(image.height * 1000, rel=1e-4)
    assert image.y + image.height < drawing.height
    assert len(drawing.shapes) == 2  # ground and rule


def test_the_tracker_counts_as_the_work_does_or_not_at_all(guide: Guide, layout: Layout) -> None:
    def heads(*covers: str) -> list[str]:
        units = tuple(
            replace(guide.units[0], covers=each, number=number) for number, each in enumerate(covers, 1)
        )
        several = replace(guide, units=units)
        drawn = theme_tracker(several, context_of(several, layout), 340_000)
        assert drawn is not None
        labels = drawn[0].labels[1 : 1 + len(covers)]
        return ["".join(part.text for part in each.inlines if isinstance(part, Text)) for each in labels]

    assert heads("1.1-1.2", "1.3") == ["1.1–1.2", "1.3"]  # 44 pt a column hold seven figures
    assert heads("1.1-1.2", "Epilogue") == ["1", "2"]

"""Boxes: the column inside them, and what draws them; bars bear the pattern of their theme."""

from __future__ import annotations

import pytest

from guidepress.base.colour import WHITE, Colour
from guidepress.base.record import replace
from guidepress.document.style import Border, Style
from guidepress.page.items import Shape
from guidepress.paginate.boxes import box_of, box_shapes, is_boxed
from guidepress.paginate.pieces import Box

RED = Colour(200, 0, 0)


def bar(pattern: int) -> list[tuple[str, ...]]:
    style = Style("chip", bar=Border(6000, RED, pattern, WHITE))
    shapes = box_shapes(Box(None, style, 0, 100_000), 20_000, opens=True, closes=True)
    return [tuple(op for op, _ in shape.path) for shape in shapes]


def test_a_bar_without_a_pattern_is_one_rectangle() -> None:
    assert bar(0) == [("r",)]


def test_the_plain_pattern_is_the_bar_itself() -> None:
    assert bar(1) == [("r",)]


def test_level_lines_stand_a_pitch_apart_from_edge_to_edge() -> None:
    style = Style("chip", bar=Border(6000, RED, 4, WHITE))
    ground, lines = box_shapes(Box(None, style, 0, 100_000), 20_000, opens=True, closes=True)
    assert ground.fill == RED
    assert lines.stroke == WHITE
    # Half a pitch of 3500, then a pitch each, as far as 20,000 go.
    heights = [1750, 5250, 8750, 12_250, 15_750, 19_250]
    expected = tuple(step for y in heights for step in (("m", (0, y)), ("l", (6000, y))))
    assert expected == lines.path


def test_neighbours_differ_in_black_and_white() -> None:
    drawn = [bar(number) for number in range(1, 9)]
    shapes = [
        box_shapes(
            Box(None, Style("chip", bar=Border(6000, RED, number, WHITE)), 0, 100_000),
            20_000,
            opens=True,
            closes=True,
        )
        for number in range(1, 9)
    ]
    assert len(drawn) == len(set(shapes))


# boxes and columns


LOOK = Style(
    "box", padding=5000, indent_left=3000, indent_right=2000, background=RED, rule_above=Border(700, RED),
    rule_below=Border(300, WHITE),
)  # fmt: skip
PARENT = Box(None, LOOK, 0, 1)


def inside(**values: object) -> tuple[tuple[int, int, int, int], tuple[int, int]]:
    """The outer edges and padding of a box in a column from 1 over 100 pt, and the column inside it."""
    box, x, measure = box_of(replace(Style("b"), **values), 1000, 100_000, PARENT)  # type: ignore[arg-type]
    assert box.parent is PARENT
    assert box.decorated
    return (box.x, box.width, box.top, box.bottom), (x, measure)


@pytest.mark.parametrize(
    "values",
    [
        {"background": RED},
        {"bar": Border(1, RED)},
        {"border": Border(1, RED)},
        {"rule_above": Border(1, RED)},
        {"rule_below": Border(1, RED)},
    ],
)
def test_whatever_is_drawn_makes_a_box(values: dict[str, object]) -> None:
    assert is_boxed(replace(Style("b"), **values))  # type: ignore[arg-type]
    assert not is_boxed(Style("b", padding=5000))


def test_a_ground_or_a_border_is_padded_all_round() -> None:
    # From 1 over 100 less 5 on either side.
    framed = (1000, 100_000, 5000, 5000), (6000, 90_000)
    assert inside(padding=5000, background=RED) == framed
    assert inside(padding=5000, border=Border(700, RED)) == framed


def test_indents_stand_outside_the_box() -> None:
    assert inside(background=RED, padding=5000, indent_left=3000, indent_right=2000) == (
        (4000, 95_000, 5000, 5000),
        (9000, 85_000),
    )


def test_a_bar_is_padded_at_the_left() -> None:
    assert inside(bar=Border(2000, RED), padding=5000) == ((1000, 100_000, 0, 0), (8000, 93_000))
    both = inside(bar=Border(2000, RED), padding=5000, background=RED)
    assert both == ((1000, 100_000, 5000, 5000), (8000, 88_000))


def test_rules_are_padded_where_they_stand() -> None:
    assert inside(rule_above=Border(1, RED), padding=5000) == ((1000, 100_000, 5000, 0), (1000, 100_000))
    assert inside(rule_below=Border(1, RED), padding=5000) == ((1000, 100_000, 0, 5000), (1000, 100_000))


def test_what_only_stays_together_has_no_edges() -> None:
    box, x, measure = box_of(LOOK, 1000, 100_000, PARENT, together=True)
    assert (box.decorated, box.x, box.width, box.top, box.bottom) == (False, 1000, 100_000, 0, 0)
    assert (x, measure, box.parent) == (1000, 100_000, PARENT)


def test_an_indented_group_without_decoration_has_its_own_column() -> None:
    box, x, measure = box_of(Style("g", indent_left=3000, indent_right=2000), 1000, 100_000, None)
    assert (box.decorated, box.x, box.width, x, measure) == (False, 4000, 95_000, 4000, 95_000)


# shapes


def drawn(style: Style, *, opens: bool = True, closes: bool = True) -> tuple[Shape, ...]:
    return box_shapes(Box(None, style, 0, 100_000), 20_000, opens=opens, closes=closes)


def test_a_ground_has_its_colour_and_no_edge() -> None:
    (made,) = drawn(Style("b", background=RED))
    assert made == Shape((("r", (0, 0, 100_000, 20_000)),), fill=RED, line_width=500)


def test_a_border_is_drawn_with_its_width_and_colour() -> None:
    (made,) = drawn(Style("b", border=Border(700, RED)))
    assert made == Shape((("r", (0, 0, 100_000, 20_000)),), stroke=RED, line_width=700)


def test_a_bar_stands_at_the_left() -> None:
    (made,) = drawn(Style("b", bar=Border(2000, RED)))
    assert made == Shape((("r", (0, 0, 2000, 20_000)),), fill=RED)


def test_rules_stand_above_where_it_opens_and_below_where_it_closes() -> None:
    style = Style("b", rule_above=Border(700, RED), rule_below=Border(300, WHITE))
    above = Shape((("m", (0, 0)), ("l", (100_000, 0))), stroke=RED, line_width=700)
    below = Shape((("m", (0, 20_000)), ("l", (100_000, 20_000))), stroke=WHITE, line_width=300)
    assert drawn(style) == (above, below)
    assert drawn(style, closes=False) == (above,)
    assert drawn(style, opens=False) == (below,)


def test_round_corners_are_quarter_circles() -> None:
    (made,) = drawn(Style("b", background=RED, radius=4000))
    # Control points 0.5523 x 4 = 2.209 along each tangent: 4 - 2.209 = 1.791 from the corner.
    near, far, wide, high = 1791, 4000, 100_000, 20_000
    assert made.path == (
        ("m", (far, 0)),
        ("l", (wide - far, 0)),
        ("c", (wide - near, 0, wide, near, wide, far)),
        ("l", (wide, high - far)),
        ("c", (wide, high - near, wide - near, high, wide - far, high)),
        ("l", (far, high)),
        ("c", (near, high, 0, high - near, 0, high - far)),
        ("l", (0, far)),
        ("c", (0, near, near, 0, far, 0)),
        ("h", ()),
    )


def test_corners_are_never_rounder_than_half_the_box() -> None:
    (low,) = drawn(Style("b", background=RED, radius=30_000))
    assert low.path[0] == ("m", (10_000, 0))  # half of 20
    (narrow,) = box_shapes(
        Box(None, Style("b", background=RED, radius=30_000), 0, 6000), 20_000, opens=True, closes=True
    )
    assert narrow.path[0] == ("m", (3000, 0))

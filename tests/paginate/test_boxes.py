"""Bars bear the pattern of their theme, inside the bar and in one shape."""

from __future__ import annotations

from guidepress.base.colour import WHITE, Colour
from guidepress.document.style import Border, Style
from guidepress.paginate.boxes import box_shapes
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

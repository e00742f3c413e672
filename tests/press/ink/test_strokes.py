from __future__ import annotations

import pytest

from guidepress.press.ink.places import IDENTITY, rectangle
from guidepress.press.ink.strokes import Pen, box_of_stroke

LINE = (("m", (10.0, 50.0)), ("l", (90.0, 50.0)))
CORNER = (("m", (0.0, 0.0)), ("l", (100.0, 0.0)), ("l", (0.0, 50.0)))


@pytest.mark.parametrize(
    ("cap", "box"),
    [(0, (10, 48, 90, 52)), (1, (8, 48, 92, 52)), (2, (8, 48, 92, 52))],
)
def test_a_line_reaches_half_its_width_sideways_and_lengthwise_as_its_cap_says(
    cap: int, box: tuple[int, ...]
) -> None:
    assert box_of_stroke(LINE, Pen(4.0, cap), IDENTITY) == box


def test_a_rectangle_has_corners_even_where_its_join_is_a_miter() -> None:
    assert box_of_stroke(rectangle(10, 10, 80, 30), Pen(2.0), IDENTITY) == pytest.approx((9, 9, 91, 41))


def test_a_pointed_corner_reaches_out_to_its_tip() -> None:
    # the angle between (100, 0) and (-100, 50) is atan(1/2); the tip lies 1 / sin(half of it) from the corner, along
    # the bisector: cos(half) of that in x: 1 / tan(13.28°) = 4.236
    box = box_of_stroke(CORNER, Pen(2.0), IDENTITY)
    assert box is not None
    assert box[2] == pytest.approx(104.236, abs=0.001)


def test_a_miter_beyond_its_limit_is_cut() -> None:
    # 1 / sin(13.28°) = 4.35 widths; at a limit of 4 the corner is bevelled: half a width beyond the corner's flank
    box = box_of_stroke(CORNER, Pen(2.0, limit=4.0), IDENTITY)
    assert box is not None
    assert box[2] < 101


def test_the_pen_is_held_in_user_space() -> None:
    # drawn at three times the height, the line is three times as wide upwards
    assert box_of_stroke(LINE, Pen(4.0), (1.0, 0.0, 0.0, 3.0, 0.0, 0.0)) == (10, 144, 90, 156)


def test_a_curve_counts_half_a_width_on_all_sides() -> None:
    path = (("m", (0.0, 0.0)), ("c", (0.0, 8.0, 10.0, 8.0, 10.0, 0.0)))
    assert box_of_stroke(path, Pen(2.0), IDENTITY) == pytest.approx((-1, -1, 11, 7))


def test_a_line_without_length_is_a_dot_if_its_cap_is_round() -> None:
    dot = (("m", (5.0, 5.0)), ("l", (5.0, 5.0)))
    assert box_of_stroke(dot, Pen(4.0, 1), IDENTITY) == (3, 3, 7, 7)
    assert box_of_stroke(dot, Pen(4.0), IDENTITY) is None

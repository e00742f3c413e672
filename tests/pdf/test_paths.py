"""Paths are turned over, and boxed."""

from __future__ import annotations

from guidepress.pdf.objects import Points
from guidepress.pdf.paths import outline_of, turned, union


def test_a_path_that_grows_downwards_is_written_upwards() -> None:
    # The origin stands at (10, 100) pt: x is added to 10, y taken from 100.
    path = (
        ("m", (0, 0)),
        ("l", (5_000, 20_000)),
        ("c", (1_000, 2_000, 3_000, 4_000, 6_000, 50_000)),
        ("h", ()),
    )
    operators, box = outline_of(path, 10_000, 100_000, Points())
    assert operators == "10 100 m\n15 80 l\n11 98 13 96 16 50 c\nh\n"
    assert box == (10_000, 50_000, 16_000, 100_000)


def test_a_rectangle_stands_on_its_lower_left_corner() -> None:
    operators, box = outline_of((("r", (1_000, 2_000, 30_000, 40_000)),), 10_000, 100_000, Points())
    # 10 + 1 = 11; 100 - 2 - 40 = 58; to 11 + 30 = 41 and 58 + 40 = 98.
    assert operators == "11 58 30 40 re\n"
    assert box == (11_000, 58_000, 41_000, 98_000)


def test_a_path_without_points_has_a_box_without_area() -> None:
    assert outline_of((("h", ()),), 7, 9, Points()) == ("h\n", (7, 9, 7, 9))


def test_the_smallest_box_around_two() -> None:
    assert union((1, 2, 3, 4), (0, 3, 2, 9)) == (0, 2, 3, 9)
    assert union((0, 3, 2, 9), (1, 2, 3, 4)) == (0, 2, 3, 9)


def test_a_box_in_a_turned_group_is_found_on_the_page() -> None:
    # Turned once clockwise about (100, 200): right becomes down, up becomes right. (x, y) goes to (100 + y, 200 - x).
    assert turned((10, 20, 30, 60), 1, 100, 200) == (120, 170, 160, 190)
    assert turned((10, 20, 30, 60), 2, 100, 200) == (70, 140, 90, 180)
    assert turned((10, 20, 30, 60), 3, 100, 200) == (40, 210, 80, 230)
    assert turned((10, 20, 30, 60), 0, 100, 200) == (110, 220, 130, 260)

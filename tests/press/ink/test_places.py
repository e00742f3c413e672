from __future__ import annotations

import pytest

from guidepress.press.ink.places import (
    NOWHERE,
    box_of_path,
    box_through,
    is_rectangle,
    joined,
    meet,
    product,
    rectangle,
    scale_of,
)


def test_a_product_does_the_first_then_the_second() -> None:
    double, moved = (2.0, 0.0, 0.0, 2.0, 0.0, 0.0), (1.0, 0.0, 0.0, 1.0, 5.0, 7.0)
    assert product(double, moved) == (2, 0, 0, 2, 5, 7)
    assert product(moved, double) == (2, 0, 0, 2, 10, 14)


@pytest.mark.parametrize(
    ("matrix", "box"),
    [
        ((2.0, 0.0, 0.0, 3.0, 1.0, 1.0), (1, 1, 21, 16)),
        ((-1.0, 0.0, 0.0, -1.0, 0.0, 0.0), (-10, -5, 0, 0)),
        ((0.0, 1.0, -1.0, 0.0, 0.0, 0.0), (-5, 0, 0, 10)),  # a quarter turn to the left
    ],
)
def test_a_box_moves(matrix: tuple[float, ...], box: tuple[int, ...]) -> None:
    a, b, c, d, e, f = matrix
    assert box_through((a, b, c, d, e, f), (0, 0, 10, 5)) == box


def test_boxes_meet_and_join() -> None:
    assert meet((0, 0, 10, 10), (5, 5, 20, 20)) == (5, 5, 10, 10)
    assert meet((0, 0, 10, 10), (11, 0, 20, 10)) is None
    assert joined([(0, 5, 10, 10), (5, 0, 20, 20)]) == (0, 0, 20, 20)
    assert joined([]) == NOWHERE


def test_a_curve_reaches_to_where_it_turns_not_to_its_handles() -> None:
    # B(t) = 3(1-t)²t·8 + 3(1-t)t²·8 has its top at t = 1/2: 3/8·8 + 3/8·8 = 6
    assert box_of_path((("m", (0, 0)), ("c", (0, 8, 10, 8, 10, 0)))) == (0, 0, 10, 6)


def test_a_cubic_of_one_bend_turns_where_its_derivative_is_nought() -> None:
    # handles at 6 and 0, ends at 0: y(t) = 3(1-t)²t·6, whose top is at t = 1/3: 3·4/9·1/3·6 = 8/3
    box = box_of_path((("m", (0, 0)), ("c", (0, 6, 0, 0, 9, 0))))
    assert box is not None
    assert box[3] == pytest.approx(8 / 3)


def test_a_path_without_points_has_no_box() -> None:
    assert box_of_path((("h", ()),)) is None


def test_a_rectangle_is_told_from_what_is_none() -> None:
    assert is_rectangle(rectangle(1, 2, 3, 4))
    assert not is_rectangle((("m", (0, 0)), ("l", (3, 0)), ("l", (4, 2)), ("l", (0, 2)), ("h", ())))
    assert not is_rectangle((*rectangle(1, 2, 3, 4), *rectangle(5, 6, 7, 8)))
    assert not is_rectangle((("m", (0, 0)), ("c", (0, 8, 10, 8, 10, 0))))


def test_scale_is_the_mean_of_both_directions() -> None:
    assert scale_of((4.0, 0.0, 0.0, 9.0, 0.0, 0.0)) == 6  # √(4 · 9)

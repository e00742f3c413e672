"""Where blocks are collected."""

from __future__ import annotations

from tests.paginate.stacks import frame

from guidepress.paginate.place import CollectingPlace

AROUND = frame()
PLACE = CollectingPlace(1000, 90_000, 3, AROUND, margin=50_000)


def test_another_element_stands_in_the_same_column() -> None:
    assert PLACE.into(7) == CollectingPlace(1000, 90_000, 7, AROUND, margin=50_000)


def test_inside_a_box_the_column_is_narrower_and_nothing_ends_a_strand() -> None:
    box = frame()
    assert PLACE.inside(box, 6000, 80_000) == CollectingPlace(6000, 80_000, 3, box, margin=50_000, boxed=True)


def test_a_column_apart_has_no_box_and_no_margin() -> None:
    assert PLACE.apart(9, 0, 40_000) == CollectingPlace(0, 40_000, 9, deep=True)
    assert PLACE.inside(frame(), 0, 0).apart(9, 0, 40_000).boxed

"""Rectangles of a page: their sides, and whether one lies within another."""

from __future__ import annotations

import pytest

from guidepress.press.zone import Zone

PAGE = Zone(0, 0, 100, 200)


def test_sides() -> None:
    inner = PAGE.inset(1, 2, 3, 4)
    assert (inner.width, inner.height) == (96, 194)  # 100 - 1 - 3, 200 - 2 - 4
    assert inner == Zone(1, 2, 97, 196)


@pytest.mark.parametrize(
    "out", [Zone(-1, 0, 1, 1), Zone(0, -1, 1, 1), Zone(0, 0, 101, 1), Zone(0, 0, 1, 201)]
)
def test_what_juts_out_is_not_held(out: Zone) -> None:
    assert PAGE.holds(PAGE)
    assert not PAGE.holds(out)

"""Colours become inks by one formula, and no more ink than the paper takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.base.colour import BLACK, WHITE, Colour
from guidepress.pdf.separation import coverage, hold, raise_tint, separate

CHANNELS = st.integers(0, 255)
INKS = st.tuples(*[st.integers(0, 1000)] * 4)


@pytest.mark.parametrize("grey", [0, 1, 128, 254, 255])
def test_a_flat_colour_without_hue_is_black_ink_alone(grey: int) -> None:
    assert separate(grey, grey, grey) == (0, 0, 0, round((255 - grey) / 255 * 1000))


def test_a_flat_colour_has_two_inks_and_black() -> None:
    # #D55E00: C = 42/255 = 0.165, M = 161/255 = 0.631, Y = 1. K = 0.165; C = 0, M = (0.631 - 0.165) / 0.835 = 0.559.
    # A fifth more: 0.670 (0.5587 before it is rounded); Y has all already.
    assert separate(213, 94, 0) == (0, 670, 1000, 165)


def test_a_green_has_more_yellow() -> None:
    # #80C080: C = Y = 0.498, M = 0.247 = K. C = (0.498 - 0.247) / 0.753 = 0.333, a fifth more 0.4; Y 0.3 * 0.333 more: 0.5.
    assert separate(128, 192, 128) == (400, 0, 500, 247)


def test_the_balance_is_for_greys() -> None:
    # A brown of a picture, #806040: K = 0.498 ** 2 = 0.248; C 0.332, M = (0.624 - 0.248) / 0.752 = 0.5, Y = 0.667.
    # n = 0.332: less = (0.332 - 0.255) * 0.332 / 0.667 = 0.038. M = 0.332 + 0.168 * 1.2 - 0.038 = 0.495, Y = 0.332 +
    # 0.334 * 1.2 - 0.038 = 0.695.
    assert separate(128, 96, 64, picture=True) == pytest.approx((332, 495, 695, 248), abs=1)


def test_a_grey_of_a_picture_has_the_balance_of_a_press() -> None:
    # g = 127/255 = 0.498, K = g * g = 0.248, C = (0.498 - 0.248) / 0.752 = 0.332.
    # M = Y = 0.332 * (0.76 + 0.24 * 0.332 ** 3) = 0.256.
    assert separate(128, 128, 128, picture=True) == (332, 256, 256, 248)


def test_the_black_of_a_picture_is_deeper_than_black_ink_and_no_jump() -> None:
    # C = 1 / (1 + 1) = 0.5; M = Y = 0.5 * (0.76 + 0.24 / 8) = 0.395.
    assert separate(0, 0, 0, picture=True) == (500, 395, 395, 1000)
    # g = 254/255: K = 0.992, C = 0.499.
    assert separate(1, 1, 1, picture=True) == (499, 394, 394, 992)


@pytest.mark.parametrize(("cyan", "others"), [(250, 190), (500, 400), (750, 640)])
def test_the_balance_is_that_of_iso_12647_within_a_per_cent(cyan: int, others: int) -> None:
    share = cyan / 1000
    grey = share / (
        1 - share
    )  # g / (1 + g) comes to the share; a grey above 1 cannot be, so the formula is asked by itself
    if grey <= 1:
        level = round(255 * (1 - grey))
        assert separate(level, level, level, picture=True)[1] == pytest.approx(others, abs=10)
    else:
        assert 1000 * share * (0.76 + 0.24 * share**3) == pytest.approx(others, abs=10)


@given(INKS, st.integers(1000, 4000))
def test_inks_are_held_within_the_limit_and_black_is_kept(
    inks: tuple[int, int, int, int], limit: int
) -> None:
    held = hold(inks, limit)
    assert sum(held) <= limit
    assert held[3] == inks[3]
    assert held == inks or sum(held) > limit - 4  # no more is taken than must be
    assert sorted(range(3), key=lambda ink: (held[ink], inks[ink])) == sorted(
        range(3), key=lambda ink: inks[ink]
    )


@given(CHANNELS, CHANNELS, CHANNELS, st.booleans())
def test_no_ink_is_less_than_none_or_more_than_all(red: int, green: int, blue: int, picture: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    assert all(0 <= ink <= 1000 for ink in separate(red, green, blue, picture=picture))


def test_a_tint_that_a_press_would_lose_is_raised_and_white_stays_white() -> None:
    assert raise_tint((0, 10, 50, 40), 100) == (0, 20, 100, 80)
    assert raise_tint((0, 0, 0, 0), 100) == (0, 0, 0, 0)
    assert raise_tint((0, 0, 0, 100), 100) == (0, 0, 0, 100)
    assert raise_tint((0, 0, 0, 30), 0) == (0, 0, 0, 30)


def test_black_ink_stands_for_the_lightness_of_a_colour() -> None:
    assert (coverage(BLACK), coverage(WHITE)) == (1000, 0)
    assert coverage(Colour(128, 128, 128)) == 498  # 1 - 128/255
    # Red has 0.2126 of white's light: 1.055 * 0.2126 ** (1 / 2.4) - 0.055 = 0.498.
    assert coverage(Colour(255, 0, 0)) == 502

"""Colours are read, with inks where they were chosen, and mixed with white."""

from __future__ import annotations

import pytest

from guidepress.base.colour import Colour, parse_colour


def test_a_colour_is_six_digits() -> None:
    assert parse_colour("#0072B2") == parse_colour(" 0072b2 ") == Colour(0, 114, 178)


def test_inks_stand_after_it_in_per_cent_and_are_kept_in_per_mille() -> None:
    assert parse_colour("#0072B2 cmyk 100 50 0 7") == Colour(0, 114, 178, (1000, 500, 0, 70))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0072B", "is not a colour"),
        ("#0072B2 cmyk 100 50 0", "is not a colour"),
        ("#0072B2 100 50 0 0", "is not a colour"),
        ("#0072B2 cmyk 101 0 0 0", "has an ink of more than 100 per cent"),
    ],
)
def test_what_is_no_colour_is_said(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_colour(text)


def test_a_tint_has_a_share_of_every_ink() -> None:
    # 255 - 255 * 0.1 = 229.5, which Python rounds to even: 230; the inks are tenths.
    assert Colour(0, 0, 0, (500, 0, 0, 1000)).tint(0.1) == Colour(230, 230, 230, (50, 0, 0, 100))
    assert Colour(0, 0, 0).tint(0.1).inks is None

"""Colours of a screen are written once each."""

from __future__ import annotations

from guidepress.base.colour import BLACK, Colour
from guidepress.pdf.paints import ScreenPaints


def test_a_colour_without_hue_is_a_grey_and_inks_do_not_matter() -> None:
    paints = ScreenPaints()
    assert paints[BLACK] == ("0 g\n", "0 G\n")
    assert paints[Colour(51, 51, 51, (0, 0, 0, 900))] == ("0.2 g\n", "0.2 G\n")


def test_any_other_is_rgb() -> None:
    assert ScreenPaints()[Colour(255, 51, 0)] == ("1 0.2 0 rg\n", "1 0.2 0 RG\n")

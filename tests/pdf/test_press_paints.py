"""Colours of a press are inks: chosen ones as they were chosen, others by the formula."""

from __future__ import annotations

from guidepress.base.colour import BLACK, WHITE, Colour
from guidepress.pdf.paints import ScreenPaints
from guidepress.pdf.press_ink import PressInk
from guidepress.pdf.press_paints import GreyPaints, InkPaints, press_paints


def test_chosen_inks_are_printed_as_they_were_chosen() -> None:
    paints = InkPaints(2400, 0)
    assert paints[Colour(31, 74, 92, (750, 150, 0, 700))] == ("0.75 0.15 0 0.7 k\n", "0.75 0.15 0 0.7 K\n")


def test_black_is_one_ink_and_white_none() -> None:
    paints = InkPaints(2400, 100)
    assert (paints[BLACK][0], paints[WHITE][0]) == ("0 0 0 1 k\n", "0 0 0 0 k\n")


def test_chosen_inks_are_held_to_the_limit_of_the_paper() -> None:
    # 240 - 100 of black leave 140 for 200: C and M 70 each.
    assert InkPaints(2400, 0).inks(Colour(0, 0, 40, (1000, 1000, 0, 1000))) == (700, 700, 0, 1000)


def test_a_tint_is_raised_in_grey_and_in_inks() -> None:
    # #F2F2F2: 13/255 = 5.1 %, raised to 10.
    assert GreyPaints(100)[Colour(242, 242, 242)][0] == "0.9 g\n"
    assert GreyPaints(0)[Colour(242, 242, 242)][0] == "0.949 g\n"
    assert InkPaints(2400, 100).inks(Colour(242, 242, 242)) == (0, 0, 0, 100)


def test_black_that_was_chosen_is_printed_in_grey_as_in_inks() -> None:
    # #565B61 with 80 % of black chosen; the formula would make 64.5 %. Other chosen inks say nothing of grey.
    assert GreyPaints(0)[Colour(86, 91, 97, (0, 0, 0, 800))][0] == "0.2 g\n"
    assert (
        GreyPaints(0)[Colour(86, 91, 97)][0]
        == GreyPaints(0)[Colour(86, 91, 97, (100, 0, 0, 800))][0]
        == "0.355 g\n"
    )


def test_each_space_has_its_paints() -> None:
    assert isinstance(press_paints(PressInk("rgb")), ScreenPaints)
    assert press_paints(PressInk("grey", least=10))[Colour(250, 250, 250)][1] == "0.9 G\n"
    inks = press_paints(PressInk("cmyk", limit=220, least=10))
    assert isinstance(inks, InkPaints)
    assert inks.inks(Colour(0, 0, 0, (1000, 1000, 1000, 0))) == (733, 733, 733, 0)  # 220 / 3

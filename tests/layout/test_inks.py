"""Every colour that ships with inks can be printed by them, and looks on paper as it does on a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from guidepress.base.colour import Colour
from guidepress.layout import load_layout

LAYOUTS = sorted(path.stem for path in (Path(__file__).parents[2] / "layouts").glob("*.yaml"))
TEXT = ("ink", "accent", "muted", "key", "alert")


def colours(name: str) -> list[Colour]:
    layout = load_layout(name)
    return [
        *layout.colours.values(),
        *layout.palette,
        *(each for some in layout.palettes.values() for each in some),
    ]


def seen(inks: tuple[int, int, int, int]) -> tuple[float, ...]:
    """What ideal inks look like: each takes its share of one channel, black of all."""
    *colour, black = inks
    return tuple(255 * (1 - ink / 1000) * (1 - black / 1000) for ink in colour)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_colour_has_more_ink_than_the_thinnest_paper_takes(layout: str) -> None:
    chosen = [each for each in colours(layout) if each.inks]
    assert len(chosen) > 40
    assert [each for each in chosen if sum(each.inks or ()) > 2400] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_colour_without_inks_is_without_hue(layout: str) -> None:
    # The formula prints such a colour in black alone, which is what would be chosen.
    assert [
        each for each in colours(layout) if not each.inks and len({each.red, each.green, each.blue}) > 1
    ] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_inks_are_those_of_the_colour_they_stand_beside(layout: str) -> None:
    # Inks of a press are duller than ideal ones and are chosen fuller: by 100 of 255 at most; a digit that slips is more.
    far = [
        each
        for each in colours(layout)
        if each.inks
        and max(
            abs(channel - light)
            for channel, light in zip((each.red, each.green, each.blue), seen(each.inks), strict=True)
        )
        > 100
    ]
    assert far == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_is_of_three_inks_at_most_and_hairlines_of_one(layout: str) -> None:
    named = load_layout(layout).colours
    assert [name for name in TEXT if sum(map(bool, named[name].inks or (0, 0, 0, 1))) > 3] == []
    assert sum(map(bool, named["rule"].inks or (0, 0, 0, 1))) == 1

from __future__ import annotations

import re

import pytest
from tests.typeset.specimen import LEFT_ALIGNED, set_text

from guidepress.base.record import replace
from guidepress.typeset import Fonts


def test_letters_that_stand_apart_are_not_joined() -> None:
    joined, apart = (
        set_text("difficult", replace(LEFT_ALIGNED, tracking=tracking))[0].runs[0].words[0]
        for tracking in (0, 500)
    )
    assert len(joined.glyphs) < len("difficult")
    assert len(apart.glyphs) == len("difficult")


def test_faces_name_their_file_and_metrics(fonts: Fonts) -> None:
    face = fonts.face("serif")
    # OS/2 of Source Serif Pro: sTypoAscender 730, sTypoDescender -270, sCapHeight 670, sxHeight 475.
    assert (
        face.name,
        face.units_per_em,
        face.ascent,
        face.descent,
        face.cap_height,
        face.x_height,
    ) == ("serif-regular", 1000, 730, 270, 670, 475)
    assert re.search(r"SourceSerifPro-Regular\.ttf$", face.path)
    assert face is fonts.face("serif", "regular", italic=False)


@pytest.mark.parametrize(
    ("expected", "weight", "italic"),
    [
        ("serif-bold", "black", False),  # the nearest weight
        ("serif-regular", "light", False),
        ("serif-bold-italic", "semibold", True),  # a slope counts more than a weight
    ],
)
def test_missing_weights_are_served_by_the_nearest(
    fonts: Fonts,
    expected: str,
    weight: str,
    italic: bool,  # noqa: FBT001 - from the table
) -> None:
    assert expected == fonts.face("serif", weight, italic).name

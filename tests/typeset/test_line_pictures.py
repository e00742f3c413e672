"""A picture in a line takes its own width, joins what stands close to it and is copied as nothing."""

from __future__ import annotations

import pytest
from tests.typeset.reading import read
from tests.typeset.specimen import FAMILIES

from guidepress.document.inlines import InlinePicture, Leader, Text
from guidepress.document.style import Style
from guidepress.typeset import Fonts, set_line, set_paragraph

FONTS = Fonts(FAMILIES)
STYLE = Style("body", align="left", protrude=False, expand=0, size=10_000, leading=14_000)
RUNE = InlinePicture("rune.png", "a rune", 8, 8, width=8_000, height=8_000, most=33)


def width(*words: str) -> int:
    return set_line(tuple(map(Text, words)), STYLE, FONTS).width


def test_it_is_as_wide_as_it_is_and_has_a_space_on_either_side() -> None:
    line = set_line((Text("Press "), RUNE, Text(" now.")), STYLE, FONTS)
    (picture,) = line.pictures
    assert (picture.after, picture.source) == (1, 1)
    assert (picture.image.width, picture.image.height, picture.image.y) == (8_000, 8_000, -8_000)
    assert picture.image.x == pytest.approx(width("Press i") - width("i"), abs=400)
    space = width("a b") - width("ab")
    assert line.width == pytest.approx(width("Press") + width("now.") + 8_000 + 2 * space, abs=400)  # kerning
    assert read(line) == "Press now."


def test_one_that_is_higher_than_the_type_reaches_below_the_baseline() -> None:
    """12 points on type of 10: 2 below the baseline."""
    tall = InlinePicture("rune.png", "a rune", 8, 8, width=12_000, height=12_000)
    (picture,) = set_line((Text("a "), tall), STYLE, FONTS).pictures
    assert picture.image.y == -10_000


def test_a_stop_close_behind_it_never_begins_a_line() -> None:
    measure = width("Press the ") + 9_000  # room for the picture, and none for the full stop
    lines = set_paragraph((Text("Press the "), RUNE, Text(". Wait.")), measure, STYLE, FONTS)
    assert [len(line.pictures) for line in lines] == [0, 1]
    assert read(lines[0]).strip() == "Press the"


def test_after_a_leader_it_stands_among_its_own_words() -> None:
    line = set_line((Text("one "), RUNE, Leader(), Text("two "), RUNE), STYLE, FONTS, measure=200_000)
    assert [(each.after, each.source) for each in line.pictures] == [(1, 1), (2, 4)]


def test_a_picture_without_a_size_is_no_text() -> None:
    line = set_line((Text("Press "), InlinePicture("rune.png", "a rune", 8, 8), Text("now.")), STYLE, FONTS)
    assert line.pictures == ()
    assert read(line) == "Press now."

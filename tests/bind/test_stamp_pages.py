"""A stamp finds its pages, wherever in a file they stand, and those that have no room for it are named."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf.generic import NameObject
from tests.bind.sheets import box, changed, dark, numbered, text_spots, texts
from tests.cos.making import TREE, file_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.stamp import Stamp, stamp
from guidepress.verify.verify import verify

SHEET = b"<</Type/Page/MediaBox[0 0 300 200]/Contents 4 0 R>>"
SQUARE = b"<</Length 14>>\nstream\n0 0 50 50 re f\nendstream"


def test_pages_without_room_are_named_and_the_others_stamped() -> None:
    def shrink(index: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        if index != 1:
            for key in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox"):
                page[NameObject(key)] = box(0, 0, 20, 300) if index else box(0, 0, 300, 5)

    pdf = changed(numbered(3), shrink)
    made = stamp(pdf, Stamp("Copy for Ada"), file="a.pdf")
    assert ["Copy" in text for text in texts(made.pdf)] == [False, True, False]
    assert made.pages == 1
    (warning,) = made.diagnostics
    assert (warning.code, warning.message) == (
        "not-stamped",
        "Pages 1, 3 of a.pdf have no room for the text.",
    )
    with pytest.raises(FaultsFound) as found:
        stamp(pdf, Stamp("Copy for Ada", pages=frozenset({0, 2})))
    assert [each.code for each in found.value.diagnostics] == ["text-too-long"]


@pytest.mark.parametrize("where", ["header", "footer", "corner"])
def test_a_short_text_has_room_on_a_page_of_a_quarter_of_an_inch(where: Any) -> None:  # noqa: ANN401 - a literal
    def shrink(_: int, page: Any) -> None:  # noqa: ANN401 - pypdf's page
        for key in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox"):
            page[NameObject(key)] = box(0, 0, 19, 19)

    ((x, y),) = text_spots(stamp(changed(numbered(1), shrink), Stamp("X", where)).pdf, 0, ["X"])
    assert 0 < x < 1
    assert 0 < y < 1


def test_pages_that_no_tree_holds_are_stamped_and_hang_in_one_again() -> None:
    pdf = file_of({1: b"<</Type/Catalog>>", 3: SHEET, 4: SQUARE, 5: SHEET})
    done = stamp(pdf, Stamp("X", pages=frozenset({1})))
    assert texts(done.pdf) == ["", "X"]
    assert (25, 175) in dark(done.pdf, 0)
    assert [each.code for each in done.diagnostics] == ["damaged"]
    assert "its page tree is lost" in done.diagnostics[0].message
    assert verify(done.pdf).diagnostics == ()


def test_a_page_that_stands_twice_is_stamped_once_whichever_place_is_named() -> None:
    inside = b"<</Type/Page/MediaBox[0 0 300 200]>>"
    twice = file_of({**TREE, 2: b"<</Type/Pages/Count 3/Kids[3 0 R %b 3 0 R]>>" % inside})
    assert texts(stamp(twice, Stamp("X", pages=frozenset({1, 2}))).pdf) == ["X", "X", "X"]
    assert texts(stamp(twice, Stamp("X", pages=frozenset({0}))).pdf) == ["X", "", "X"]

"""Names are set in the largest type that fits their line; what never fits is told with its row."""

from __future__ import annotations

import pytest

from guidepress.base.diagnostics import FaultsFound, Span
from guidepress.export.copies.filling import Filler
from guidepress.layout import load_layout
from guidepress.page.items import Run
from guidepress.typeset import Fonts

ROW = Span("class.csv", 14, 1)


@pytest.fixture(scope="module")
def filler() -> Filler:
    layout = load_layout("exam")
    return Filler(layout, Fonts(layout.fonts), "en")


def set_as(filler: Filler, text: str, width: int = 240_000) -> list[tuple[int, str]]:
    """Size and words of each line."""
    runs = [item for frame in filler.written(text, width, 20_000, ROW) for item in frame.items]
    return [(each.size, " ".join(word.text for word in each.words)) for each in runs if isinstance(each, Run)]


def test_a_short_name_is_set_in_12_points(filler: Filler) -> None:
    assert set_as(filler, "Ana García") == [(12_000, "Ana García")]


@pytest.mark.parametrize(
    "name", ["Αλέξανδρος Παπαδόπουλος", "Юлия Щербакова", "Nguyễn Thị Ánh", "Siân D'Arcy"]
)
def test_letters_of_all_europe_are_set(filler: Filler, name: str) -> None:
    assert [words.replace("’", "'") for _, words in set_as(filler, name)] == [name]


def test_a_longer_name_is_set_smaller(filler: Filler) -> None:
    ((size, _),) = set_as(filler, "Maria Magdalena Theresia von Hohenlohe-Bartenstein")
    assert 8000 <= size < 12_000


def test_120_letters_stand_on_two_lines(filler: Filler) -> None:
    lines = set_as(filler, " ".join(["Maria"] * 20) + "a")
    assert len(lines) == 2
    assert " ".join(words for _, words in lines) == " ".join(["Maria"] * 20) + "a"


def test_what_never_fits_is_told_with_its_row(filler: Filler) -> None:
    with pytest.raises(
        FaultsFound, match=r"class\.csv:14:1: error: The name or class of this row is too long"
    ):
        set_as(filler, "x" * 119)


def test_a_letter_that_no_face_has_is_told_with_its_row(filler: Filler) -> None:
    with pytest.raises(FaultsFound, match=r"class\.csv:14:1: error: No font has characters 1, 2 and 3"):
        set_as(filler, "王小明")

"""Names are set in the largest type that fits their line; what never fits is told with its row."""

from __future__ import annotations

import pytest

from guidepress.base.colour import WHITE, Colour
from guidepress.base.diagnostics import FaultsFound, Span
from guidepress.export.copies.filling import Filler
from guidepress.layout import load_layout
from guidepress.page.book import Page
from guidepress.page.items import ARTIFACT, Frame, Run, Shape
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


def cover(fill: Colour, *boxes: tuple[int, int, int, int]) -> Page:
    """A cover of one colour with some boxes painted on it."""
    ground = Shape((("r", (0, 0, 600_000, 800_000)),), fill=fill)
    shapes = (ground, *(Shape((("r", box),), fill=Colour(0, 0, 0)) for box in boxes))
    return Page(1, "Cover", 600_000, 800_000, (Frame(0, 0, shapes, ARTIFACT),), cover=True)


def test_whose_copy_it_is_stands_large_on_the_white_of_a_cover(filler: Filler) -> None:
    """12 points, their baseline up by a quarter of what they are larger than 6.5: clear of the code below."""
    frame = filler.named("Ana García · 7b", 400_000, 40_000, cover(WHITE))
    assert frame is not None
    (run,) = [item for item in frame.items if isinstance(item, Run)]
    assert (run.size, frame.y, frame.x + run.width) == (12_000, 40_000 - 1_375, 400_000)


def test_whose_copy_it_is_stands_smaller_below_what_a_cover_prints_and_nowhere_upon_it(
    filler: Filler,
) -> None:
    """From 33.4 on it is white: 8 points end at 40 - 0.375 - 6.08 = 33.5, 9 points at 32.5."""
    frame = filler.named("Ana García · 7b", 400_000, 40_000, cover(WHITE, (0, 0, 600_000, 33_400)))
    assert frame is not None
    assert [item.size for item in frame.items if isinstance(item, Run)] == [8000]
    assert filler.named("Ana García · 7b", 400_000, 40_000, cover(WHITE, (0, 0, 600_000, 50_000))) is None
    assert filler.named("Ana García · 7b", 400_000, 40_000, cover(Colour(90, 0, 0))) is None
    assert filler.named("Ana García · 7b", 400_000, 20_000, cover(WHITE)) is None  # no printer reaches there

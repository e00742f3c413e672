"""A stamp is drawn by one form a page size, where its kind stands and in the colour the file allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from tests.bind.written import written

from guidepress.base.colour import Colour
from guidepress.base.diagnostics import FaultsFound
from guidepress.bind.lettering import Lettering
from guidepress.bind.stamp_form import StampForms
from guidepress.bind.stamp_job import Stamp

if TYPE_CHECKING:
    from guidepress.cos import File, Ref
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer

SIZE = 300_000, 400_000
LINE = Lettering().line("Draft", 10_000)


def form(what: Stamp, size: tuple[int, int] = SIZE, *, intent: bool = True, oldest: bool = False) -> File:
    """The file whose root is the form."""
    return written(lambda writer: StampForms(what, writer, intent=intent, oldest=oldest).of(size))


def resources(made: File, kind: str) -> Dictionary:
    return made.dictionary(made.dictionary(made.root["Resources"]).get(kind))


def head(made: File) -> tuple[str, tuple[float, ...]]:
    """The colour that is set, and the matrix of the line."""
    paint, matrix, *_ = made.content(made.trailer["Root"]).decode("latin-1").splitlines()
    return paint, tuple(map(float, matrix.split()[:-1]))


@pytest.mark.parametrize(
    ("where", "scale", "x", "y"),
    [
        # 8 pt of the 10 pt set; in the middle of 300 pt; 22 pt from the foot, or from the head down to 0.7 of its ascent.
        ("footer", 0.8, 150 - LINE.width / 1000 * 0.8 / 2, 22.0),
        ("header", 0.8, 150 - LINE.width / 1000 * 0.8 / 2, 400 - 22 - LINE.ascent / 1000 * 0.8 * 0.7),
        # 9 pt; ends 28 pt before the edge.
        ("corner", 0.9, 300 - 28 - LINE.width / 1000 * 0.9, 400 - 22 - LINE.ascent / 1000 * 0.9 * 0.7),
    ],
)
def test_a_level_line_stands_where_it_is_asked_for(
    where: Literal["footer", "header", "corner"], scale: float, x: float, y: float
) -> None:
    _, matrix = head(form(Stamp("Draft", where)))
    assert matrix == pytest.approx((scale, 0, 0, scale, x, y), abs=0.001)


def test_a_watermark_has_its_middle_on_that_of_the_page() -> None:
    _, (a, b, c, d, e, f) = head(form(Stamp("Draft", "watermark")))
    # The middle of the capitals: half the width along, a third of 10 pt up.
    x, y = LINE.width / 2000, 10 / 3
    assert (a * x + c * y + e, b * x + d * y + f) == pytest.approx((150, 200), abs=0.01)
    assert b / a == pytest.approx(400 / 300, abs=0.001)  # along the diagonal


def test_a_watermark_fills_seven_tenths_of_the_diagonal_but_is_no_larger_than_a_fifth_of_the_width() -> None:
    _, (a, b, *_) = head(form(Stamp("Draft of the play", "watermark")))
    line = Lettering().line("Draft of the play", 10_000)
    # The diagonal of 300 by 400 is 500; 0.7 of it is 350.
    assert (a * a + b * b) ** 0.5 * line.width / 1000 == pytest.approx(350, abs=0.1)
    _, (a, b, *_) = head(form(Stamp("X", "watermark")))
    assert (a * a + b * b) ** 0.5 == pytest.approx(6, abs=0.001)  # 0.2 of 300 is 60 pt, 6 times the 10 pt set


def test_a_line_that_is_long_is_made_smaller_down_to_five_points() -> None:
    line = Lettering().line("Draft " * 18 + "end", 10_000)
    _, (scale, *_) = head(form(Stamp("Draft " * 18 + "end")))
    assert scale == pytest.approx((300 - 28) / (line.width / 1000), abs=0.001)
    assert 0.5 < scale < 0.8
    assert fits(Stamp("Draft " * 18))
    assert not fits(Stamp("Draft " * 30))


def fits(what: Stamp, size: tuple[int, int] = SIZE) -> bool:
    found: list[bool] = []

    def make(writer: Writer) -> Ref:
        forms = StampForms(what, writer, intent=True, oldest=False)
        found.append(forms.fits(size))
        return writer.add_object({})

    written(make)
    return found[0]


@pytest.mark.parametrize(
    ("where", "size", "room"),
    [
        # A fifth of the height stays clear: 8 of 40 pt below, and 8 pt of type above; of 5 pt nothing is left.
        ("footer", (300_000, 40_000), True),
        ("footer", (300_000, 5_000), False),
        ("header", (300_000, 5_000), False),
        ("corner", (4_000, 300_000), False),
        ("watermark", (4_000, 5_000), True),  # is scaled to the page, whatever its size
    ],
)
def test_a_line_has_room_or_not(
    where: Literal["footer", "header", "corner", "watermark"], size: tuple[int, int], *, room: bool
) -> None:
    assert fits(Stamp("Draft", where), size) is room


def test_text_of_white_space_is_no_text() -> None:
    with pytest.raises(FaultsFound) as caught:
        form(Stamp(" \t\n"))
    assert [each.code for each in caught.value.diagnostics] == ["no-text"]


def test_pages_of_one_size_share_a_form_and_all_share_fonts_and_colours() -> None:
    made: list[Ref] = []

    def make(writer: Writer) -> Ref:
        forms = StampForms(Stamp("Draft"), writer, intent=True, oldest=False)
        made.extend(forms.of(size) for size in (SIZE, (400_000, 300_000), SIZE))
        return made[0]

    file = written(make)
    first, other, again = made
    assert again == first
    assert other != first
    one, two = file.dictionary(first), file.dictionary(other)
    assert one["Resources"] == two["Resources"]
    assert (one["BBox"], two["BBox"]) == ([0, 0, 300, 400], [0, 0, 400, 300])


def test_grey_is_a_device_colour_only_where_an_output_intent_gives_it_meaning() -> None:
    # 70 of 255 is 0.2745.
    assert head(form(Stamp("Draft")))[0] == "0.275 g"
    bare = form(Stamp("Draft"), intent=False)
    assert head(bare)[0] == "/Cs cs 0.275 0.275 0.275 sc"
    assert bare.array(resources(bare, "ColorSpace")["Cs"])[0] == "ICCBased"
    assert head(form(Stamp("Draft", colour=Colour(255, 0, 0))))[0] == "/Cs cs 1 0 0 sc"


def test_what_is_seen_through_has_a_graphics_state_and_what_is_not_has_none() -> None:
    faint = form(Stamp("Draft", opacity=0.25))
    assert head(faint)[0] == "0.275 g /Gs gs"
    assert faint.dictionary(resources(faint, "ExtGState")["Gs"])["ca"] == 0.25
    assert resources(form(Stamp("Draft")), "ExtGState") == {}


def test_pdf_a_1_has_colours_by_measure_and_sets_of_glyphs() -> None:
    old = form(Stamp("Draft"), intent=False, oldest=True)
    assert old.array(resources(old, "ColorSpace")["Cs"])[0] == "CalRGB"
    (font,) = resources(old, "Font").values()
    (child,) = old.array(old.dictionary(font)["DescendantFonts"])
    assert "CIDSet" in old.dictionary(old.dictionary(child)["FontDescriptor"])

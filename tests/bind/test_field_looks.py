"""Filled fields that have no appearance are drawn as a reader would."""

from __future__ import annotations

import re

import pytest
from tests.bind.sheets import dark, text_spots, texts
from tests.cos.making import TREE, file_of

from guidepress.bind.impose import Imposed, impose
from guidepress.bind.impose_job import Job


def imposed(*fields: bytes) -> Imposed:
    """A page of 200 by 100 pt with fields, shown on the upper half of a sheet of 200 by 200 pt."""
    objects = {
        **TREE,
        1: b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/NeedAppearances true>>>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Annots[%b]>>"
        % b"".join(b"<</Subtype/Widget/F 4/T(f%d)%b>>" % pair for pair in enumerate(fields)),
    }
    return impose(file_of(objects), Job("cards", sides=1), file="a.pdf")


def size_of(pdf: bytes) -> float:
    """The height of the first letter's line: the scale it is drawn at, times the 10 points it is set in."""
    import pypdfium2  # noqa: PLC0415

    document = pypdfium2.PdfDocument(pdf)
    page = document[0].get_textpage()
    left, bottom, right, top = page.get_charbox(0)
    document.close()
    return top - bottom if right > left else 0.0


@pytest.mark.parametrize(("align", "x"), [(0, 20), (1, 100), (2, 180)])
def test_a_value_stands_where_the_field_aligns_it(align: int, x: float) -> None:
    pdf = imposed(b"/FT/Tx/V(Ada)/DA(/F 10 Tf)/Q %d/Rect[10 40 190 60]" % align).pdf
    ((across, down),) = text_spots(pdf, 0, ["Ada"])
    width = 18  # about, of "Ada" at 10 points
    assert across * 200 == pytest.approx(x + {0: width / 2, 1: 0, 2: -width / 2}[align], abs=10)
    assert down == pytest.approx(0.25, abs=0.02)


def test_a_long_value_is_set_smaller_and_stays_whole() -> None:
    text = b"a rather long answer to a short question"
    short, long = (
        imposed(b"/FT/Tx/V(%b)/DA(/F 12 Tf)/Rect[10 40 90 60]" % each).pdf for each in (b"a", text)
    )
    assert texts(long) == [text.decode()]
    # The right end is within the field.
    ((x, _),) = text_spots(long, 0, ["question"])
    assert x * 200 < 90
    assert size_of(long) < size_of(short) / 2


def test_lines_are_broken_at_spaces() -> None:
    pdf = imposed(b"/FT/Tx/Ff 4096/V(one two three four five six)/DA(/F 12 Tf)/Rect[10 10 80 90]").pdf
    spots = text_spots(pdf, 0, ["one", "six"])
    assert spots[1][1] - spots[0][1] > 0.06  # at least a line of 12 pt lower, of 200
    assert re.sub(r"\s+", " ", texts(pdf)[0]) == "one two three four five six"


def test_letters_of_a_comb_stand_in_their_cells() -> None:
    pdf = imposed(b"/FT/Tx/Ff 16777216/MaxLen 4/V(aX)/DA(/F 12 Tf)/Rect[0 40 160 60]").pdf
    assert {x // 40 for x, _ in dark(pdf)} == {0, 1}
    (first, second) = ({x for x, _ in dark(pdf) if x // 40 == cell} for cell in (0, 1))
    assert sum(first) / len(first) == pytest.approx(20, abs=3)
    assert sum(second) / len(second) == pytest.approx(60, abs=3)


@pytest.mark.parametrize("mark", [b"4", b"8", b"l", b"n", b"u"])
def test_ticked_boxes_are_marked_and_others_not(mark: bytes) -> None:
    box = b"/FT/Btn/MK<</CA(%b)>>/Rect[%d 40 %d 60]/AS/%b"
    points = dark(imposed(box % (mark, 20, 40, b"On"), box % (mark, 120, 140, b"Off")).pdf)
    assert points
    assert all(22 <= x <= 38 and 42 <= y <= 58 for x, y in points)


def test_ground_and_frame_are_drawn() -> None:
    points = dark(imposed(b"/FT/Tx/MK<</BC[0]>>/Rect[20 20 60 60]").pdf)
    assert (20, 60) in points  # on the left edge
    assert (40, 60) not in points
    assert (40, 60) in dark(imposed(b"/FT/Tx/MK<</BG[0]>>/Rect[20 20 60 60]").pdf)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_field_stays_in_its_place(turn: int) -> None:
    points = dark(imposed(b"/FT/Tx/V(Ada Lovelace)/DA(/F 12 Tf)/MK<</R %d>>/Rect[20 10 120 90]" % turn).pdf)
    assert points
    assert all(20 <= x <= 120 and 10 <= y <= 90 for x, y in points)
    tall = max(y for _, y in points) - min(y for _, y in points)
    assert (tall > 40) == (turn != 180)


def test_a_value_that_cannot_be_set_is_named() -> None:
    made = imposed(b"/FT/Tx/V<FEFF65E5>/Rect[0 0 90 20]", b"/FT/Tx/V(good)/Rect[0 30 90 50]")
    (warning,) = made.diagnostics
    assert warning.message == "Fields of a.pdf have values that cannot be drawn: f0."
    assert texts(made.pdf) == ["good"]

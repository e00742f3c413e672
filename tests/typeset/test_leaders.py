from __future__ import annotations

import pytest
from tests.typeset.reading import copied, read, right_edge
from tests.typeset.specimen import CAROL, FAMILIES

from guidepress.document.inlines import Leader, Text
from guidepress.document.style import Style
from guidepress.typeset import Fonts, Line, leaders, natural_width, set_line, set_paragraph

FONTS = Fonts(FAMILIES)
BARE = Style("bare", protrude=False, expand=0)
MEASURE = 252_000  # 3.5 in


def test_leaders_fill_the_line_and_what_follows_stands_flush_right() -> None:
    (line,) = set_paragraph((Text("Marley’s Ghost"), Leader(), Text("14")), MEASURE, BARE, FONTS)
    assert read(line) == "Marley’s Ghost 14"
    assert pytest.approx(right_edge(line), abs=1) == MEASURE
    (shape,) = line.shapes
    (_, (start, _)), (_, (end, _)) = shape.path
    assert line.runs[0].width < start < end < line.runs[1].x
    pitch = shape.dash[1]
    assert (MEASURE - start) % pitch == 0  # counted from the right: the dots of all entries align


def test_long_entries_wrap_clear_of_what_follows() -> None:
    lines = set_paragraph((Text(CAROL[:120]), Leader(), Text("114")), 160_000, BARE, FONTS)
    assert len(lines) > 2
    number = lines[-1].runs[-1]
    for line in lines[:-1]:
        assert right_edge(line) < number.x - BARE.size  # more than an em clear
    assert copied(lines) == CAROL[:120] + " 114"


def test_leaders_without_dots_set_furniture() -> None:
    line = set_line((Text("A Christmas Carol"), Leader(dots=False), Text("12")), BARE, FONTS, measure=MEASURE)
    assert (line.runs[0].x, right_edge(line)) == (0, MEASURE)
    assert line.shapes == ()
    three = set_line(
        (Text("a"), Leader(dots=False), Text("bb"), Leader(dots=False), Text("c")),
        BARE,
        FONTS,
        measure=MEASURE,
    )
    first, second, third = three.runs
    left, right = second.x - first.x - first.width, third.x - second.x - second.width
    assert left == pytest.approx(right, abs=2)


SIZE = 10_000
STYLE = Style("entry", size=SIZE, protrude=False, expand=0, align="left")


def entry(*inlines: Text | Leader, measure: int = MEASURE) -> tuple[Line, ...]:
    return set_paragraph(inlines, measure, STYLE, FONTS)


def test_dots_stand_half_the_size_apart_and_are_85_thousandths_of_it_thick() -> None:
    ((shape,),) = [line.shapes for line in entry(Text("a"), Leader(), Text("b"))]
    assert (shape.dash, shape.line_width, shape.round_caps) == ((0, 5000), 850, True)
    assert shape.path[0][1][1] == -425  # their middle half a dot above the baseline


def dots(start: int, end: int) -> list[float]:
    """The dots between two edges of a line of 100 pt, on a grid of 5 pt from its right end."""
    return [
        at / 1000
        for shape in leaders._dots(start, end, 100_000, STYLE)
        for at in range(shape.path[0][1][0], shape.path[1][1][0], 5_000)
    ]


def test_dots_keep_350_thousandths_of_the_size_clear_of_the_text() -> None:
    """3.5 pt: a dot at 20 pt may follow text up to 16.5 pt, one at 40 pt may come before text from 43.5 pt on."""
    assert dots(16_500, 43_500) == [20, 25, 30, 35, 40]
    assert dots(16_501, 43_500) == [25, 30, 35, 40]
    assert dots(16_500, 43_499) == [20, 25, 30, 35]


def test_two_dots_at_least_make_a_row() -> None:
    assert dots(16_500, 28_500) == [20, 25]
    assert dots(16_500, 28_499) == []
    assert dots(16_500, 20_000) == []


def test_an_entry_that_fills_its_line_has_its_number_on_the_next() -> None:
    """A word of less than four ems is set whole; beside it, 7.5 pt must be left before the number."""
    word = "Ghosts"
    measure = natural_width((Text(f"{word}14"),), STYLE, FONTS, "en") + 7_000
    lines = entry(Text(word), Leader(), Text("14"), measure=measure)
    assert [read(line).strip() for line in lines] == [word, "14"]
    assert [line.last for line in lines] == [False, True]
    (one,) = entry(Text(word), Leader(), Text("14"), measure=measure + 1_000)
    assert read(one) == f"{word} 14"


def test_a_leader_may_begin_or_end_its_line() -> None:
    (line,) = entry(Leader(), Text("14"))
    assert read(line) == "14"
    assert line.shapes[0].path[0][1][0] < 9_000
    (line,) = entry(Text("name"), Leader())
    assert line.shapes[0].path[1][1][0] > MEASURE - 9_000

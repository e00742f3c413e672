from __future__ import annotations

import pytest
from tests.typeset.reading import copied, read, right_edge
from tests.typeset.specimen import CAROL, FAMILIES

from guidepress.document.inlines import Leader, Text
from guidepress.document.style import Style
from guidepress.typeset import Fonts, set_line, set_paragraph

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

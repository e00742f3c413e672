from __future__ import annotations

import pytest
from tests.typeset.reading import copied, read, right_edge, trace
from tests.typeset.specimen import BARE, BODY, CAROL, FONTS, LEFT_ALIGNED, MEASURE, set_text

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.document.inlines import LineBreak, Look, PageCount, Text
from guidepress.typeset import set_line, set_paragraph


def test_a_paragraph_broken_by_total_fit() -> None:
    assert trace(set_text(CAROL)) == EXPECTED


EXPECTED = """\
Scrooge knew he was dead? Of course he did. How|
could it be otherwise? Scrooge and he were partners|
for I don’t know how many years. Scrooge was his sole|
executor, his sole administrator, his sole assign, his sole|
residuary legatee, his sole friend, and sole mourner.|
And even Scrooge was not so dreadfully cut up by the|
sad event but that he was an excellent man of business|
on the very day of the funeral, and solemnised it with|
an undoubted bargain."""


def test_all_text_is_kept_in_order() -> None:
    assert copied(set_text(CAROL)) == CAROL
    assert copied(set_text(CAROL, measure=90_000)) == CAROL


def test_expansion_and_protrusion_can_be_turned_off() -> None:
    for line in set_text(CAROL, BARE):
        assert line.runs[0].x == 0
        assert line.runs[0].expansion == 0
        assert line.last or right_edge(line) == pytest.approx(MEASURE, abs=10)


def test_forced_breaks_end_lines_and_are_not_justified() -> None:
    lines = set_paragraph((Text("one two"), LineBreak(), Text("three")), MEASURE, BODY, FONTS)
    assert trace(lines) == "one two\nthree"
    assert [line.last for line in lines] == [True, True]


def test_one_line_at_its_natural_width() -> None:
    inlines = (Text("The "), Text("Spectre", Look(emphasis=True)))
    line = set_line(inlines, BODY, FONTS)
    assert read(line) == "The Spectre"
    assert line.last
    right = set_line(inlines, replace(BODY, align="right"), FONTS, measure=MEASURE)
    assert pytest.approx(right_edge(right), abs=2) == MEASURE
    assert set_line((Text(""),), BODY, FONTS).runs == ()


def test_late_inlines_and_unknown_families_are_refused() -> None:
    with pytest.raises(TypeError, match="PageCount"):
        set_paragraph((PageCount(),), MEASURE, BODY, FONTS)
    with pytest.raises(FaultsFound, match='No font family is named "blackletter"'):
        set_text("x", replace(BODY, font="blackletter"))


def test_a_forced_end_of_line_leaves_the_space_that_parts_the_words() -> None:
    title = (Text("A Christmas"), LineBreak(), Text("Carol"))
    lines = set_paragraph(title, 200_000, LEFT_ALIGNED, FONTS)
    assert [line.runs[-1].space_after for line in lines] == [True, False]
    lines = set_paragraph((Text("Stave 1 "),), 200_000, LEFT_ALIGNED, FONTS)
    assert [line.runs[-1].space_after for line in lines] == [True]

from __future__ import annotations

import pytest
from tests.typeset.reading import copied, right_edge, trace
from tests.typeset.specimen import BARE, BODY, CAROL, FONTS, LEFT_ALIGNED, MEASURE, set_text

from guidepress.base.record import replace
from guidepress.document.inlines import LineBreak, Text
from guidepress.document.style import Style
from guidepress.typeset import set_paragraph


def test_glyphs_give_before_spaces_do() -> None:
    natural = FONTS.face("serif")
    space = 233 * BODY.size / natural.units_per_em  # the advance of Source Serif's space is 233
    for line in set_text(CAROL)[:-1]:
        run = line.runs[0]
        assert -20 <= run.expansion <= 20
        if abs(run.expansion) < 20:  # what is left is less than one step of a thousandth over the line
            assert run.gap == pytest.approx(space, abs=MEASURE / 1000 / 2 / (len(run.words) - 1) + 1)


def test_what_turns_over_of_a_line_of_verse_is_set_in_and_prose_is_not() -> None:
    style = replace(LEFT_ALIGNED, turnover=14_000, hyphenate=False)
    verse = (Text("Two vast and trunkless legs"), LineBreak(), Text("Stand in the desert"))
    lines = set_paragraph(verse, 90_000, style, FONTS)
    assert [copied([line]).strip() for line in lines] == [
        "Two vast and",
        "trunkless legs",
        "Stand in the desert",
    ]
    assert [line.runs[0].x for line in lines] == [0, 14_000, 0]
    prose = set_paragraph(verse[:1], 90_000, style, FONTS)
    assert [line.runs[0].x for line in prose] == [0, 0]


def test_indents() -> None:
    style = replace(BARE, indent_left=10_000, indent_right=20_000, first_indent=14_000)
    lines = set_text(CAROL, style)
    assert [24_000] + [10_000] * (len(lines) - 1) == [line.runs[0].x for line in lines]
    for line in lines[:-1]:
        assert right_edge(line) == pytest.approx(MEASURE - 20_000, abs=10)
    hung = set_text(CAROL, replace(BARE, hang=18_000))
    assert [0] + [18_000] * (len(hung) - 1) == [line.runs[0].x for line in hung]
    flush = set_paragraph((Text(CAROL),), MEASURE, style, FONTS, first_indent=0)
    assert flush[0].runs[0].x == 10_000


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("centred", 0.5), ("right", 1.0)])
def test_ragged_lines_keep_natural_spaces(align: str, share: float) -> None:
    style = Style("ragged", align=align, protrude=False)  # type: ignore[arg-type]
    space = round(233 * style.size / 1000)
    for line in set_text(CAROL, style):
        run = line.runs[0]
        assert (0, space) == (run.expansion, run.gap) or len(run.words) == 1
        assert run.x == pytest.approx((MEASURE - run.width) * share, abs=len(run.words))
        assert right_edge(line) <= MEASURE + 1


def test_centred_lines_are_balanced() -> None:
    heading = "How a very long heading sets itself in two balanced lines"
    style = Style("h", align="centred", size=16_000, hyphenate=False)
    lines = set_text(heading, style, 300_000)
    assert trace(lines) == "How a very long heading sets|\nitself in two balanced lines"

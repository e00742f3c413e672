from __future__ import annotations

import pytest
from tests.typeset.reading import copied, right_edge, trace
from tests.typeset.specimen import BARE, BODY, CAROL, FONTS, LEFT_ALIGNED, MEASURE, set_text

from guidepress.base.record import replace
from guidepress.document.inlines import Leader, LineBreak, Text
from guidepress.document.style import Align, Style
from guidepress.typeset import set_paragraph
from guidepress.typeset.measuring import natural_width
from guidepress.typeset.paragraph_shape import fill, ragged, shape_of


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
        loosest = line.runs[0].gap == round(2 * 233 * style.size / 1000)  # it stays short
        assert loosest or right_edge(line) == pytest.approx(MEASURE - 20_000, abs=10)
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


def test_spaces_stretch_by_45_and_shrink_by_22_in_a_hundred() -> None:
    measures = shape_of(BODY, MEASURE).measures
    assert (measures.stretch, measures.shrink, measures.expand) == (0.45, 0.22, 0.02)
    ragged_ = shape_of(LEFT_ALIGNED, MEASURE).measures
    assert (ragged_.stretch, ragged_.shrink, ragged_.expand) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(("align", "rag"), [("left", 40_320), ("right", 40_320), ("centred", 126_000)])
def test_ragged_lines_may_fall_short_by_a_share_of_the_measure(align: Align, rag: float) -> None:
    """252 pt x 0.16; centred x 0.5."""
    assert shape_of(replace(LEFT_ALIGNED, align=align), MEASURE).measures.rag == rag


def test_a_hyphen_in_ragged_text_costs_40_000_more() -> None:
    assert shape_of(LEFT_ALIGNED, MEASURE).measures.hyphen == 40_000
    assert shape_of(BODY, 30 * BODY.size).measures.hyphen == 0


def test_a_justified_column_of_less_than_30_ems_takes_looser_lines_before_hyphens() -> None:
    wide, narrow = (shape_of(BODY, measure).measures for measure in (30 * BODY.size, 30 * BODY.size - 1))
    assert (wide.narrow, wide.hyphen) == (False, 0)
    assert (narrow.narrow, narrow.hyphen) == (True, 1_000_000)
    assert not shape_of(LEFT_ALIGNED, MEASURE).measures.narrow


def test_no_space_is_more_than_twice_its_width_and_what_is_missing_stays_white() -> None:
    """Of 15, two spaces of 5 take 10 and the glyphs the other 5 where they may give 4: 40 per mille of 100, and 1 is left."""
    forme = shape_of(BODY, MEASURE)
    assert fill(forme, 15.0, 100.0, 10.0, last=False) == (2.0, 40)
    assert fill(forme, 13.0, 100.0, 10.0, last=False) == (2.0, 30)
    assert fill(forme, 12.0, 100.0, 10.0, last=False) == (2.0, 20)


def test_a_last_line_should_fill_two_ems_and_reach_beyond_an_indent() -> None:
    """2 x 10.5 pt; an indent of 30 pt."""
    assert shape_of(BODY, MEASURE).measures.least_last == 21_000
    assert shape_of(replace(BODY, first_indent=30_000), MEASURE).measures.least_last == 30_000


def test_a_line_is_never_narrower_than_a_thousandth_of_a_point() -> None:
    measures = shape_of(replace(BODY, indent_left=200_000, indent_right=200_000), MEASURE).measures
    assert (measures.first, measures.rest) == (1, 1)


def test_after_a_forced_break_a_line_starts_at_the_hang() -> None:
    style = replace(BARE, first_indent=14_000, hang=3_000)
    assert shape_of(style, MEASURE).first == 14_000
    assert shape_of(style, MEASURE, continued=True).first == 3_000
    assert shape_of(style, MEASURE, 5_000).first == 5_000


def test_slack_goes_to_the_glyphs_first_and_then_to_the_spaces() -> None:
    """1 of 100 is 10 per mille, all taken by the glyphs; of 5, they take 20 per mille or 2, two spaces of 5 the rest."""
    forme = shape_of(BODY, MEASURE)
    assert fill(forme, 1.0, 100.0, 10.0, last=False) == (1.0, 10)
    assert fill(forme, 5.0, 100.0, 10.0, last=False) == (1.3, 20)
    assert fill(forme, -5.0, 100.0, 10.0, last=False) == (0.7, -20)
    assert fill(forme, 5.0, 100.0, 0.0, last=False) == (1.0, 20)


def test_a_last_line_is_shrunk_but_not_stretched_and_a_ragged_one_neither() -> None:
    forme = shape_of(BODY, MEASURE)
    assert fill(forme, 5.0, 100.0, 10.0, last=True) == (1.0, 0)
    assert fill(forme, -1.0, 100.0, 10.0, last=True) == (1.0, -10)
    assert fill(shape_of(LEFT_ALIGNED, MEASURE), -1.0, 100.0, 10.0, last=False) == (1.0, 0)


def test_an_entry_with_leaders_is_ragged_in_the_room_that_is_left() -> None:
    """100 pt from the column's edge, 14 of them indented: 86; a rag of 0.16 x 100."""
    forme = ragged(shape_of(replace(BODY, first_indent=14_000), MEASURE), 100_000, 42_000)
    assert (forme.align, forme.expand, forme.measures.first, forme.measures.rest) == (
        "left",
        0,
        86_000,
        100_000,
    )
    assert (forme.measures.rag, forme.measures.stretch, forme.measures.level) == (16_000, 0.0, False)
    narrow = ragged(shape_of(BODY, MEASURE), 10_000, 42_000)
    assert (narrow.measures.first, narrow.measures.rest) == (42_000, 42_000)


def test_what_turns_over_of_an_entry_with_leaders_is_no_word_alone() -> None:
    style = replace(LEFT_ALIGNED, hyphenate=False)
    measure = natural_width((Text("Memory as the Beginning of"),), style, FONTS, "en") + 5 * style.size // 2

    def first(leader: Leader) -> str:
        entry = (Text("Memory as the Beginning of Change"), leader, Text("9"))
        return copied(set_paragraph(entry, measure, style, FONTS)[:1]).strip()

    assert first(Leader()) == "Memory as the"
    assert first(Leader(dots=False)) == "Memory as the Beginning of"  # a question and its points


def test_level_lines_are_as_equally_long_as_may_be() -> None:
    """Two lines hold the heading; ragged, the first would be full and the last a word."""
    heading = (Text("Memory as the Beginning of Change"),)
    style = replace(LEFT_ALIGNED, hyphenate=False)
    measure = natural_width((Text("Memory as the Beginning of"),), style, FONTS, "en")
    lines = set_paragraph(heading, measure, style, FONTS)
    assert [copied([line]).strip() for line in lines] == ["Memory as the Beginning of", "Change"]
    lines = set_paragraph(heading, measure, replace(style, level=True), FONTS)
    assert [copied([line]).strip() for line in lines] == ["Memory as the", "Beginning of Change"]

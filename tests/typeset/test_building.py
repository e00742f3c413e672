from __future__ import annotations

import pytest
from tests.typeset.reading import trace
from tests.typeset.specimen import BODY, CAROL, FONTS, LEFT_ALIGNED, MEASURE, set_text

from guidepress.base.colour import Colour
from guidepress.base.record import replace
from guidepress.document.inlines import Blank, LinkTo, Look, NoteMark, Text
from guidepress.typeset import set_line, set_paragraph


def test_width_is_the_sum_of_its_parts() -> None:
    line = set_text(CAROL)[0]
    run = line.runs[0]
    glyphs = sum(word.width for word in run.words) * run.size / run.face.units_per_em
    # glyphs x (1 + expansion) + gaps
    expected = glyphs * (1 + run.expansion / 1000) + run.gap * (len(run.words) - 1)
    assert expected == pytest.approx(run.width, abs=1)
    assert run.width == line.width


def test_spaces_follow_words_but_not_divided_ones_or_the_end() -> None:
    lines = set_text(CAROL, measure=110_000)
    assert any(line.hyphenated for line in lines)
    for line in lines:
        assert line.runs[-1].space_after == (not line.hyphenated and not line.last)
    assert [line.last for line in lines] == [False] * (len(lines) - 1) + [True]


def test_links_have_a_rectangle_on_every_line_they_reach() -> None:
    link = LinkTo("#theme-memory", "Theme: memory")
    inlines = (Text("see also "), Text("the theme of memory and loss", link=link), Text(" there"))
    lines = set_paragraph(inlines, 90_000, LEFT_ALIGNED, FONTS)
    assert trace(lines) == "see also the theme|\nof memory and|\nloss there"
    first, second = lines[0].links[0], lines[1].links[0]
    linked = lines[0].runs[1]
    # ascent and descent of the type: 10.5 pt x 0.73 and x 0.27
    assert (linked.x, -7665, linked.width, 10_500) == (first.x, first.y, first.width, first.height)
    assert (0, lines[1].runs[0].width) == (second.x, second.width)
    assert len(lines[2].links) == 1
    assert (first.target, first.description, first.source) == ("#theme-memory", "Theme: memory", 1)


def test_highlights_are_painted_behind_the_words() -> None:
    yellow = Colour(255, 240, 150)
    (line,) = set_paragraph(
        (Text("a "), Text("marked word", Look(highlight=yellow))), MEASURE, LEFT_ALIGNED, FONTS
    )
    (shape,) = line.shapes
    run = line.runs[1]
    assert (("r", (run.x, -7665, run.width, 10_500)),) == shape.path
    assert yellow == shape.fill


def test_a_highlight_may_bear_a_pattern_and_a_rule_at_its_foot() -> None:
    yellow, black = Colour(255, 240, 150), Colour(0, 0, 0)
    look = Look(highlight=yellow, pattern=4, underline=black)
    (line,) = set_paragraph((Text("a "), Text("word", look)), MEASURE, LEFT_ALIGNED, FONTS)
    ground, lines, rule = line.shapes
    x, wide = line.runs[1].x, line.runs[1].width
    assert (("r", (x, -7665, wide, 10_500)),) == ground.path
    # Level lines: the first half a pitch of 3500 below the top of the highlight.
    assert (("m", (x, -5915)), ("l", (x + wide, -5915))) == lines.path[:2]
    # 0.7 pt thick, its foot at the foot of the highlight: -7665 + 10500 - 700.
    assert (("r", (x, 2135, wide, 700)),) == rule.path
    assert (yellow, black) == (ground.fill, rule.fill)


def test_the_rule_of_a_blank_is_as_heavy_as_a_line_to_write_on() -> None:
    """Half a point, 14 hundredths of 10.5 pt below the baseline."""
    line = set_line((Text("a "), Blank(30_000, "[blank]")), BODY, FONTS)
    (rule,) = line.shapes
    assert (rule.line_width, rule.stroke) == (500, BODY.colour)
    assert [numbers[1] for _, numbers in rule.path] == [1470, 1470]


def test_a_line_is_as_high_as_its_highest_type_and_as_deep_as_its_deepest() -> None:
    """Source Serif: 0.73 and 0.27 of the size; a raised figure of 0.62 the size, 0.34 up, is 0.4526 + 0.34 high."""
    (plain,) = set_text("a", replace(BODY, size=10_000))
    assert (plain.ascent, plain.descent) == (7300, 2700)
    (raised,) = set_paragraph(
        (Text("a"), Text("*", Look(superior=True))), MEASURE, replace(BODY, size=10_000), FONTS
    )
    assert (raised.ascent, raised.descent) == (3400 + 6200 * 730 // 1000, 2700)


def test_a_link_is_as_wide_as_its_words() -> None:
    """The spaces around it are not part of it."""
    link = LinkTo("#a", "A")
    (line,) = set_paragraph(
        (Text("one "), Text("two three", link=link), Text(" four")), MEASURE, LEFT_ALIGNED, FONTS
    )
    (found,) = line.links
    run = line.runs[1]
    assert (found.x, found.width, found.source) == (run.x, run.width, 1)


def test_a_note_mark_leads_to_its_note() -> None:
    (line,) = set_paragraph((Text("dead"), NoteMark("marley", 3)), MEASURE, BODY, FONTS)
    (link,) = line.links
    assert (link.target, link.description) == ("#note-marley", "Note 3")

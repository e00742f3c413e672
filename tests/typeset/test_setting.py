from __future__ import annotations

from itertools import pairwise

import pytest
from tests.typeset.reading import copied, hang, read, right_edge, trace
from tests.typeset.specimen import CAROL, FAMILIES

from guidepress.base.colour import Colour
from guidepress.base.diagnostics import FaultsFound, Span
from guidepress.base.record import replace
from guidepress.document.inlines import LineBreak, LinkTo, Look, NoteMark, PageCount, Text
from guidepress.document.style import Style
from guidepress.typeset import Fonts, Line, set_line, set_paragraph

FONTS = Fonts(FAMILIES)
BODY = Style("body")
BARE = Style("bare", protrude=False, expand=0)
LEFT_ALIGNED = Style("left", align="left", protrude=False)
MEASURE = 252_000  # 3.5 in


def set_text(
    text: str, style: Style = BODY, measure: int = MEASURE, language: str = "en-GB"
) -> tuple[Line, ...]:
    return set_paragraph((Text(text),), measure, style, FONTS, language=language)


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


def test_justified_lines_fill_the_measure_and_marks_hang_over_it() -> None:
    lines = set_text(CAROL)
    for line in lines[:-1]:
        left, right = hang(line)
        assert line.runs[0].x == pytest.approx(-left, abs=1)
        # gaps are whole mpt: n of them leave at most n/2 over
        assert right_edge(line) == pytest.approx(MEASURE + right, abs=len(line.runs[0].words) / 2 + 2)
    assert any(hang(line)[1] > 0 for line in lines)


def test_width_is_the_sum_of_its_parts() -> None:
    line = set_text(CAROL)[0]
    run = line.runs[0]
    glyphs = sum(word.width for word in run.words) * run.size / run.face.units_per_em
    # glyphs x (1 + expansion) + gaps
    expected = glyphs * (1 + run.expansion / 1000) + run.gap * (len(run.words) - 1)
    assert expected == pytest.approx(run.width, abs=1)
    assert run.width == line.width


def test_glyphs_give_before_spaces_do() -> None:
    natural = FONTS.face("serif")
    space = 233 * BODY.size / natural.units_per_em  # the advance of Source Serif's space is 233
    for line in set_text(CAROL)[:-1]:
        run = line.runs[0]
        assert -20 <= run.expansion <= 20
        if abs(run.expansion) < 20:  # what is left is less than one step of a thousandth over the line
            assert run.gap == pytest.approx(space, abs=MEASURE / 1000 / 2 / (len(run.words) - 1) + 1)


def test_expansion_and_protrusion_can_be_turned_off() -> None:
    for line in set_text(CAROL, BARE):
        assert line.runs[0].x == 0
        assert line.runs[0].expansion == 0
        assert line.last or right_edge(line) == pytest.approx(MEASURE, abs=10)


def test_spaces_follow_words_but_not_divided_ones_or_the_end() -> None:
    lines = set_text(CAROL, measure=110_000)
    assert any(line.hyphenated for line in lines)
    for line in lines:
        assert line.runs[-1].space_after == (not line.hyphenated and not line.last)
    assert [line.last for line in lines] == [False] * (len(lines) - 1) + [True]


def test_an_inserted_hyphen_copies_as_soft_and_a_written_one_stays() -> None:
    lines = set_text("the middle-aged gentleman’s unhallowed administrators", BARE, 62_000)
    assert trace(lines) == "the middle-|\naged gentle-|\nman’s unhal-|\nlowed ad-|\nministrators"
    assert copied(lines) == "the middle-aged gentleman’s unhallowed administrators"
    assert [line.hyphenated for line in lines] == [True, True, True, True, False]


def test_soft_hyphens_are_where_a_word_divides() -> None:
    lines = set_text("aaaaaaaaaa\u00adbbbbbbbbbb cc", LEFT_ALIGNED, 70_000)
    assert trace(lines) == "aaaaaaaaaa-|\nbbbbbbbbbb|\ncc"


def test_lines_end_after_dashes_and_inside_addresses() -> None:
    assert (
        trace(set_text("one weak spot—literally so", LEFT_ALIGNED, 80_000)) == "one weak spot—|\nliterally so"
    )
    address = "https://example.org/guides/carol"
    assert trace(set_text(address, LEFT_ALIGNED, 64_000)) == "https://|\nexample.org/|\nguides/carol"


def test_a_style_without_hyphenation_divides_only_what_cannot_fit() -> None:
    style = replace(LEFT_ALIGNED, hyphenate=False)
    lines = set_text("a remarkable gentleman’s administrators", style, 60_000)
    assert trace(lines) == "a|\nremarkable|\ngentleman’s|\nadministrat-|\nors"


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


def test_fixed_spaces_keep_words_together() -> None:
    lines = set_text("in the year of A.\u00a0D.\u202f1843", LEFT_ALIGNED, 88_000)
    assert trace(lines) == "in the year of|\nA.\u00a0D.\u202f1843"


def test_what_cannot_stay_together_parts_at_its_fixed_space_before_any_word_is_cut() -> None:
    lines = set_text("Capítulos\u00a0II.16–29:", LEFT_ALIGNED, 64_000)
    assert [copied([line]).strip("\u00a0 ") for line in lines] == ["Capítulos", "II.16–29:"]
    assert not [fault for line in lines for fault in line.diagnostics]


def test_a_word_too_long_for_the_measure_is_cut_and_reported() -> None:
    word = "x" * 5000
    lines = set_text(f"before {word} after")
    assert f"before {word} after" == copied(lines)
    assert all(right_edge(line) <= MEASURE + 100 for line in lines)
    warnings = [fault for line in lines for fault in line.diagnostics]
    assert [(fault.severity, fault.code) for fault in warnings] == [("warning", "word-too-long")]
    assert "5000 letters" in warnings[0].message


def test_a_character_that_no_face_has_is_a_fault_with_its_place() -> None:
    span = Span("guide.yaml", 7, 3)
    lines = set_paragraph((Text("a 中 b"), Text(" c 中", span=span)), MEASURE, BODY, FONTS)
    faults = [fault for line in lines for fault in line.diagnostics]
    assert [None, span] == [fault.span for fault in faults]
    assert faults[1].severity == "error"
    assert "“中” (CJK UNIFIED IDEOGRAPH-4E2D, U+4E2D)" in faults[1].message


def test_a_character_is_borrowed_from_another_face() -> None:
    only_sans = next(
        chr(code)
        for code in sorted(FONTS.covers(FONTS.face("sans")) - FONTS.covers(FONTS.face("serif")))
        if 0 in FONTS.shaper(FONTS.face("serif"), (), "en").word(chr(code)).glyphs
    )
    (line,) = set_text(f"a{only_sans}b")
    assert [run.face.name for run in line.runs] == ["serif-regular", "sans-regular", "serif-regular"]
    assert f"a{only_sans}b" == read(line)
    assert line.diagnostics == ()
    for run, after in pairwise(line.runs):
        assert after.x == pytest.approx(run.x + run.width, abs=1)


def test_looks_choose_faces() -> None:
    inlines = (
        Text("plain "),
        Text("told", Look(emphasis=True)),
        Text(" and "),
        Text("loud", Look(strong=True)),
        Text(" both", Look(emphasis=True, strong=True)),
        Text(" sans", Look(font="sans")),
    )
    (line,) = set_paragraph(inlines, 400_000, BODY, FONTS)
    assert [(run.words[0].text, run.face.name, run.source) for run in line.runs] == [
        ("plain", "serif-regular", 0),
        ("told", "serif-regular-italic", 1),
        ("and", "serif-regular", 2),
        ("loud", "serif-bold", 3),
        ("both", "serif-bold-italic", 4),
        ("sans", "sans-regular", 5),
    ]
    assert read(line) == "plain told and loud both sans"
    # what accessible layouts do instead
    bold = replace(BODY, emphasis="bold")
    (line,) = set_paragraph(inlines, 400_000, bold, FONTS)
    assert line.runs[1].face.name == "serif-bold"


def test_small_capitals_are_real() -> None:
    face = FONTS.face("serif")
    capitals = FONTS.shaper(face, (), "en").word("ABC")
    (line,) = set_paragraph(
        (Text("ABC", Look(small_caps=True)), Text(" abc", Look(small_caps=True))), MEASURE, BODY, FONTS
    )
    acronym, letters = (run.words[0] for run in line.runs)
    assert acronym.glyphs == letters.glyphs  # both are the small capitals A, B, C
    assert acronym.glyphs != capitals.glyphs
    assert ("".join(acronym.clusters), "".join(letters.clusters)) == ("ABC", "abc")


def test_figures_follow_the_style() -> None:
    glyphs = {
        figures: set_text("1843", replace(BODY, figures=figures))[0].runs[0].words[0].glyphs
        for figures in ("old-style", "lining", "tabular")
    }
    assert len(set(glyphs.values())) == 3


def test_uppercase_turns_the_text() -> None:
    assert copied(set_text("Stave one", replace(BODY, uppercase=True))) == "STAVE ONE"


def test_tracking_widens_every_glyph() -> None:
    plain = set_line((Text("stave"),), BARE, FONTS).width
    # five letters, one thousand mpt after each
    assert plain + 5000 == set_line((Text("stave"),), replace(BARE, tracking=1000), FONTS).width


def test_word_spacing_widens_spaces_alone() -> None:
    (plain,) = set_text("Marley was dead", LEFT_ALIGNED)
    (wide,) = set_text("Marley was dead", replace(LEFT_ALIGNED, word_spacing=1000))
    assert wide.runs[0].gap == plain.runs[0].gap + 1000
    assert wide.width == plain.width + 2 * 1000


def test_letters_that_stand_apart_are_not_joined() -> None:
    joined, apart = (
        set_text("difficult", replace(LEFT_ALIGNED, tracking=tracking))[0].runs[0].words[0]
        for tracking in (0, 500)
    )
    assert len(joined.glyphs) < len("difficult")
    assert len(apart.glyphs) == len("difficult")


def test_nothing_is_smaller_than_the_least_not_even_a_note_mark() -> None:
    inlines = (Text("dead"), NoteMark("marley", 3), Text(" as", Look(scale=500)))
    (line,) = set_paragraph(inlines, MEASURE, replace(BODY, least=BODY.size), FONTS)
    assert {run.size for run in line.runs} == {BODY.size}
    # 15 % of the size: raised, and yet clear of the line above.
    assert line.runs[1].y == -BODY.size * 150 // 1000


def test_what_is_set_apart_is_italic_or_plain_but_never_bold() -> None:
    aside = (Text("noun", Look(aside=True)),)
    (italic,) = set_paragraph(aside, MEASURE, BODY, FONTS)
    (plain,) = set_paragraph(aside, MEASURE, replace(BODY, emphasis="bold"), FONTS)
    assert (italic.runs[0].face.name, plain.runs[0].face.name) == ("serif-regular-italic", "serif-regular")


def test_note_marks_stand_at_their_word() -> None:
    inlines = (Text("He was dead"), NoteMark("marley", 3), Text(", to begin with."))
    (line,) = set_paragraph(inlines, MEASURE, BODY, FONTS)
    assert line.notes == ("marley",)
    assert read(line) == "He was dead3, to begin with."
    mark = line.runs[1]
    assert (mark.source, mark.words[0].text, line.links[0].source) == ((1, "3", 1))
    narrow = set_paragraph(inlines, 50_000, LEFT_ALIGNED, FONTS)
    assert trace(narrow) == "He was|\ndead3,|\nto begin|\nwith."
    assert [line.notes for line in narrow] == [(), ("marley",), (), ()]


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


def test_forced_breaks_end_lines_and_are_not_justified() -> None:
    lines = set_paragraph((Text("one two"), LineBreak(), Text("three")), MEASURE, BODY, FONTS)
    assert trace(lines) == "one two\nthree"
    assert [line.last for line in lines] == [True, True]


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


def test_one_line_at_its_natural_width() -> None:
    inlines = (Text("The "), Text("Spectre", Look(emphasis=True)))
    line = set_line(inlines, BODY, FONTS)
    assert read(line) == "The Spectre"
    assert line.last
    right = set_line(inlines, replace(BODY, align="right"), FONTS, measure=MEASURE)
    assert pytest.approx(right_edge(right), abs=2) == MEASURE
    assert set_line((Text(""),), BODY, FONTS).runs == ()


@pytest.mark.parametrize("text", ["", " ", "\u00ad", "   \n "])
def test_no_text_is_no_line(text: str) -> None:
    assert set_text(text) == ()
    assert set_paragraph((Text(text), LineBreak()), MEASURE, BODY, FONTS) == ()


def test_line_feeds_and_doubled_spaces_are_one_space() -> None:
    assert copied(set_text(" one  two\nthree ")) == "one two three"


def test_late_inlines_and_unknown_families_are_refused() -> None:
    with pytest.raises(TypeError, match="PageCount"):
        set_paragraph((PageCount(),), MEASURE, BODY, FONTS)
    with pytest.raises(FaultsFound, match='No font family is named "blackletter"'):
        set_text("x", replace(BODY, font="blackletter"))


def test_languages_hyphenate_by_their_own_rules() -> None:
    british = trace(set_text("an unpredictable geographical knowledge", LEFT_ALIGNED, 62_000))
    foreign = trace(
        set_paragraph((Text("unpredictable knowledge", language="tlh"),), 62_000, LEFT_ALIGNED, FONTS)
    )
    assert "-|" in british
    assert "-|" not in foreign
    run = set_paragraph((Text("Weihnachten", language="de"),), MEASURE, BODY, FONTS, language="en")[0].runs[0]
    assert run.language == "de"
    assert set_text("Christmas")[0].runs[0].language == ""


def test_centred_lines_are_balanced() -> None:
    heading = "How a very long heading sets itself in two balanced lines"
    style = Style("h", align="centred", size=16_000, hyphenate=False)
    lines = set_text(heading, style, 300_000)
    assert trace(lines) == "How a very long heading sets|\nitself in two balanced lines"

from __future__ import annotations

from tests.typeset.reading import read
from tests.typeset.specimen import BODY, FONTS, MEASURE, set_text

from guidepress.base.record import replace
from guidepress.document.inlines import Look, NoteMark, Text
from guidepress.typeset import set_paragraph


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

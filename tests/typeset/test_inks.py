from __future__ import annotations

from tests.typeset.reading import read
from tests.typeset.specimen import BODY, FONTS, MEASURE, set_text

from guidepress.base.record import replace
from guidepress.document.inlines import Look, NoteMark, Text
from guidepress.document.style import Figures, Style
from guidepress.typeset import set_paragraph
from guidepress.typeset.ink import Ink
from guidepress.typeset.inks import ink_for


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


def ink(look: Look, text: str = "n", style: Style = BODY) -> Ink:
    return ink_for(style, look, text, FONTS, language="en", marked="")


def test_superior_figures_are_the_faces_own() -> None:
    own = ink(Look(superior=True), "3")
    assert (own.fount.size, own.rise, own.fount.shaper.features) == (10_500, 0, ("sups",))


def test_other_superiors_are_reduced_and_raised() -> None:
    """10.5 pt x 0.62 and x 0.34."""
    own = ink(Look(superior=True), "*")
    assert (own.fount.size, own.rise) == (6510, 3570)


def test_a_bold_word_in_a_bold_text_is_bolder_still() -> None:
    weights = [
        ink(Look(strong=True), style=replace(BODY, weight=weight)).fount.face.name for weight in _WEIGHTS
    ]
    assert weights == ["serif-semibold", "serif-bold", "serif-bold", "serif-bold"]


_WEIGHTS = ("light", "regular", "semibold", "bold")


def test_emphasis_in_italic_text_is_upright() -> None:
    assert ink(Look(emphasis=True), style=replace(BODY, italic=True)).fount.face.name == "serif-regular"


def test_figures_may_be_made_even() -> None:
    features = {
        figures: ink(Look(even=True), "1", replace(BODY, figures=figures)).fount.shaper.features
        for figures in _FIGURES
    }
    assert features == {
        "old-style": ("onum", "tnum"),
        "lining": ("lnum", "tnum"),
        "tabular": ("lnum", "tnum"),
    }


_FIGURES: tuple[Figures, ...] = ("old-style", "lining", "tabular")


def test_a_scaled_text_is_no_smaller_than_the_least() -> None:
    assert ink(Look(scale=500)).fount.size == 5250
    assert ink(Look(scale=500), style=replace(BODY, least=8000)).fount.size == 8000


def test_an_ink_is_mixed_once_for_equal_looks() -> None:
    assert ink(Look(strong=True)) is ink(Look(strong=True))
    assert ink(Look(strong=True)) is not ink(Look(emphasis=True))
    assert ink(Look(small_caps=True), "NASA") is not ink(Look(small_caps=True), "Nasa")


def test_where_a_face_has_no_small_capitals_they_are_reduced_capitals() -> None:
    """The italic has none: 10.5 pt x 0.78."""
    own = ink(Look(small_caps=True, emphasis=True), "Stave")
    assert (own.capitals, own.fount.size) == (True, 8190)
    assert ink(Look(small_caps=True), "Stave").capitals is False

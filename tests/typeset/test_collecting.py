from __future__ import annotations

import pytest
from tests.typeset.reading import copied, read, trace
from tests.typeset.specimen import BODY, FONTS, LEFT_ALIGNED, MEASURE, set_text

from guidepress.base.record import replace
from guidepress.document.inlines import LineBreak, NoteMark, Text
from guidepress.typeset import set_paragraph


def test_uppercase_turns_the_text() -> None:
    assert copied(set_text("Stave one", replace(BODY, uppercase=True))) == "STAVE ONE"


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


@pytest.mark.parametrize("text", ["", " ", "\u00ad", "   \n "])
def test_no_text_is_no_line(text: str) -> None:
    assert set_text(text) == ()
    assert set_paragraph((Text(text), LineBreak()), MEASURE, BODY, FONTS) == ()


def test_line_feeds_and_doubled_spaces_are_one_space() -> None:
    """The space at its end parts a text from what follows in a line of its own, as in titles of covers."""
    assert copied(set_text(" one  two\nthree ")) == "one two three "


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

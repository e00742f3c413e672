"""Text as a reader copies it out of the page."""

from __future__ import annotations

from tests.paginate.making import section
from tests.paginate.stacks import LABELS, PLAIN

from guidepress.base.record import replace
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import Blank, Inline, LineBreak, NoteMark, PageRef, Text
from guidepress.page.book import SectionText
from guidepress.paginate.plain import section_text
from guidepress.paginate.resolve import Resolved

RESOLVED = Resolved({"end": "12"}, 20, "40 minutes read", {})


def said(*inlines: Inline, uppercase: bool = False) -> str:
    made = Paragraph(replace(PLAIN, uppercase=uppercase), inlines)
    return section_text((section(), made, None), RESOLVED, LABELS).first


def test_a_section_says_its_first_and_last_words() -> None:
    first, last = Paragraph(PLAIN, (Text("a"),)), Paragraph(PLAIN, (Text("b"),))
    assert section_text((section(), first, last), RESOLVED, LABELS) == SectionText("one", "One", "a", "b")
    assert section_text((section(), None, None), RESOLVED, LABELS) == SectionText("one", "One", "", "")


def test_references_and_marks_are_read_with_the_text() -> None:
    assert said(Text("see "), PageRef("end"), NoteMark("n", 3), Text(" there")) == "see 123 there"


def test_what_is_no_text_parts_words() -> None:
    assert said(Text("one"), LineBreak(), Text(" two")) == "one two"


def test_blanks_say_their_answer_or_what_they_are() -> None:
    assert said(Blank(10_000, says="blank", text="x")) == "x"
    assert said(Text("a "), Blank(10_000, says="blank")) == "a blank"


def test_soft_hyphens_are_not_read() -> None:
    assert said(Text("Christ\u00admas  day")) == "Christmas day"


def test_capitals_are_read_as_they_are_printed() -> None:
    assert said(Text("one"), uppercase=True) == "ONE"

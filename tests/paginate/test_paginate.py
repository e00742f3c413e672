"""What a book says of itself, from a document to its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.making import BODY, HEADING, document, heading, layout_of, lines, said, section

from guidepress.base.record import replace
from guidepress.document.blocks import Break, Paragraph
from guidepress.document.inlines import PageRef, Text
from guidepress.page.book import SectionText
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from guidepress.typeset import Fonts


def test_a_book_has_what_its_document_had_to_say(fonts: Fonts) -> None:
    made = document(section(heading("Head", anchor="h"), *lines("a"), Break("page"), *lines("b")))
    book = paginate(replace(made, minutes=4), layout_of(), fonts)
    assert book.metadata is made.metadata
    assert [said(page) for page in book.pages] == ["Head a", "b"]
    assert [node.role for node in book.tree] == ["Document", "Sect", "H1", "P", "P"]
    assert [(entry.level, entry.title, entry.anchor) for entry in book.outline] == [(1, "Head", "h")]
    assert (book.page_count, book.reading_time) == (2, "4 minutes read")
    assert book.sections == (SectionText("one", "One", "a", "b"),)
    assert len(book.decisions) == 2
    assert book.diagnostics == ()


def test_a_reading_time_is_said_as_the_layout_asks(fonts: Fonts) -> None:
    made = replace(document(section(*lines("a"))), minutes=61)
    times = [
        paginate(made, replace(layout_of(), reading_time=kind), fonts).reading_time
        for kind in ("floor", "exact", "pages", "none")
    ]
    assert times == ["1 hour read", "1 hr 1 min", "2 minutes read", ""]


def test_what_is_wrong_with_lines_comes_before_what_is_wrong_with_pages(fonts: Fonts) -> None:
    high = Paragraph(replace(HEADING, leading=300_000), (Text("\U0001f4d6"),))
    book = paginate(document(section(high)), layout_of(), fonts)
    assert [diagnostic.code for diagnostic in book.diagnostics][-1] == "too-high"
    assert len(book.diagnostics) == 2


def test_first_and_last_words_have_the_folios_that_are_printed(fonts: Fonts) -> None:
    text = Paragraph(BODY, (Text("see "), PageRef("end")))
    last = Paragraph(BODY, (Text("end"),), anchor="end")
    book = paginate(document(section(text, Break("page"), last)), layout_of(), fonts)
    assert book.sections[0].first == "see 2"

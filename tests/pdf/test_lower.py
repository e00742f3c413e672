"""A book becomes numbered objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.pdf.helpers import open_pdf, text_of

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.page.items import Frame
from guidepress.pdf import write_pdf

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand


def test_readers_show_the_title_and_speak_the_language(hand: Hand) -> None:
    book = hand.text_book(hand.run("a"))
    book = replace(book, metadata=replace(book.metadata, language="de-CH"))
    root: Any = open_pdf(write_pdf(book)).trailer["/Root"]
    assert root["/Lang"] == "de-CH"
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


def test_faces_are_named_in_order_of_first_use(hand: Hand) -> None:
    data = write_pdf(hand.text_book(hand.run("a", face=hand.sans), hand.run("b", 0, 14_000)))
    fonts: Any = open_pdf(data).pages[0]["/Resources"]["/Font"]
    assert [fonts[name]["/BaseFont"][8:] for name in ("/F0", "/F1")] == [
        "SourceSansPro-Bold",
        "SourceSerifPro-Regular",
    ]


def test_pages_have_their_boxes_and_tab_order(hand: Hand) -> None:
    page: Any = open_pdf(write_pdf(hand.text_book(hand.run("a")))).pages[0]
    for box in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox"):
        assert page[box] == [0, 0, 300, 400]
    assert page["/Tabs"] == "/S"


def test_a_blank_page_is_a_page(hand: Hand) -> None:
    data = write_pdf(hand.book(hand.page(), hand.page(Frame(0, 50_000, (hand.run("a"),), 1), number=2)))
    assert len(open_pdf(data).pages) == 2
    assert text_of(data) == ""


def test_a_book_with_faults_is_not_written(hand: Hand) -> None:
    book = hand.book(hand.page(Frame(0, 50_000, (hand.run("loose"),))))
    with pytest.raises(FaultsFound, match="The text 'loose' belongs to no structure element"):
        write_pdf(book)
    with pytest.raises(ValueError, match="choose from"):
        write_pdf(book, ("x4",))

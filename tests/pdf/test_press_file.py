"""A book becomes a file for a press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.pdf.everything import everything
from tests.pdf.helpers import open_pdf, text_of
from tests.pdf.press_profile import press_profile

from guidepress.base.record import replace
from guidepress.page.items import Frame
from guidepress.pdf import write_press
from guidepress.pdf.output_profile import read_output_profile
from guidepress.pdf.press_ink import PressBoxes, PressInk
from guidepress.pdf.text import Coders

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Hand

X1A = PressInk(standard="x1a", condition="FOGRA39")
X4 = PressInk(standard="x4", profile=read_output_profile(press_profile(), "press"))


def test_the_standard_is_of_its_version_of_pdf(hand: Hand) -> None:
    book = hand.text_book(hand.run("a"))
    inks = (PressInk(), X1A, replace(X1A, standard="x1a-2003"), X4)
    assert [write_press(book, ink)[:8] for ink in inks] == [
        b"%PDF-1.6",
        b"%PDF-1.3",
        b"%PDF-1.4",
        b"%PDF-1.6",
    ]


def test_it_says_what_it_is_in_the_information_or_the_metadata(hand: Hand) -> None:
    book = hand.text_book(hand.run("a"))
    first, second, third, plain = (
        open_pdf(write_press(book, ink)) for ink in (X1A, replace(X1A, standard="x1a-2003"), X4, PressInk())
    )
    assert first.metadata["/GTS_PDFXVersion"] == "PDF/X-1:2001"
    assert first.metadata["/GTS_PDFXConformance"] == "PDF/X-1a:2001"
    assert second.metadata["/GTS_PDFXVersion"] == "PDF/X-1a:2003"
    assert "/GTS_PDFXConformance" not in second.metadata
    assert [each.metadata["/Trapped"] for each in (first, second, third)] == ["/False"] * 3
    assert "/GTS_PDFXVersion" not in third.metadata
    packet = third.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in packet
    assert "/Filter" not in third.trailer["/Root"]["/Metadata"]
    assert all("/Metadata" not in each.trailer["/Root"] for each in (first, second, plain))
    assert all("/OutputIntents" in each.trailer["/Root"] for each in (first, second, third))
    assert "/OutputIntents" not in plain.trailer["/Root"]


def test_the_document_is_named_by_what_it_shows(hand: Hand) -> None:
    def named(text: str) -> str:
        packet = open_pdf(write_press(hand.text_book(hand.run(text)), X4)).trailer["/Root"]["/Metadata"]
        return str(packet.get_data().decode().split("DocumentID>")[1])

    assert named("a") == named("a")
    assert named("a") != named("b")


def test_a_press_gets_no_tags_links_or_bookmarks(hand: Hand, tmp_path: Path) -> None:
    book = everything(hand, tmp_path)
    reader = open_pdf(write_press(book, PressInk("grey")))
    assert set(reader.trailer["/Root"]) == {"/Type", "/Pages"}
    assert len(reader.pages) == len(book.pages)
    assert [sorted(page) for page in reader.pages] == [
        ["/BleedBox", "/Contents", "/MediaBox", "/Parent", "/Resources", "/TrimBox", "/Type"]
    ] * len(book.pages)
    assert b"/MCID" not in b"".join(page["/Contents"].get_data() for page in reader.pages)
    assert text_of(write_press(book, PressInk("grey"))).startswith("Running head")


def test_boxes_come_in_turn_and_count_from_the_foot(hand: Hand) -> None:
    recto = PressBoxes((0, 9000, 291_000, 391_000), (0, 1000, 300_000, 400_000))
    verso = PressBoxes((9000, 9000, 300_000, 391_000), (0, 0, 300_000, 400_000))
    book = hand.book(*(hand.page(number=number) for number in (1, 2, 3)))
    pages: Any = open_pdf(write_press(book, PressInk("grey", boxes=(recto, verso)))).pages
    assert [page["/TrimBox"] for page in pages] == [[0, 9, 291, 391], [9, 9, 300, 391], [0, 9, 291, 391]]
    assert [page["/BleedBox"] for page in pages] == [[0, 0, 300, 399], [0, 0, 300, 400], [0, 0, 300, 399]]
    assert {tuple(page["/MediaBox"]) for page in pages} == {(0, 0, 300, 400)}


def test_a_page_without_boxes_is_trimmed_at_its_edges(hand: Hand) -> None:
    page: Any = open_pdf(write_press(hand.book(hand.page()), PressInk("grey"))).pages[0]
    assert page["/TrimBox"] == page["/BleedBox"] == page["/MediaBox"] == [0, 0, 300, 400]


@pytest.mark.parametrize("ink", [PressInk("grey"), PressInk("rgb"), PressInk("cmyk", least=10), X4])
def test_the_same_book_gives_the_same_bytes(hand: Hand, tmp_path: Path, ink: PressInk) -> None:
    book = everything(hand, tmp_path)
    coders = Coders()
    write_press(hand.book(hand.page(Frame(0, 0, (hand.run("other words"),)))), ink, coders)
    assert write_press(book, ink) == write_press(book, ink, coders)


def test_grey_holds_grey_and_four_inks_hold_no_rgb(hand: Hand, tmp_path: Path) -> None:
    book = everything(hand, tmp_path)
    for ink, operators in ((PressInk("grey"), {"g", "G"}), (PressInk("cmyk"), {"k", "K"})):
        words: set[str] = set()
        for page in open_pdf(write_press(book, ink)).pages:
            words.update(page["/Contents"].get_data().decode("latin-1").split())
        assert words & {"g", "G", "k", "K", "rg", "RG"} == operators

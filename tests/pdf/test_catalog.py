"""Outline, labels, links, metadata and the output intent."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from PIL import ImageCms
from tests.pdf.helpers import open_pdf

from guidepress.page.book import Metadata, OutlineEntry
from guidepress.page.items import Anchor, Frame, Link
from guidepress.pdf import write_pdf
from guidepress.pdf.intents import srgb_profile
from guidepress.pdf.labels import page_labels
from guidepress.pdf.links import uri
from guidepress.pdf.metadata import information, packet
from guidepress.pdf.objects import text_string

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand


def nested(outline: Any) -> list[Any]:  # noqa: ANN401 - pypdf's nested lists
    return [nested(each) if isinstance(each, list) else str(each.title) for each in outline]


def test_the_outline_nests(hand: Hand) -> None:
    page = hand.page(Frame(0, 50_000, (hand.run("a"), Anchor("x", 5000, -10_000)), 1))
    levels = [(1, "A"), (2, "Aa"), (3, "Aaa"), (2, "Ab"), (1, "B"), (3, "Bb")]
    outline = tuple(OutlineEntry(level, title, "x") for level, title in levels)
    reader = open_pdf(write_pdf(hand.book(page, outline=outline)))
    assert nested(reader.outline) == ["A", ["Aa", ["Aaa"], "Ab"], "B", ["Bb"]]
    root: Any = reader.trailer["/Root"]
    assert root["/Outlines"]["/Count"] == 6
    assert root["/PageMode"] == "/UseOutlines"


def test_a_destination_is_the_anchors_place(hand: Hand) -> None:
    page = hand.page(Frame(30_000, 50_000, (hand.run("a"), Anchor("größe", 5000, -10_000)), 1))
    destination = open_pdf(write_pdf(hand.book(page))).named_destinations["größe"]
    assert (destination.left, destination.top) == (35, 360)  # 30 + 5; 400 - (50 - 10)


def test_a_link_has_its_rectangle_its_words_and_its_target(hand: Hand) -> None:
    links = (
        Link(1000, -8000, 20_000, 10_000, "#x", "The place (x)"),
        Link(0, 0, 9000, 9000, "https://example.org/a b", "Ein Ziel: größer"),
    )
    page = hand.page(Frame(30_000, 50_000, (hand.run("a"), Anchor("x", 0, 0), *links), 1))
    annotations: Any = open_pdf(write_pdf(hand.book(page))).pages[0]["/Annots"]
    first, second = (each.get_object() for each in annotations)
    assert first["/Rect"] == [31, 348, 51, 358]  # 400 - 50 + 8 = 358, 10 high
    assert (first["/Dest"], first["/Contents"], first["/F"]) == ("x", "The place (x)", 4)
    assert second["/A"]["/URI"] == "https://example.org/a%20b"
    assert second["/Contents"] == "Ein Ziel: größer"


def test_addresses_are_ascii() -> None:
    assert uri("https://example.org/ü?q=(a)#f") == "https://example.org/%C3%BC?q=(a)#f"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("1", "2", "3"), "0<</S/D>>"),
        (("Cover", "i", "ii", "1", "2"), "0<</P(Cover)>>1<</S/r>>3<</S/D>>"),
        (("iv", "v", "7", "8"), "0<</S/r/St 4>>2<</S/D/St 7>>"),
        (("A-1", "A-1"), "0<</P(A-1)>>1<</P(A-1)>>"),
        (("iiii",), "0<</P(iiii)>>"),
        (("01",), "0<</P(01)>>"),
    ],
)
def test_page_labels(labels: tuple[str, ...], expected: str) -> None:
    assert page_labels(labels) == f"<</Nums[{expected}]>>"


def test_readers_see_the_labels(hand: Hand) -> None:
    wanted = ["Cover", "i", "ii", "1", "2"]
    pages = [hand.page(number=number, label=label) for number, label in enumerate(wanted, 1)]
    assert open_pdf(write_pdf(hand.book(*pages))).page_labels == wanted


def test_metadata_say_the_same_twice() -> None:
    metadata = Metadata("T & <t>", "An Author", "Subject", "en", ("a", "b"), date="2026-11-23T10:20:30Z")
    root = ET.fromstring(packet(metadata, ("ua1", "2a")))  # noqa: S314 - our own packet
    texts = {element.tag.rpartition("}")[2]: "".join(element.itertext()).strip() for element in root.iter()}
    assert texts["title"] == "T & <t>" * 2  # for x-default and for English
    assert texts["creator"] == "An Author"
    assert texts["Keywords"] == "a, b"
    assert texts["CreateDate"] == "2026-11-23T10:20:30Z"
    assert texts["conformance"] == "A"
    expected = "/CreationDate(D:20261123102030Z)/ModDate(D:20261123102030Z)>>"
    assert information(metadata).endswith(expected)
    assert information(metadata).startswith(
        "<</Title(T & <t>)/Author(An Author)/Subject(Subject)/Keywords(a, b)"
    )


@pytest.mark.parametrize(
    ("date", "pdf", "xmp"),
    [
        ("2026-11-23", "D:20261123", "2026-11-23"),
        ("2026-11-23T10:20", "D:20261123102000", "2026-11-23T10:20:00"),
        ("2026-11-23T10:20:30-05:30", "D:20261123102030-05'30'", "2026-11-23T10:20:30-05:30"),
    ],
)
def test_dates(date: str, pdf: str, xmp: str) -> None:
    metadata = Metadata("T", date=date)
    assert f"/CreationDate({pdf})" in information(metadata)
    assert f"<xmp:CreateDate>{xmp}</xmp:CreateDate>".encode() in packet(metadata, ())


def test_no_date_is_made_up() -> None:
    metadata = Metadata("T", date="last spring")
    assert "Date" not in information(metadata)
    assert b"Date>" not in packet(metadata, ())


@pytest.mark.parametrize(
    ("profiles", "claims"),
    [(("ua1", "2a"), (True, b"2")), (("3a",), (False, b"3")), (("ua1",), (True, None)), ((), (False, None))],
)
def test_the_file_claims_what_was_asked_for(
    profiles: tuple[str, ...], claims: tuple[bool, bytes | None]
) -> None:
    made = packet(Metadata("T"), profiles)
    universal, part = claims
    assert (b"<pdfuaid:part>1<" in made) == universal
    assert (b"pdfaid:part" in made) == (part is not None)
    assert part is None or b"<pdfaid:part>" + part + b"<" in made


def test_readers_show_the_title_and_speak_the_language(hand: Hand) -> None:
    book = hand.text_book(hand.run("a"))
    book = replace(book, metadata=replace(book.metadata, language="de-CH"))
    root: Any = open_pdf(write_pdf(book)).trailer["/Root"]
    assert root["/Lang"] == "de-CH"
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


def test_the_profile_is_what_imagecms_makes_but_for_its_date() -> None:
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    shipped = srgb_profile()
    made[24:36] = shipped[24:36]  # creation date
    made[4:8], made[8:12] = shipped[4:8], shipped[8:12]  # maker and version of the library's format
    made[40:44] = shipped[40:44]  # the platform it was made on
    assert shipped == bytes(made)
    assert (
        ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(shipped))).strip()
        == "sRGB built-in"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain (and) \\", r"(plain \(and\) \\)"),
        ("", "()"),
        ("é", "<FEFF00E9>"),
        ("a\nb", "<FEFF0061000A0062>"),
    ],
)
def test_text_strings(text: str, expected: str) -> None:
    assert text_string(text) == expected

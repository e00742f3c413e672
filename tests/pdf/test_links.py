"""Links and the places they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.pdf.helpers import open_pdf

from guidepress.page.items import Anchor, Frame, Link
from guidepress.pdf import write_pdf
from guidepress.pdf.links import annotation, destinations, uri

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand


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


def test_an_annotation_says_its_key_in_the_parent_tree() -> None:
    link = Link(0, 0, 20_000, 10_000, "#a(b)", "To (b)")
    # Its upper left corner stands at (30, 90): 10 high, 20 wide.
    assert annotation(link, 30_000, 90_000, 7) == (
        r"<</Type/Annot/Subtype/Link/Rect[30 80 50 90]/Border[0 0 0]/F 4/Contents(To \(b\))/StructParent 7"
        r"/Dest(a\(b\))>>"
    )


def test_destinations_are_sorted_by_the_bytes_of_their_names() -> None:
    places = {"b": (4, 1_000, 2_500), "é": (5, 0, 0), "a": (3, 0, 0), "Z": (6, 0, 0)}
    # Capitals come before small letters, UTF-16 (it begins with FE) behind all ASCII.
    assert destinations(places) == (
        "<</Names[(Z)[6 0 R/XYZ 0 0 null](a)[3 0 R/XYZ 0 0 null](b)[4 0 R/XYZ 1 2.5 null]"
        "<FEFF00E9>[5 0 R/XYZ 0 0 null]]>>"
    )


def test_in_pdf_2_a_destination_names_its_element_too() -> None:
    assert destinations({"a": (3, 1_000, 0)}, {"a": 9}) == (
        "<</Names[(a)<</D[3 0 R/XYZ 1 0 null]/SD[9 0 R/XYZ 1 0 null]>>]>>"
    )

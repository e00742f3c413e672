"""Marks on pages become a structure tree that reads in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.pdf.everything import everything
from tests.pdf.helpers import content, open_pdf, tag_tree

from guidepress.page.items import ARTIFACT, BACKGROUND, Frame, Shape
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Hand

ROOT = Node("Document", -1)
RULE = Shape((("r", (0, 0, 9000, 1000)),), stroke=None)


def test_the_tree_of_everything(hand: Hand, tmp_path: Path) -> None:
    expected = """\
Document
  H1 1:0
  P 1:1 1:4
    Link 1:2 1->https://example.org/%C3%A4?a=(1)
    Span 1:3
  L
    LI
      Lbl 1:5
      LBody 1:6
  Table
    TR
      TH 1:7
    TR
      TH 1:8
      TD
  Figure 1:9
  Figure 1:10
  Note 1:11
  Aside
    P 1:12 2:0
  TOC
    TOCI
      Reference 2:1
        Link 2->one
  Link 1->two"""
    # The last one is a link in a footer: an annotation needs an element even where its text is an artifact.
    assert tag_tree(write_pdf(everything(hand, tmp_path))) == expected


def test_elements_keep_the_order_of_the_tree_whatever_the_order_on_the_page(hand: Hand) -> None:
    tree = (ROOT, Node("P", 0), Node("P", 0))
    page = hand.page(Frame(0, 50_000, (hand.run("second"),), 2), Frame(0, 80_000, (hand.run("first"),), 1))
    assert tag_tree(write_pdf(hand.book(page, tree=tree))) == "Document\n  P 1:1\n  P 1:0"


def test_children_of_an_element_with_text_stand_where_they_appear(hand: Hand) -> None:
    tree = (ROOT, Node("P", 0), Node("Span", 1), Node("Quote", 1))
    runs = hand.run("a", source=1), hand.run("b", 9000, source=0), hand.run("c", 18_000, source=2)
    page = hand.page(Frame(0, 50_000, runs, 1, (1, 3, 2)))
    # The quote, index 3, appears before the text and before the span.
    data = write_pdf(hand.book(page, tree=tree))
    root: Any = open_pdf(data).trailer["/Root"]
    kids = root["/StructTreeRoot"]["/K"]["/K"]["/K"]
    assert [kid if isinstance(kid, int) else kid.get_object()["/S"] for kid in kids] == ["/Quote", 1, "/Span"]


def test_a_note_is_read_after_the_end_of_its_paragraph_overleaf(hand: Hand) -> None:
    tree = (ROOT, Node("P", 0), Node("Note", 1, identifier="note-1"))
    first = hand.page(Frame(0, 50_000, (hand.run("begun"),), 1), Frame(0, 380_000, (hand.run("note"),), 2))
    data = write_pdf(hand.book(first, hand.page(Frame(0, 50_000, (hand.run("ended"),), 1)), tree=tree))
    root: Any = open_pdf(data).trailer["/Root"]
    begun, ended, note = root["/StructTreeRoot"]["/K"]["/K"]["/K"]
    assert (begun, ended["/MCID"], note.get_object()["/S"]) == (0, 0, "/Note")


def test_runs_of_one_element_share_a_mark_and_an_artifact_between_parts_them(hand: Hand) -> None:
    frames = (
        Frame(0, 50_000, (hand.run("one"), hand.run("two", 0, 14_000)), 1),
        Frame(0, 80_000, (RULE,), BACKGROUND),
        Frame(0, 90_000, (hand.run("three"),), 1),
    )
    assert tag_tree(write_pdf(hand.book(hand.page(*frames)))) == "Document\n  P 1:0 1:1"


def test_shapes_outside_figures_are_artifacts(hand: Hand) -> None:
    page = hand.page(Frame(0, 50_000, (RULE, hand.run("text")), 1))
    assert content(write_pdf(hand.book(page))).startswith("/Artifact<</Type/Layout>>BDC\n0 349 9 1 re\n")


def test_a_shape_that_fills_the_page_is_a_background(hand: Hand, tmp_path: Path) -> None:
    operators = content(write_pdf(everything(hand, tmp_path))).splitlines()
    assert operators[0] == "/Artifact<</Type/Background/BBox[0 0 300 400]>>BDC"


def test_furniture_is_a_header_above_the_middle_and_a_footer_below(hand: Hand) -> None:
    frames = (
        Frame(0, 20_000, (hand.run("head"),), ARTIFACT),
        Frame(0, 50_000, (hand.run("text"),), 1),
        Frame(0, 380_000, (hand.run("foot"),), ARTIFACT),
    )
    operators = content(write_pdf(hand.book(hand.page(*frames)))).splitlines()
    assert [line for line in operators if line.endswith("BDC")] == [
        "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
        "/P<</MCID 0>>BDC",
        "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
    ]


def test_every_mark_finds_its_element_in_the_parent_tree(hand: Hand, tmp_path: Path) -> None:
    reader = open_pdf(write_pdf(everything(hand, tmp_path)))
    root: Any = reader.trailer["/Root"]
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    keys, values = numbers[::2], numbers[1::2]
    assert keys == [0, 1, 2, 3, 4]  # two pages, three annotations
    roles = [element.get_object()["/S"] for element in values[0]]
    assert roles == [
        "/H1",
        "/P",
        "/Link",
        "/Span",
        "/P",
        "/Lbl",
        "/LBody",
        "/TH",
        "/TH",
        "/Figure",
        "/Figure",
        "/Note",
        "/P",
    ]
    assert [value.get_object()["/S"] for value in values[2:]] == ["/Link"] * 3
    assert [page["/StructParents"] for page in reader.pages] == [0, 1]


def test_attributes_alternatives_and_names(hand: Hand, tmp_path: Path) -> None:
    reader = open_pdf(write_pdf(everything(hand, tmp_path)))
    root: Any = reader.trailer["/Root"]
    heading, paragraph, ordered, table, square, photograph, note, *_ = root["/StructTreeRoot"]["/K"]["/K"]
    assert heading.get_object()["/T"] == "One"
    assert paragraph.get_object()["/K"][2].get_object()["/Lang"] == "fr"
    assert ordered.get_object()["/A"] == {"/O": "/List", "/ListNumbering": "/Decimal"}
    header = table.get_object()["/K"][0].get_object()["/K"].get_object()
    assert header["/A"] == {"/O": "/Table", "/Scope": "/Column", "/ColSpan": 2}
    # The square of 40 pt stands at (30, 190) of a page 400 pt high.
    assert square.get_object()["/A"]["/BBox"] == [30, 170, 70, 210]
    assert photograph.get_object()["/Alt"] == "A photograph: grün & “quoted”"
    names = root["/StructTreeRoot"]["/IDTree"]["/Names"]
    assert (names[0], names[1].idnum) == ("note-1", note.idnum)
    assert root["/StructTreeRoot"]["/RoleMap"] == {"/Aside": "/Div"}

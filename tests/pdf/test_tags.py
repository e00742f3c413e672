"""Marks on pages become a structure tree that reads in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.pdf.everything import everything
from tests.pdf.helpers import open_pdf, tag_tree

from guidepress.page.items import ARTIFACT, BACKGROUND, Frame, Shape
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf
from guidepress.pdf.objects import ObjectTable
from guidepress.pdf.tags import Structure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.pdf.conftest import Hand


ROOT = Node("Document", -1)


RULE = Shape((("r", (0, 0, 9000, 1000)),), stroke=None)


def written(structure: Structure, pages: int = 1, annotations: Sequence[int] = ()) -> dict[int, str]:
    """The bodies that a structure writes, by number: 1 the root, 2 the Document; page 0 is object 90, page 1 is 91."""
    table = ObjectTable()
    root = structure.write(table, range(90, 90 + pages), annotations)
    bodies, *_ = table.close(0, 0)
    assert root == 1
    return {number: body.decode() for number, body in enumerate(bodies, 1) if isinstance(body, bytes)}


def test_a_paragraph_over_three_pages_names_each_page_but_its_first() -> None:
    structure = Structure((ROOT, Node("P", 0)), 3)
    assert [structure.mark(1, page) for page in (0, 1, 2)] == [
        ("P", 0)
    ] * 3  # marks count from 0 on each page
    bodies = written(structure, 3)
    overleaf = "<</Type/MCR/Pg 91 0 R/MCID 0>> <</Type/MCR/Pg 92 0 R/MCID 0>>"
    assert bodies[3] == f"<</S/P/P 2 0 R/Pg 90 0 R/K[0 {overleaf}]>>"
    # The ParentTree has an array a page, its place the mark's number.
    assert bodies[4] == "<</Nums[0[3 0 R]1[3 0 R]2[3 0 R]]>>"


def test_marks_of_a_page_are_numbered_through_all_elements() -> None:
    structure = Structure((ROOT, Node("P", 0), Node("P", 0)), 2)
    assert [structure.mark(tag, 0) for tag in (1, 2, 1)] == [("P", 0), ("P", 1), ("P", 2)]
    assert structure.mark(2, 1) == ("P", 0)
    bodies = written(structure, 2)
    assert bodies[3] == "<</S/P/P 2 0 R/Pg 90 0 R/K[0 2]>>"
    assert bodies[4] == "<</S/P/P 2 0 R/Pg 90 0 R/K[1 <</Type/MCR/Pg 91 0 R/MCID 0>>]>>"
    assert bodies[5] == "<</Nums[0[3 0 R 4 0 R 3 0 R]1[4 0 R]]>>"


def test_a_span_that_goes_on_overleaf_is_one_element_where_it_began() -> None:
    structure = Structure((ROOT, Node("P", 0), Node("Span", 1)), 2)
    for tag, page in ((1, 0), (2, 0), (2, 1), (1, 1)):
        structure.mark(tag, page)
    bodies = written(structure, 2)
    assert bodies[3] == "<</S/P/P 2 0 R/Pg 90 0 R/K[0 4 0 R <</Type/MCR/Pg 91 0 R/MCID 1>>]>>"
    assert bodies[4] == "<</S/Span/P 3 0 R/Pg 90 0 R/K[1 <</Type/MCR/Pg 91 0 R/MCID 0>>]>>"


def test_an_element_that_begins_overleaf_has_that_page_as_its_own() -> None:
    structure = Structure((ROOT, Node("P", 0)), 2)
    structure.mark(1, 1)
    assert written(structure, 2)[3] == "<</S/P/P 2 0 R/Pg 91 0 R/K 0>>"


def test_a_figure_has_the_box_of_the_page_where_it_begins() -> None:
    structure = Structure((ROOT, Node("Figure", 0, alt="A map")), 2)
    structure.mark(1, 0)
    structure.cover(1, 0, (10_000, 20_000, 30_000, 40_000))
    structure.cover(1, 0, (5_000, 25_000, 20_500, 50_000))
    structure.mark(1, 1)
    structure.cover(1, 1, (0, 0, 99_000, 99_000))  # overleaf: a box is one rectangle on one page
    # Left 5, bottom 20, right 30, top 50: around both of the first page.
    expected = "/A<</O/Layout/Placement/Block/BBox[5 20 30 50]>>"
    kids = "/Pg 90 0 R/K[0 <</Type/MCR/Pg 91 0 R/MCID 0>>]"
    assert written(structure, 2)[3] == f"<</S/Figure/P 2 0 R/Alt(A map){expected}{kids}>>"


def test_what_stands_in_a_figure_widens_its_box() -> None:
    tree = (
        ROOT,
        Node("P", 0),
        Node("Figure", 0, alt="A"),
        Node("Span", 2),
        Node("Span", 3),
        Node("Formula", 0),
    )
    structure = Structure(tree, 1)
    assert [structure.in_figure(tag) for tag in range(6)] == [False, False, True, True, True, True]
    for tag in (2, 4):
        structure.mark(tag, 0)
    structure.cover(4, 0, (0, 0, 10_000, 10_000))
    structure.cover(2, 0, (4_000, 4_000, 20_000, 8_000))
    bodies = written(structure)
    assert "/BBox[0 0 20 10]" in bodies[3]
    assert "/BBox" not in bodies[4]
    assert "/BBox" not in bodies[5]


def test_a_figure_in_a_figure_has_a_box_of_its_own() -> None:
    structure = Structure((ROOT, Node("Figure", 0, alt="A"), Node("Figure", 1, alt="B")), 1)
    structure.mark(2, 0)
    structure.cover(2, 0, (0, 0, 1_000, 2_000))
    bodies = written(structure)
    assert bodies[3] == "<</S/Figure/P 2 0 R/Alt(A)/K 4 0 R>>"
    assert "/BBox[0 0 1 2]" in bodies[4]


def test_an_annotation_goes_to_the_link_at_or_around_its_place() -> None:
    structure = Structure((ROOT, Node("P", 0), Node("Link", 1), Node("Span", 2)), 2)
    structure.mark(3, 0)
    assert structure.annotate(3, 0, 70) == 2  # the span stands in the link
    assert structure.annotate(2, 1, 71) == 2  # a link over two pages has two rectangles
    bodies = written(structure, 2, (2, 2))
    one, two = (
        f"<</Type/OBJR/Pg {page} 0 R/Obj {annotation} 0 R>>" for page, annotation in ((90, 70), (91, 71))
    )
    assert bodies[4] == f"<</S/Link/P 3 0 R/K[5 0 R {one} {two}]>>"
    # Two pages take the keys 0 and 1, the annotations 2 and 3.
    assert bodies[6] == "<</Nums[0[5 0 R]1[]2 4 0 R 3 4 0 R ]>>"
    assert "/ParentTreeNextKey 4" in bodies[1]


def test_an_annotation_without_a_link_gets_one() -> None:
    structure = Structure((ROOT, Node("P", 0)), 1)
    structure.mark(1, 0)
    assert structure.annotate(1, 0, 70) == 2  # a new one, in the paragraph
    assert structure.annotate(1, 0, 71) == 3  # and another: it leads elsewhere
    bodies = written(structure, 1, (2, 3))
    assert bodies[3] == "<</S/P/P 2 0 R/Pg 90 0 R/K[0 4 0 R 5 0 R]>>"
    assert bodies[4] == "<</S/Link/P 3 0 R/K <</Type/OBJR/Pg 90 0 R/Obj 70 0 R>>>>"
    assert not structure.in_figure(2)


def test_an_annotation_in_furniture_gets_a_link_of_the_document() -> None:
    structure = Structure((ROOT,), 1)
    assert structure.annotate(ARTIFACT, 0, 70) == 1
    bodies = written(structure, 1, (1,))
    assert bodies[2] == "<</S/Document/P 1 0 R/K 3 0 R>>"
    assert bodies[3] == "<</S/Link/P 2 0 R/K <</Type/OBJR/Pg 90 0 R/Obj 70 0 R>>>>"


def test_notes_are_read_after_all_else_of_their_paragraph() -> None:
    tree = (
        ROOT,
        Node("P", 0),
        Node("Note", 1, identifier="b"),
        Node("Span", 1),
        Node("Note", 1, identifier="a"),
    )
    structure = Structure(tree, 2)
    for tag, page in ((1, 0), (2, 0), (4, 0), (3, 0), (1, 1)):
        structure.mark(tag, page)
    bodies = written(structure, 2)
    overleaf = "<</Type/MCR/Pg 91 0 R/MCID 0>>"
    assert bodies[3] == f"<</S/P/P 2 0 R/Pg 90 0 R/K[0 5 0 R {overleaf} 4 0 R 6 0 R]>>"
    assert bodies[4] == "<</S/Note/P 3 0 R/ID(b)/Pg 90 0 R/K 1>>"
    # Names are sorted, whatever the order of the notes.
    assert "/IDTree<</Names[(a)6 0 R(b)4 0 R]>>" in bodies[1]


def test_a_table_keeps_its_empty_cells_and_says_what_cells_span() -> None:
    tree = (
        ROOT,
        Node("Table", 0),
        Node("TR", 1),
        Node("TH", 2, scope="Column", column_span=2),
        Node("TR", 1),
        Node("TH", 4, scope="Row"),
        Node("TD", 4),
        Node("TR", 1),
        Node("TD", 7, column_span=2, scope="Column"),
        Node("TH", 7, scope="Row"),
        Node("P", 0),
    )
    structure = Structure(tree, 1)
    structure.mark(3, 0)
    structure.mark(5, 0)
    bodies = written(structure)
    assert bodies[3] == "<</S/Table/P 2 0 R/K[4 0 R 6 0 R 9 0 R]>>"
    assert bodies[5] == "<</S/TH/P 4 0 R/A<</O/Table/Scope/Column/ColSpan 2>>/Pg 90 0 R/K 0>>"
    assert bodies[7] == "<</S/TH/P 6 0 R/A<</O/Table/Scope/Row>>/Pg 90 0 R/K 1>>"
    assert bodies[8] == "<</S/TD/P 6 0 R>>"
    assert bodies[10] == "<</S/TD/P 9 0 R/A<</O/Table/ColSpan 2>>>>"  # a scope is for headers
    assert bodies[11] == "<</S/TH/P 9 0 R/A<</O/Table/Scope/Row>>>>"  # an empty header is kept like any cell
    assert bodies[6] == "<</S/TR/P 3 0 R/K[7 0 R 8 0 R]>>"
    assert not any("/S/P/" in body for body in bodies.values())  # the paragraph was never drawn


def test_a_list_says_how_it_is_numbered() -> None:
    structure = Structure((ROOT, Node("L", 0, numbering="Decimal"), Node("LI", 1), Node("L", 0)), 1)
    structure.mark(2, 0)
    structure.mark(3, 0)
    bodies = written(structure)
    assert bodies[3] == "<</S/L/P 2 0 R/A<</O/List/ListNumbering/Decimal>>/K 4 0 R>>"
    assert bodies[5] == "<</S/L/P 2 0 R/Pg 90 0 R/K 1>>"


def test_an_element_says_all_it_knows() -> None:
    node = Node("Aside", 0, title="T (1)", alt="Ü", language="fr", identifier="x")
    structure = Structure((ROOT, node, Node("Em", 1)), 1)
    structure.mark(2, 0)
    bodies = written(structure)
    assert bodies[3] == r"<</S/Aside/P 2 0 R/T(T \(1\))/Alt<FEFF00DC>/Lang(fr)/ID(x)/K 4 0 R>>"
    # Types of PDF 2.0 that stand in the tree say what they are in PDF 1.7, and no others.
    assert bodies[1] == (
        "<</Type/StructTreeRoot/K 2 0 R/ParentTree 5 0 R/ParentTreeNextKey 1"
        "/IDTree<</Names[(x)3 0 R]>>/RoleMap<</Aside/Div/Em/Span>>>>"
    )


def test_an_empty_book_has_a_document() -> None:
    bodies = written(Structure((), 1))
    assert bodies[1] == "<</Type/StructTreeRoot/K 2 0 R/ParentTree 3 0 R/ParentTreeNextKey 1>>"
    assert bodies[2] == "<</S/Document/P 1 0 R>>"
    assert bodies[3] == "<</Nums[0[]]>>"


def test_elements_of_elements_stand_in_the_order_of_the_tree() -> None:
    structure = Structure(
        (ROOT, Node("Div", 0), Node("P", 1), Node("P", 1), Node("Note", 1, identifier="n")), 1
    )
    for tag in (4, 3, 2):
        structure.mark(tag, 0)
    assert written(structure)[3] == "<</S/Div/P 2 0 R/K[4 0 R 5 0 R 6 0 R]>>"


def test_an_element_that_has_no_name_is_not_in_the_tree_of_names() -> None:
    structure = Structure((ROOT, Node("P", 0), Node("P", 0, identifier="never drawn")), 1)
    structure.mark(1, 0)
    assert "/IDTree" not in written(structure)[1]


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

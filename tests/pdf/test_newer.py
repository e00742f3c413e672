"""Elements say in PDF 2.0 which namespace they are of, and what they refer to."""

from __future__ import annotations

from guidepress.page.tree import Node
from guidepress.pdf.newer import NAMESPACE, Newer
from guidepress.pdf.objects import ObjectTable
from guidepress.pdf.tags import Structure

TREE = (
    Node("Document", -1),
    Node("TOC", 0),
    Node("TOCI", 1),
    Node("Reference", 2),
    Node("Link", 3),
    Node("H1", 0),
    Node("P", 0),
    Node("Reference", 6),
    Node("Link", 7),
    Node("Note", 6, identifier="note-n"),
    Node("Lbl", 9),
    Node("Link", 10),
    Node("L", 0, numbering="None"),
)
NUMBERS = range(100, 100 + len(TREE))


def test_types_that_pdf_2_has_are_of_its_namespace() -> None:
    newer = Newer(TREE, ())
    assert [newer.entries(index, NUMBERS, 7) for index in (0, 1, 2, 3, 4)] == [
        "/NS 7 0 R", "", "", "", "/NS 7 0 R",
    ]  # fmt: skip


def test_an_entry_of_the_contents_refers_to_what_it_lists() -> None:
    newer = Newer(TREE, [(4, 5), (4, 5)])
    assert newer.entries(2, NUMBERS, 7) == "/Ref[105 0 R]"
    assert newer.entries(4, NUMBERS, 7) == "/NS 7 0 R"


def test_a_note_and_its_mark_refer_to_each_other() -> None:
    newer = Newer(TREE, [(8, 10), (11, 8)])  # to the note's first element, and back
    assert newer.entries(8, NUMBERS, 7) == "/NS 7 0 R/Ref[109 0 R]"
    assert newer.entries(9, NUMBERS, 7) == "/NS 7 0 R/Ref[108 0 R]"
    assert newer.entries(11, NUMBERS, 7) == "/NS 7 0 R"


def test_a_tree_of_pdf_2() -> None:
    structure = Structure(TREE, 1, newer=True)
    assert structure.mark(10, 0) == ("Lbl", 0)
    assert structure.mark(9, 0) == ("FENote", 1)
    structure.mark(12, 0)
    structure.mark(5, 0)
    structure.name("one", 5)
    structure.name("nowhere", 2)
    structure.annotate(4, 0, 80, "#one")
    structure.annotate(8, 0, 81, "#two")
    table = ObjectTable()
    root = structure.write(table, [90], [4, 8])
    bodies, *_ = table.close(0, 0)
    written = [body.decode() for body in bodies if isinstance(body, bytes)]
    assert "/Namespaces[" in written[root - 1]
    assert "/RoleMap" not in written[root - 1]
    assert f"<</Type/Namespace/NS({NAMESPACE})>>" in written
    assert any("/S/FENote" in body and "/NoteType/Footnote" in body for body in written)
    assert any("/S/L/" in body and "/ListNumbering/Unordered" in body for body in written)
    named = structure.named()
    assert written[named["one"] - 1].startswith("<</S/H1/")
    assert any(body.startswith("<</S/TOCI/") and f"/Ref[{named['one']} 0 R]" in body for body in written)
    assert written[named["nowhere"] - 1].startswith("<</S/TOCI/")  # it has the link in it

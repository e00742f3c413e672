"""Files of other makers: what they bring along arrives, names that meet are kept apart, what is lost is said."""

from __future__ import annotations

import io
import warnings
from importlib import import_module
from pathlib import Path
from typing import Any

import pypdf
import pytest
import typst
from pypdf.generic import NullObject
from tests.bind.bound import bind, root_of
from tests.bind.packs import guide, landings, page_file, reader_of, spoken
from tests.cos.test_decryption import attached
from tests.groups import VERAPDF
from tests.pdf.conftest import Hand

from guidepress.bind.merge import merge
from guidepress.bind.plan import MergePart, MergePlan
from guidepress.verify.standards import validate

pytestmark = pytest.mark.xdist_group(VERAPDF)


HTML = """<html lang="en-GB"><head><title>From HTML</title></head><body><h1 id="a">Hello</h1>
<p>See <a href="#b">below</a> and <a href="https://example.org">out</a>.</p><h2 id="b">Below</h2>
<ul><li>one</li><li>two</li></ul><table><thead><tr><th>A</th><th>B</th></tr></thead>
<tbody><tr><td>1</td><td>2</td></tr></tbody></table></body></html>"""


TYPST = b"""#set document(title: "From Typst", date: datetime(year: 2026, month: 11, day: 23))
#set text(lang: "en")
#set heading(numbering: "1.")
#outline()
= First <a>
Hello world, see @b #footnote[A note.] and #link("https://example.org")[a link].
== Second <b>
#table(columns: 2, table.header[A][B], [1], [2])
"""


compile_typst: Any = typst.compile  # its stub lists each standard as a literal


@pytest.fixture(scope="module")
def hand() -> Hand:
    return Hand()


def of_weasyprint(variant: str) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of libraries that WeasyPrint will want one day
        weasyprint = import_module("weasyprint")
        made: bytes = weasyprint.HTML(string=HTML).write_pdf(pdf_variant=variant)
    return made


def of_typst(folder: Path, standard: str) -> bytes:
    (folder / "t.typ").write_bytes(TYPST)
    made: bytes = compile_typst(str(folder / "t.typ"), format="pdf", pdf_standards=standard)
    return made


ROLES = (
    b"/MarkInfo<</Marked true>>/StructTreeRoot 4 0 R",
    b"/StructParents 0/Contents 9 0 R",
)


def tagged_file(role: bytes, root: bytes = b"", element: bytes = b"", version: bytes = b"1.7") -> bytes:
    more = {
        4: b"<</Type/StructTreeRoot/K 5 0 R/ParentTree 6 0 R%b>>" % root,
        5: b"<</S/%b/P 4 0 R/Pg 3 0 R/K 0%b>>" % (role, element),
        6: b"<</Nums[0 [5 0 R]]>>",
        9: b"<</Length 24>>\nstream\n/P <</MCID 0>> BDC EMC  \nendstream",
    }
    return page_file(*ROLES, more, version=version)


def test_guides_bind_with_weasyprint_and_typst_and_stay_accessible(hand: Hand, tmp_path: Path) -> None:
    files = [
        guide(hand, "Ours"),
        of_weasyprint("pdf/ua-1"),
        of_typst(tmp_path, "ua-1"),
    ]
    merged, pack = bind(tmp_path, *files)
    assert merged.claims == ("PDF/UA-1",)
    (verdict,) = validate([merged.path], "ua1")
    assert verdict.faults == ()
    assert spoken(pack) == "".join(map(spoken, files))
    assert landings(pack) == [landing for file in files for landing in landings(file)]


def test_a_role_that_is_mapped_twice_is_renamed_apart(tmp_path: Path) -> None:
    files = tagged_file(b"Verse", b"/RoleMap<</Verse/P>>"), tagged_file(b"Verse", b"/RoleMap<</Verse/L>>")
    _, pack = bind(tmp_path, *files, tagged_file(b"Verse", b"/RoleMap<</Verse/P>>"))
    tree = root_of(pack)["/StructTreeRoot"]
    assert [part["/K"][0]["/S"] for part in tree["/K"]["/K"]] == ["/Verse", "/Verse.2", "/Verse"]
    assert tree["/RoleMap"] == {"/Verse": "/P", "/Verse.2": "/L"}


def test_classes_that_differ_are_renamed_apart(tmp_path: Path) -> None:
    files = [
        tagged_file(b"P", b"/ClassMap<</Wide<</O/Layout/SpaceAfter %d>>>>" % space, b"/C/Wide")
        for space in (1, 2)
    ]
    _, pack = bind(tmp_path, *files)
    tree = root_of(pack)["/StructTreeRoot"]
    assert [part["/K"][0]["/C"] for part in tree["/K"]["/K"]] == ["/Wide", "/Wide.2"]
    assert tree["/ClassMap"]["/Wide.2"]["/SpaceAfter"] == 2


def test_identifiers_and_what_names_them_get_a_prefix(tmp_path: Path) -> None:
    file = tagged_file(b"TH", b"/IDTree<</Names[(a)5 0 R]>>", b"/ID(a)/A[<</O/Table/Headers[(a)]>> 0]")
    _, pack = bind(tmp_path, file, file)
    tree = root_of(pack)["/StructTreeRoot"]
    names = tree["/IDTree"]["/Names"]
    assert names[::2] == ["1.a", "2.a"]
    assert names[3]["/A"][0]["/Headers"] == ["2.a"]


def test_namespaces_of_pdf_2_are_kept_once(tmp_path: Path) -> None:
    space = b"<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>"
    file = tagged_file(b"P", b"/Namespaces[7 0 R]", b"/NS 7 0 R", b"2.0").replace(
        b"9 0 obj", b"7 0 obj\n" + space + b"\nendobj\n9 0 obj"
    )
    _, pack = bind(tmp_path, file, file)
    tree = root_of(pack)["/StructTreeRoot"]
    assert [each["/NS"] for each in tree["/Namespaces"]] == ["http://iso.org/pdf2/ssn"]
    assert root_of(pack)["/Version"] == "/2.0"


def test_headings_with_and_without_levels_do_not_go_together(hand: Hand, tmp_path: Path) -> None:
    claim = b"<?xpacket?><pdfuaid:part>1</pdfuaid:part>"
    body = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(claim), claim)
    other = (
        tagged_file(b"H")
        .replace(b"/Pages 2 0 R", b"/Pages 2 0 R/Lang(en)/Metadata 8 0 R")
        .replace(b"9 0 obj", b"8 0 obj\n" + body + b"\nendobj\n9 0 obj")
    )
    merged, _ = bind(tmp_path, guide(hand, "Ours"), other)
    assert merged.diagnostics[0].message == (
        "The pack is not PDF/UA-1: the headings of 1.pdf have levels, those of 2.pdf have none."
    )


def test_a_comment_and_its_popup_find_each_other(tmp_path: Path) -> None:
    more = {
        4: b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(see)/Popup 5 0 R/P 3 0 R>>",
        5: b"<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Parent 4 0 R/P 3 0 R>>",
    }
    _, pack = bind(tmp_path, *[page_file(page=b"/Annots[4 0 R 5 0 R]", more=more)] * 2)
    reader = reader_of(pack)
    comment, popup = (each.get_object() for each in reader.pages[1]["/Annots"])
    assert comment.raw_get("/Popup") == popup.indirect_reference
    assert popup.raw_get("/Parent") == comment.indirect_reference
    assert popup.raw_get("/P") == reader.pages[1].indirect_reference


def test_an_encrypted_file_is_opened_with_its_password(hand: Hand, tmp_path: Path) -> None:
    plain = guide(hand, "Secret")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(plain))
    writer.encrypt("open sesame", algorithm="AES-128")
    locked = io.BytesIO()
    writer.write(locked)
    merged, pack = bind(
        tmp_path, guide(hand, "One"), locked.getvalue(), plan=MergePlan(passwords=("no", "open sesame"))
    )
    assert merged.claims == ("PDF/UA-1", "PDF/A-2a")
    assert spoken(pack).endswith(spoken(plain))
    assert not reader_of(pack).is_encrypted
    (verdict,) = validate([merged.path], "ua1")
    assert verdict.faults == ()


def test_attached_files_are_opened_by_the_password_that_does_or_said_to_be_missing(tmp_path: Path) -> None:
    locked = attached()
    merged, pack = bind(tmp_path, locked, plan=MergePlan(passwords=("no", "open, sesame")))
    assert reader_of(pack).attachments == {"secret.txt": [b"a secret of some length"]}
    assert not [each for each in merged.diagnostics if each.code == "left-out"]
    for passwords in ((), ("no",)):
        merged, _ = bind(tmp_path, locked, plan=MergePlan(passwords=passwords))
        (lost,) = [each for each in merged.diagnostics if each.code == "left-out"]
        assert "an attached file is encrypted, and its password is needed" in lost.message


def test_files_with_object_streams_are_read(hand: Hand, tmp_path: Path) -> None:
    plain = guide(hand, "Packed")
    packed = tmp_path / "packed.pdf"
    merge([MergePart(Path("a.pdf"), data=plain)], packed)  # a pack keeps its objects in such streams
    _, pack = bind(tmp_path, packed.read_bytes(), plain)
    assert spoken(pack) == spoken(plain) * 2


def test_a_link_to_a_page_that_was_taken_out_goes_nowhere(tmp_path: Path) -> None:
    """Such a page hangs on in many files; copying it would drag the old page tree along."""
    more = {4: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"}
    page = b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/Dest[4 0 R/Fit]>>]"
    _, pack = bind(tmp_path, page_file(page=page, more=more))
    reader = reader_of(pack)
    assert reader.pages[0]["/Annots"][0]["/Dest"][0] == NullObject()
    groups = reader.xref_objStm
    kinds = [made.get("/Type") for number in groups if isinstance(made := reader.get_object(number), dict)]
    assert kinds.count("/Page") == 1

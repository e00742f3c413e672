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
from tests.bind.packs import guide, landings, page_file, raw_pdf, reader_of, spoken
from tests.pdf.conftest import Hand

from guidepress.bind.merge import merge
from guidepress.bind.plan import Merged, MergePart, MergePlan
from guidepress.verify.standards import validate

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


def bind(folder: Path, *files: bytes, plan: MergePlan | None = None) -> tuple[Merged, bytes]:
    parts = [MergePart(Path(f"{number}.pdf"), data=data) for number, data in enumerate(files, 1)]
    merged = merge(parts, folder / "pack.pdf", plan)
    return merged, (folder / "pack.pdf").read_bytes()


def root_of(data: bytes) -> Any:  # noqa: ANN401 - pypdf's objects have no static shape
    return reader_of(data).trailer["/Root"]


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


def test_archives_of_three_makers_make_one_archive(hand: Hand, tmp_path: Path) -> None:
    """Their sRGB profiles differ byte by byte, but not in the colours they mean."""
    files = [
        guide(hand, "Ours"),
        of_weasyprint("pdf/a-2a"),
        of_typst(tmp_path, "a-2a"),
    ]
    merged, _ = bind(tmp_path, *files)
    assert merged.claims == ("PDF/A-2a",)
    (verdict,) = validate([merged.path], "2a")
    assert verdict.faults == ()


def test_the_weakest_level_of_an_archive_is_kept(hand: Hand, tmp_path: Path) -> None:
    merged, _ = bind(tmp_path, guide(hand, "Ours"), of_weasyprint("pdf/a-3b"))
    assert merged.claims == ("PDF/A-3b",)


def test_a_standard_that_is_lost_is_named_with_the_file(hand: Hand, tmp_path: Path) -> None:
    merged, pack = bind(tmp_path, guide(hand, "Ours"), page_file())
    assert merged.claims == ()
    said = [diagnostic.message for diagnostic in merged.diagnostics]
    assert said[:3] == [
        "The pack is not PDF/UA-1: 2.pdf is not tagged.",
        "The pack is not PDF/A: 2.pdf does not claim it.",
        "2.pdf: not tagged, so a screen reader passes over it.",
    ]
    assert len(root_of(pack)["/StructTreeRoot"]["/K"]["/K"]) == 1


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


def test_old_and_new_destinations_of_one_name_stay_apart(tmp_path: Path) -> None:
    """A name object and a string are two names; so are those of two files (ISO 32000-1, 12.3.2.3)."""
    page = b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/Dest/x>><</Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D(x)>>>>]"
    catalog = b"/Dests<</x[3 0 R/XYZ 1 1 0]>>/Names<</Dests<</Names[(x)<</D[3 0 R/XYZ 2 2 0]>>]>>>>"
    _, pack = bind(tmp_path, page_file(catalog, page), page_file(catalog, page))
    reader = reader_of(pack)
    named = reader.named_destinations
    assert sorted(named) == ["1.x", "1/x", "2.x", "2/x"]
    links = reader.pages[1]["/Annots"]
    assert [links[0]["/Dest"], links[1]["/A"]["/D"]] == ["2/x", "2.x"]
    assert [where for _, where in landings(pack)] == ["/XYZ 1 1 0.0", "/XYZ 2 2 0.0"] * 2


def test_links_into_other_files_keep_their_names(tmp_path: Path) -> None:
    page = b"/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F(other.pdf)/D(x)>>>>]"
    _, pack = bind(tmp_path, page_file(page=page))
    assert reader_of(pack).pages[0]["/Annots"][0]["/A"]["/D"] == "x"


def field_file(name: bytes, value: bytes) -> bytes:
    more = {
        4: b"<</FT/Tx/T(%b)/V(%b)/Kids[5 0 R]>>" % (name, value),
        5: b"<</Type/Annot/Subtype/Widget/Parent 4 0 R/Rect[0 0 9 9]/P 3 0 R>>",
    }
    return page_file(b"/AcroForm<</Fields[4 0 R]/DA(/Helv 0 Tf)>>", b"/Annots[5 0 R]", more)


def test_form_fields_of_one_name_stay_two_fields(tmp_path: Path) -> None:
    _, pack = bind(
        tmp_path, field_file(b"name", b"Ann"), field_file(b"name", b"Ben"), field_file(b"age", b"9")
    )
    form = root_of(pack)["/AcroForm"]
    fields = [each.get_object() for each in form["/Fields"]]
    assert [(field["/T"], field["/V"]) for field in fields] == [
        ("name", "Ann"),
        ("2-name", "Ben"),
        ("age", "9"),
    ]
    assert fields[1]["/DA"] == "/Helv 0 Tf"  # what the form said for its fields, each now says for itself
    widget = reader_of(pack).pages[1]["/Annots"][0]
    assert widget["/Parent"]["/V"] == "Ben"
    assert widget["/P"]["/Type"] == "/Page"


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


def test_attachments_of_one_name_are_both_kept(tmp_path: Path) -> None:
    def file(text: bytes) -> bytes:
        more = {
            4: b"<</Type/Filespec/F(a.txt)/EF<</F 5 0 R>>>>",
            5: b"<</Type/EmbeddedFile/Length %d>>\nstream\n%b\nendstream" % (len(text), text),
        }
        return page_file(b"/Names<</EmbeddedFiles<</Names[(a.txt)4 0 R]>>>>/AF[4 0 R]", more=more)

    _, pack = bind(tmp_path, file(b"one"), file(b"two"))
    root = root_of(pack)
    names = root["/Names"]["/EmbeddedFiles"]["/Names"]
    held = [each.get_object()["/EF"]["/F"].get_data() for each in names[1::2]]
    assert (names[::2], held) == (["2.a.txt", "a.txt"], [b"two", b"one"])
    assert list(root["/AF"]) == [names[3], names[1]]


def test_equal_layers_of_two_files_stay_two_layers(tmp_path: Path) -> None:
    view = b"/OCProperties<</OCGs[4 0 R]/D<</Order[4 0 R]/BaseState/OFF>>>>"
    more = {4: b"<</Type/OCG/Name(Answers)>>"}
    _, pack = bind(tmp_path, *[page_file(view, more=more)] * 2)
    layers = root_of(pack)["/OCProperties"]
    assert len({each.idnum for each in layers["/OCGs"]}) == 2
    assert len(layers["/D"]["/OFF"]) == 2  # what was hidden by default still is


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


def test_files_with_object_streams_are_read(hand: Hand, tmp_path: Path) -> None:
    plain = guide(hand, "Packed")
    packed = tmp_path / "packed.pdf"
    merge([MergePart(Path("a.pdf"), data=plain)], packed)  # a pack keeps its objects in such streams
    _, pack = bind(tmp_path, packed.read_bytes(), plain)
    assert spoken(pack) == spoken(plain) * 2


def test_a_page_inherits_what_its_file_says_for_all(tmp_path: Path) -> None:
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 200 300]/Rotate 90/Resources<</Font<<>>>>>>",
        3: b"<</Type/Pages/Count 1/Kids[4 0 R]/Parent 2 0 R/CropBox[10 10 90 90]>>",
        4: b"<</Type/Page/Parent 3 0 R>>",
    }
    _, pack = bind(tmp_path, raw_pdf(objects))
    page = reader_of(pack).pages[0]
    assert (page["/MediaBox"], page["/CropBox"], page["/Rotate"]) == ([0, 0, 200, 300], [10, 10, 90, 90], 90)
    assert page["/Resources"] == {"/Font": {}}


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

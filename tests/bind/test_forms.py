"""The fields of all files make one form."""

from __future__ import annotations

from pathlib import Path

from tests.bind.bound import bind, root_of
from tests.bind.packs import page_file, reader_of


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


def test_fields_that_do_not_clash_keep_their_names(tmp_path: Path) -> None:
    _, pack = bind(tmp_path, field_file(b"name", b"Ann"), field_file(b"age", b"9"))
    assert [each.get_object()["/T"] for each in root_of(pack)["/AcroForm"]["/Fields"]] == ["name", "age"]


def test_a_pack_without_fields_has_no_form(tmp_path: Path) -> None:
    _, pack = bind(tmp_path, page_file(), page_file(b"/AcroForm<</Fields[]/NeedAppearances true>>"))
    assert "/AcroForm" not in root_of(pack)


def test_what_a_form_says_as_a_whole_is_kept(tmp_path: Path) -> None:
    more = {4: b"<</FT/Tx/T(a)>>", 5: b"<</FT/Tx/T(b)>>"}
    asks = page_file(
        b"/AcroForm<</Fields[4 0 R 5 0 R]/CO[5 0 R 4 0 R]/NeedAppearances true/SigFlags 1/Q 2>>", more=more
    )
    _, pack = bind(tmp_path, field_file(b"name", b"Ann"), asks)
    form = root_of(pack)["/AcroForm"]
    assert form["/NeedAppearances"].value is True
    assert form["/SigFlags"] == 1
    assert [each.get_object()["/T"] for each in form["/CO"]] == ["b", "a"]  # the order of its sums
    assert [each.get_object().get("/Q") for each in form["/Fields"]] == [None, 2, 2]


def test_fonts_of_one_name_are_told_where_they_differ(tmp_path: Path) -> None:
    def form(font: bytes) -> bytes:
        return page_file(
            b"/AcroForm<</Fields[4 0 R]/DR<</Font<</Helv 6 0 R>>/ProcSet[/PDF]>>>>",
            more={4: b"<</FT/Tx/T(%b)>>" % font, 6: b"<</Type/Font/Subtype/Type1/BaseFont/%b>>" % font},
        )

    merged, pack = bind(tmp_path, form(b"Helvetica"), form(b"Arial"))
    fonts = root_of(pack)["/AcroForm"]["/DR"]["/Font"]
    assert fonts["/Helv"]["/BaseFont"] == "/Helvetica"
    assert "The form of 2.pdf uses another font or colour under the name /Helv." in [
        each.message for each in merged.diagnostics
    ]
    same, _ = bind(tmp_path, form(b"Helvetica"), form(b"Helvetica"))
    assert "form-resources" not in {each.code for each in same.diagnostics}


def test_what_a_form_loses_is_said(tmp_path: Path) -> None:
    more = {4: b"<</FT/Sig/T(sign)>>"}
    merged, _ = bind(tmp_path, page_file(b"/AcroForm<</Fields[4 0 R]/XFA(x)>>", more=more))
    assert [each.message for each in merged.diagnostics if each.code in {"xfa-lost", "signature-lost"}] == [
        "The XFA form of 1.pdf was left out; its plain fields were kept.",
        "1.pdf has a field for signatures; a signature in it no longer holds.",
    ]

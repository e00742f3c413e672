"""The fields of all files make one form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bind.packs import page_file, reader_of

from guidepress.bind.merge import merge
from guidepress.bind.plan import Merged, MergePart, MergePlan


def bind(folder: Path, *files: bytes, plan: MergePlan | None = None) -> tuple[Merged, bytes]:
    parts = [MergePart(Path(f"{number}.pdf"), data=data) for number, data in enumerate(files, 1)]
    merged = merge(parts, folder / "pack.pdf", plan)
    return merged, (folder / "pack.pdf").read_bytes()


def root_of(data: bytes) -> Any:  # noqa: ANN401 - pypdf's objects have no static shape
    return reader_of(data).trailer["/Root"]


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

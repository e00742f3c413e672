"""An imposed file says how its pages come off the sheets again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.bind.written import written
from tests.cos.making import TREE, file_of

from guidepress.bind.impose_record import piece_info, recorded
from guidepress.bind.leaves import Leaf
from guidepress.cos import Ref, Stream, open_file
from guidepress.cos.copier import ObjectCopier
from guidepress.cos.pages import PageObject

if TYPE_CHECKING:
    from guidepress.cos import File
    from guidepress.cos.values import Dictionary
    from guidepress.cos.writer import Writer

BOX = [0, 0, 90, 120]
CONTENT = b"0 0 9 9 re f"
FORM = b"<</Subtype/Form/BBox[0 0 90 120]/Resources<<>>%b/Length 12>>\nstream\n" + CONTENT + b"\nendstream"


def leaf(turn: int = 0, unit: float = 1.0) -> Leaf:
    return Leaf(PageObject(3, {}), (5.0, 5.0, 85.0, 115.0), (0.0, 0.0, 90.0, 120.0), turn, unit)


def taken(info: bytes, form: bytes = FORM % b"") -> list[tuple[Dictionary, File]]:
    """The pages that a file with this PieceInfo and this form, object 4, records, each with the file they are in."""
    root = b"<</Type/Catalog/Pages 2 0 R/PieceInfo %b>>" % info
    old = open_file(file_of({**TREE, 1: root, 4: form}), "a.pdf")

    def make(writer: Writer) -> Ref:
        copier = ObjectCopier(old, writer)
        pages = list(recorded(old, copier, writer))
        copier.copy_waiting()
        return writer.add_object({"Kids": list(pages)})

    new = written(make)
    return [(new.dictionary(page), new) for page in new.array(new.root["Kids"])]


def info_of(*pages: bytes) -> bytes:
    return b"<</Guidepress<</Private<</Pages[%b]>>>>>>" % b"".join(pages)


def test_the_record_names_scheme_form_trim_turn_and_unit() -> None:
    assert piece_info("saddle", [(Ref(7), leaf(90, 2.0))]) == {
        "Guidepress": {
            "LastModified": b"D:19700101000000Z",
            "Private": {
                "Type": "ImposedPages",
                "Scheme": b"saddle",
                "Pages": [{"Form": Ref(7), "Trim": [5, 5, 85, 115], "Rotate": 90, "Unit": 2}],
            },
        }
    }


def test_a_page_comes_back_as_it_was() -> None:
    kept = b"<</Form 4 0 R/Trim[5 5 85 115]/Rotate 90/Unit 2>>"
    ((page, file),) = taken(info_of(kept), FORM % b"/Group<</S/Transparency>>/Matrix[1 0 0 1 9 9]")
    assert (page["MediaBox"], page["CropBox"], page["BleedBox"]) == (BOX, BOX, BOX)
    assert (page["TrimBox"], page["Rotate"], page["UserUnit"]) == ([5, 5, 85, 115], 90, 2)
    assert page["Group"] == {"S": "Transparency"}
    content = file.get(page["Contents"])
    assert isinstance(content, Stream)
    assert content == Stream({"Length": 12}, CONTENT)  # no longer a form


def test_what_a_page_did_not_say_it_does_not_say_now() -> None:
    kept = b"<</Form 4 0 R/Trim[5 5 85 115]/Rotate 0/Unit 1>>"
    pages = taken(info_of(kept, kept))
    assert len(pages) == 2
    assert "UserUnit" not in pages[0][0]
    assert "Group" not in pages[0][0]


@pytest.mark.parametrize("info", [b"null", b"<<>>", b"<</Another<<>>>>", b"<</Guidepress[]>>"])
def test_a_file_that_was_not_imposed_has_no_record(info: bytes) -> None:
    assert taken(info) == []


def test_a_form_that_is_no_stream_ends_the_record() -> None:
    assert taken(info_of(b"<</Form 2 0 R/Trim[5 5 85 115]/Rotate 0/Unit 1>>")) == []

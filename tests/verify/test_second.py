"""What pypdf finds otherwise is said: of our files as a fault, of others as a warning."""

from __future__ import annotations

from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import NumberObject
from tests.cos.making import TREE, file_of
from tests.verify.files import book, changed, name, sound

from guidepress.verify.expectation import expect
from guidepress.verify.reading import open_pdf
from guidepress.verify.second import check_second


@pytest.mark.parametrize("promised", [True, False])
def test_a_count_that_is_wrong(promised: bool) -> None:  # noqa: FBT001
    broken = changed(lambda writer: writer.root_object["/Pages"].update({name("Count"): NumberObject(9)}))
    (found,) = check_second(open_pdf(broken), expect(book()) if promised else None)
    assert found.message == "Another reader (pypdf) is told of 9 pages; there are 5."
    assert found.severity == ("error" if promised else "warning")


def test_a_first_bookmark_that_is_another() -> None:
    opened = open_pdf(changed(lambda writer: writer.root_object.pop("/Outlines")))
    (found,) = check_second(opened, expect(book()))
    assert found.message == "Another reader (pypdf) finds '' as the first bookmark, not 'One'."


def test_a_file_that_pypdf_cannot_open() -> None:
    opened = open_pdf(sound())
    opened.file.data = b"%PDF-1.7"
    (found,) = check_second(opened, None)
    assert found.message.startswith("Another reader (pypdf) cannot read all of the file: ")


def test_a_lost_root_is_not_looked_for_in_ten_thousand_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    get = PdfReader.get_object

    def counted(reader: PdfReader, each: Any) -> Any:  # noqa: ANN401 - pypdf's objects
        asked.append(each)
        return get(reader, each)

    monkeypatch.setattr(PdfReader, "get_object", counted)
    data = file_of(TREE, trailer=b"/Root 9 0 R").replace(b"/Size 99", b"/Size 9999")
    (found,) = check_second(open_pdf(data), None)
    assert "cannot read all of the file" in found.message
    assert len(asked) < 300


def test_a_sound_file_is_the_same_to_both() -> None:
    assert list(check_second(open_pdf(sound()), expect(book()))) == []

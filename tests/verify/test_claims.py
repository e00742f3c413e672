"""Standards are claimed in the metadata, as elements or as attributes."""

from __future__ import annotations

import pytest
from tests.verify.files import changed, sound

from guidepress.verify.claims import claims_in, claims_of
from guidepress.verify.reading import open_pdf


@pytest.mark.parametrize(
    ("xmp", "expected"),
    [
        ("<pdfuaid:part>1</pdfuaid:part>", ("PDF/UA-1",)),
        ("<pdfaid:part> 2 </pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>", ("PDF/A-2a",)),
        ("<rdf:Description pdfaid:part='3' pdfaid:conformance = \"U\"/>", ("PDF/A-3u",)),
        ("<pdfaid:part>4</pdfaid:part>", ("PDF/A-4",)),
        ("<pdfaid:conformance>A</pdfaid:conformance>", ()),  # a level of no part
        ("", ()),
    ],
)
def test_claims_are_read_in_either_form(xmp: str, expected: tuple[str, ...]) -> None:
    assert claims_in(xmp) == expected


def test_accessibility_is_named_first() -> None:
    xmp = (
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance><pdfuaid:part>2</pdfuaid:part>"
    )
    assert claims_in(xmp) == ("PDF/UA-2", "PDF/A-2b")


def test_a_file_without_metadata_claims_nothing() -> None:
    assert claims_of(open_pdf(sound())) == ("PDF/UA-1", "PDF/A-2a")
    assert claims_of(open_pdf(changed(lambda writer: writer.root_object.pop("/Metadata")))) == ()

"""Standards are claimed in the metadata, as elements or as attributes."""

from __future__ import annotations

import pytest
from tests.cos.making import TREE, file_of
from tests.verify.files import changed, sound

from guidepress.cos import File, open_file
from guidepress.verify.claims import claims_in, claims_of, packet_of, title_of


def opened(data: bytes) -> File:
    return open_file(data, "a.pdf")


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
    assert claims_of(opened(sound())) == ("PDF/UA-1", "PDF/A-2a")
    assert claims_of(opened(changed(lambda writer: writer.root_object.pop("/Metadata")))) == ()


@pytest.mark.parametrize(
    "metadata", [b"(never closed", b"[1 2]", b"<</Filter/DCTDecode/Length 1>>stream\nx\nendstream"]
)
def test_metadata_beyond_reading_claims_nothing(metadata: bytes) -> None:
    root = b"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>"
    assert claims_of(opened(file_of({**TREE, 1: root, 4: metadata}))) == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be", "utf-16-le"])
def test_a_packet_names_its_encoding(encoding: str) -> None:
    text = "\ufeffpacket".encode(encoding)
    stream = b"<</Length %d>>\nstream\n%b\nendstream" % (len(text), text)
    root = b"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>"
    assert packet_of(opened(file_of({**TREE, 1: root, 4: stream}))).lstrip("\ufeff") == "packet"


def test_a_file_without_an_information_dictionary_is_called_as_its_packet_says() -> None:
    text = b'<dc:title>\n<rdf:Alt><rdf:li xml:lang="x-default">A &amp; B</rdf:li></rdf:Alt></dc:title>'
    stream = b"<</Length %d>>\nstream\n%b\nendstream" % (len(text), text)
    root = b"<</Type/Catalog/Version/2.0/Pages 2 0 R/Metadata 4 0 R>>"
    assert title_of(opened(file_of({**TREE, 1: root, 4: stream}))) == "A & B"
    assert title_of(opened(file_of(TREE))) == ""

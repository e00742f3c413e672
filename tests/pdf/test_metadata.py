"""What a file says of itself, twice and alike."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from guidepress.page.book import Metadata
from guidepress.pdf.metadata import information, packet


def test_metadata_say_the_same_twice() -> None:
    metadata = Metadata("T & <t>", "An Author", "Subject", "en", ("a", "b"), date="2026-11-23T10:20:30Z")
    root = ET.fromstring(packet(metadata, ("ua1", "2a")))  # noqa: S314 - our own packet
    texts = {element.tag.rpartition("}")[2]: "".join(element.itertext()).strip() for element in root.iter()}
    assert texts["title"] == "T & <t>" * 2  # for x-default and for English
    assert texts["creator"] == "An Author"
    assert texts["Keywords"] == "a, b"
    assert texts["CreateDate"] == "2026-11-23T10:20:30Z"
    assert texts["conformance"] == "A"
    expected = "/CreationDate(D:20261123102030Z)/ModDate(D:20261123102030Z)>>"
    assert information(metadata).endswith(expected)
    assert information(metadata).startswith(
        "<</Title(T & <t>)/Author(An Author)/Subject(Subject)/Keywords(a, b)"
    )


@pytest.mark.parametrize(
    ("date", "pdf", "xmp"),
    [
        ("2026-11-23", "D:20261123", "2026-11-23"),
        ("2026-11-23T10:20", "D:20261123102000", "2026-11-23T10:20:00"),
        ("2026-11-23T10:20:30-05:30", "D:20261123102030-05'30'", "2026-11-23T10:20:30-05:30"),
    ],
)
def test_dates(date: str, pdf: str, xmp: str) -> None:
    metadata = Metadata("T", date=date)
    assert f"/CreationDate({pdf})" in information(metadata)
    assert f"<xmp:CreateDate>{xmp}</xmp:CreateDate>".encode() in packet(metadata, ())


def test_no_date_is_made_up() -> None:
    metadata = Metadata("T", date="last spring")
    assert "Date" not in information(metadata)
    assert b"Date>" not in packet(metadata, ())


@pytest.mark.parametrize(
    ("profiles", "claims"),
    [(("ua1", "2a"), (True, b"2")), (("3a",), (False, b"3")), (("ua1",), (True, None)), ((), (False, None))],
)
def test_the_file_claims_what_was_asked_for(
    profiles: tuple[str, ...], claims: tuple[bool, bytes | None]
) -> None:
    made = packet(Metadata("T"), profiles)
    universal, part = claims
    assert (b"<pdfuaid:part>1<" in made) == universal
    assert (b"pdfaid:part" in made) == (part is not None)
    assert part is None or b"<pdfaid:part>" + part + b"<" in made


def test_the_newer_standards_are_named_with_the_year_of_their_text() -> None:
    made = packet(Metadata("T"), ("ua2", "4"))
    assert b"<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>" in made
    assert b"<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>" in made
    assert b"conformance" not in made

"""What a file is, by its bytes and not by its name."""

from __future__ import annotations

import pytest
from tests.exchange.doors.test_archives import packed

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.doors import expect, kind_of
from guidepress.exchange.doors.kinds import FILE_KINDS

FILES = {
    "docx": packed({"[Content_Types].xml": b"", "word/document.xml": b""}),
    "xlsx": packed({"[Content_Types].xml": b"", "xl/workbook.xml": b""}),
    "pptx": packed({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}),
    "opendocument": packed({"mimetype": b"", "content.xml": b""}),
    "epub": packed({"mimetype": b"", "META-INF/container.xml": b"", "content.xml": b""}),
    "h5p": packed({"h5p.json": b"{}", "content/content.json": b"{}"}),
    "package": packed({"course/imsmanifest.xml": b"<manifest/>"}),
    "anki": packed({"collection.anki2": b"", "media": b"{}"}),
    "zip": packed({"x.csv": b""}),
    "old-office": b"\xd0\xcf\x11\xe0\xa1\xb1",
    "pdf": b"%PDF-1.7\n",
    "rtf": b"{\\rtf1 x}",
    "sqlite": b"SQLite format 3\0x",
    "gzip": b"\x1f\x8b\x08",
    "picture": b"\x89PNG\r\n\x1a\n",
    "html": b"<!-- saved -->\n<!DOCTYPE html><html>",
    "xml": b"\xef\xbb\xbf<?xml version='1.0'?><quiz/>",
    "json": b'{"a": 1}',
    "text": b"1. What?\n{ no JSON }",
    "binary": bytes(range(256)),
}


def test_every_kind_has_its_example() -> None:
    assert set(FILES) == set(FILE_KINDS)


@pytest.mark.parametrize("kind", FILES)
def test_a_file_is_known_by_its_bytes(kind: str) -> None:
    assert kind_of(FILES[kind], "quiz.txt") == kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("<quiz/>".encode("utf-16"), "xml"),
        ("<quiz/>".encode("utf-16-be"), "xml"),
        ("::a::What?{=b}".encode("utf-16-le"), "text"),
        ("Größe?".encode("cp1252"), "text"),
        (b"[html]What is it?{=a}", "text"),
        (b'["a", 1]', "json"),
        (b"<p>One", "html"),
        (b"  \n<questestinterop>", "xml"),
        (b"< 3 is less", "text"),
        (b"", "text"),
    ],
)
def test_texts_are_told_apart_in_any_encoding(data: bytes, kind: str) -> None:
    assert kind_of(data, "x") == kind


def test_a_file_of_another_kind_under_a_wrong_name_is_refused_with_what_it_is() -> None:
    assert expect(FILES["docx"], "a.docx", ("docx", "text"), "a Word file or a text") == "docx"
    with pytest.raises(FaultsFound) as found:
        expect(FILES["pdf"], "a.docx", ("docx", "text"), "a Word file or a text")
    assert str(found.value) == (
        "error: a.docx is a PDF, not a Word file or a text."
        " A PDF has no structure to read; ask for the file it was made from. [wrong-format]"
    )


def test_a_file_of_a_known_kind_under_a_wrong_name_is_told_the_name_that_it_needs() -> None:
    with pytest.raises(FaultsFound, match=r"is a Word file, not a text\. Let its name end with \.docx, and"):
        expect(FILES["docx"], "bank.gift", ["text", "html"], "a text")
    with pytest.raises(FaultsFound, match=r"is a Word file, not a text\. \["):
        expect(FILES["docx"], "bank.docx", ["text", "html"], "a text")

"""What a reader sees of a file: its pages, fonts and tags."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from tests.verify.files import changed as broken
from tests.verify.files import sound

from guidepress.base.diagnostics import FaultsFound
from guidepress.cos import Ref
from guidepress.verify.reading import open_pdf
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.build import Built


def changed(pdf: bytes, change: Callable[[pypdf.PdfWriter], None]) -> bytes:
    """The file after pypdf has changed something in it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_an_encrypted_file_needs_its_password(small_book: Built) -> None:
    locked = changed(small_book.pdf, lambda writer: writer.encrypt("open sesame", algorithm="RC4-128"))
    with pytest.raises(FaultsFound, match="encrypted"):
        verify(locked)
    report = verify(locked, password="open sesame")  # noqa: S106 - the test's own
    assert report.pages == len(small_book.book.pages)


@pytest.mark.parametrize(
    ("sentence", "data"),
    [
        ("is not a PDF file", b""),
        ("is not a PDF file", b"hello"),
        ("is damaged or incomplete", b"%PDF-1.7\n"),
        ("cannot be read as a PDF", b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF"),
    ],
)
def test_what_is_no_pdf_is_a_sentence(sentence: str, data: bytes) -> None:
    with pytest.raises(FaultsFound, match=sentence):
        verify(data)


def test_pages_are_known_by_their_references_only() -> None:
    opened = open_pdf(sound())
    assert [opened.page_index(Ref(page.number)) for page in opened.pages] == [0, 1, 2, 3, 4]
    assert opened.page_index(opened.file.trailer["Root"]) == -1
    assert opened.page_index(None) == -1


def test_text_is_read_mark_by_mark_in_the_order_of_the_tree() -> None:
    opened = open_pdf(sound())
    assert list(opened.reading_order()) == [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]
    assert opened.marked_text(2) == {0: "Two", 1: "Two begins", 2: "Two ends"}
    assert opened.marked_text(4) == {}


def test_a_page_without_fonts_has_none() -> None:
    def bare(writer: Any) -> None:  # noqa: ANN401 - pypdf's writer
        del writer.pages[3]["/Resources"]
        writer.pages[2]["/Resources"].pop("/Font")

    opened = open_pdf(broken(bare))
    assert (opened.fonts(3), opened.fonts(2)) == ({}, {})
    assert list(open_pdf(sound()).fonts(3)) == ["F0"]

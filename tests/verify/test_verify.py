"""The verifier finds what is wrong: a good file passes, and each promise broken is named."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, NameObject

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.page.book import SectionText
from guidepress.verify.expectation import Expectation, expect
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.build import Built


def codes(pdf: bytes, expectation: Expectation | None = None) -> set[str]:
    return {diagnostic.code for diagnostic in verify(pdf, expectation).diagnostics}


def changed(pdf: bytes, change: Callable[[pypdf.PdfWriter], None]) -> bytes:
    """The file after pypdf has changed something in it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


BROKEN: dict[str, Callable[[Expectation], dict[str, Any]]] = {
    "page-count": lambda good: {"sizes": (*good.sizes, good.sizes[-1])},
    "printed-count": lambda good: {"counted": good.counted + 3},
    "page-size": lambda good: {"sizes": ((1000, 1000), *good.sizes[1:])},
    "title": lambda _: {"title": "Another"},
    "language": lambda _: {"language": "fr"},
    "page-label": lambda good: {"labels": ("xx", *good.labels[1:])},
    "outline": lambda good: {"outline": good.outline[1:]},
    "link": lambda good: {"links": (99, *good.links[1:])},
    "reading-order": lambda good: {
        "sections": (*good.sections, SectionText("x", "X", "never said", "nor this"))
    },
}


def test_a_built_book_holds_what_it_promised(small_book: Built) -> None:
    report = verify(small_book.pdf, expect(small_book.book))
    assert report.diagnostics == ()
    assert report.pages == len(small_book.book.pages)
    assert report.claims == ("PDF/UA-1", "PDF/A-2a")
    assert len(report.checks) == 12


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_promise_is_named(small_book: Built, code: str) -> None:
    good = expect(small_book.book)
    assert code in codes(small_book.pdf, replace(good, **BROKEN[code](good)))


def test_sections_read_in_the_wrong_order_are_found(small_book: Built) -> None:
    good = expect(small_book.book)
    assert len(good.sections) > 1
    backwards = replace(good, sections=tuple(reversed(good.sections)))
    assert "reading-order" in codes(small_book.pdf, backwards)


def test_a_font_that_is_not_embedded_is_found(small_book: Built) -> None:
    def strip(writer: pypdf.PdfWriter) -> None:
        for item in writer._objects:
            if isinstance(item, dict):
                item.pop(NameObject("/FontFile2"), None)
                item.pop(NameObject("/ToUnicode"), None)

    assert {"font-not-embedded", "no-tounicode"} <= codes(changed(small_book.pdf, strip))


def test_a_blank_page_that_was_not_meant_is_found(small_book: Built) -> None:
    def empty(writer: pypdf.PdfWriter) -> None:
        writer.pages[-1][NameObject("/Contents")] = ArrayObject()

    assert "blank-page" in codes(changed(small_book.pdf, empty), expect(small_book.book))


def test_a_link_that_leads_nowhere_is_found(small_book: Built) -> None:
    def cut(writer: pypdf.PdfWriter) -> None:
        names = writer.root_object["/Names"]["/Dests"]  # type: ignore[index]
        names[NameObject("/Names")] = ArrayObject()

    assert "link" in codes(changed(small_book.pdf, cut))


def test_a_truncated_file_never_ends_in_a_traceback(small_book: Built) -> None:
    for share in range(1, 10):
        half = small_book.pdf[: len(small_book.pdf) * share // 10]
        try:
            report = verify(half, expect(small_book.book))
        except FaultsFound:
            continue
        assert not report.passed, "a file cut short cannot hold what the book promised"

"""Every layout that ships is PDF/UA-1 and PDF/A-2a, by veraPDF's word."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from tests.groups import together
from tests.ledger.shelves import set_in
from tests.stock import Stock, stock_book, stock_layout

from guidepress.layout import stock_layouts
from guidepress.pdf import write_pdf
from guidepress.verify.expectation import expect
from guidepress.verify.report import Report
from guidepress.verify.standards import validate
from guidepress.verify.verify import verify

LAYOUTS = [name for name, _ in stock_layouts()]


def checked(stock: Stock, name: str) -> tuple[bytes, Report]:
    """A book's file, and what the verifier says of it."""
    pdf = write_pdf(stock.book, stock_layout(name).standards)
    return pdf, verify(pdf, expect(stock.book))


@pytest.mark.parametrize("layout", [pytest.param(name, marks=together(name)) for name in LAYOUTS])
def test_a_layout_conforms(layout: str, tmp_path: Path) -> None:
    own = stock_layout(layout)
    paper = "letter" if own.page == stock_layout(layout, "letter").page else None  # None is its own
    paths = []
    for guide in set_in(layout):
        pdf, report = checked(stock_book(guide, layout, paper), layout)
        assert report.passed
        path = tmp_path / f"{guide}.pdf"
        path.write_bytes(pdf)
        paths.append(path)
    assert paths
    for standard in ("ua1", "2a"):
        verdicts = list(validate(paths, standard))
        assert [(verdict.path, verdict.faults) for verdict in verdicts if not verdict.conforms] == []


@pytest.mark.parametrize("layout", [pytest.param(name, marks=together(name, "a4")) for name in LAYOUTS])
def test_a_layout_keeps_its_promises_on_the_other_paper(layout: str) -> None:
    for guide in set_in(layout):
        stock = stock_book(guide, layout, "a4")
        _, report = checked(stock, layout)
        assert report.passed
        said = (*stock.document.diagnostics, *stock.book.diagnostics, *report.diagnostics)
        assert said == (), f"{guide}: {said}"


NEWER = ["study-guide", "teaching-guide", "student-workbook", "one-page", "flash-cards", "dyslexia-friendly"]


@pytest.mark.parametrize("layout", [pytest.param(name, marks=together(name)) for name in NEWER])
def test_a_layout_can_be_of_the_newer_standards(layout: str, tmp_path: Path) -> None:
    own = stock_layout(layout)
    paper = "letter" if own.page == stock_layout(layout, "letter").page else None
    book = stock_book("a-christmas-carol", layout, paper).book
    pdf = write_pdf(book, ("ua2", "4"))
    report = verify(pdf, expect(book))
    assert (report.passed, report.claims) == (True, ("PDF/UA-2", "PDF/A-4"))
    path = tmp_path / "newer.pdf"
    path.write_bytes(pdf)
    for standard in ("ua2", "4"):
        (verdict,) = validate([path], standard)
        assert verdict.faults == ()
        assert verdict.conforms


def test_a_file_without_tags_does_not_conform(tmp_path: Path) -> None:
    path = tmp_path / "bare.pdf"
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.write(path)
    verdict = next(validate([path], "ua1"))
    assert verdict.conforms is False
    assert verdict.faults

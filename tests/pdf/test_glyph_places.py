"""What another reader finds on a page stands where the page has it; `python -m benchmarks.places` reads every book."""

from __future__ import annotations

import pytest
from benchmarks.places import beginnings, by_pdfium
from tests.groups import together
from tests.stock import stock_book

from guidepress.base.record import replace
from guidepress.page.items import Frame, Run
from guidepress.pdf import write_pdf


@pytest.mark.parametrize(
    ("guide", "layout"),
    [
        pytest.param(*pair, marks=together(pair[1]))
        for pair in (
            ("a-christmas-carol", "handout"),
            ("don-quijote", "one-page"),
            ("ozymandias", "study-guide"),
        )
    ],
)
def test_words_begin_where_the_book_has_them(guide: str, layout: str) -> None:
    book = stock_book(guide, layout, None).book
    assert sum(1 for page in book.pages for _ in beginnings(page)) > 100
    assert by_pdfium(book, write_pdf(book)) == []


@together("handout")
def test_a_word_that_stands_elsewhere_is_found() -> None:
    """Half a point to the right is astray."""
    book = stock_book("a-christmas-carol", "handout", None).book
    pdf = write_pdf(book)
    first, *pages = book.pages
    at, frame = next(
        (at, frame)
        for at, frame in enumerate(first.frames)
        if isinstance(frame, Frame) and frame.items and isinstance(frame.items[0], Run)
    )
    frames = (*first.frames[:at], replace(frame, x=frame.x + 500), *first.frames[at + 1 :])
    moved = replace(book, pages=(replace(first, frames=frames), *pages))
    assert by_pdfium(moved, pdf)

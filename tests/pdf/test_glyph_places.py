"""What another reader finds on a page stands where the page has it."""

from __future__ import annotations

from ctypes import byref, c_double
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pypdfium2 import raw
from tests.groups import together
from tests.stock import stock_book

from guidepress.page.items import Run
from guidepress.pdf import write_pdf
from guidepress.pdf.placed import flatten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.page.book import Page

NEAR = 0.06
"""Points: moves are rounded to a tenth of a thousandth of the size, a dozen of them in a line."""


def beginnings(page: Page) -> Iterator[tuple[str, float, float]]:
    """Each word of a page with the place of its first glyph, points from the lower left corner."""
    for item, x, y, _ in flatten(page):
        if not isinstance(item, Run) or item.tracking * 12 > item.size:
            continue  # words whose letters stand apart say by themselves what they spell
        at, wide = float(x), 1 + item.expansion / 1000
        for word in item.words:
            rise = word.offsets[0] if word.offsets else (0, 0)
            if rise == (0, 0) and word.clusters and word.clusters[0].isalnum():
                yield word.text, at / 1000, y / 1000
            glyphs = word.width * item.size / word.face.units_per_em + item.tracking * len(word.glyphs)
            at += glyphs * wide + item.gap


def origins(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """Where pdfium draws the glyphs of a page."""
    text = page.get_textpage()
    found = []
    for index in range(text.count_chars()):
        x, y = c_double(), c_double()
        if raw.FPDFText_GetCharOrigin(text.raw, index, byref(x), byref(y)):
            found.append((x.value, y.value))
    return found


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
    document = pypdfium2.PdfDocument(write_pdf(book))
    for page, read in zip(book.pages, document, strict=True):
        drawn = origins(read)
        rows: dict[int, list[tuple[float, float]]] = {}
        for x, y in drawn:
            rows.setdefault(round(y), []).append((x, y))
        astray = [
            (word, x, y)
            for word, x, y in beginnings(page)
            if not any(
                abs(x - left) < NEAR and abs(y - base) < NEAR
                for near in (round(y) - 1, round(y), round(y) + 1)
                for left, base in rows.get(near, ())
            )
        ]
        assert astray == [], page.number

"""In: the guides and layouts that come with guidepress. Out: their books, five guides a layout and paper."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple

from tests.ledger.shelves import GUIDES, ROOT

from guidepress.build import Tools, make_book
from guidepress.guide import load_guide
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from guidepress.document.blocks import Document
    from guidepress.layout import Layout
    from guidepress.page.book import Book

__all__ = ["Shelf", "Stock", "shelf"]


class Stock(NamedTuple):
    """A guide's document and book."""

    guide: str
    document: Document
    book: Book


class Shelf(NamedTuple):
    """The books of all guides in one layout on one paper."""

    paper: str
    layout: Layout
    books: tuple[Stock, ...]


def shelf(paper: str, name: str) -> Shelf:
    """Set every guide; a book makes few circles, looking for them takes a tenth of its time."""
    layout = load_layout(name, paper=paper)
    tools = Tools(layout)
    gc.disable()
    try:
        books = tuple(
            Stock(guide, *make_book(load_guide(ROOT / "guides" / f"{guide}.yaml"), layout, tools))
            for guide in GUIDES
        )
    finally:
        gc.enable()
    return Shelf(paper, layout, books)

"""The guides, layouts and books that come with guidepress, each read and set once a process for all tests.

They are frozen records, so that tests may share them. Tests that read a layout's books are in one group
(`tests.groups.together`): a worker sets the books, all these tests read them, and then they are let go.
"""

from __future__ import annotations

import gc
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tests.ledger.shelves import GUIDES, ROOT, set_in

from guidepress.build import Tools, make_book
from guidepress.guide import load_guide
from guidepress.layout import load_layout

if TYPE_CHECKING:
    from guidepress.document.blocks import Document
    from guidepress.guide.model import Guide
    from guidepress.layout import Layout
    from guidepress.page.book import Book

__all__ = ["Shelf", "Stock", "shelf", "stock_book", "stock_guide", "stock_layout"]

_KEPT = 2 * len(GUIDES)
"""So many books are kept: those of two layouts."""


class Stock(NamedTuple):
    """A guide's document and book."""

    guide: str
    document: Document
    book: Book


class Shelf(NamedTuple):
    """The books of all guides that are set in one layout, on one paper."""

    paper: str
    layout: Layout
    books: tuple[Stock, ...]


@cache
def stock_guide(name: str) -> Guide:
    """A guide that comes with guidepress."""
    return load_guide(ROOT / "guides" / f"{name}.yaml")


@cache
def stock_layout(name: str, paper: str | None = None) -> Layout:
    """A layout that comes with guidepress, on its own paper if no other is asked for."""
    return load_layout(name, paper=paper)


@lru_cache(maxsize=2)
def _tools(name: str, paper: str | None) -> Tools:
    return Tools(stock_layout(name, paper))


@lru_cache(maxsize=_KEPT)
def stock_book(guide: str, name: str, paper: str | None = "letter") -> Stock:
    """A guide set in a layout; a book makes few circles, looking for them takes a tenth of its time."""
    gc.disable()
    try:
        return Stock(guide, *make_book(stock_guide(guide), stock_layout(name, paper), _tools(name, paper)))
    finally:
        gc.enable()


def shelf(paper: str, name: str) -> Shelf:
    """Every guide that a layout is made for, set in it on one paper."""
    books = tuple(stock_book(guide, name, paper) for guide in set_in(name))
    return Shelf(paper, stock_layout(name, paper), books)

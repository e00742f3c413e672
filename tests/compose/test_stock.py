"""Every stock layout composes every guide that comes with guidepress."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.compose.outline import texts

if TYPE_CHECKING:
    from tests.stock import Shelf


def test_a_layout_composes_every_guide(stock: Shelf) -> None:
    for book in stock.books:
        document = book.document
        assert document.sections
        assert (document.cover is None) == (stock.layout.cover == "none")
        assert all(
            block.inlines
            for section in document.sections
            for block in texts(section.blocks)
            if block.role == "P"
        )

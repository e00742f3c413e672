from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ledger.files import FOLDER, differences
from tests.ledger.kinds import KINDS
from tests.ledger.shelves import SHELVES, set_in

if TYPE_CHECKING:
    from tests.stock import Shelf


def test_the_stock_books_look_as_they_did(stock: Shelf) -> None:
    found = differences(stock)
    if found:
        pytest.fail(found, pytrace=False)


def test_no_file_is_kept_of_a_book_or_page_that_is_no_more() -> None:
    books = {FOLDER / paper / f"{guide}.{name}.txt" for paper, name in SHELVES for guide in set_in(name)}
    pages = {FOLDER / "pages" / f"{kind.name}.txt" for kind in KINDS}
    assert set(FOLDER.rglob("*.txt")) == books | pages

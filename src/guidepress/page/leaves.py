"""The pages of a print file: pages of books, each with what a copy adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.page.book import Page
    from guidepress.page.items import Frame

__all__ = ["CodeSymbol", "PrintLeaf"]


@record
class CodeSymbol:
    """A square code of dark and light modules.

    Attributes:
        rows: a number a row, top down; its bits are the modules, the left one the highest, dark ones set.
        x, y: upper left corner of the modules on the page, mpt; the white zone around them is not counted.
        size: side of the square, mpt.
    """

    rows: tuple[int, ...]
    x: int
    y: int
    size: int


@record
class PrintLeaf:
    """A page of a print file.

    Attributes:
        page: a page of a book; many leaves may have the same.
        over: what this copy adds to this page.
        common: what it adds to this page as to others; leaves with the same object share it in the file.
        symbol: the code of this page of this copy.
        begins: the copy that begins here, for the outline; "" within a copy.
        filled: what it fills in on the page, its name say; leaves that have the same in the same places share it in the file.
    """

    page: Page
    over: tuple[Frame, ...] = ()
    common: tuple[Frame, ...] = ()
    symbol: CodeSymbol | None = None
    begins: str = ""
    filled: tuple[Frame, ...] = ()

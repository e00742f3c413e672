"""The pages of a print file: pages of books, each with what a copy adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.colour import BLACK
from guidepress.base.record import record
from guidepress.page.items import ARTIFACT, Frame, Shape

if TYPE_CHECKING:
    from guidepress.page.book import Page
    from guidepress.page.items import PathOp

__all__ = ["CodeSymbol", "PrintLeaf", "symbol_frame"]


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
    """

    page: Page
    over: tuple[Frame, ...] = ()
    common: tuple[Frame, ...] = ()
    symbol: CodeSymbol | None = None
    begins: str = ""


def symbol_frame(symbol: CodeSymbol) -> Frame:
    """Draw a code as one shape, a rectangle for each run of dark modules; it is no part of the text."""
    count = len(symbol.rows)
    edges = [symbol.size * index // count for index in range(count + 1)]
    path: list[PathOp] = []
    for y, row in enumerate(symbol.rows):
        x = 0
        while x < count:
            if not row >> (count - 1 - x) & 1:
                x += 1
                continue
            start = x
            while x < count and row >> (count - 1 - x) & 1:
                x += 1
            path.append(("r", (edges[start], edges[y], edges[x] - edges[start], edges[y + 1] - edges[y])))
    return Frame(symbol.x, symbol.y, (Shape(tuple(path), fill=BLACK, tag=ARTIFACT),), ARTIFACT)

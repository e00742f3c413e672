"""In: a count of pages and a grid. Out: orders for sheets cut, or read as they are: n-up, stacks, cards, repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.bind.orders.model import BACK, BLANK, FRONT, Order, Place

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["cards", "cut_and_stack", "step_and_repeat", "up"]


def up(pages: int, columns: int, rows: int, *, sides: int = 1, rtl: bool = False) -> Order:
    """Order several pages beside one another, in the order they are read, row by row.

    Args:
        pages: how many pages there are.
        columns: of the grid.
        rows: of the grid.
        sides: 1 leaves the backs white, 2 goes on there.
        rtl: rows run from right to left.

    Raises:
        ValueError: there are no pages, the grid has no place, or `sides` is neither 1 nor 2.
    """
    cells = columns * rows

    def page(sheet: int, side: int, cell: int) -> int:
        return (sheet * sides + side) * cells + cell

    return _fill("up", (pages, columns, rows, sides), page, rtl=rtl, mirrored=False)


def cut_and_stack(pages: int, columns: int, rows: int, *, sides: int = 2, rtl: bool = False) -> Order:
    """Order pages so that the pile of sheets, cut and its stacks laid on one another, is in order.

    Stack c, cut from cell c of every sheet, holds the pages from c x sheets x sides on. On the back each page
    stands behind the one before it.

    Args:
        pages: how many pages there are.
        columns: of the grid.
        rows: of the grid.
        sides: 1 leaves the backs white, 2 prints them.
        rtl: cells are counted from the right.

    Raises:
        ValueError: there are no pages, the grid has no place, or `sides` is neither 1 nor 2.
    """
    _check(pages, columns, rows, sides)
    sheets = -(-pages // (columns * rows * sides))

    def page(sheet: int, side: int, cell: int) -> int:
        return cell * sheets * sides + sheet * sides + side

    return _fill("stack", (pages, columns, rows, sides), page, rtl=rtl, mirrored=True)


def cards(pages: int, columns: int, rows: int, *, sides: int = 2, rtl: bool = False) -> Order:
    """Order pages by twos as the fronts and backs of cards: words and meanings, questions and answers.

    Args:
        pages: how many pages there are; 1 and 2 are the first card.
        columns: of the grid.
        rows: of the grid.
        sides: 1 leaves the backs white, so that every page is a card.
        rtl: cards are counted from the right.

    Raises:
        ValueError: there are no pages, the grid has no place, or `sides` is neither 1 nor 2.
    """
    cells = columns * rows

    def page(sheet: int, side: int, cell: int) -> int:
        return (sheet * cells + cell) * sides + side

    return _fill("cards", (pages, columns, rows, sides), page, rtl=rtl, mirrored=True)


def step_and_repeat(pages: int, columns: int, rows: int, *, sides: int = 2, rtl: bool = False) -> Order:
    """Order one page (and its back) into every place of a sheet, for cards, bookmarks and tickets.

    Args:
        pages: how many pages there are; each takes a side of its own.
        columns: of the grid.
        rows: of the grid.
        sides: 1 leaves the backs white, 2 prints page 2 behind page 1 and so on.
        rtl: cells are counted from the right; it changes nothing that can be seen.

    Raises:
        ValueError: there are no pages, the grid has no place, or `sides` is neither 1 nor 2.
    """

    def page(sheet: int, side: int, _: int) -> int:
        return sheet * sides + side

    return _fill("repeat", (pages, columns, rows, sides), page, rtl=rtl, mirrored=True, repeats=True)


def _check(pages: int, columns: int, rows: int, sides: int) -> None:
    if pages < 1:
        raise ValueError("there are no pages to put in order")
    if columns < 1 or rows < 1:
        raise ValueError(f"a grid of {columns} by {rows} has no place for a page")
    if sides not in {1, 2}:
        raise ValueError(f"a sheet has 1 or 2 sides, not {sides}")


def _fill(
    scheme: str,
    grid: tuple[int, int, int, int],
    page: Callable[[int, int, int], int],
    *,
    rtl: bool,
    mirrored: bool,
    repeats: bool = False,
) -> Order:
    """Fill the grid of every side; `mirrored` puts a cell's back behind its front."""
    pages, columns, rows, sides = grid
    _check(pages, columns, rows, sides)
    sheets = -(-pages // (sides if repeats else columns * rows * sides))
    places: list[Place] = []
    for sheet in range(sheets):
        for side in (FRONT, BACK)[:sides]:
            backwards = rtl != (mirrored and side == BACK)
            for row in range(rows):
                for column in range(columns):
                    along = columns - 1 - column if backwards else column
                    number = page(sheet, side, row * columns + along)
                    places.append(Place(sheet, side, column, row, number if number < pages else BLANK))
    return Order(scheme, pages, sheets, columns, rows, sides, tuple(places))

"""Order and Place: sheets as a grid of places on the front and on the back.

A back is described as the printer's sheet is seen after it was turned like a leaf of a book, around its upright
axis: behind the leftmost column of the front lies the rightmost column of the back, and heads stay up.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from guidepress.base.record import record

__all__ = ["BACK", "BLANK", "FRONT", "Fold", "Order", "Place", "Spine", "pad"]

FRONT, BACK = 0, 1

BLANK = -1
"""The page of a place that stays empty."""

Spine = Literal["", "left", "right"]

Fold: TypeAlias = tuple[Literal["x", "y"], int]
"""("x", 1): the sheet is folded between the columns 0 and 1; ("y", 1): between the rows 0 and 1."""


@record
class Place:
    """One place on one side of a sheet.

    Attributes:
        sheet: 0 is the first sheet off the press: the outermost of a saddle-stitched booklet.
        side: FRONT or BACK.
        column, row: in the grid, from its top left corner as that side is looked at.
        page: 0 is the first page; BLANK stays empty.
        turn: 0 or 180: how far the page is turned.
        spine: the side of the place, on the sheet, at which the page is bound; "" where it is cut loose.
        nest: how many sheets lie around this one in its signature.
        nests: how many sheets the signature has.
    """

    sheet: int
    side: int
    column: int
    row: int
    page: int
    turn: int = 0
    spine: Spine = ""
    nest: int = 0
    nests: int = 1


@record
class Order:
    """Where every page stands.

    Attributes:
        scheme: its name on the command line.
        pages: how many pages were put in order.
        sheets: how many sheets they take.
        columns, rows: of the grid on each side.
        sides: 1 where only fronts are printed, else 2.
        places: by sheet, side, row and column.
        folds: boundaries of the grid that are folded; all others are cut.
        slit: ("y", 1), 1, 3: a cut along a boundary from one column to another; None for none.
    """

    scheme: str
    pages: int
    sheets: int
    columns: int
    rows: int
    sides: int
    places: tuple[Place, ...]
    folds: tuple[Fold, ...] = ()
    slit: tuple[Fold, int, int] | None = None

    @property
    def blanks(self) -> int:
        """How many places stay empty."""
        return sum(place.page == BLANK for place in self.places)


def pad(pages: int, multiple: int, last: int = 0) -> tuple[int, ...]:
    """List the pages in reading order with as many blanks as fill up a multiple.

    Args:
        pages: how many pages there are.
        multiple: of what the result's length must be a multiple.
        last: how many pages at the end must stay at the end, behind the blanks (a back cover: 1).

    Raises:
        ValueError: there are no pages, or `last` is more than there are.
    """
    if pages < 1:
        raise ValueError("there are no pages to put in order")
    if not 0 <= last <= pages:
        raise ValueError(f"the last {last} of {pages} pages cannot be kept at the end")
    body = range(pages - last)
    blanks = (BLANK,) * (-pages % multiple)
    return (*body, *blanks, *range(pages - last, pages))

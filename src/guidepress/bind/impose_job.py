"""Everything an imposition can be asked for, and the order and the creep that follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.record import field, record
from guidepress.bind.orders import (
    cards,
    cut_and_stack,
    saddle,
    signatures,
    step_and_repeat,
    up,
    with_blanks,
    zine,
)

if TYPE_CHECKING:
    from guidepress.bind.orders import Order, Place

__all__ = ["GRIDS", "SCHEMES", "Creep", "Job", "PrinterMarks", "creep_of", "order_of"]

SCHEMES: dict[str, str] = {
    "saddle": "sheets nested into one another and stitched through the fold",
    "perfect": "signatures of a few nested sheets, glued at their backs",
    "up": "several pages beside one another, in reading order",
    "stack": "cut the pile, lay the stacks on one another: the pages are in order",
    "cards": "pages by twos, the fronts and backs of cards",
    "repeat": "one page in every place of a sheet: bookmarks, tickets",
    "zine": "eight pages on one side of one sheet, slit and folded",
}

GRIDS: dict[int, tuple[int, int]] = {2: (2, 1), 4: (2, 2), 8: (4, 2), 9: (3, 3), 16: (4, 4)}
"""Columns and rows for upright pages, by how many stand on a side; pages on their side swap the two."""


_FLAT = {"up": (up, 1), "stack": (cut_and_stack, 2), "cards": (cards, 2), "repeat": (step_and_repeat, 2)}
"""Schemes on a grid, and how many sides they print where nothing is said."""


@record
class Creep:
    """How far the sheets inside a fold push one another out, lengths in mpt; one of the two may be given.

    Attributes:
        caliper: thickness of one sheet.
        total: from the outermost sheet to the innermost of a booklet or of the fullest signature.
        moves: "inside" moves inner pages towards the spine; "outside" moves outer pages away from it, so that
            the spread in the middle stays as it was.
    """

    caliper: int = 0
    total: int = 0
    moves: Literal["inside", "outside"] = "inside"


@record
class PrinterMarks:
    """What is printed around the pages, lengths in mpt.

    Attributes:
        kinds: of "trim", "fold" and "register".
        length: of trim and fold marks. 18 pt, the short end of what printers use (18 to 24).
        weight: of the lines. A quarter of a point can be seen and does not cover what is cut (0.1 to 0.5).
        offset: between the trimmed page and a mark; None takes 6 pt, or the bleed where that is more.
    """

    kinds: frozenset[str] = frozenset()
    length: int = 18_000
    weight: int = 250
    offset: int | None = None


@record
class Job:
    """What an imposition is asked for, lengths in mpt.

    Attributes:
        scheme: a key of SCHEMES.
        sheet: width and height of the paper, either way round; None takes what the pages need.
        up: pages on a side, a key of GRIDS, for "up", "stack", "cards" and "repeat".
        signature: sheets in a signature, for "perfect".
        sides: 1 prints fronts only; None takes what is usual for the scheme.
        flip: the edge of the sheet around which the printer turns it.
        rtl: bound at the right, read from the right.
        blank_after: pages, 0 is the first, behind each of which a place stays empty.
        last: pages that stay at the very end, behind the blanks.
        scale: "fit" makes the pages as large as the sheet allows, "none" keeps their size.
        gutter: between neighbouring pages; None takes what their bleeds need where they are cut apart.
        margin: least white around the pages.
        slug: the name to print on a line beside the marks; "" prints none.
    """

    scheme: str = "saddle"
    sheet: tuple[int, int] | None = None
    up: int = 2
    signature: int = 4
    sides: int | None = None
    flip: Literal["long", "short"] = "long"
    rtl: bool = False
    last: int = 0
    scale: Literal["fit", "none"] = "fit"
    gutter: int | None = None
    margin: int = 0
    creep: Creep = Creep()
    marks: PrinterMarks = field(default=PrinterMarks())
    slug: str = ""
    blank_after: tuple[int, ...] = ()


def order_of(job: Job, pages: int, *, upright: bool = True) -> Order:
    """Put pages in the job's order, the backs as they lie behind their fronts.

    Args:
        job: what is asked for.
        pages: how many pages there are.
        upright: whether the pages are higher than wide; else grids swap columns and rows.

    Raises:
        ValueError: there are no pages, the scheme or the number of pages on a side is unknown, or something
            is out of range.
    """
    if not job.blank_after or pages < 1:
        return _order(job, pages, upright=upright)
    return with_blanks(_order(job, pages + len(job.blank_after), upright=upright), job.blank_after)


def _order(job: Job, pages: int, *, upright: bool) -> Order:
    if job.scheme == "saddle":
        return saddle(pages, rtl=job.rtl, last=job.last)
    if job.scheme == "perfect":
        return signatures(pages, job.signature, rtl=job.rtl, last=job.last)
    if job.scheme == "zine":
        return zine(pages, rtl=job.rtl, last=job.last)
    if job.up not in GRIDS:
        raise ValueError(
            f"{job.up} pages on a side is no known grid; choose from {', '.join(map(str, GRIDS))}"
        )
    if job.scheme not in _FLAT:
        raise ValueError(f"there is no scheme {job.scheme!r}; choose from {', '.join(SCHEMES)}")
    columns, rows = GRIDS[job.up] if upright else GRIDS[job.up][::-1]
    make, sides = _FLAT[job.scheme]
    return make(pages, columns, rows, sides=job.sides or sides, rtl=job.rtl)


def creep_of(creep: Creep, place: Place, most: int) -> int:
    """How far a page moves towards its spine, mpt; below 0 it moves away from it.

    Linear per sheet: sheet k of n (0 is the outermost) is pushed out by k calipers, the innermost by
    caliper x (n - 1), which is the total creep.

    Args:
        creep: what is known of the paper.
        place: where the page stands.
        most: sheets in the fullest signature; `total` is that one's.
    """
    if place.nests < 2 or most < 2:
        return 0
    # In half a thousandth of a point and less, rounding once only, after the multiplication.
    sheets = place.nest if creep.moves == "inside" else place.nest - (place.nests - 1)
    if creep.caliper:
        return sheets * creep.caliper
    return round(sheets * creep.total / (most - 1))

"""In: an imposed PDF, with its record or with the job it was imposed by. Out: its pages, single and in reading order.

Our own files carry a record of their pages, which come back as they were but for tags and links. Sheets that others
imposed are cut up: each page shows its sheet through a window the size of its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.record import replace
from guidepress.bind.impose import Sheets, fault_of_order
from guidepress.bind.impose_job import GRIDS, order_of
from guidepress.bind.impose_record import recorded
from guidepress.bind.leaves import leaves_of
from guidepress.bind.orders import linearise as in_order
from guidepress.bind.orders import turn_backs
from guidepress.cos import Name, open_file, reading
from guidepress.cos.values import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.bind.impose_job import Job
    from guidepress.bind.leaves import Box, Leaf
    from guidepress.bind.orders import Order, Place
    from guidepress.cos.copier import ObjectCopier
    from guidepress.cos.values import Dictionary

__all__ = ["linearise"]


def linearise(
    pdf: bytes,
    job: Job | None = None,
    *,
    file: str = "The file",
    password: str = "",
    pages: int | None = None,
) -> bytes:
    """Take the pages of an imposed file off its sheets.

    Args:
        pdf: the imposed file's bytes.
        job: how it was imposed: scheme, grid, flip, gutter and margin; None goes by the file's own record.
        file: what messages call it.
        password: opens an encrypted file.
        pages: how many pages to take; None takes all places, blanks at the end too. A record knows.

    Raises:
        FaultsFound: the file cannot be read, has no record, or does not go with the job.
    """
    opened = open_file(pdf, file, password)
    with reading(file):
        leaves = leaves_of(opened) if job is not None else ()
        sheets = Sheets(opened, leaves)
        if job is None:
            found = list(recorded(opened, sheets.copier, sheets.writer))
        else:
            found = list(_cut(leaves, sheets.copier, job, pages))
        if not found:
            message = f"{file} has no record of how it was imposed."
            raise fault("no-record", message, "Say how: --scheme, and what else it was imposed with.")
        parted = [sheets.writer.add_object({**page, "Parent": sheets.parent}) for page in found]
        return sheets.close(parted, {})


def _cut(leaves: Sequence[Leaf], copier: ObjectCopier, job: Job, pages: int | None) -> Iterator[Dictionary]:
    """Yield a page for each place of the sheets: the sheet itself, cropped to the place and turned."""
    width, height = leaves[0].size
    order = _order(job, len(leaves), width, height)
    if pages is not None:
        if not 0 < pages <= order.pages:
            message = f"The sheets hold {order.pages} pages at most, not {pages}."
            raise fault("too-many-pages", message, "Give another --count.")
        order = replace(order, pages=pages)
    turned = order if job.flip == ("short" if width > height else "long") else turn_backs(order)
    for place in in_order(turned):
        leaf = leaves[place.sheet * order.sides + place.side]
        kept = {key: leaf.page.entries.get(key) for key in ("Resources", "Contents", "Group", "UserUnit")}
        shown = {key: copier.value(value) for key, value in kept.items() if value is not None}
        yield _window(leaf, place, order, job) | shown


def _order(job: Job, sides: int, width: int, height: int) -> Order:
    """The order of as many pages as the sheets have places for."""
    gutter = job.gutter or 0
    columns, rows = GRIDS.get(job.up, (1, 1))
    cell = (
        (width - 2 * job.margin - (columns - 1) * gutter) / columns,
        (height - 2 * job.margin - (rows - 1) * gutter) / rows,
    )
    upright = cell[1] >= cell[0]
    try:
        probe = order_of(job, 1, upright=upright)
        if probe.sides == 2 and sides % 2:
            message = f"{sides} sides are no whole sheets printed on both sides."
            raise fault("odd-sides", message, "Give --sides 1, or the scheme it was imposed with.")
        per_side = 1 if job.scheme == "repeat" else probe.columns * probe.rows
        return order_of(replace(job, last=0), per_side * sides, upright=upright)
    except ValueError as problem:
        raise fault_of_order(problem) from problem


def _window(leaf: Leaf, place: Place, order: Order, job: Job) -> Dictionary:
    gutter = job.gutter or 0
    width, height = leaf.size
    cell_width = (width - 2 * job.margin - (order.columns - 1) * gutter) / order.columns
    cell_height = (height - 2 * job.margin - (order.rows - 1) * gutter) / order.rows
    if min(cell_width, cell_height) < 1000:
        raise fault("no-room", "Margin and gutter leave nothing of the pages.", "Give smaller ones.")
    x = job.margin + place.column * (cell_width + gutter)
    y = job.margin + (order.rows - 1 - place.row) * (cell_height + gutter)
    box = rounded(_on_page(leaf, (x / 1000, y / 1000, (x + cell_width) / 1000, (y + cell_height) / 1000)))
    return {
        "Type": Name("Page"),
        "MediaBox": box,
        "CropBox": box,
        "TrimBox": box,
        "Rotate": (leaf.turn + place.turn) % 360,
    }


def _on_page(leaf: Leaf, box: Box) -> Box:
    """A box of the sheet as it is looked at, in points from its lower left corner, in the space of its page."""
    left, bottom, right, top = leaf.trim
    x0, y0, x1, y1 = (value / leaf.unit for value in box)
    return {
        0: (left + x0, bottom + y0, left + x1, bottom + y1),
        90: (right - y1, bottom + x0, right - y0, bottom + x1),
        180: (right - x1, top - y1, right - x0, top - y0),
        270: (left + y0, top - x1, left + y1, top - x0),
    }[leaf.turn]

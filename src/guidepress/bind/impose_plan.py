"""In: an order, the size of its pages and a job. Out: SheetPlan: the sheet, and where on it every place lies, in mpt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.bind.orders import turn_backs

if TYPE_CHECKING:
    from guidepress.bind.impose_job import Job
    from guidepress.bind.orders import Order, Place

__all__ = ["LEAST_OFFSET", "Rectangle", "SheetPlan", "plan_sheet"]

LEAST_OFFSET = 6_000
"""From the trim to a mark, mpt, where the bleed asks for no more: what layout programs take by default."""

_RIM = 6_000
"""Beyond the marks, mpt, on a sheet made to measure: marks that touch the edge would be lost with it."""

_TOLERANCE = 60
"""mpt; papers and pages named in millimetres and in points differ by rounding, which is no reason to refuse."""


@record
class Rectangle:
    """Left, bottom, width and height on the sheet, from its lower left corner, mpt."""

    x: int
    y: int
    width: int
    height: int


@record
class SheetPlan:
    """A sheet, the same for all of a job.

    Attributes:
        order: the order, its backs turned as the printer's flip asks.
        width, height: of the sheet.
        scale: of the pages.
        cell: width and height of a place.
        gutter: between two places.
        left, bottom: of the lower left place.
        bleed: how far pages are printed beyond their trim, scaled.
        offset: from the trim to the marks.
    """

    order: Order
    width: int
    height: int
    scale: float
    cell: tuple[int, int]
    gutter: int
    left: int
    bottom: int
    bleed: int
    offset: int

    def cell_of(self, place: Place) -> Rectangle:
        """The trimmed page of a place."""
        return Rectangle(
            self.left + place.column * (self.cell[0] + self.gutter),
            self.bottom + (self.order.rows - 1 - place.row) * (self.cell[1] + self.gutter),
            *self.cell,
        )

    def clip_of(self, place: Place) -> Rectangle:
        """What of the sheet the page of a place may cover: its bleed where it is free, half the gutter between."""
        cell = self.cell_of(place)
        inner = min(self.bleed, self.gutter // 2)
        left = self.bleed if place.column == 0 else inner
        right = self.bleed if place.column == self.order.columns - 1 else inner
        top = self.bleed if place.row == 0 else inner
        bottom = self.bleed if place.row == self.order.rows - 1 else inner
        return Rectangle(
            cell.x - left, cell.y - bottom, cell.width + left + right, cell.height + top + bottom
        )


def plan_sheet(order: Order, page: tuple[int, int], bleed: int, job: Job) -> SheetPlan:
    """Lay the grid of an order on a sheet.

    Args:
        order: its backs as they lie behind their fronts.
        page: width and height of the pages, mpt.
        bleed: of the pages, mpt.
        job: sheet, scaling, gutter, margin and marks.

    Returns:
        The plan; of the two ways round the paper, the one that lets the pages be larger.

    Raises:
        FaultsFound: the pages do not fit the sheet, or a mark would stand in the bleed.
    """
    trial = _Trial(order, page, bleed, job)
    if job.sheet is None:
        plan = trial.around()
    else:
        wide, high = max(job.sheet), min(job.sheet)
        plans = [trial.on(size) for size in ((wide, high), (high, wide))]
        found = [plan for plan in plans if plan is not None]
        if not found:
            raise fault("sheet-too-small", *trial.refusal(job.sheet))
        # Of two that are alike the sheet lies as the grid does.
        plan = max(found, key=lambda each: (round(each.scale, 4), (each.width > each.height) == trial.lies))
    if job.marks.offset is not None and job.marks.offset < plan.bleed:
        message = (
            f"Marks {_mm(job.marks.offset)} from the pages would stand in their bleed of {_mm(plan.bleed)}."
        )
        raise fault(
            "offset-below-bleed", message, "Give a --mark-offset as wide as the bleed, or leave it out."
        )
    return plan


class _Trial:
    """The grid, tried on sheets."""

    def __init__(self, order: Order, page: tuple[int, int], bleed: int, job: Job) -> None:
        self._order = order
        self._page = page
        self._bleed = bleed
        self._job = job
        self.lies = order.columns * page[0] > order.rows * page[1]

    def around(self) -> SheetPlan:
        """A sheet as large as the grid and what stands around it."""
        margin, gutter = self._margin(1.0), self._gutter(1.0)
        width, height = self._grid(1.0, gutter)
        return self._plan(width + 2 * margin, height + 2 * margin, 1.0)

    def on(self, size: tuple[int, int]) -> SheetPlan | None:
        """Try a sheet this way round; None where the pages do not fit."""
        scale = 1.0
        if self._job.scale == "fit":
            for _ in range(3):  # bleed and offset grow with the scale; that settles at once
                scale = self._scale(size, scale)
                if scale <= 0:
                    return None
        margin, gutter = self._margin(scale), self._gutter(scale)
        width, height = self._grid(scale, gutter)
        room = size[0] - 2 * margin + _TOLERANCE, size[1] - 2 * margin + _TOLERANCE
        return self._plan(*size, scale) if width <= room[0] and height <= room[1] else None

    def refusal(self, sheet: tuple[int, int]) -> tuple[str, str]:
        """Say why no sheet will do."""
        margin, gutter = self._margin(1.0), self._gutter(1.0)
        width, height = self._grid(1.0, gutter)
        needs = f"{_mm(width + 2 * margin)} x {_mm(height + 2 * margin)}"
        message = f"The pages and what stands around them take {needs}; the sheet is {_mm(sheet[0])} x {_mm(sheet[1])}."
        if self._job.scale == "none":
            return message, "Take a larger --sheet, or --scale fit."
        return message, "Take a larger --sheet, or a smaller --margin."

    def _scale(self, size: tuple[int, int], guess: float) -> float:
        margin, gutter = self._margin(guess), self._gutter(guess)
        rooms = (
            (size[0] - 2 * margin - gutter * (self._order.columns - 1), self._order.columns * self._page[0]),
            (size[1] - 2 * margin - gutter * (self._order.rows - 1), self._order.rows * self._page[1]),
        )
        scale = min(room / need for room, need in rooms)
        # A page that fits but for rounding keeps its size.
        near = all(abs(room - need) <= _TOLERANCE or room >= need for room, need in rooms)
        return 1.0 if near and abs(scale - 1) < 0.001 else scale

    def _grid(self, scale: float, gutter: int) -> tuple[int, int]:
        width, height = self._cell(scale)
        columns, rows = self._order.columns, self._order.rows
        return columns * width + (columns - 1) * gutter, rows * height + (rows - 1) * gutter

    def _cell(self, scale: float) -> tuple[int, int]:
        return int(self._page[0] * scale), int(self._page[1] * scale)

    def _gutter(self, scale: float) -> int:
        if self._job.gutter is not None:
            return self._job.gutter
        return 0 if self._order.folds else 2 * round(self._bleed * scale)

    def _offset(self, scale: float) -> int:
        if self._job.marks.offset is not None:
            return self._job.marks.offset
        return max(LEAST_OFFSET, round(self._bleed * scale))

    def _margin(self, scale: float) -> int:
        marked = bool(self._job.marks.kinds) or bool(self._job.slug)
        needed = self._offset(scale) + self._job.marks.length if marked else 0
        if self._job.sheet is None:
            needed = needed + _RIM if marked else round(self._bleed * scale)
        return max(self._job.margin, needed)

    def _plan(self, width: int, height: int, scale: float) -> SheetPlan:
        gutter = self._gutter(scale)
        grid = self._grid(scale, gutter)
        # A leaf of the sheet turns around its upright edges; a printer that flips the others turns the back round.
        upright = "short" if width > height else "long"
        order = self._order if self._job.flip == upright else turn_backs(self._order)
        return SheetPlan(
            order,
            width,
            height,
            scale,
            self._cell(scale),
            gutter,
            (width - grid[0]) // 2,
            (height - grid[1]) // 2,
            round(self._bleed * scale),
            self._offset(scale),
        )


def _mm(mpt: int) -> str:
    return f"{mpt / 72000 * 25.4:.4g} mm"

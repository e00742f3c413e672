"""In: a plan and a side of a sheet. Out: the operators that draw its trim, fold and registration marks.

Marks are printed in all inks (the Separation colour All), so that each plate carries them. Coordinates are those of
the sheet. Registration marks and folds stand on the axes of the grid, so that front and back can be laid together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cos import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.bind.impose_job import PrinterMarks
    from guidepress.bind.impose_plan import SheetPlan
    from guidepress.cos import Value

__all__ = ["KINDS", "REGISTRATION", "draw_marks", "registration_colour"]

KINDS = ("trim", "fold", "register")

REGISTRATION = "Registration"
"""Resource name of the colour space."""

_DASH = 3_000
"""mpt; a fold is dashed so that nobody cuts there."""

_RING = 3_000
"""Radius of a registration mark, mpt: 6 pt across, a third of the shortest mark's length."""

_CURVE = 0.5523
"""Of the radius: the handles of a quarter circle as a Bezier curve."""


def registration_colour() -> list[Value]:
    """The colour space of all inks; what cannot separate shows black."""
    black: Value = {"FunctionType": 2, "Domain": [0, 1], "C0": [0, 0, 0, 0], "C1": [1, 1, 1, 1], "N": 1}
    return [Name("Separation"), Name("All"), Name("DeviceCMYK"), black]


def draw_marks(plan: SheetPlan, marks: PrinterMarks) -> str:
    """Draw the marks of one side; "" where none are asked for."""
    lines: list[str] = []
    if "trim" in marks.kinds:
        lines += [*_crosswise(plan, marks, folded=False), *_slit(plan)]
    if "fold" in marks.kinds:
        dashed = list(_crosswise(plan, marks, folded=True))
        lines += [f"[{_n(_DASH)}] 0 d", *dashed, "[] 0 d"] if dashed else []
    if "register" in marks.kinds:
        lines += _register(plan, marks)
    if not lines:
        return ""
    return "\n".join((f"q /{REGISTRATION} CS 1 SCN {_n(marks.weight)} w", *lines, "Q\n"))


def _crosswise(plan: SheetPlan, marks: PrinterMarks, *, folded: bool) -> Iterator[str]:
    """Draw lines beyond all four edges of the grid: at folds, or wherever the sheet is cut."""
    order = plan.order
    width = order.columns * (plan.cell[0] + plan.gutter) - plan.gutter
    height = order.rows * (plan.cell[1] + plan.gutter) - plan.gutter
    near, far = plan.offset, plan.offset + marks.length
    for x in _edges(plan, "x", folded=folded):
        at = plan.left + x
        yield _line(at, plan.bottom - near, at, plan.bottom - far)
        yield _line(at, plan.bottom + height + near, at, plan.bottom + height + far)
    for y in _edges(plan, "y", folded=folded):
        at = plan.bottom + height - y
        yield _line(plan.left - near, at, plan.left - far, at)
        yield _line(plan.left + width + near, at, plan.left + width + far, at)


def _edges(plan: SheetPlan, axis: str, *, folded: bool) -> tuple[int, ...]:
    """Where the grid is folded, or cut, from its left or its top, mpt.

    A fold lies in the middle of its gutter; what is milled off there is on both sides of it.
    """
    count = plan.order.columns if axis == "x" else plan.order.rows
    side = plan.cell[0] if axis == "x" else plan.cell[1]
    folds = {at for along, at in plan.order.folds if along == axis}
    if folded:
        return tuple(at * (side + plan.gutter) - plan.gutter // 2 for at in sorted(folds))
    found = {0, count * (side + plan.gutter) - plan.gutter}
    for at in range(1, count):
        if at not in folds:
            found |= {at * (side + plan.gutter) - plan.gutter, at * (side + plan.gutter)}
    return tuple(sorted(found))


def _slit(plan: SheetPlan) -> Iterator[str]:
    """Draw the slit of a zine where it is cut: nothing else on the sheet shows where it ends."""
    if plan.order.slit is None:
        return
    (_, row), first, last = plan.order.slit
    y = plan.bottom + (plan.order.rows - row) * (plan.cell[1] + plan.gutter) - plan.gutter // 2
    start, end = (plan.left + at * (plan.cell[0] + plan.gutter) for at in (first, last))
    yield _line(start, y, end, y)


def _register(plan: SheetPlan, marks: PrinterMarks) -> Iterator[str]:
    """Draw rings with crosses, as far out as the marks reach, in pairs on either side of the middle of each edge.

    In pairs, since a back's marks must lie on its front's whichever way the sheet is turned; beside the middle,
    since folds and gutters have their marks there.
    """
    order = plan.order
    width = order.columns * (plan.cell[0] + plan.gutter) - plan.gutter
    height = order.rows * (plan.cell[1] + plan.gutter) - plan.gutter
    away = plan.offset + marks.length - _RING * 2
    aside = plan.gutter // 2 + _RING * 4
    middle = plan.left + width // 2, plan.bottom + height // 2
    for step in (-aside, aside):
        yield _ring(middle[0] + step, plan.bottom - away)
        yield _ring(middle[0] + step, plan.bottom + height + away)
        yield _ring(plan.left - away, middle[1] + step)
        yield _ring(plan.left + width + away, middle[1] + step)


def _ring(x: int, y: int) -> str:
    r, c = _RING, round(_RING * _CURVE)
    reach = _RING * 2
    quarters = (
        (r, c, c, r, 0, r),
        (-c, r, -r, c, -r, 0),
        (-r, -c, -c, -r, 0, -r),
        (c, -r, r, -c, r, 0),
    )
    path = [f"{_n(x + r)} {_n(y)} m"]
    path += [
        " ".join(_n(value + (y if index % 2 else x)) for index, value in enumerate(quarter)) + " c"
        for quarter in quarters
    ]
    return "\n".join((*path, "s", _line(x - reach, y, x + reach, y), _line(x, y - reach, x, y + reach)))


def _line(x0: int, y0: int, x1: int, y1: int) -> str:
    return f"{_n(x0)} {_n(y0)} m {_n(x1)} {_n(y1)} l S"


def _n(mpt: int) -> str:
    return f"{mpt / 1000:.9g}"

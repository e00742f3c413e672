"""In: a plan and a job. Out: for each side of each sheet the line that says what it is, beside the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.bind.orders import BACK

if TYPE_CHECKING:
    from guidepress.bind.impose_job import Job
    from guidepress.bind.impose_plan import SheetPlan
    from guidepress.bind.lettering import Lettered, Lettering
    from guidepress.cos import Value
    from guidepress.cos.writer import Writer
    from guidepress.typeset import Line

__all__ = ["Slug", "Slugs"]

_SIZE = 6_500
"""mpt; to be read at the press, not from the shelf."""

_INDENT = 9_000
"""From the first mark to the line, mpt."""

_LEAST_NAME = 4
"""Letters of a file's name that are left of it where the line is short."""


@record
class Slug:
    """The slug of one side: what draws it, and the fonts it needs."""

    operators: bytes
    fonts: Value


class Slugs:
    """The slugs of a job; none where the job names no file."""

    def __init__(self, plan: SheetPlan, job: Job, writer: Writer) -> None:
        self._plan = plan
        self._job = job
        self._lettered: dict[tuple[int, int], Lettered] = {}
        if job.slug:
            from guidepress.bind.lettering import Lettering, letter  # noqa: PLC0415 - the engine, for slugs only

            sides = [(sheet, side) for sheet in range(plan.order.sheets) for side in range(plan.order.sides)]
            lettering = Lettering()
            lines = [self._line(lettering, sheet, back=side == BACK) for sheet, side in sides]
            self._lettered.update(zip(sides, letter(lines, writer), strict=True))

    def of(self, sheet: int, *, back: bool) -> Slug | None:
        """The slug of one side."""
        lettered = self._lettered.get((sheet, int(back)))
        if lettered is None:
            return None
        plan = self._plan
        x = plan.left + _INDENT
        y = plan.bottom - plan.offset - lettered.ascent - _SIZE // 2
        place = f"q 0 g 1 0 0 1 {x / 1000:.9g} {y / 1000:.9g} cm\n".encode("ascii")
        return Slug(place + lettered.operators + b"Q\n", lettered.fonts)

    def _line(self, lettering: Lettering, sheet: int, *, back: bool) -> Line:
        """Set the line; a name too long for the first column loses letters in its middle."""
        plan = self._plan
        side = "back" if back else "front"
        rest = f" · {self._job.scheme} · sheet {sheet + 1} of {plan.order.sheets}, {side}"
        if plan.order.sides == 2:
            rest += f", flip on {self._job.flip} edge"
        if abs(plan.scale - 1) > 0.0005:
            rest += f", {plan.scale:.1%}"
        name = self._job.slug
        room = plan.cell[0] - 2 * _INDENT
        line = lettering.line(name + rest, _SIZE)
        while line.width > room and len(name) > _LEAST_NAME:
            keep = (len(name) - 2) // 2
            name = f"{name[:keep]}…{name[-keep:]}"
            line = lettering.line(name + rest, _SIZE)
        return line

"""In: plans with text placed. Out: the same with margin notes beside their lines: in order, apart, never off the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.paginate.galley import marks_among
from guidepress.paginate.pieces import Para
from guidepress.paginate.plans import SideNote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.layout.areas import Areas
    from guidepress.paginate.galley import Galley
    from guidepress.paginate.pieces import Beside
    from guidepress.paginate.plans import Plan
    from guidepress.paginate.stacking import Stacker

__all__ = ["Margin"]

_APART = 8_400
"""White space between two margin notes, mpt: three quarters of a line of margin type."""


class Margin:
    """Sets margin notes and finds room for them."""

    def __init__(self, stacker: Stacker, areas: Areas) -> None:
        self._stacker = stacker
        self._areas = areas
        self._set: dict[Beside, Galley] = {}

    def galley(self, beside: Beside) -> Galley:
        """Set a margin note, once a round."""
        known = self._set.get(beside)
        if known is None:
            known = self._set[beside] = self._stacker.stack(beside.pieces)
        return known

    def heights(self, galley: Galley) -> tuple[tuple[int, int], ...]:
        """Per margin note of a galley its atom, and the running height of all notes up to and with it."""
        found: list[tuple[int, int]] = []
        total = 0
        for atom, beside in galley.besides:
            note = self.galley(beside)
            if len(note):
                total += note.extent(0, len(note)) + max(_APART, note.trail)
                found.append((atom, total))
        return tuple(found)

    def place(self, plans: Iterable[Plan]) -> tuple[Plan, ...]:
        """Place the margin notes of a strand's pages; what finds no room on a page heads the next one's margin.

        What is left after the last page goes back up into free room of that page as far as there is any, and
        the last of it stands below the others even if it has to be crowded: notes are never lost.
        """
        found: list[Plan] = []
        carried: list[tuple[Galley, int]] = []  # a note and its first line that has no room yet
        for plan in plans:
            wanted = [(galley, start, 0, 0, -1) for galley, start in carried]
            for index, part in enumerate(plan.slices):
                for atom, beside in marks_among(part.galley.besides, part.start, part.end):
                    if len(self.galley(beside)):
                        note = self.galley(beside)
                        wanted.append(
                            (note, 0, self._level(part.galley, atom, part.top(atom), note), index, atom)
                        )
            if not wanted:
                found.append(plan)
                continue
            placed, carried = self._stand(wanted)
            found.append(replace(plan, sides=tuple(placed)))
        if carried and found:
            found += self._rest(carried, found[-1])
        return tuple(found)

    def _rest(self, carried: list[tuple[Galley, int]], last: Plan) -> list[Plan]:
        """Add pages for notes that the last page's margin cannot hold."""
        added: list[Plan] = []
        while carried:
            before = carried
            placed, carried = self._stand([(galley, start, 0, 0, -1) for galley, start in carried])
            if carried == before:
                break
            why = "margin notes go on"
            added.append(replace(last, slices=(), begins=(), opens=False, sides=tuple(placed), why=why))
        return added

    def _level(self, galley: Galley, atom: int, top: int, note: Galley) -> int:
        """Where a note begins so that its first baseline stands level with the line beside it."""
        line, first = galley.fillings[atom], note.fillings[0]
        if not isinstance(line, Para) or not isinstance(first, Para):
            return top
        return max(0, top + line.baseline - first.baseline - note.opening(0))

    def _stand(
        self, wanted: list[tuple[Galley, int, int, int, int]]
    ) -> tuple[list[SideNote], list[tuple[Galley, int]]]:
        """Stack notes downwards from their lines; what would leave the page pushes those above it up."""
        height = self._areas.height
        placed: list[SideNote] = []
        bottoms: list[int] = []
        free = 0
        for number, (galley, start, level, index, atom) in enumerate(wanted):
            used = sum(bottom - side.y for side, bottom in zip(placed, bottoms, strict=True))
            used += _APART * len(placed)
            end = self._fits(galley, start, height - used, alone=not placed)
            if end == start:
                return self._up(placed, bottoms), [(note, first) for note, first, *_ in wanted[number:]]
            y = max(level, free)
            bottom = y + galley.extent(start, end)
            placed.append(SideNote(galley, start, end, y, index, atom))
            bottoms.append(bottom)
            free = bottom + max(_APART, galley.trail)
            if end < len(galley):
                rest = [(galley, end), *((note, first) for note, first, *_ in wanted[number + 1 :])]
                return self._up(placed, bottoms), rest
        return self._up(placed, bottoms), []

    def _fits(self, galley: Galley, start: int, room: int, *, alone: bool) -> int:
        """How much of a note stands on a page: all of it, or what fits of one that is higher than a page."""
        if galley.extent(start, len(galley)) <= room:
            return len(galley)
        if not alone:
            return start
        end = start + 1
        while end < len(galley) and galley.extent(start, end + 1) <= room:
            end += 1
        return end

    def _up(self, placed: list[SideNote], bottoms: list[int]) -> list[SideNote]:
        """Push notes up from the foot of the page as far as they overlap it."""
        limit = self._areas.height
        for index in range(len(placed) - 1, -1, -1):
            over = bottoms[index] - limit
            if over <= 0:
                break
            side = placed[index]
            placed[index] = replace(side, y=max(0, side.y - over))
            limit = placed[index].y - _APART
        return placed

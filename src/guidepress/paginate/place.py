"""CollectingPlace: where blocks are collected: the column, the element and the box around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import record, replace

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.paginate.pieces import Box, Piece

__all__ = ["Collect", "CollectingPlace"]


@record
class CollectingPlace:
    """Where blocks are collected. Lengths are mpt.

    Attributes:
        x, measure: the column, from the text area's left edge.
        parent: element that new elements go into.
        box: the innermost box around.
        margin: width of the margin column beside it; 0 where notes stand in the text.
        deep: inside a cell, a note, a column set or the margin: nothing there breaks a page.
        boxed: inside a box, or across columns: nothing there ends a strand.
    """

    x: int
    measure: int
    parent: int
    box: Box | None = None
    margin: int = 0
    deep: bool = False
    boxed: bool = False

    def into(self, parent: int) -> CollectingPlace:
        """The same place, inside another element."""
        return replace(self, parent=parent)

    def inside(self, box: Box, x: int, measure: int) -> CollectingPlace:
        """The column inside a box."""
        return replace(self, box=box, x=x, measure=measure, boxed=True)

    def apart(self, parent: int, x: int, measure: int) -> CollectingPlace:
        """A column of its own: a cell, a note, a column set, the margin."""
        return CollectingPlace(x, measure, parent, margin=0, deep=True, boxed=self.boxed)


Collect: TypeAlias = Callable[[Iterable["Block"], CollectingPlace], "Sequence[Piece]"]
"""Makes the pieces of blocks at a place."""

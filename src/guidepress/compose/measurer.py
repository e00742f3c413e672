"""Measurer: what compose asks before it lays out what must fit: widths, lines, heights, as they will be set.

Compose draws cards, maps and covers and fills sheets, and so must know how much room text takes. It does not guess:
it asks a measurer, which sets real lines in the layout's own faces and stacks them by the rules that pages follow.
What was set to be measured is kept and not set again when pages are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.document.blocks import Block, Label, Note, Paragraph, Table
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.typeset import Line

__all__ = ["Measurer", "SetCells", "Stood"]


@record
class Stood:
    """Blocks one below the other: the white space they want above and below, and their height without it, mpt."""

    above: int
    height: int
    below: int

    @property
    def whole(self) -> int:
        """Their height with that white space."""
        return self.above + self.height + self.below


@record
class SetCells:
    """A table's row as it will stand: its height, mpt, and the lines of each cell, paragraph after paragraph."""

    height: int
    cells: tuple[tuple[Line, ...], ...]


class Measurer(Protocol):
    """Measures text and blocks in one layout's faces, in one language. All lengths are mpt."""

    def learn(self, paragraphs: Iterable[Paragraph]) -> None:
        """Shape the words of many paragraphs at once, which are to be measured one by one."""

    def width(self, inlines: Sequence[Inline], style: Style) -> int:
        """The width of text on one line; of several forced lines, that of the longest."""

    def word(self, inlines: Sequence[Inline], style: Style) -> int:
        """The width of the widest word."""

    def lines(self, inlines: Sequence[Inline], style: Style, measure: int) -> tuple[Line, ...]:
        """The lines of a paragraph."""

    def label(self, label: Label) -> tuple[Line, ...]:
        """The lines of a drawing's label, wherever it stands."""

    def stood(self, blocks: Iterable[Block], measure: int, notes: Sequence[Note] = ()) -> Stood | None:
        """How high blocks stand at the top of a column, with the footnotes they call for; None if nothing is printed."""

    def leaves(self, blocks: Iterable[Block], measure: int, notes: Sequence[Note] = ()) -> tuple[int, ...]:
        """How much of each page blocks fill that begin on a new one."""

    def rows(self, table: Table, measure: int) -> tuple[SetCells, ...]:
        """The rows of a table, its head first."""

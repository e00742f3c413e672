"""In: a strand. Out: its late inlines, and its pages for what they say, kept as long as the strand is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.paginate.flow import flow
from guidepress.paginate.pieces import Beside, ColumnSet, Open, Para, TableRow
from guidepress.paginate.resolve import late_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from guidepress.document.inlines import Inline
    from guidepress.paginate.breaks import Breaker
    from guidepress.paginate.margin import Margin
    from guidepress.paginate.pieces import Footnote, Piece, Strand
    from guidepress.paginate.plans import Plan
    from guidepress.paginate.resolve import LateInline
    from guidepress.paginate.setter import Setter
    from guidepress.paginate.stacking import Stacker

__all__ = ["Flowing", "Said"]

Said = tuple[tuple[str, bool], ...]
"""What each late inline prints, and whether it is held to one width."""

_MOST_WAYS = 4
"""A book settles in two or three rounds; the first and the last of them come again in the next build."""


class Flowing:
    """A strand, its late inlines, and its pages for what they said.

    Attributes:
        strand: the pieces.
        late: what of them, of their notes, cells and margins, waits for another round.
        said: what these said last.
        plans: its pages for that.
    """

    def __init__(self, strand: Strand, notes: Mapping[str, Footnote]) -> None:
        self.strand = strand
        self.late = tuple(_late(strand.pieces, notes))
        self.said: Said | None = None
        self.plans: tuple[Plan, ...] = ()
        self._ways: dict[Said, tuple[Plan, ...]] = {}
        self._warns = False

    def flow(self, stacker: Stacker, margin: Margin, breaker: Breaker) -> None:
        """Flow into pages, unless it has done so for what late inlines say now.

        What a line warns of is said when it is set: a strand with such lines is set anew in every book.
        """
        setter = stacker.setter
        said = self.says(setter)
        if said == self.said:
            return
        self.said = said
        known = self._ways.get(said)
        if known is None:
            warned = setter.warned
            known = margin.place(flow(self.strand, stacker, margin, breaker))
            self._warns = self._warns or setter.warned > warned
            if len(self._ways) >= _MOST_WAYS:
                del self._ways[next(iter(self._ways))]
            self._ways[said] = known
        self.plans = known

    def says(self, setter: Setter) -> Said:
        """What the late inlines say now."""
        resolved, labels = setter.resolved, setter.labels
        return tuple([resolved.said(inline, labels) for inline in self.late])

    def begin(self) -> None:
        """Begin another book: nothing is said yet."""
        self.said = None
        if self._warns:
            self._ways.clear()
            self._warns = False


def _late(pieces: Iterable[Piece], notes: Mapping[str, Footnote]) -> Iterator[LateInline]:
    """Find the late inlines of pieces, those in notes, cells and margins included."""
    for piece in pieces:
        if isinstance(piece, Para):
            if piece.late:
                yield from late_among(piece.paragraph.inlines)
            if piece.tags:
                yield from _in_notes(piece.paragraph.inlines, notes)
        elif isinstance(piece, TableRow):
            for cell in piece.cells:
                yield from _late(cell.pieces, notes)
        elif isinstance(piece, (Beside, ColumnSet)):
            yield from _late(piece.pieces, notes)
        elif isinstance(piece, Open) and piece.box.head:
            yield from _late(piece.box.head, notes)


def _in_notes(inlines: tuple[Inline, ...], notes: Mapping[str, Footnote]) -> Iterator[LateInline]:
    for inline in inlines:
        entry = notes.get(getattr(inline, "note", ""))
        if entry is not None:
            yield from _late(entry.pieces, notes)

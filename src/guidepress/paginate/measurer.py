"""In: a layout, fonts and a language. Out: a measurer: text set and blocks stacked as pages will have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.measurer import SetCells, Stood
from guidepress.document.blocks import Document, Section
from guidepress.layout.areas import areas_of
from guidepress.page.book import Metadata
from guidepress.paginate.breaks import Breaker
from guidepress.paginate.collect import collect_loose
from guidepress.paginate.columns import balance
from guidepress.paginate.cuts import NOTE_RULE
from guidepress.paginate.flow import deepest, flow, segments
from guidepress.paginate.margin import Margin
from guidepress.paginate.pieces import ColumnSet, Open, Para, Strand, TableRow, paragraphs_of
from guidepress.paginate.resolve import is_late, resolve, unknown
from guidepress.paginate.setter import Setter
from guidepress.paginate.stacking import Stacker
from guidepress.paginate.tables.rows import set_row
from guidepress.typeset import learn, natural_width, widest_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.document.blocks import Block, Label, Note, Paragraph, Table
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.layout.model import Layout
    from guidepress.paginate.collect import Loose
    from guidepress.paginate.galley import Galley
    from guidepress.paginate.pieces import Piece
    from guidepress.paginate.plans import Plan
    from guidepress.typeset import Fonts, Line

__all__ = ["GalleyMeasurer"]


class GalleyMeasurer:
    """Measures by setting galleys, with the setter and the stacker that pages are made with.

    A page reference is measured as the first round of pagination prints it: two figures.

    Args:
        layout: its page, styles and faces.
        fonts: the faces; they keep the lines that were set.
        language: BCP 47 tag of the guide.
    """

    def __init__(self, layout: Layout, fonts: Fonts, language: str) -> None:
        self._layout = layout
        self._fonts = fonts
        self._labels = layout.labels_in(language)
        self._resolved = unknown(self._labels)
        self._setter = Setter(fonts, self._labels, self._resolved)
        self._areas = areas_of(layout.page, layout.styles)
        self._language = language
        self._metadata = Metadata("", language=language)

    def learn(self, paragraphs: Iterable[Paragraph]) -> None:
        """Shape the words of many paragraphs at once; what is late in them is shaped when it is measured."""
        learn(
            ((each.inlines, each.style, each.language or self._language) for each in paragraphs), self._fonts
        )

    def width(self, inlines: Sequence[Inline], style: Style) -> int:
        """The width of text on one line; of several forced lines, that of the longest."""
        return natural_width(self._known(inlines), style, self._fonts, self._language)

    def word(self, inlines: Sequence[Inline], style: Style) -> int:
        """The width of the widest word."""
        return widest_word(self._known(inlines), style, self._fonts, self._language)

    def lines(self, inlines: Sequence[Inline], style: Style, measure: int) -> tuple[Line, ...]:
        """The lines of a paragraph."""
        return self._setter.text(self._known(inlines), style, measure, self._language)

    def label(self, label: Label) -> tuple[Line, ...]:
        """The lines of a drawing's label, wherever it stands."""
        return self._setter.label(label, self._language)

    def stood(self, blocks: Iterable[Block], measure: int, notes: Sequence[Note] = ()) -> Stood | None:
        """How high blocks stand at the top of a column, with the footnotes they call for; None if nothing is printed."""
        loose = self._collected(blocks, measure, notes)
        stacker = self._stacker(loose)
        above, height, gap, begun = 0, 0, 0, False
        for segment in segments(loose.pieces):
            pieces = segment.pieces if isinstance(segment, ColumnSet) else segment
            galley = stacker.stack(pieces, main=True)
            if not len(galley):
                continue
            if begun:
                height += max(gap, galley.lead)
            else:
                above, begun = galley.lead, True
            height += self._high(segment, galley, height)
            gap = galley.trail
        return Stood(above, height, gap) if begun else None

    def leaves(self, blocks: Iterable[Block], measure: int, notes: Sequence[Note] = ()) -> tuple[int, ...]:
        """How much of each page blocks fill that begin on a new one."""
        loose = self._collected(blocks, measure, notes)
        stacker = self._stacker(loose)
        strand = Strand("page", Section("", "", "", ()), loose.pieces)
        plans = flow(strand, stacker, Margin(stacker, self._areas), Breaker())
        return tuple(map(_depth, plans))

    def rows(self, table: Table, measure: int) -> tuple[SetCells, ...]:
        """The rows of a table, its head first."""
        loose = self._collected((table,), measure, ())
        stacker = self._stacker(loose)
        opened = next(
            piece for piece in loose.pieces if type(piece) is Open and piece.box.style is table.style
        )
        rows = (
            *opened.box.head,
            *(piece for piece in loose.pieces if type(piece) is TableRow and not piece.head),
        )
        return tuple(self._row(row, stacker) for row in rows)

    def _row(self, row: TableRow, stacker: Stacker) -> SetCells:
        parts, _ = set_row(row, stacker.stack, self._areas.height)
        cells = tuple(
            tuple(line for piece in cell.pieces if type(piece) is Para for line in self._setter.lines(piece))
            for cell in row.cells
        )
        return SetCells(sum(part.height for part in parts), cells)

    def _collected(self, blocks: Iterable[Block], measure: int, notes: Sequence[Note]) -> Loose:
        """Lay blocks out flat in a column of their own, their words known."""
        document = Document(self._metadata, (), tuple(notes))
        loose = collect_loose(blocks, measure, document, self._layout, self._areas, self._labels)
        self.learn(para.paragraph for para in paragraphs_of(loose.pieces))
        return loose

    def _stacker(self, loose: Loose) -> Stacker:
        return Stacker(self._setter, self._areas, loose.notes)

    def _high(self, segment: tuple[Piece, ...] | ColumnSet, galley: Galley, above: int) -> int:
        """The height of a galley, or of the columns that it is balanced in, with its notes."""
        noted = galley.note_tops[-1] + NOTE_RULE if galley.notes else 0
        if not isinstance(segment, ColumnSet):
            return galley.extent(0, len(galley), above) + noted
        for room in (self._areas.height - above, galley.extent(0, len(galley), above)):
            columns = balance(galley, 0, segment.count, room, above) if room > 0 else []
            if columns and columns[-1][1] == len(galley):
                break
        return deepest(galley, columns, above) + noted

    def _known(self, inlines: Sequence[Inline]) -> tuple[Inline, ...]:
        own = tuple(inlines)
        return resolve(own, self._resolved, self._labels) if is_late(own) else own


def _depth(plan: Plan) -> int:
    """How far down a page its lowest text or note reaches, mpt."""
    found = 0
    for part in plan.slices:
        if part.end > part.start:
            found = max(found, part.y + part.galley.extent(part.start, part.end, part.y))
        if part.note_end > part.note:
            tops = part.galley.note_tops
            found += tops[part.note_end] - tops[part.note] + NOTE_RULE
    return found

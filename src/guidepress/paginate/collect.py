"""In: the Document and the page's areas. Out: Collected: strands of pieces, footnotes, the tree and the outline.

The document is walked once, front to back; structure elements are made on the way, so that their order is the
reading order whatever the pages do later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.record import record
from guidepress.document.blocks import (
    Break,
    Columns,
    Figure,
    Group,
    Lines,
    MarginNote,
    Paragraph,
    Picture,
    Section,
    Spacer,
    Table,
)
from guidepress.document.inlines import NoteMark
from guidepress.layout.areas import column_measure
from guidepress.page.book import OutlineEntry
from guidepress.page.items import BACKGROUND
from guidepress.paginate.boxes import box_of, is_boxed
from guidepress.paginate.collect_figures import art_of, collect_figure, collect_lines, collect_picture
from guidepress.paginate.collect_notes import collect_note
from guidepress.paginate.pieces import (
    Art,
    Begin,
    Beside,
    Close,
    ColumnSet,
    Entry,
    Name,
    Open,
    Para,
    Space,
    Stop,
    Strand,
)
from guidepress.paginate.resolve import is_late
from guidepress.paginate.tables import collect_table
from guidepress.paginate.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidepress.document.blocks import Block, Document
    from guidepress.document.style import Style
    from guidepress.labels import Labels
    from guidepress.layout.areas import Areas
    from guidepress.layout.model import Layout
    from guidepress.page.book import Metadata
    from guidepress.page.tree import Node
    from guidepress.paginate.pieces import Box, Piece

__all__ = ["Collected", "Collector", "collect"]

_WEIGHTLESS = (Begin, Name, Stop, Space)
"""Pieces that make no page by themselves."""


@record
class Collected:
    """A document, flat.

    Attributes:
        cover: the cover's drawing, or None.
        strands: what begins on a new page each.
        notes: footnotes by name.
        texts: per section, its first and its last paragraph (None where it has none).
    """

    metadata: Metadata
    cover: Art | None
    strands: tuple[Strand, ...]
    notes: dict[str, Entry]
    tree: tuple[Node, ...]
    outline: tuple[OutlineEntry, ...]
    texts: tuple[tuple[Section, Paragraph | None, Paragraph | None], ...]


def collect(document: Document, layout: Layout, areas: Areas, labels: Labels) -> Collected:
    """Walk a document and lay it out flat."""
    return Collector(document, layout, areas, labels).collected()


class Collector:
    """Where the walk stands: the column's edges, the element and the box around, the pieces so far.

    Attributes:
        x, measure: the column at this depth, mpt from the text area's left edge.
        parent: element that new elements go into.
        pieces: pieces of the strand, cell or note being collected.
    """

    def __init__(self, document: Document, layout: Layout, areas: Areas, labels: Labels) -> None:
        self.document = document
        self.layout = layout
        self.areas = areas
        self.labels = labels
        self.tree = Tree("")
        self.x = 0
        self.measure = areas.measure
        self.parent = 0
        self.box: Box | None = None
        self.language = document.metadata.language
        self.pieces: list[Piece] = []
        self._strands: list[Strand] = []
        self._section: Section | None = None
        self._broken: Section | None = None  # the section that the last forced break stood in
        self._start: Any = "page"
        self._deep = 0  # inside cells, notes, columns, margins: nothing there breaks a page
        self._boxed = 0
        self._bodies: dict[int, int] = {}
        self._outline: list[OutlineEntry] = []
        self._named: set[str] = set()
        self._composed = {note.name: note for note in document.notes}
        self._notes: dict[str, Entry] = {}
        self._first: Paragraph | None = None
        self._last: Paragraph | None = None
        self._texts: list[tuple[Section, Paragraph | None, Paragraph | None]] = []
        self._takers: dict[type, Callable[[Any], None]] = {
            Paragraph: self._paragraph,
            Group: self._group,
            Table: self._table,
            Figure: self._figure,
            Picture: self._picture,
            Lines: self._lines,
            MarginNote: self._margin_note,
            Columns: self._columns,
            Spacer: self._spacer,
            Break: self._break,
        }

    def collected(self) -> Collected:
        """Walk the document."""
        cover = self.document.cover
        art = None
        if cover is not None:
            around = self.tree.add("Sect", 0)
            art = art_of(cover, around, 0, self)
        for section in self.document.sections:
            self._collect_section(section)
        self._cut()
        if not self._strands:  # a book has a page, even if nothing stands on it
            self._strands.append(Strand("page", Section("", "", "", ()), ()))
        return Collected(
            self.document.metadata,
            art,
            tuple(self._strands),
            self._notes,
            self.tree.nodes,
            tuple(self._outline),
            tuple(self._texts),
        )

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Collect blocks where the walk stands."""
        takers = self._takers
        for block in blocks:
            takers[type(block)](block)

    def apart(self, blocks: Iterable[Block], parent: int, x: int, measure: int) -> tuple[Piece, ...]:
        """Collect blocks into pieces of their own: a cell, a note, a column set."""
        before = self.pieces, self.parent, self.x, self.measure, self.box
        self.pieces, self.parent, self.x, self.measure, self.box = [], parent, x, measure, None
        self._deep += 1
        self.blocks(blocks)
        self._deep -= 1
        made = tuple(self.pieces)
        self.pieces, self.parent, self.x, self.measure, self.box = before
        return made

    @property
    def notes(self) -> dict[str, Entry]:
        """The footnotes that what was collected so far calls for, by name."""
        return self._notes

    def name(self, anchor: str) -> None:
        """Put an anchor at the next line; a name that comes again stays where it was first."""
        if anchor and anchor not in self._named:
            self._named.add(anchor)
            self.pieces.append(Name(anchor))

    # sections and strands

    def _collect_section(self, section: Section) -> None:
        if self._section is None or section.start in ("recto", "page"):
            self._cut()
            self._start = "recto" if section.start == "recto" else "page"
        self._section = section
        self.parent = self.tree.add("Sect", 0, title=section.title)
        self._first = self._last = None
        if section.wide and self.layout.page.columns > 1:
            self._across(section)
        else:
            self.measure = self.areas.measure_of(wide=section.wide)
            self._begin(section)
        self._texts.append((section, self._first, self._last))
        self.parent = 0

    def _begin(self, section: Section) -> None:
        self.pieces.append(Begin(section))
        self.name(section.anchor)
        self.blocks(section.blocks)

    def _across(self, section: Section) -> None:
        """Collect a section that stands across all columns of the page; nothing in it breaks a strand."""
        before, self.pieces = self.pieces, []
        self.measure = self.areas.measure_of(wide=True)
        self._boxed += 1
        self._begin(section)
        self._boxed -= 1
        before.append(ColumnSet(tuple(self.pieces), 1, 0, self.measure, 0))
        self.pieces = before

    def _cut(self) -> None:
        """End a strand."""
        if all(isinstance(piece, _WEIGHTLESS) for piece in self.pieces):
            return  # nothing to print yet: what begins here begins on the next strand's first page
        if self._section is not None:
            began = self.pieces[0]
            # what follows a page break inside a section belongs to that section, however many begin further on
            section = began.section if isinstance(began, Begin) else self._broken or self._section
            self._strands.append(Strand(self._start, section, tuple(self.pieces)))
        self.pieces = []
        self._broken = self._section

    def _break(self, block: Break) -> None:
        if block.kind == "room":
            self.pieces.append(Stop("room", block.least))
        elif block.kind == "column" and self.layout.page.columns > 1:
            self.pieces.append(Stop("column"))
        elif self._boxed or self._deep:
            self.pieces.append(Stop("page"))
        else:
            self._cut()
            self._start = "page" if block.kind == "column" else block.kind

    # text

    def _paragraph(self, block: Paragraph) -> None:
        tag, label = self._elements(block)
        self.paragraph(block, tag, label)

    def _elements(self, block: Paragraph) -> tuple[int, int]:
        """Make the elements of a paragraph and its marker."""
        tree, parent, role = self.tree, self.parent, block.role
        language = block.language if block.language != self.language else ""
        if not block.marker:
            return tree.add(role, parent, language=language), BACKGROUND
        around = tree.role(parent)
        if role == "LI":
            parent = tree.add("LI", parent)
            around, role = "LI", "LBody"
        if around == "LI":
            label = tree.add("Lbl", parent)
            body = self._bodies[parent] = tree.add("LBody", parent, language=language)
            return (body if role == "LBody" else tree.add(role, body)), label
        if around == "Note":
            label = tree.add("Lbl", parent)
            return tree.add(role, parent, language=language), label
        tag = tree.add(role, parent, language=language)
        return tag, tree.add("Span", tag)

    def paragraph(self, block: Paragraph, tag: int, label: int) -> None:
        """Collect a paragraph whose elements are made."""
        style = block.style
        self.name(block.anchor)
        if block.heading is not None and block.heading.outline:
            self._list_heading(block)
        label_tags = self.tree.inlines(block.marker, label)
        tags = self.tree.inlines(block.inlines, tag)
        if block.role == "P" and not self._deep:
            self._first = self._first or block
            self._last = block
        boxed = is_boxed(style)
        before = self._enter(style) if boxed else None
        late = is_late(block.inlines)
        self.pieces.append(
            Para(
                block, style, self.x, self.measure, style.baseline, tag, tags, label, label_tags,
                block.language or self.language, late, style.hang if block.marker else None, block.heading,
            )
        )  # fmt: skip
        if before is not None:
            self._leave(before)
        if tags:
            self._notes_of(block, tag)

    def _list_heading(self, block: Paragraph) -> None:
        heading = block.heading
        if heading is None:
            return
        anchor = block.anchor
        if not anchor:
            anchor = f"heading-{len(self._outline) + 1}"
            self.name(anchor)
        self._outline.append(OutlineEntry(heading.level, heading.title, anchor))

    def _notes_of(self, block: Paragraph, tag: int) -> None:
        """Collect the footnotes whose marks a paragraph holds, as elements right after it in reading order."""
        for inline in block.inlines:
            if isinstance(inline, NoteMark) and inline.note not in self._notes:
                note = self._composed.get(inline.note)
                if note is not None:
                    self._notes[note.name] = collect_note(note, tag, self)

    # groups

    def _group(self, block: Group) -> None:
        parent, style = self.parent, block.style
        self.name(block.anchor)
        self.parent = self._group_element(block, parent)
        first = block.blocks[0] if block.blocks else None
        if (
            style is None
            and block.role == "LI"
            and isinstance(first, Paragraph)
            and first.style.keep_together
        ):
            box, _, _ = box_of(first.style, self.x, self.measure, self.box, together=True)
            self.pieces.append(Open(box))
            self._boxed += 1
            around, self.box = self.box, box
            self.blocks(block.blocks)  # a question stays with its choices and answer lines
            self.box = around
            self._boxed -= 1
            self.pieces.append(Close(box))
        elif style is None:
            self.blocks(block.blocks)
        else:
            before = self._enter(style)
            self.blocks(block.blocks)
            self._leave(before)
        self.parent = parent

    def _group_element(self, block: Group, parent: int) -> int:
        if block.role == "LBody" and parent in self._bodies:
            return self._bodies[parent]
        language = block.language if block.language != self.language else ""
        numbering = block.numbering if block.role == "L" else ""
        if block.role == "Div" and not (block.style or block.title or language):
            return parent  # it groups nothing that a reader would see
        return self.tree.add(block.role, parent, title=block.title, language=language, numbering=numbering)

    def _enter(self, style: Style) -> tuple[int, int, Box | None]:
        before = self.x, self.measure, self.box
        box, self.x, self.measure = box_of(style, self.x, self.measure, self.box)
        self.box = box
        self._boxed += 1
        self.pieces.append(Open(box))
        return before

    def _leave(self, before: tuple[int, int, Box | None]) -> None:
        if self.box is not None:
            self.pieces.append(Close(self.box))
        self._boxed -= 1
        self.x, self.measure, self.box = before

    # everything else

    def _table(self, block: Table) -> None:
        collect_table(block, self)

    def _figure(self, block: Figure) -> None:
        collect_figure(block, self)

    def _picture(self, block: Picture) -> None:
        collect_picture(block, self)

    def _lines(self, block: Lines) -> None:
        collect_lines(block, self)

    def _margin_note(self, block: MarginNote) -> None:
        wide = self._section is not None and self._section.wide
        if not self.areas.note_width or wide or self._deep:
            self.blocks(block.blocks)
            return
        parent = self.tree.add("Div", self.parent)
        self.pieces.append(Beside(self.apart(block.blocks, parent, 0, self.areas.note_width)))

    def _columns(self, block: Columns) -> None:
        if block.count < 2 or self._deep or self._boxed or self.layout.page.columns > 1:
            self.blocks(block.blocks)
            return
        measure = column_measure(self.measure, block.count, block.gap)
        pieces = self.apart(block.blocks, self.parent, self.x, measure)
        self.pieces.append(ColumnSet(pieces, block.count, self.x, measure, block.gap))

    def _spacer(self, block: Spacer) -> None:
        self.pieces.append(Space(block.height))

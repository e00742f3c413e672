"""In: the Document and the page's areas. Out: Collected: strands of pieces, footnotes, the tree and the outline.

The document is walked once, front to back; structure elements are made on the way, so that their order is the
reading order whatever the pages do later. Whoever collects a kind of block gets the place it stands at and gives
back pieces.
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
    Spacer,
    Table,
)
from guidepress.document.inlines import InlinePicture, NoteMark
from guidepress.layout.areas import column_measure
from guidepress.page.book import OutlineEntry
from guidepress.page.items import BACKGROUND
from guidepress.paginate.boxes import box_of, is_boxed
from guidepress.paginate.collect_figures import (
    art_of,
    captioned,
    collect_figure,
    collect_lines,
    collect_picture,
)
from guidepress.paginate.collect_notes import collect_note
from guidepress.paginate.inline_pictures import parted, with_small_pictures
from guidepress.paginate.memory import CollectedSection, Memory
from guidepress.paginate.pieces import (
    AnchorMark,
    Begin,
    Beside,
    Close,
    ColumnSet,
    Open,
    Para,
    Space,
    Stop,
    Turn,
)
from guidepress.paginate.place import CollectingPlace
from guidepress.paginate.resolve import is_late
from guidepress.paginate.strands import strands_of
from guidepress.paginate.tables import collect_table
from guidepress.paginate.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from guidepress.document.blocks import Block, Document, Drawing, Note, Section
    from guidepress.labels import Labels
    from guidepress.layout.areas import Areas
    from guidepress.layout.model import Layout
    from guidepress.page.book import Metadata
    from guidepress.page.tree import Node
    from guidepress.paginate.pieces import Art, Footnote, Piece, Strand

__all__ = ["Collected", "Loose", "collect", "collect_loose"]


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
    notes: Mapping[str, Footnote]
    tree: tuple[Node, ...]
    outline: tuple[OutlineEntry, ...]
    texts: tuple[tuple[Section, Paragraph | None, Paragraph | None], ...]


@record
class Loose:
    """Blocks that belong to no section yet, flat, and the footnotes they call for, by name."""

    pieces: tuple[Piece, ...]
    notes: Mapping[str, Footnote]


def collect(
    document: Document, layout: Layout, areas: Areas, labels: Labels, memory: Memory | None = None
) -> Collected:
    """Walk a document and lay it out flat; sections and strands that `memory` knows are taken from it."""
    memory = memory or Memory()
    walk = _Walk(layout, areas, labels, document.metadata.language, document.notes)
    cover = None if document.cover is None else walk.cover(document.cover)
    made = [walk.known(section, memory.section(section)) for section in document.sections]
    memory.keep_sections(made)
    sections = [(each.section, each.pieces) for each in made]
    return Collected(
        metadata=document.metadata,
        cover=cover,
        strands=memory.strands(strands_of(sections)),
        notes=walk.notes,
        tree=walk.tree.nodes,
        outline=tuple(walk.outline),
        texts=tuple((section, *_ends(pieces)) for section, pieces in sections),
    )


def collect_loose(
    blocks: Iterable[Block], measure: int, document: Document, layout: Layout, areas: Areas, labels: Labels
) -> Loose:
    """Lay blocks out flat in a column of a measure, mpt, to see how they will stand; the document has their notes.

    Where they ask for a new page, only what stands after it is given back.
    """
    walk = _Walk(layout, areas, labels, document.metadata.language, document.notes)
    pieces = walk.blocks(blocks, CollectingPlace(0, measure, 0, margin=areas.note_width))
    begin = max((at + 1 for at, piece in enumerate(pieces) if isinstance(piece, Turn)), default=0)
    return Loose(tuple(pieces[begin:]), walk.notes)


def _ends(pieces: Sequence[Piece]) -> tuple[Paragraph | None, Paragraph | None]:
    """The first and the last paragraph of a section's running text."""
    if len(pieces) == 1 and isinstance(pieces[0], ColumnSet):
        pieces = pieces[0].pieces
    found = [piece.paragraph for piece in pieces if type(piece) is Para and piece.paragraph.role == "P"]
    return (found[0], found[-1]) if found else (None, None)


class _Walk:
    """What a walk through a document remembers: its tree, the names in use, headings and footnotes."""

    def __init__(
        self, layout: Layout, areas: Areas, labels: Labels, language: str, notes: Iterable[Note]
    ) -> None:
        self.tree = Tree(language)
        self.notes: dict[str, Footnote] = {}
        self.outline: list[OutlineEntry] = []
        self._layout = layout
        self._areas = areas
        self._labels = labels
        self._language = language
        self._composed = {note.name: note for note in notes}
        self._named: set[str] = set()
        self._refused: set[str] = set()  # names that the section at hand asked for in vain
        self._borrows = False  # it calls for a note that is not its own
        self._own: set[str] = set()  # notes of the section at hand
        self._takers: dict[type, Callable[[Any, CollectingPlace], Sequence[Piece]]] = {
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

    def cover(self, drawing: Drawing) -> Art:
        """Make the piece of the cover; its pictures and labels are elements of a section of their own."""
        return art_of(drawing, self.tree.add("Sect", 0), 0, self.tree, self._language)

    def known(self, section: Section, before: CollectedSection | None) -> CollectedSection:
        """Collect a section, or take it as it was collected `before`, if everything before it is as it was then."""
        if before is not None and self._fits(before):
            self.tree.extend(before.nodes)
            self.outline += before.entries
            self._named |= before.granted
            self.notes.update((note.name, footnote) for note, footnote in before.notes)
            return before
        element, bookmark, named = len(self.tree), len(self.outline), frozenset(self._named)
        called = len(self.notes)
        self._refused, self._own, self._borrows = set(), set(), False
        pieces = tuple(self.section(section))
        granted = frozenset(self._named - named)
        return CollectedSection(
            section=section,
            pieces=pieces,
            element=element,
            bookmark=bookmark,
            nodes=self.tree.nodes[element:],
            entries=tuple(self.outline[bookmark:]),
            granted=granted,
            refused=frozenset(self._refused - granted),
            notes=tuple((self._composed[name], self.notes[name]) for name in [*self.notes][called:]),
            borrows=self._borrows,
        )

    def _fits(self, before: CollectedSection) -> bool:
        """Whether a section would be collected as it was before."""
        return (
            before.element == len(self.tree)
            and before.bookmark == len(self.outline)
            and self._named.isdisjoint(before.granted)
            and before.refused <= self._named
            and all(
                note.name not in self.notes and self._composed.get(note.name) == note
                for note, _ in before.notes
            )
        )

    def section(self, section: Section) -> list[Piece]:
        """Collect a section; where it stands across the columns of the page, as a column set of one."""
        across = section.wide and self._layout.page.columns > 1
        measure = self._areas.measure_of(wide=section.wide)
        margin = 0 if section.wide else self._areas.note_width
        element = self.tree.add("Sect", 0, title=section.title)
        place = CollectingPlace(0, measure, element, margin=margin, boxed=across)
        pieces: list[Piece] = [Begin(section), *self._name(section.anchor)]
        pieces += self.blocks(section.blocks, place)
        return [ColumnSet(tuple(pieces), 1, 0, measure, 0)] if across else pieces

    def blocks(self, blocks: Iterable[Block], place: CollectingPlace) -> list[Piece]:
        """Collect blocks at a place; what stands in the margin beside one is read after it."""
        takers = self._takers
        pieces: list[Piece] = []
        beside: list[MarginNote] = []
        for block in blocks:
            if type(block) is MarginNote and place.margin:
                beside.append(block)
                continue
            made = takers[type(block)](block, place)
            pieces += self._margin_notes(beside, place)
            beside.clear()
            pieces += made
        return [*pieces, *self._margin_notes(beside, place)]

    def _name(self, anchor: str) -> tuple[AnchorMark, ...]:
        """Put an anchor at the next line; a name that comes again stays where it was first."""
        if not anchor:
            return ()
        if anchor in self._named:
            self._refused.add(anchor)
            return ()
        self._named.add(anchor)
        return (AnchorMark(anchor),)

    # text

    def _paragraph(self, block: Paragraph, place: CollectingPlace) -> list[Piece]:
        if any(type(inline) is InlinePicture for inline in block.inlines):
            block = with_small_pictures(block, place.measure, self._layout.picture_resolution)
            if any(type(inline) is InlinePicture and not inline.height for inline in block.inlines):
                return self.blocks(parted(block, self._layout.styles), place)
        return self._text(block, self.tree.paragraph(block, place.parent), place)

    def _text(self, block: Paragraph, elements: tuple[int, int], place: CollectingPlace) -> list[Piece]:
        """Collect a paragraph whose elements are made: its own, and that of its marker."""
        (tag, label), style = elements, block.style
        pieces: list[Piece] = [*self._name(block.anchor), *self._list_heading(block)]
        label_tags = self.tree.inlines(block.marker, label)
        named = label if block.role == "LI" else BACKGROUND
        tags = self.tree.inlines(block.inlines, tag, named)
        box = None
        x, measure = place.x, place.measure
        if is_boxed(style):
            box, x, measure = box_of(style, x, measure, place.box)
            pieces.append(Open(box))
        pieces.append(
            Para(
                block, style, x, measure, style.baseline, tag, tags, label, label_tags,
                block.language or self._language, is_late(block.inlines), style.hang if block.marker else None,
                block.heading,
            )
        )  # fmt: skip
        if box is not None:
            pieces.append(Close(box))
        if tags:
            self._call_notes(block, place.into(tag))
        return pieces

    def _list_heading(self, block: Paragraph) -> tuple[AnchorMark, ...]:
        """List a heading in the outline; one without an anchor is given one."""
        heading = block.heading
        if heading is None or not heading.outline:
            return ()
        anchor = block.anchor or f"heading-{len(self.outline) + 1}"
        self.outline.append(OutlineEntry(heading.level, heading.title, anchor))
        return self._name(anchor)

    def _call_notes(self, block: Paragraph, place: CollectingPlace) -> None:
        """Collect the footnotes whose marks a paragraph holds, as elements right after it in reading order."""
        for inline in block.inlines:
            if isinstance(inline, NoteMark):
                note = self._composed.get(inline.note)
                if note is None or inline.note in self.notes or inline.note in self._own:
                    self._borrows = self._borrows or inline.note not in self._own
                else:
                    self._own.add(inline.note)
                    column = place.apart(place.parent, 0, self._areas.measure)
                    self.notes[note.name] = collect_note(note, column, self.tree, self._labels, self.blocks)

    # groups

    def _group(self, block: Group, place: CollectingPlace) -> list[Piece]:
        pieces: list[Piece] = [*self._name(block.anchor)]
        inner, style = place.into(self.tree.group(block, place.parent)), block.style
        first = block.blocks[0] if block.blocks else None
        if style is not None:
            box, x, measure = box_of(style, place.x, place.measure, place.box)
        elif block.role == "LI" and isinstance(first, Paragraph) and first.style.keep_together:
            # a question stays with its choices and answer lines
            box, _, _ = box_of(first.style, place.x, place.measure, place.box, together=True)
            x, measure = place.x, place.measure
        else:
            return [*pieces, *self.blocks(block.blocks, inner)]
        return [*pieces, Open(box), *self.blocks(block.blocks, inner.inside(box, x, measure)), Close(box)]

    def _columns(self, block: Columns, place: CollectingPlace) -> Sequence[Piece]:
        if block.count < 2 or place.deep or place.boxed or self._layout.page.columns > 1:
            return self.blocks(block.blocks, place)
        measure = column_measure(place.measure, block.count, block.gap)
        pieces = self.blocks(block.blocks, place.apart(place.parent, place.x, measure))
        return (ColumnSet(tuple(pieces), block.count, place.x, measure, block.gap),)

    # everything else

    def _table(self, block: Table, place: CollectingPlace) -> list[Piece]:
        return [*self._name(block.anchor), *collect_table(block, place, self.tree, self.blocks)]

    def _figure(self, block: Figure, place: CollectingPlace) -> list[Piece]:
        named = self._name(block.anchor)
        art = collect_figure(block, place, self.tree, self._language)
        return [*named, *captioned(art, block.style, place, self._caption(block.caption, place, art.tag))]

    def _picture(self, block: Picture, place: CollectingPlace) -> list[Piece]:
        photo = collect_picture(
            block, place, self.tree, self._areas.height, resolution=self._layout.picture_resolution
        )
        return captioned(photo, block.style, place, self._caption(block.caption, place, photo.tag))

    def _caption(self, caption: Paragraph | None, place: CollectingPlace, figure: int) -> Sequence[Piece]:
        """Put a caption inside its figure; below a decoration it is a paragraph."""
        if caption is None:
            return ()
        tag = self.tree.add("P", place.parent) if figure < 0 else self.tree.add(caption.role, figure)
        return self._text(caption, (tag, BACKGROUND), place)

    def _lines(self, block: Lines, place: CollectingPlace) -> Sequence[Piece]:
        return (collect_lines(block, place, self._layout.colours.get("rule", block.style.colour)),)

    def _margin_note(self, block: MarginNote, place: CollectingPlace) -> Sequence[Piece]:
        """Set a note in the text, where there is no margin."""
        return self.blocks(block.blocks, place)

    def _margin_notes(self, notes: Iterable[MarginNote], place: CollectingPlace) -> list[Piece]:
        pieces: list[Piece] = []
        for note in notes:
            margin = place.apart(self.tree.add("Aside", place.parent), 0, place.margin)
            pieces.append(Beside(tuple(self.blocks(note.blocks, margin))))
        return pieces

    def _spacer(self, block: Spacer, _: CollectingPlace) -> Sequence[Piece]:
        return (Space(block.height),)

    def _break(self, block: Break, place: CollectingPlace) -> Sequence[Piece]:
        """End a page or a column; outside all boxes, a strand."""
        if block.kind == "room":
            return (Stop("room", block.least),)
        if block.kind == "column" and self._layout.page.columns > 1:
            return (Stop("column"),)
        if place.boxed or place.deep:
            return (Stop("page"),)
        return (Turn("page" if block.kind == "column" else block.kind),)

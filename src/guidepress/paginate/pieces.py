"""Pieces: what a document is once it has been collected: a flat list that the galley is made of.

A piece knows its place in the column, its element in the structure tree and the box around it; it knows no page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.base.record import identity, record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.colour import Colour
    from guidepress.document.blocks import Drawing, Heading, Paragraph, Picture, Section
    from guidepress.document.style import Style

__all__ = [
    "AnchorMark",
    "Art",
    "Begin",
    "Beside",
    "Box",
    "Close",
    "ColumnSet",
    "Footnote",
    "Open",
    "Para",
    "Photo",
    "Piece",
    "Ruled",
    "Space",
    "Stop",
    "Strand",
    "TableCell",
    "TableRow",
    "Turn",
    "paragraphs_of",
]


@identity
class Box:
    """What surrounds pieces: decoration, padding, a table with its repeating head, or only a wish to stay together.

    Attributes:
        x, width: outer edges from the column's left, mpt.
        top, bottom: inner padding that repeats on every page the box reaches.
        decorated: it has a ground, a bar, a rule or a border to be drawn.
        head: rows that repeat on every page.
    """

    parent: Box | None
    style: Style
    x: int
    width: int
    top: int = 0
    bottom: int = 0
    decorated: bool = False
    head: tuple[TableRow, ...] = ()


@identity
class Para:
    """A paragraph at its place. `indent` overrides the first line's, where a marker stands in it."""

    paragraph: Paragraph
    style: Style
    x: int
    measure: int
    baseline: int  # of a line, from its top
    tag: int
    tags: tuple[int, ...]
    label: int  # element of the marker
    label_tags: tuple[int, ...]
    language: str
    late: bool
    indent: int | None = None
    heading: Heading | None = None


@identity
class Art:
    """A drawing; `labels` and `pictures` are the elements of its labels and pictures."""

    drawing: Drawing
    x: int
    tag: int
    labels: tuple[int, ...]
    language: str
    pictures: tuple[int, ...] = ()


@identity
class Photo:
    """A raster picture, scaled; `most` pixels are enough across it, 0 is all."""

    picture: Picture
    x: int
    width: int
    height: int
    tag: int
    most: int = 0


@identity
class Ruled:
    """Answer lines."""

    count: int
    pitch: int
    x: int
    width: int
    colour: Colour


@identity
class TableCell:
    """A cell: its pieces stand from `x` over `width`; the cell itself reaches from `left` to `right`."""

    pieces: tuple[Piece, ...]
    left: int
    right: int
    background: Colour | None


@identity
class TableRow:
    """A row of a table.

    Attributes:
        head: it belongs to the head.
        first, last: it is the first or last row of the whole table.
        under: how thick the rule below is, and its colour; None for no rule.
        above, below: white space inside it, mpt.
        joined: what it is to the row above: see `document.blocks.Row`.
        parted: whether a page may end inside it.
    """

    cells: tuple[TableCell, ...]
    x: int
    width: int
    style: Style
    head: bool
    over: tuple[int, Colour] | None
    under: tuple[int, Colour] | None
    above: int
    below: int
    joined: Literal["", "kept", "loose"] = ""
    parted: bool = False


@record
class Space:
    """White space, dropped at the top of a page."""

    height: int


@record
class Stop:
    """A forced end of a page or column, or one for want of room."""

    kind: Literal["page", "column", "room"]
    least: int = 0


@record
class Turn:
    """The end of a strand: what follows begins on a new page. Strands hold none, they are parted at it."""

    start: Literal["recto", "verso", "page"]


@identity
class Begin:
    """A section begins."""

    section: Section


@record
class AnchorMark:
    """An anchor at the next line."""

    name: str


@identity
class Beside:
    """Pieces for the margin column, beside the next line."""

    pieces: tuple[Piece, ...]


@identity
class ColumnSet:
    """Pieces for balanced columns."""

    pieces: tuple[Piece, ...]
    count: int
    x: int
    measure: int
    gap: int


@identity
class Open:
    """A box opens."""

    box: Box


@identity
class Close:
    """A box closes."""

    box: Box


Piece: TypeAlias = (
    Para
    | Art
    | Photo
    | Ruled
    | TableRow
    | Space
    | Stop
    | Turn
    | Begin
    | AnchorMark
    | Beside
    | ColumnSet
    | Open
    | Close
)


@identity
class Footnote:
    """A footnote: its pieces, and the element that holds its mark."""

    name: str
    number: int
    pieces: tuple[Piece, ...]


@identity
class Strand:
    """Pieces that follow each other without a forced new page; `start` says where the first page may be."""

    start: Literal["recto", "verso", "page"]
    section: Section
    pieces: tuple[Piece, ...]


def paragraphs_of(pieces: Iterable[Piece]) -> Iterator[Para]:
    """The paragraphs of pieces, of columns and margins too; those of tables are set when their columns are measured."""
    for piece in pieces:
        if isinstance(piece, Para):
            yield piece
        elif isinstance(piece, (Beside, ColumnSet)):
            yield from paragraphs_of(piece.pieces)

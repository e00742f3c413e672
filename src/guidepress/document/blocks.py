"""The Document: blocks in reading order, each with a role (for tags) and a style (for looks).

Blocks know no pages. Lengths are mpt; columns and cells measure in shares of what they are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.base.record import located, record, replace

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.base.diagnostics import Diagnostic, Span
    from guidepress.document.inlines import Inline
    from guidepress.document.left_out import LeftOut
    from guidepress.document.style import Align, Style
    from guidepress.page.book import Metadata
    from guidepress.page.items import Image, Shape, Slot

__all__ = [
    "Block",
    "Break",
    "Cell",
    "Columns",
    "Document",
    "Drawing",
    "Figure",
    "Group",
    "Heading",
    "Label",
    "Lines",
    "MarginNote",
    "Note",
    "Paragraph",
    "Picture",
    "Row",
    "Section",
    "Spacer",
    "Table",
    "is_heading",
    "unlisted",
]


@record
class Heading:
    """What makes a paragraph a heading: its level (1-6), plain title, and whether contents and outline list it.

    A heading `within` a text field is so deep among those of its field, from 1; 0 is one that the engine makes. What
    stands under it works on a `theme`, which a foot may name.
    """

    level: int
    title: str
    contents: bool = True
    outline: bool = True
    within: int = 0
    theme: str = ""


@located
class Paragraph:
    """Lines of text.

    Attributes:
        role: P, H1-H6, Caption, TOCI (its inlines then become Reference/Link), Lbl …; "" for an artifact.
        marker: hung to the left of the first line in the style's `hang` indent, tagged Lbl (lists).
        mute: its marker is decoration, since its words say the same.
        anchor: id that links lead to, or "".
    """

    style: Style
    inlines: tuple[Inline, ...]
    role: str = "P"
    marker: tuple[Inline, ...] = ()
    anchor: str = ""
    heading: Heading | None = None
    language: str = ""
    span: Span | None = None
    mute: bool = False


@record
class Group:
    """Blocks that belong together: a section, a list, a box.

    The style's background, bar, border and padding are drawn around them, on every page they reach. `numbering` is
    for role L.
    """

    blocks: tuple[Block, ...]
    style: Style | None = None
    role: str = "Div"
    anchor: str = ""
    title: str = ""
    numbering: str = ""
    language: str = ""


@record
class Cell:
    """A table cell; `header` "" for data, else its scope ("Column", "Row").

    In a layout grid it may be an item of the table's list of that number (`listed`).
    """

    blocks: tuple[Block, ...]
    header: str = ""
    column_span: int = 1
    background: Colour | None = None
    listed: int = -1


@record
class Row:
    """A table row; cut by the end of a page only if it is `parted`.

    Attributes:
        cells: one a column, or fewer that span several.
        rule: draws the style's rule below it.
        joined: it goes on what the row above began, with no white space between: "kept" on the same page, "loose"
            where a page may end between the two.
        parted: a page may end inside it, so many lines or more from either end of it.
    """

    cells: tuple[Cell, ...]
    rule: bool = True
    joined: Literal["", "kept", "loose"] = ""
    parted: bool = False


@record
class Table:
    """Rows under heads that repeat on each page.

    `widths` are shares of the measure (per mille, they sum to 1000). `style` gives padding, rules (`rule_above`
    over the head, `rule_below` under each row, `border` under the head) and background (of the head).
    """

    widths: tuple[int, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    style: Style
    caption: Paragraph | None = None
    anchor: str = ""
    layout: bool = False  # True: a layout grid, tagged Div not Table
    lists: tuple[str, ...] = ()  # numbering of the lists that a grid's cells are items of


@record
class Label:
    """Text in a drawing: set to `measure`, its first baseline at y, aligned about x by `align`.

    If it stands `below`, y is counted from the last baseline of the label before it, however many lines that takes.
    "left" starts at x, "right" ends at x, "centred" centres on x. role "" belongs to the figure itself; else the
    label is an element of its own (covers). One that is a `slot` says nothing; a copy fills it in. It may stand turned
    about (x, y), by so many quarter `turn`s clockwise, as on the spine of a book.
    """

    x: int
    y: int
    inlines: tuple[Inline, ...]
    style: Style
    measure: int
    align: Align = "left"
    role: str = ""
    below: bool = False
    slot: Slot | None = None
    turn: int = 0


@record
class Drawing:
    """Vector art from data: shapes in paint order, then pictures, then labels. Origin top left.

    `pictures` are raster pictures with their alternative texts, decoration where that is empty; only covers have them.
    """

    width: int
    height: int
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...] = ()
    pictures: tuple[tuple[Image, str], ...] = ()


@record
class Figure:
    """A drawing in the flow, centred in the measure, never split; alt "" makes it a decoration (artifact)."""

    drawing: Drawing
    alt: str
    style: Style
    caption: Paragraph | None = None
    anchor: str = ""


@located
class Picture:
    """A raster picture in the flow, scaled down to the measure, never up beyond 72 dpi.

    It stands in the middle of the measure; one with a `tallest` height, mpt, is no higher than that, and stands flush, as
    in a list's item. One with a `share` is so many per cent of the measure wide, whatever its pixels.
    """

    path: str
    alt: str
    pixel_width: int
    pixel_height: int
    style: Style
    caption: Paragraph | None = None
    span: Span | None = None
    tallest: int = 0
    share: int = 0


@record
class Lines:
    """Ruled answer lines: `count` rules, `pitch` apart (artifacts). Never parted from the block before."""

    count: int
    pitch: int
    style: Style


@record
class MarginNote:
    """Blocks that stand in the margin column beside the block that follows (or in the text, if there is none)."""

    blocks: tuple[Block, ...]


@record
class Columns:
    """Blocks in `count` balanced columns, `gap` apart."""

    blocks: tuple[Block, ...]
    count: int
    gap: int


@record
class Spacer:
    """White space of a fixed height, dropped at the top of a page."""

    height: int


@record
class Break:
    """A forced break. "room" breaks only if less than `least` mpt is left on the page."""

    kind: Literal["page", "recto", "verso", "column", "room"]
    least: int = 0


@record
class Section:
    """A section of the book: what running heads, tabs, numbering and the verifier know it by.

    Attributes:
        kind: the section kind of the layout ("overview", "units").
        blocks: its content, its heading among them.
        start: where it begins: "recto", "page", "room" (a new page if less than a third is left) or "flow".
        numbering: "roman" (front matter), "arabic", or "" to go on as before.
        master: page master for furniture; "plain" has none.
        wide: True to use the margin column's room as well.
        tab: index of the edge tab, or -1.
        part: the name of the copy that begins with it ("version-a"), which is numbered by itself; "" goes on.
        named: a sheet that is handed in, whose later pages ask for the name again where heads have room for it.
    """

    kind: str
    title: str
    anchor: str
    blocks: tuple[Block, ...]
    start: Literal["recto", "page", "room", "flow"] = "page"
    numbering: Literal["roman", "arabic", ""] = ""
    master: str = "body"
    wide: bool = False
    tab: int = -1
    part: str = ""
    named: bool = False


@record
class Note:
    """A footnote."""

    name: str
    number: int
    blocks: tuple[Block, ...]


def unlisted(heading: Paragraph) -> Paragraph:
    """Keep a heading out of the bookmarks: what it says, one before it has said."""
    if heading.heading is None:
        return heading
    return replace(heading, heading=replace(heading.heading, outline=False))


Block: TypeAlias = (
    Paragraph | Group | Table | Figure | Picture | Lines | MarginNote | Columns | Spacer | Break
)


def is_heading(block: Block) -> bool:
    """Whether a block is a heading."""
    return isinstance(block, Paragraph) and block.heading is not None


@record
class Document:
    """A composed guide, ready to be paginated.

    `minutes` is how long the running prose of the guide takes to read; 0 where nobody asks. `share` is how much of what
    the layout's limits allow has room on the pages that it must fit, per mille.
    """

    metadata: Metadata
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    cover: Drawing | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    minutes: int = 0
    share: int = 1000

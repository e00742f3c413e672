"""The tree that a text field becomes: blocks, and flat inlines inside them.

Emphasis, strong and links do not nest: each piece of text carries them. `offset` counts characters from the start of
the field's source; `Markdown.at(offset)` finds the place in the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic

__all__ = [
    "MdBlock",
    "MdBreak",
    "MdCode",
    "MdDocument",
    "MdFootnote",
    "MdHeading",
    "MdImage",
    "MdInline",
    "MdList",
    "MdNote",
    "MdParagraph",
    "MdQuote",
    "MdReference",
    "MdRule",
    "MdTable",
    "MdText",
]


@record
class MdText:
    """A piece of text, typographer's quotes set. `link` is an address or "#anchor", "" for none.

    `language` is a BCP 47 tag where it is said beside the text, else "".
    """

    text: str
    offset: int
    emphasis: bool = False
    strong: bool = False
    code: bool = False
    link: str = ""
    language: str = ""


@record
class MdImage:
    """A picture; its path is seen from the guide's folder. `share` is its width in per cent of the text's, 0 for its own."""

    path: str
    alt: str
    offset: int
    title: str = ""
    share: int = 0


@record
class MdNote:
    """The mark of a footnote: the field's own name for it."""

    name: str
    offset: int


@record
class MdReference:
    """A cross-reference without words of its own, [](#theme-memory): prints as title and page."""

    anchor: str
    offset: int


@record
class MdBreak:
    """A forced end of line."""

    offset: int


MdInline: TypeAlias = MdText | MdImage | MdNote | MdReference | MdBreak


@record
class MdParagraph:
    """A paragraph."""

    inlines: tuple[MdInline, ...]
    offset: int


@record
class MdHeading:
    """A heading, level 1 to 6, inside the field."""

    level: int
    inlines: tuple[MdInline, ...]
    offset: int


@record
class MdList:
    """A list; each item is blocks. `tight` lists have no space between their items."""

    items: tuple[tuple[MdBlock, ...], ...]
    ordered: bool = False
    start: int = 1
    tight: bool = True


@record
class MdQuote:
    """A block quotation."""

    blocks: tuple[MdBlock, ...]


@record
class MdCode:
    """Preformatted text, line ends kept."""

    text: str
    offset: int


@record
class MdTable:
    """A table; each cell is inlines."""

    aligns: tuple[Literal["left", "right", "centred"], ...]
    head: tuple[tuple[MdInline, ...], ...]
    rows: tuple[tuple[tuple[MdInline, ...], ...], ...]
    offset: int


@record
class MdRule:
    """A thematic break."""

    offset: int


MdBlock: TypeAlias = MdParagraph | MdHeading | MdList | MdQuote | MdCode | MdTable | MdRule


@record
class MdFootnote:
    """A footnote's text, under the name that its marks have."""

    name: str
    blocks: tuple[MdBlock, ...]


@record
class MdDocument:
    """A parsed field: its blocks, its footnotes in the order in which they are defined, and its faults."""

    blocks: tuple[MdBlock, ...]
    notes: tuple[MdFootnote, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

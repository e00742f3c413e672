"""In: the rarer blocks of a text field: lists, quotations, tables, headings, code, rules. Out: blocks for pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from guidepress.compose.lists import BULLET, item, plain_list
from guidepress.compose.shares import shares
from guidepress.document.blocks import Cell, Group, Heading, Paragraph, Row, Spacer, Table
from guidepress.document.inlines import LineBreak, Text, plain_text
from guidepress.guide.markdown import MdCode, MdHeading, MdList, MdParagraph, MdQuote, MdTable, MdText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.compose.surroundings import Surroundings
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.guide.markdown import MdBlock, MdInline
    from guidepress.guide.model import Markdown

__all__ = ["convert"]

_NARROWEST = 8  # letters that a table column is at least wide, so that a column of numbers does not vanish
_WIDEST = 60  # letters beyond which a column's share no longer grows: its text wraps


class Inliner(Protocol):
    """Turns the inlines of a field into those of a page, in its document's surroundings."""

    @property
    def context(self) -> Surroundings:
        """What the document says of looks, links and titles."""

    def inlines(self, inlines: tuple[MdInline, ...], text: Markdown) -> tuple[Inline, ...]:
        """Turn inlines of a field into those of a paragraph."""


def convert(block: MdBlock, prose: Inliner, text: Markdown, *, style: str, deep: Mapping[int, int]) -> Block:
    """Turn one block of a field into a block for pages.

    Args:
        block: which.
        prose: turns its inlines into those of a page.
        text: the field.
        style: of its paragraphs.
        deep: how deep each heading nests in the field, by its offset.
    """
    context = prose.context
    made: Block
    if isinstance(block, MdParagraph):
        made = Paragraph(context.style(style), prose.inlines(block.inlines, text), span=text.at(block.offset))
    elif isinstance(block, MdList):
        made = _list(block, prose, text, deep)
    elif isinstance(block, MdHeading):
        made = _heading(block, prose, text, deep[block.offset])
    elif isinstance(block, MdCode):
        made = Paragraph(context.style("code"), _code(block), span=text.at(block.offset))
    elif isinstance(block, MdTable):
        made = _table(block, prose, text)
    elif isinstance(block, MdQuote):
        inner = (convert(child, prose, text, style="quote", deep=deep) for child in block.blocks)
        made = Group(tuple(inner), role="BlockQuote")
    else:
        made = Spacer(context.style(style).leading)
    return made


def _list(block: MdList, prose: Inliner, text: Markdown, deep: Mapping[int, int]) -> Group:
    style = prose.context.style("list-tight" if block.tight else "list")
    items = []
    for number, children in enumerate(block.items, block.start):
        marker = (Text(f"{number}."),) if block.ordered else BULLET
        first = children[0] if children else None
        inlines = prose.inlines(first.inlines, text) if isinstance(first, MdParagraph) else ()
        others = children[1:] if isinstance(first, MdParagraph) else children
        rest = tuple(_inside(child, prose, text, style.name, deep) for child in others)
        items.append(item(style, marker, inlines, rest))
    return plain_list(items, "Decimal" if block.ordered else "Disc")


def _inside(block: MdBlock, prose: Inliner, text: Markdown, style: str, deep: Mapping[int, int]) -> Block:
    """Turn what follows an item's first paragraph into a block; its paragraphs have no marker to hang."""
    if isinstance(block, MdParagraph):
        more = prose.context.varied(style, "more", hang=0)
        return Paragraph(more, prose.inlines(block.inlines, text), span=text.at(block.offset))
    return convert(block, prose, text, style=style, deep=deep)


def _heading(block: MdHeading, prose: Inliner, text: Markdown, depth: int) -> Paragraph:
    """Set a heading inside a field; its level is settled where it stands below others."""
    inlines = prose.inlines(block.inlines, text)
    level = min(6, depth + 1)
    heading = Heading(level, plain_text(inlines), contents=False, outline=False, within=depth)
    style = prose.context.style("h3" if depth == 1 else "h4")
    return Paragraph(style, inlines, role=f"H{level}", heading=heading, span=text.at(block.offset))


def _code(block: MdCode) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for line in block.text.rstrip("\n").split("\n"):
        if inlines:
            inlines.append(LineBreak())
        inlines.append(Text(line.replace(" ", "\u00a0")))
    return tuple(inlines)


def _table(block: MdTable, prose: Inliner, text: Markdown) -> Table:
    """Set a table; each column's share of the measure follows its longest cell."""
    longest = [
        min(_WIDEST, max(_NARROWEST, *(_length(row[column]) for row in (block.head, *block.rows))))
        for column in range(len(block.head))
    ]
    head = Row(tuple(_cell(cell, "table-head", "Column", prose, text) for cell in block.head))
    rows = tuple(Row(tuple(_cell(cell, "table-cell", "", prose, text) for cell in row)) for row in block.rows)
    return Table(shares(*longest), (head,), rows, prose.context.style("table"))


def _cell(inlines: tuple[MdInline, ...], style: str, header: str, prose: Inliner, text: Markdown) -> Cell:
    return Cell((Paragraph(prose.context.style(style), prose.inlines(inlines, text)),), header=header)


def _length(inlines: tuple[MdInline, ...]) -> int:
    return sum(len(inline.text) for inline in inlines if isinstance(inline, MdText))

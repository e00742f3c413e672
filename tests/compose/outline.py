"""In: composed blocks. Out: one line a block, indented as they nest, so that a reviewer can read a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from guidepress.document.inlines import (
    Blank,
    Leader,
    LineBreak,
    Mention,
    NoteMark,
    PageCount,
    PageRef,
    ReadingTime,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.document.blocks import Block, Document, Section
    from guidepress.document.inlines import Inline

__all__ = ["outline", "texts", "words"]


def outline(document: Document) -> str:
    """Write the sections and notes of a document."""
    lines = [line for section in document.sections for line in _section(section)]
    for note in document.notes:
        lines.append(f"note {note.name}")
        lines.extend(_blocks(note.blocks, 1))
    return "\n".join(lines) + "\n"


def words(inlines: Iterable[Inline]) -> str:
    """Write inlines as text: links in [], late inlines in <>, emphasis in _, strong in *, highlights in ^."""
    return "".join(_inline(inline) for inline in inlines)


def texts(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Find every paragraph in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from texts(cell.blocks)
        elif isinstance(block, Group | MarginNote | Columns):
            yield from texts(block.blocks)


def _section(section: Section) -> list[str]:
    parts = [f"# {section.kind} #{section.anchor} {section.title!r} start={section.start} tab={section.tab}"]
    if section.numbering:
        parts.append(section.numbering)
    return [" ".join(parts), *_blocks(section.blocks, 1)]


def _blocks(blocks: Iterable[Block], depth: int) -> list[str]:
    return [f"{'  ' * level}{line}" for block in blocks for level, line in _block(block, depth)]


def _block(block: Block, depth: int) -> Iterator[tuple[int, str]]:
    if isinstance(block, Paragraph):
        yield depth, _paragraph(block)
    elif isinstance(block, Group):
        anchor = f" #{block.anchor}" if block.anchor else ""
        style = f" ({block.style.name})" if block.style else ""
        yield depth, f"{block.role}{anchor}{style}{' ' + block.numbering if block.numbering else ''}"
        for inner in block.blocks:
            yield from _block(inner, depth + 1)
    elif isinstance(block, Table):
        yield depth, f"{'Grid' if block.layout else 'Table'} ({block.style.name}) {block.widths}"
        for row in (*block.head, *block.rows):
            cells = (" / ".join(words(each.inlines) for each in texts(cell.blocks)) for cell in row.cells)
            yield depth + 1, " | ".join(cells)
    elif isinstance(block, Figure):
        yield depth, f"Figure ({block.style.name}) {block.alt!r}"
        if block.caption:
            yield depth + 1, _paragraph(block.caption)
    elif isinstance(block, MarginNote | Columns):
        yield depth, type(block).__name__
        for inner in block.blocks:
            yield from _block(inner, depth + 1)
    else:
        yield depth, _plain(block)


def _plain(block: Picture | Lines | Spacer | Break) -> str:
    if isinstance(block, Picture):
        return f"Picture {block.alt!r}"
    if isinstance(block, Lines):
        return f"Lines {block.count}"
    return f"Break {block.kind}" if isinstance(block, Break) else f"Spacer {block.height}"


def _paragraph(block: Paragraph) -> str:
    anchor = f" #{block.anchor}" if block.anchor else ""
    marker = f" {words(block.marker)} |" if block.marker else ""
    return f"{block.role or 'artifact'} ({block.style.name}){anchor}{marker} {words(block.inlines)}"


def _inline(inline: Inline) -> str:
    if isinstance(inline, Text):
        text = inline.text
        if inline.look.emphasis:
            text = f"_{text}_"
        if inline.look.strong:
            text = f"*{text}*"
        if inline.look.highlight:
            text = f"^{text}^"
        return f"[{text}]" if inline.link else text
    if isinstance(inline, PageRef):
        return f"<{inline.anchor}>"
    if isinstance(inline, Mention):
        own = f" *{inline.own}*" if inline.own else ""
        return "" if inline.at else f"<pages with {' | '.join(inline.words)}{own}>"
    if isinstance(inline, NoteMark):
        return f"<note {inline.number}>"
    if isinstance(inline, Blank):
        return f"{{{inline.text or inline.says} {inline.width // 1000}pt}}"
    names = {Leader: "…", LineBreak: " // ", PageCount: "<pages>", ReadingTime: "<time>"}
    return names[type(inline)]

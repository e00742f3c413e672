"""In: a built book and its layout. Out: a report of which style set each block and why each page ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.lengths import format_length
from guidepress.document.blocks import Columns, Group, MarginNote, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress import Built, Layout
    from guidepress.document.blocks import Block
    from guidepress.document.style import Style

__all__ = ["explain"]


def explain(built: Built, layout: Layout) -> str:
    """Write the report as Markdown."""
    lines = [
        f"# How {built.book.metadata.title} was set",
        "",
        f"Layout: {layout.name} ({layout.description})",
        "",
    ]
    lines += ["## Why each page ended where it did", ""]
    lines += [f"- {decision}" for decision in built.book.decisions]
    lines += ["", "## Which style set each block", ""]
    used: dict[str, Style] = {}
    for section in built.document.sections:
        lines += [f"### {section.title or section.kind}", ""]
        for depth, style, what in _blocks(section.blocks, 0):
            used[style.name] = style
            lines.append(f"{'  ' * depth}- `{style.name}`: {what}")
        lines.append("")
    lines += ["## The styles", ""]
    lines += [_describe(style, layout) for _, style in sorted(used.items())]
    return "\n".join(lines) + "\n"


def _blocks(blocks: tuple[Block, ...], depth: int) -> Iterator[tuple[int, Style, str]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            text = "".join(getattr(inline, "text", "") for inline in block.inlines)
            yield (
                depth,
                block.style,
                f"{block.role or 'artifact'}, “{text[:48]}{'…' if len(text) > 48 else ''}”",
            )
        elif isinstance(block, Group):
            if block.style is not None:
                yield depth, block.style, f"{block.role}, a box"
            yield from _blocks(block.blocks, depth + (block.style is not None))
        elif isinstance(block, MarginNote | Columns):
            yield from _blocks(block.blocks, depth + 1)
        elif isinstance(block, Table):
            yield depth, block.style, f"a table of {len(block.rows)} rows"
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from _blocks(cell.blocks, depth + 1)
        elif (style := getattr(block, "style", None)) is not None:
            yield depth, style, type(block).__name__.lower()


def _describe(style: Style, layout: Layout) -> str:
    slope = " italic" if style.italic else ""
    size = f"{format_length(style.size)} on {format_length(style.leading)}"
    # A style made for one place is named after the one it comes from: "body/indent".
    origins = layout.origins.get(style.name.partition("/")[0], ())
    where = f"; set in {', '.join(origins)}" if origins else ""
    return f"- `{style.name}`: {style.font} {style.weight}{slope}, {size}, {style.align}{where}"

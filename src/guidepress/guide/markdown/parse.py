"""In: a text field and its language. Out: its MdDocument: blocks, footnotes and faults, typographer's quotes set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.record import replace
from guidepress.guide.markdown.fast import fast_blocks
from guidepress.guide.markdown.nested_notes import nested_too_deep
from guidepress.guide.markdown.notes import take_notes
from guidepress.guide.markdown.tree import (
    MdBreak,
    MdDocument,
    MdFootnote,
    MdHeading,
    MdList,
    MdNote,
    MdParagraph,
    MdQuote,
    MdTable,
    MdText,
)
from guidepress.guide.markdown.typography import OBJECT, educate_pieces
from guidepress.guide.markdown.walk import inlines_of, moved
from guidepress.labels import ENGLISH, Typography

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidepress.base.diagnostics import Span
    from guidepress.guide.markdown.notes import Definition
    from guidepress.guide.markdown.tree import MdBlock, MdInline
    from guidepress.guide.model import Markdown

__all__ = ["parse_markdown", "read_markdown"]

_SHOWN = 80


def parse_markdown(field: Markdown, typography: Typography = ENGLISH) -> MdDocument:
    """Parse one text field.

    Args:
        field: the source and its place.
        typography: how the language sets quotes and spaces.

    Returns:
        The tree. Faults are HTML, a footnote mark without a definition, and a definition without a mark (a warning).
    """
    read = read_markdown(field)
    return MdDocument(
        tuple(_set(block, typography) for block in read.blocks),
        tuple(
            MdFootnote(note.name, tuple(_set(block, typography) for block in note.blocks))
            for note in read.notes
        ),
        read.faults,
    )


def read_markdown(field: Markdown) -> MdDocument:
    """Parse one text field and leave its quotes and dashes as they are typed: all that checking needs."""
    # Only an escape in double quotes can bring "\r" past YAML; CommonMark ends a line there, so everything must.
    source, definitions = take_notes(field.source.replace("\r\n", "\n").replace("\r", "\n"))
    faults: list[Diagnostic] = []
    blocks = _blocks(source, field, faults, lambda offset: offset)
    notes = []
    for definition in definitions:
        inside = _blocks(definition.text, field, faults, definition.place)
        notes.append(MdFootnote(definition.name, tuple(moved(block, definition.place) for block in inside)))
    if definitions or "[^" in source:
        marked = [note.blocks for note in notes]
        faults.extend(_unmatched(field, (blocks, *marked), definitions))
        faults.extend(nested_too_deep(field, notes))
    return MdDocument(blocks, tuple(notes), tuple(faults))


def _blocks(
    source: str, field: Markdown, faults: list[Diagnostic], place: Callable[[int], int]
) -> tuple[MdBlock, ...]:
    blocks = fast_blocks(source)
    if blocks is not None:
        return blocks
    # Only texts with more markup than emphasis pay for the import of markdown-it.
    from guidepress.guide.markdown.full import full_blocks  # noqa: PLC0415 - see above

    full = full_blocks(source)
    hint = 'Write Markdown instead, or "\\<" for the character itself.'
    faults.extend(
        Diagnostic("error", "html", "A text may not hold HTML.", hint, field.at(place(offset)))
        for offset in full.html
    )
    faults.extend(_literal(words, field.at(place(offset))) for offset, words in full.literal)
    return full.blocks


def _literal(words: str, span: Span) -> Diagnostic:
    """Tell of what looks like a link or a picture and is printed as it stands."""
    kind = "picture" if words[0] == "!" else "link"
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    message = f"{shown} is no {kind}, and is printed as it stands: its address cannot be read."
    hint = 'An address with spaces stands in angle brackets: (<a name.png>). "\\[" prints a bracket.'
    return Diagnostic("warning", f"literal-{kind}", message, hint, span)


def _unmatched(
    field: Markdown, parts: Iterable[tuple[MdBlock, ...]], definitions: tuple[Definition, ...]
) -> list[Diagnostic]:
    defined = {definition.name for definition in definitions}
    found: list[Diagnostic] = []
    marked: set[str] = set()
    for blocks in parts:
        for inline in inlines_of(blocks):
            if isinstance(inline, MdNote):
                marked.add(inline.name)
                if inline.name not in defined:
                    message = f"The footnote [^{inline.name}] has no text in this field."
                    hint = f'Add a line "[^{inline.name}]: …" below the paragraph.'
                    found.append(
                        Diagnostic("error", "undefined-footnote", message, hint, field.at(inline.offset))
                    )
    seen: set[str] = set()
    for definition in definitions:
        place, name = field.at(definition.offset), definition.name
        if name in seen:
            message = f"The footnote [^{name}] is defined twice in this field."
            found.append(Diagnostic("error", "duplicate-footnote", message, "Keep one of the two.", place))
        elif name not in marked:
            hint = f"Put [^{name}] where it belongs, or delete it."
            found.append(
                Diagnostic(
                    "warning", "unused-footnote", f"Nothing marks the footnote [^{name}].", hint, place
                )
            )
        seen.add(name)
    return found


def _set(block: MdBlock, typography: Typography) -> MdBlock:
    """Set the quotes and dashes of a block."""
    if isinstance(block, MdParagraph):
        return MdParagraph(_set_inlines(block.inlines, typography), block.offset)
    if isinstance(block, MdHeading):
        return MdHeading(block.level, _set_inlines(block.inlines, typography), block.offset)
    if isinstance(block, MdQuote):
        return MdQuote(tuple(_set(inner, typography) for inner in block.blocks))
    if isinstance(block, MdList):
        items = tuple(tuple(_set(inner, typography) for inner in item) for item in block.items)
        return MdList(items, block.ordered, block.start, block.tight)
    if isinstance(block, MdTable):
        head = tuple(_set_inlines(cell, typography) for cell in block.head)
        rows = tuple(tuple(_set_inlines(cell, typography) for cell in row) for row in block.rows)
        return MdTable(block.aligns, head, rows, block.offset)
    return block


def _set_inlines(inlines: tuple[MdInline, ...], typography: Typography) -> tuple[MdInline, ...]:
    pieces = [_typed(inline) for inline in inlines]
    done = educate_pieces(pieces, typography)
    if done == pieces:
        return inlines
    return tuple(
        replace(inline, text=text) if isinstance(inline, MdText) and not inline.code else inline
        for inline, text in zip(inlines, done, strict=True)
    )


def _typed(inline: MdInline) -> str:
    """What stands in the line for those who judge its marks: after the end of a line a quotation may open."""
    if isinstance(inline, MdBreak):
        return "\n"
    return inline.text if isinstance(inline, MdText) and not inline.code else OBJECT

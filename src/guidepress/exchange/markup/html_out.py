"""In: a text of a guide. Out: the same as HTML or as plain words."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.guide.markdown import (
    MdBreak,
    MdCode,
    MdHeading,
    MdImage,
    MdList,
    MdNote,
    MdParagraph,
    MdQuote,
    MdTable,
    MdText,
    inlines_of,
    read_markdown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from guidepress.guide.markdown import MdBlock, MdDocument, MdInline
    from guidepress.guide.model import Markdown

__all__ = ["as_html", "as_plain", "has_markup", "pictures_in"]

_BLANK = re.compile(r"(?<![\\_*\w])_{2,}(?![\w*])|_{3,}")
_HELD = "\ue000"
"""Stands for an underscore of a blank while the text is read: underscores close together may be taken for emphasis."""

_PLAIN = re.compile(r"[^\n*`\[\]\\<>&#|~_+!={}-]*")
"""Without any of these a text of one line has no markup, if it does not begin with a number."""


def _read(text: Markdown) -> MdDocument:
    source = text.source.strip()
    if "__" in source:
        source = _BLANK.sub(lambda match: _HELD * len(match[0]), source)
    return read_markdown(replace(text, source=source))


def _plain_already(source: str) -> bool:
    return _PLAIN.fullmatch(source) is not None and not source[:1].isdigit()


def has_markup(text: Markdown) -> bool:
    """Whether a text is more than words in one paragraph."""
    if _plain_already(text.source.strip()):
        return False
    document = _read(text)
    if document.notes or len(document.blocks) != 1 or not isinstance(document.blocks[0], MdParagraph):
        return True
    return any(
        not isinstance(inline, MdText)
        or inline.emphasis
        or inline.strong
        or inline.code
        or bool(inline.link or inline.language)
        for inline in document.blocks[0].inlines
    )


def pictures_in(text: Markdown) -> tuple[str, ...]:
    """The paths of the pictures that a text shows, in order."""
    if "![" not in text.source:
        return ()
    return tuple(inline.path for inline in inlines_of(_read(text).blocks) if isinstance(inline, MdImage))


def as_html(text: Markdown, address: Callable[[str], str] = str) -> str:
    """Write a text as HTML; one paragraph alone has no tag about it.

    Args:
        text: the text.
        address: what a picture's path becomes.
    """
    source = text.source.strip()
    if _plain_already(source):
        return html.escape(source, quote=False)
    document = _read(text)
    writer = _Html(address)
    if len(document.blocks) == 1 and isinstance(document.blocks[0], MdParagraph) and not document.notes:
        made = writer.inlines(document.blocks[0].inlines)
    else:
        made = "".join(writer.blocks(document.blocks))
        for note in document.notes:
            made += f"<p><sup>{html.escape(note.name)}</sup> {writer.item(note.blocks)}</p>"
    return made.replace(_HELD, "_")


def as_plain(text: Markdown) -> str:
    """Write the words of a text: blocks and forced line ends in lines of their own, pictures by their alt texts."""
    source = text.source.strip()
    if _plain_already(source):
        return source
    document = _read(text)
    lines = [line for block in document.blocks for line in _lines(block)]
    lines += [f"{note.name}: {' '.join(_line(block) for block in note.blocks)}" for note in document.notes]
    return "\n".join(lines).replace(_HELD, "_")


def _lines(block: MdBlock) -> Iterator[str]:
    if isinstance(block, MdParagraph | MdHeading):
        yield _words(block.inlines)
    elif isinstance(block, MdList):
        for number, item in enumerate(block.items, block.start):
            yield f"{f'{number}.' if block.ordered else '-'} {' '.join(_line(inner) for inner in item)}"
    elif isinstance(block, MdQuote):
        for inner in block.blocks:
            yield from _lines(inner)
    elif isinstance(block, MdCode):
        yield block.text
    elif isinstance(block, MdTable):
        for row in (block.head, *block.rows):
            yield " | ".join(_words(cell) for cell in row)


def _line(block: MdBlock) -> str:
    return " ".join(_lines(block))


def _words(inlines: tuple[MdInline, ...]) -> str:
    return "".join(map(_word, inlines))


def _word(inline: MdInline) -> str:
    if isinstance(inline, MdText):
        return inline.text
    if isinstance(inline, MdImage):
        return inline.alt
    if isinstance(inline, MdNote):
        return f"[{inline.name}]"
    return "\n" if isinstance(inline, MdBreak) else f"#{inline.anchor}"


class _Html:
    """Writes blocks and inlines as HTML."""

    def __init__(self, address: Callable[[str], str]) -> None:
        self._address = address

    def blocks(self, blocks: tuple[MdBlock, ...]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, MdParagraph):
                yield f"<p>{self.inlines(block.inlines)}</p>"
            elif isinstance(block, MdHeading):
                yield f"<h{block.level}>{self.inlines(block.inlines)}</h{block.level}>"
            elif isinstance(block, MdList):
                start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
                tag = "ol" if block.ordered else "ul"
                items = "".join(f"<li>{self.item(item)}</li>" for item in block.items)
                yield f"<{tag}{start}>{items}</{tag}>"
            elif isinstance(block, MdQuote):
                yield f"<blockquote>{''.join(self.blocks(block.blocks))}</blockquote>"
            elif isinstance(block, MdCode):
                yield f"<pre>{html.escape(block.text, quote=False)}</pre>"
            elif isinstance(block, MdTable):
                yield self._table(block)
            else:
                yield "<hr />"

    def item(self, blocks: tuple[MdBlock, ...]) -> str:
        """The inside of a list's item: one paragraph without its tag."""
        if len(blocks) == 1 and isinstance(blocks[0], MdParagraph):
            return self.inlines(blocks[0].inlines)
        return "".join(self.blocks(blocks))

    def _table(self, table: MdTable) -> str:
        head = "".join(f"<th>{self.inlines(cell)}</th>" for cell in table.head)
        rows = "".join(
            f"<tr>{''.join(f'<td>{self.inlines(cell)}</td>' for cell in row)}</tr>" for row in table.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def inlines(self, inlines: tuple[MdInline, ...]) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: MdInline) -> str:
        if isinstance(inline, MdText):
            return _text(inline)
        if isinstance(inline, MdImage):
            width = f' width="{inline.share}%"' if inline.share else ""
            title = f' title="{html.escape(inline.title)}"' if inline.title else ""
            src = html.escape(self._address(inline.path))
            return f'<img src="{src}" alt="{html.escape(inline.alt)}"{title}{width} />'
        if isinstance(inline, MdNote):
            return f"<sup>{html.escape(inline.name)}</sup>"
        return "<br />" if isinstance(inline, MdBreak) else f"#{inline.anchor}"


def _text(text: MdText) -> str:
    made = html.escape(text.text, quote=False)
    for given, tag in ((text.code, "code"), (text.emphasis, "em"), (text.strong, "strong")):
        if given:
            made = f"<{tag}>{made}</{tag}>"
    if text.language:
        made = f'<span lang="{html.escape(text.language)}">{made}</span>'
    return f'<a href="{html.escape(text.link)}">{made}</a>' if text.link else made

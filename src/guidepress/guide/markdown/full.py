"""In: any CommonMark text. Out: its blocks by way of markdown-it, where HTML stands in it, and what only looks like a link.

markdown-it gives lines for blocks and no places for inlines; those are found again by looking for each text in the
source, from where the text before it ended.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

from markdown_it import MarkdownIt

from guidepress.base.record import record, replace
from guidepress.guide.markdown.destinations import HELPERS
from guidepress.guide.markdown.tree import (
    MdBlock,
    MdBreak,
    MdCode,
    MdHeading,
    MdImage,
    MdInline,
    MdList,
    MdNote,
    MdParagraph,
    MdQuote,
    MdReference,
    MdRule,
    MdTable,
    MdText,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

__all__ = ["full_blocks"]

_WIDTH = re.compile(r"\{width=(100|[1-9][0-9]?)%\}")
"""Behind a picture: how wide it is to be, in per cent of the text."""

_LITERAL = re.compile(r"!?\[[^\[\]]*\]\([^()\n]*\)")
"""A link or a picture that markdown-it has left as text; brackets that are escaped are in other tokens."""

_MARKED = re.compile(
    r"\[\^(?P<note>[^\]\s]+)\]"
    r"|\[(?P<foreign>[^\[\]^]+)\]\{lang=(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}"
)
"""The mark of a footnote; words in a language of their own."""

_ALIGNS: dict[str, Literal["left", "right", "centred"]] = {
    "text-align:left": "left",
    "text-align:right": "right",
    "text-align:center": "centred",
}
_EMPHASIS = {"em_open": (1, 0), "em_close": (-1, 0), "strong_open": (0, 1), "strong_close": (0, -1)}


@record
class FullText:
    """What a text was found to be.

    Attributes:
        blocks: its blocks.
        html: the offset of each piece of HTML, which is left out of them.
        literal: offset and words of each piece that looks like a link or a picture and is text, for its address is none.
    """

    blocks: tuple[MdBlock, ...]
    html: tuple[int, ...]
    literal: tuple[tuple[int, str], ...]


def full_blocks(text: str) -> FullText:
    """Read a text."""
    reader = _Reader(text)
    blocks = reader.blocks(_parser().parse(text))
    return FullText(blocks, tuple(reader.html), tuple(reader.literal))


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - its name and argument there
        """Take any address: markdown-it prints what has one of `file:` as it stands, and says nothing."""
        return True


@functools.cache
def _parser() -> MarkdownIt:
    """CommonMark with tables. Escaped characters stay apart ("text_join" off), so that an escaped "[^1]" marks no note."""
    parser = _Parser("commonmark").enable("table").disable("text_join")
    parser.helpers = HELPERS  # type: ignore[assignment]  # a module there, what rules take from it here
    return parser


class _Reader:
    """Turns the tokens of one text into blocks."""

    def __init__(self, text: str) -> None:
        self.html: list[int] = []
        self.literal: list[tuple[int, str]] = []
        self._text = text
        self._at = 0
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def blocks(self, tokens: Sequence[Token]) -> tuple[MdBlock, ...]:
        """Read the tokens of a run of blocks."""
        found: list[MdBlock] = []
        index = 0
        while index < len(tokens):
            end = _closing(tokens, index)
            block = self._block(tokens[index : end + 1])
            if block is not None:
                found.append(block)
            index = end + 1
        return tuple(found)

    def _block(self, tokens: Sequence[Token]) -> MdBlock | None:
        first = tokens[0]
        start = self._starts[first.map[0]] if first.map else self._at
        self._at = max(self._at, start)
        kind = first.type
        if kind in {"paragraph_open", "heading_open"}:
            # Indentation and a heading's "#" stand before the text.
            inlines = self._inlines(tokens[1])
            offset = inlines[0].offset if inlines else start
            return (
                MdHeading(int(first.tag[1]), inlines, offset)
                if kind[0] == "h"
                else MdParagraph(inlines, offset)
            )
        if kind in {"bullet_list_open", "ordered_list_open"}:
            return self._list(tokens)
        if kind == "table_open":
            return self._table(tokens, start)
        if kind == "blockquote_open":
            return MdQuote(self.blocks(tokens[1:-1]))
        return self._leaf(first, start)

    def _leaf(self, first: Token, start: int) -> MdBlock | None:
        if first.type == "hr":
            return MdRule(start)
        if first.type == "html_block":
            self.html.append(self._text.find("<", start))
            return None
        return MdCode(first.content.removesuffix("\n"), self._seek(first.content.partition("\n")[0]))

    def _list(self, tokens: Sequence[Token]) -> MdList:
        items: list[tuple[MdBlock, ...]] = []
        tight = True
        index = 1
        while index < len(tokens) - 1:
            end = _closing(tokens, index)
            inside = tokens[index + 1 : end]
            # markdown-it marks the paragraphs of a tight list as hidden.
            tight = tight and not any(
                token.type == "paragraph_open" and not token.hidden and token.level == tokens[index].level + 1
                for token in inside
            )
            items.append(self.blocks(inside))
            index = end + 1
        ordered = tokens[0].type == "ordered_list_open"
        return MdList(tuple(items), ordered, int(tokens[0].attrs.get("start", 1)), tight)

    def _table(self, tokens: Sequence[Token], start: int) -> MdTable:
        rows: list[tuple[tuple[MdInline, ...], ...]] = []
        cells: list[tuple[MdInline, ...]] = []
        aligns: list[Literal["left", "right", "centred"]] = []
        for index, token in enumerate(tokens):
            if token.type == "th_open":
                aligns.append(_ALIGNS.get(str(token.attrs.get("style", "")), "left"))
            if token.type in {"th_open", "td_open"}:
                cells.append(self._inlines(tokens[index + 1]))
            elif token.type == "tr_close":
                rows.append(tuple(cells))
                cells = []
        return MdTable(tuple(aligns), rows[0], tuple(rows[1:]), start)

    def _inlines(self, token: Token) -> tuple[MdInline, ...]:
        found: list[MdInline] = []
        emphasis = strong = 0
        link = ""
        before = ""
        for child in token.children or ():
            kind = child.type
            if kind in _EMPHASIS:
                emphasis += _EMPHASIS[kind][0]
                strong += _EMPHASIS[kind][1]
            elif kind == "link_open":
                link = str(child.attrs["href"])
            elif kind == "link_close":
                if before == "link_open" and link:
                    found.append(self._wordless(link))
                elif self._text.startswith("](", self._at):
                    # The address must not be taken for the text that follows.
                    self._at = max(self._at, self._text.find(")", self._at))
                link = ""
            elif kind in {"text", "text_special", "code_inline", "softbreak"}:
                look = MdText("", 0, emphasis > 0, strong > 0, kind == "code_inline", link)
                if before == "image" and kind == "text":
                    self._sized(found, child)
                self._words(found, child, look)
            else:
                self._other(found, child)
            before = kind
        return tuple(found)

    def _sized(self, found: list[MdInline], child: Token) -> None:
        """Give a picture the width that stands close behind it, and take that from the text."""
        width, picture = _WIDTH.match(child.content), found[-1]
        if width is not None and isinstance(picture, MdImage):
            found[-1] = replace(picture, share=int(width[1]))
            self._at = self._seek(width[0]) + width.end()
            child.content = child.content[width.end() :]

    def _wordless(self, link: str) -> MdInline:
        at = self._seek("[](")
        return MdReference(link[1:], at) if link.startswith("#") else MdText(link, at, link=link)

    def _other(self, found: list[MdInline], child: Token) -> None:
        if child.type == "hardbreak":
            found.append(MdBreak(self._seek("\n")))
        elif child.type == "image":
            at = self._seek("![")
            attrs = child.attrs
            alt = "".join(inner.content for inner in child.children or ())
            path = unquote(str(attrs["src"]))  # markdown-it writes addresses; a path has its own letters
            found.append(MdImage(path, alt, at, str(attrs.get("title", ""))))
        elif child.type == "html_inline":
            at = self._seek(child.content)
            # The closing tag of an element that has been reported says nothing new.
            if not (self.html and child.content.startswith("</")):
                self.html.append(at)

    def _words(self, found: list[MdInline], child: Token, look: MdText) -> None:
        content = " " if child.type == "softbreak" else child.content
        at = self._at if child.type == "softbreak" else self._seek(content)
        done = 0
        if child.type == "text" and "](" in content:
            self.literal += ((at + found.start(), found[0]) for found in _LITERAL.finditer(content))
        if child.type == "text" and not look.link:
            for match in _MARKED.finditer(content):
                _join(found, content[done : match.start()], at + done, look)
                done = match.end()
                if match["note"]:
                    found.append(MdNote(match["note"], at + match.start()))
                else:
                    own = replace(look, language=match["language"])
                    _join(found, match["foreign"], at + match.start() + 1, own)
        _join(found, content[done:], at + done, look)

    def _seek(self, content: str) -> int:
        """Find where a text stands and go on behind it; where it is written otherwise (entities), stay."""
        at = self._text.find(content, self._at)
        if at < 0:
            return self._at
        self._at = at + len(content)
        return at


def _join(found: list[MdInline], text: str, at: int, look: MdText) -> None:
    """Add a text, to the one before it where both look the same."""
    if not text:
        return
    last = found[-1] if found else None
    new = replace(look, text=text, offset=at)
    if isinstance(last, MdText) and replace(last, text=text, offset=at) == new:
        found[-1] = replace(new, text=last.text + text, offset=last.offset)
    else:
        found.append(new)


def _closing(tokens: Sequence[Token], index: int) -> int:
    """The index of the token that closes the block opened at an index; the same where a block is one token."""
    if tokens[index].nesting != 1:
        return index
    level = tokens[index].level
    return next(
        place
        for place in range(index + 1, len(tokens))
        if tokens[place].nesting == -1 and tokens[place].level == level
    )

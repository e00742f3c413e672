"""In: a text without block markup beyond paragraphs and simple lists. Out: its blocks, as markdown-it would make them.

Importing markdown-it costs as much time as setting ten pages, and most texts need little of it. What is not plainly
one thing by CommonMark's rules is not read here: these functions return None and the whole field goes to markdown-it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.guide.markdown.tree import (
    MdBlock,
    MdBreak,
    MdHeading,
    MdInline,
    MdList,
    MdNote,
    MdParagraph,
    MdReference,
    MdText,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["fast_blocks", "fast_inlines"]

_START = re.compile(
    r"""  [#>|<~`=]                          # heading, quotation, table, HTML, fence, underline of a heading
        | [-+*](?:[ \t]|$)                   # list
        | [0-9]{1,9}[.)](?:[ \t]|$)          # ordered list
        | (?:-[ \t]*)+$                      # underline of a heading, rule
        | (?:\*[ \t]*){3,}$
        | (?:_[ \t]*){3,}$
        | \[[^\]\n]*\]:                     # link definition
    """,
    re.VERBOSE,
)
"""What makes a line something other than a line of a paragraph."""

_ODD = re.compile("[\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
"""Tabs, and what Python takes for the end of a line though CommonMark does not."""

_ITEM = re.compile(r"(?:([-+*])|([0-9]{1,9})([.)])) (?=\S)")
_HEADING = re.compile(r"(#{1,6}) ([^\s#](?:[^\n#]*[^\s#])?)")
_MARKUP = re.compile(r"[*_`\[\\<&]")
_TOKEN = re.compile(
    r"""
      (?P<run>\*+|_+)
    | \[\]\(\#(?P<reference>[A-Za-z0-9-]+)\)
    | \[\^(?P<note>[^\]\s\[\\`*_<&]+)\](?![(\[:])
    | \[(?P<words>[^\[\]\\`*_<&!\n]+)\]\((?P<link>(?:https?://[a-z0-9.-]+(?:/[A-Za-z0-9/._~-]*)?|\#[A-Za-z0-9-]+))\)
    | \[(?P<foreign>[^\[\]\\`*_<&!\n]+)\]\{lang=(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}
    | (?<!\s)(?P<end>\\\n)(?=\S)
    | (?P<other>[`\[\\<&])
    """,
    re.VERBOSE,
)


def fast_blocks(text: str) -> tuple[MdBlock, ...] | None:
    """Read a whole text; None if it needs markdown-it."""
    # A table needs "|" somewhere.
    if "|" in text or (not text.isprintable() and _ODD.search(text)):
        return None
    blocks: list[MdBlock] = []
    offset = 0
    for part in text.split("\n\n"):
        chunk = part.strip("\n")
        if chunk:
            block = _chunk(chunk, offset + len(part) - len(part.lstrip("\n")))
            if block is None or (isinstance(block, MdList) and blocks and isinstance(blocks[-1], MdList)):
                # Two lists on end may be one loose list.
                return None
            blocks.append(block)
        offset += len(part) + 2
    return tuple(blocks)


def _chunk(chunk: str, offset: int) -> MdBlock | None:
    lines = chunk.split("\n") if "\n" in chunk else (chunk,)
    if all(map(_in_paragraph, lines)):
        inlines = fast_inlines(chunk, offset)
        return None if inlines is None else MdParagraph(inlines, inlines[0].offset)
    heading = _HEADING.fullmatch(chunk)
    if heading is not None:
        inlines = fast_inlines(heading[2], offset + heading.start(2))
        return None if inlines is None else MdHeading(len(heading[1]), inlines, inlines[0].offset)
    return _list(lines, offset) if _ITEM.match(chunk) else None


def _in_paragraph(line: str) -> bool:
    # White space at the start may be code or the inside of a list, at the end a hard break.
    return not (_START.match(line) or line[0].isspace() or line[-1].isspace())


def _list(lines: Sequence[str], offset: int) -> MdList | None:
    """Read a list of one line an item, none of them with blocks of its own."""
    items: list[tuple[MdBlock, ...]] = []
    marks: set[str] = set()
    start = 1
    for line in lines:
        match = _ITEM.match(line)
        # "* **" is a rule, not a list that holds two stars.
        if match is None or not _in_paragraph(line[match.end() :]) or not line.strip("*- "):
            return None
        at = offset + match.end()
        inlines = fast_inlines(line[match.end() :], at)
        if inlines is None:
            return None
        if not items and match[2]:
            start = int(match[2])
        marks.add(match[1] or match[3])
        items.append((MdParagraph(inlines, inlines[0].offset),))
        offset += len(line) + 1
    return MdList(tuple(items), ordered=marks <= {".", ")"}, start=start) if len(marks) == 1 else None


def fast_inlines(text: str, offset: int) -> tuple[MdInline, ...] | None:
    """Read the inside of a paragraph; None if it needs markdown-it.

    Args:
        text: lines without white space at their ends.
        offset: where it stands in the field's source.
    """
    if not _MARKUP.search(text):
        return (MdText(text.replace("\n", " "), offset),)
    return None if "![" in text else _Scan(text, offset).run()


class _Scan:
    """One pass over a paragraph, with the delimiters that are still open.

    A run of delimiters that closes exactly the run opened last means the same to every CommonMark parser (section
    6.2, rules 1 to 10), and one that can close nothing is text or opens. Anything else ends the scan.
    """

    def __init__(self, text: str, offset: int) -> None:
        self._text = text
        self._offset = offset
        self._open: list[tuple[str, int]] = []  # the run, and its index in the pieces
        # (kind, text or name, offset, link, language): a run of delimiters is a piece until it is known to be markup.
        self._pieces: list[tuple[str, str, int, str, str]] = []
        self._changes: dict[int, tuple[str, int]] = {}  # piece index to (run, +1 or -1)

    def run(self) -> tuple[MdInline, ...] | None:
        text, done = self._text, 0
        for match in _TOKEN.finditer(text):
            start = match.start()
            if start > done:
                self._add("text", text[done:start], done)
            done = match.end()
            kind = match.lastgroup
            if kind == "run":
                if not self._delimiter(match[0], start, done):
                    return None
            elif kind in {"reference", "note"}:
                self._add(kind, match[kind], start)
            elif kind == "end":
                # The break stands where the line ends, behind the backslash.
                self._add(kind, "", start + 1)
            elif kind in {"link", "language"}:
                words = match["words"] or match["foreign"]
                self._add("text", words, start + 1, match["link"] or "", match["language"] or "")
            elif not self._literal(match[0], done):
                return None
            else:
                self._add("text", match[0], start)
        if done < len(text):
            self._add("text", text[done:], done)
        return self._inlines()

    def _add(self, kind: str, value: str, at: int, link: str = "", language: str = "") -> None:
        self._pieces.append((kind, value, self._offset + at, link, language))

    def _literal(self, character: str, end: int) -> bool:
        """Whether "&" or "<" stands for itself: what follows cannot make an entity, an address or HTML of it."""
        after = self._text[end : end + 1]
        if character == "&":
            return not (after.isalnum() or after == "#")
        return character == "<" and after in {"", " ", "\n", "="}

    def _delimiter(self, run: str, start: int, end: int) -> bool:
        """Take in a run of delimiters; False if only markdown-it can say what it means."""
        before = _kind(self._text[start - 1 : start])
        after = _kind(self._text[end : end + 1])
        left = after != "space" and (after != "mark" or before != "word")
        right = before != "space" and (before != "mark" or after != "word")
        sure = "unsure" not in {before, after}
        if left and right and run[0] == "_":
            # Underscores within a word are text.
            sure = sure and before == after == "word"
        elif right and any(opened[0] == run[0] for opened, _ in self._open):
            opened, index = self._open.pop()
            # Three stars together are two kinds of markup, in an order that is not ours to tell.
            sure = sure and opened == run and len(run) < 3
            self._changes[index] = (run, 1)
            self._changes[len(self._pieces)] = (run, -1)
        elif left:
            self._open.append((run, len(self._pieces)))
        self._add("text", run, start)
        return sure

    def _inlines(self) -> tuple[MdInline, ...]:
        inlines: list[MdInline] = []
        emphasis = strong = 0
        for index, (kind, value, offset, link, language) in enumerate(self._pieces):
            change = self._changes.get(index)
            if change is not None:
                if len(change[0]) == 1:
                    emphasis += change[1]
                else:
                    strong += change[1]
            elif kind == "reference":
                inlines.append(MdReference(value, offset))
            elif kind == "note":
                inlines.append(MdNote(value, offset))
            elif kind == "end":
                inlines.append(MdBreak(offset))
            else:
                text = value.replace("\n", " ")
                _join(inlines, MdText(text, offset, emphasis > 0, strong > 0, link=link, language=language))
        return tuple(inlines)


def _join(inlines: list[MdInline], text: MdText) -> None:
    """Add a text, to the one before it where both look the same."""
    last = inlines[-1] if inlines else None
    if isinstance(last, MdText) and _look(last) == _look(text):
        inlines[-1] = replace(text, text=last.text + text.text, offset=last.offset)
    else:
        inlines.append(text)


def _look(text: MdText) -> tuple[bool, bool, bool, str, str]:
    return text.emphasis, text.strong, text.code, text.link, text.language


def _kind(character: str) -> str:
    """What CommonMark's flanking rules see: a space (or the text's end), a punctuation mark or part of a word."""
    if not character or character.isspace():
        return "space"
    if character.isalnum():
        return "word"
    if character.isascii():
        return "mark"
    category = unicodedata.category(character)
    if category[0] == "P":
        return "mark"
    # Versions of CommonMark differ on symbols; letters' marks and the like belong to words.
    return "word" if category[0] in "LMN" else "unsure"

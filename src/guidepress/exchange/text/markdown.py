"""In: inlines, or plain words. Out: the Markdown of a guide that is read back as these.

Signs that would mean something are escaped where they would, and nowhere else, so that texts stay pleasant to read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.exchange.markup.escaping import escape_starts, escaped
from guidepress.guide.markdown import (
    MdBreak,
    MdCode,
    MdHeading,
    MdImage,
    MdInline,
    MdList,
    MdNote,
    MdParagraph,
    MdQuote,
    MdTable,
    MdText,
    read_markdown,
)
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidepress.guide.markdown import MdBlock

__all__ = [
    "WIDTH",
    "broken",
    "cell_of",
    "inline_markdown",
    "item_of",
    "list_of",
    "plain_markdown",
    "plain_of",
    "quote_of",
    "table_of",
]

WIDTH = 100
"""Columns of a line of a text in the file."""

_BREAKABLE = re.compile(r" (?!(?:[^\[\]\n]|\\[\[\]]){0,200}\]\()")
"""Spaces at which a line may end: none within the words of a link or of a picture."""

_HELD = re.compile(r"[*_`\[\]<&\\~]")
"""Signs that may mean something: a text that holds one is read again, to see that it says what it should."""

_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
"""Every sign that a backslash may stand before (CommonMark 2.4)."""

_WIDTH = re.compile(r"\{width=(100|[1-9][0-9]?)%\}")

_AWKWARD = re.compile(r"(?:[-+]$|[#>=|~]|-+$|\*+$|_+$|\\?\d{1,9}[.)]$|`{3}|\[\^)")
"""A word with which no line may begin when a paragraph is broken into lines."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def inline_markdown(inlines: Sequence[MdInline]) -> str:
    """Write the inlines of a paragraph; where marks beside marks would not be read back, the words stand alone."""
    tidy = list(_tidied(inlines))
    text = _joined(tidy)
    if not _HELD.search(text) or plain_of(text) == _words(tidy):
        return text
    bare = list(_tidied(_bare(each) for each in tidy))
    text = _joined(bare)
    if plain_of(text) == _words(bare):
        return text
    return "".join(
        _SIGN.sub(r"\\\g<0>", each.text) if isinstance(each, MdText) else _written(each) for each in bare
    ).strip()


def _joined(inlines: Iterable[MdInline]) -> str:
    return escape_starts(re.sub(r" *\\\n *", r"\\\n", "".join(map(_written, inlines)).strip()))


def _marked(inline: MdInline) -> bool:
    return isinstance(inline, MdText) and (
        inline.emphasis or inline.strong or inline.code or bool(inline.link)
    )


def _bare(inline: MdInline) -> MdInline:
    return MdText(inline.text, 0) if isinstance(inline, MdText) else inline


def _words(inlines: Iterable[MdInline]) -> str:
    """What a reader sees of inlines."""
    seen = []
    for inline in inlines:
        if isinstance(inline, MdText):
            seen.append(inline.text)
        elif isinstance(inline, MdImage):
            seen.append(inline.alt)
        elif isinstance(inline, MdBreak):
            seen.append(" ")
    return " ".join("".join(seen).split())


def plain_of(text: str) -> str:
    """The words of a Markdown text, alt texts of pictures among them."""
    return " ".join(filter(None, map(_words, _runs(read_markdown(Markdown(text)).blocks))))


def _runs(blocks: Iterable[MdBlock]) -> Iterator[Sequence[MdInline]]:
    """The inlines of each paragraph, cell and heading."""
    for block in blocks:
        if isinstance(block, MdParagraph | MdHeading):
            yield block.inlines
        elif isinstance(block, MdList):
            for item in block.items:
                yield from _runs(item)
        elif isinstance(block, MdQuote):
            yield from _runs(block.blocks)
        elif isinstance(block, MdTable):
            for row in (block.head, *block.rows):
                yield from row
        elif isinstance(block, MdCode):
            yield (MdText(block.text, 0),)


def _tidied(inlines: Iterable[MdInline]) -> Iterator[MdInline]:
    """Join texts of one look, and let marks begin and end beside words, not beside spaces."""
    last: MdText | None = None
    for inline in _sized(inlines):
        if not isinstance(inline, MdText):
            if last is not None:
                yield from _trimmed(last)
                last = None
            yield inline
            continue
        text = _CONTROL.sub("", re.sub(r"[\t\n\r\u2028\u2029\x0b\x0c ]+", " ", inline.text))
        piece = replace(inline, text=text, offset=0)
        if not text.strip() and last is not None and text:
            piece = replace(last, text=text)  # a space has no look
        if last is not None and replace(last, text="") == replace(piece, text=""):
            last = replace(last, text=last.text + text)
        elif text:
            if last is not None:
                yield from _trimmed(last)
            last = piece
    if last is not None:
        yield from _trimmed(last)


def _sized(inlines: Iterable[MdInline]) -> Iterator[MdInline]:
    """Give a picture the width that stands close behind it, as guides write it."""
    picture: MdImage | None = None
    for each in inlines:
        inline = each
        width = _WIDTH.match(inline.text) if picture is not None and isinstance(inline, MdText) else None
        if width and picture is not None and isinstance(inline, MdText):
            picture = replace(picture, share=int(width[1]))
            inline = replace(inline, text=inline.text[width.end() :])
        if picture is not None:
            yield picture
            picture = None
            if isinstance(inline, MdImage) or (isinstance(inline, MdText) and re.match(r"\w", inline.text)):
                yield MdText(" ", 0)  # words beside a picture are no part of its alt text
        if isinstance(inline, MdImage):
            picture = inline
        else:
            yield inline
    if picture is not None:
        yield picture


def _trimmed(piece: MdText) -> Iterator[MdText]:
    if not _marked(piece):
        yield piece
        return
    inner = piece.text.strip()
    before = piece.text[: len(piece.text) - len(piece.text.lstrip())]
    after = piece.text[len(piece.text.rstrip()) :] if inner else ""
    for text, look in ((before, MdText), (inner, None), (after, MdText)):
        if text:
            yield MdText(text, 0) if look else replace(piece, text=text)


def _written(inline: MdInline) -> str:
    if isinstance(inline, MdText):
        return _written_text(inline)
    if isinstance(inline, MdBreak):
        return "\\\n"
    if isinstance(inline, MdNote):
        return f"[^{inline.name}]"
    if isinstance(inline, MdImage):
        share = f"{{width={inline.share}%}}" if inline.share else ""
        return f"![{plain_markdown(inline.alt)}]({inline.path}){share}"
    return ""


def _written_text(inline: MdText) -> str:
    if inline.language:
        return f"[{inline.text}]{{lang={inline.language}}}"
    text = f"`{inline.text}`" if inline.code and "`" not in inline.text else plain_markdown(inline.text)
    mark = ("*" if inline.emphasis else "") + ("**" if inline.strong else "")
    text = f"{mark}{text}{mark}"
    if inline.link and not re.search(r"[\s<>()\\]", inline.link):
        return f"[{text}]({inline.link})"
    return text


def plain_markdown(text: str, *, starts: bool = False) -> str:
    """Write plain words of one line as Markdown.

    Args:
        text: the words.
        starts: they begin a block.
    """
    made = escaped(text, starts=starts)
    return f"{made}\\" if (len(made) - len(made.rstrip("\\"))) % 2 else made


def broken(text: str, width: int = WIDTH) -> str:
    """Break the long lines of a Markdown text where its meaning stays: not in tables, and not before a mark."""
    lines: list[str] = []
    fence = False
    for line in text.split("\n"):
        fence ^= line.lstrip().startswith("```")
        if len(line) <= width or fence or line.lstrip().startswith(("|", "```", "#")):
            lines.append(line)
            continue
        lines += _folded(line, width)
    return "\n".join(lines)


def _folded(line: str, width: int) -> list[str]:
    lead = re.match(r"\s*(?:(?:>|[-+*]|\d{1,9}[.)]|\[\^[^\]]+\]:)\s+)*", line)
    mark = lead[0] if lead else ""
    further = "".join(sign if sign == ">" else " " for sign in mark)
    if "[^" in mark:
        further = "    "
    lines = [mark]
    room = ""
    for word in _BREAKABLE.split(line[len(mark) :]):
        if room and len(lines[-1]) + 1 + len(word) > width and not _AWKWARD.match(word) and word:
            lines.append(further + word)
        else:
            lines[-1] += room + word
        room = " "
    return lines


def list_of(items: Sequence[str], labels: Sequence[str], *, other: bool = False) -> str:
    """Write a list: numbered where every label is the next number, with bullets, or with its labels as they are.

    Args:
        items: the Markdown of each item.
        labels: what stood before each of them.
        other: with the other marks of Markdown, so that it keeps apart from a list before it.
    """
    point, bullet = (")", "*") if other else (".", "-")
    numbers = [re.fullmatch(r"(\d{1,9})[.)]", label) for label in labels]
    if all(numbers) and items:
        first = int(numbers[0][1]) if numbers[0] else 1
        if all(each and int(each[1]) == first + index for index, each in enumerate(numbers)):
            return "\n".join(_item(f"{first + index}{point} ", item) for index, item in enumerate(items))
    if any(re.search(r"\w", label) for label in labels):
        return "\\\n".join(
            f"{label} {item}".strip() if "\n" not in item else f"{label} {item}"
            for label, item in zip(labels, items, strict=True)
        )
    return "\n".join(_item(f"{bullet} ", item) for item in items)


def _item(mark: str, item: str) -> str:
    inner = "\n".join(f"{' ' * len(mark)}{line}" if line else "" for line in item.split("\n"))
    return mark + inner.lstrip()


def item_of(blocks: Sequence[tuple[str, str]]) -> str:
    """Join what an item of a list holds.

    Args:
        blocks: kind and Markdown of each block; a list right below a paragraph stands close to it.
    """
    text = ""
    before = ""
    for kind, block in blocks:
        close = before == "paragraph" and kind == "list" and re.match(r"(?:[-*]|\d+[.)]) ", block) is not None
        text = f"{text}{'' if not text else chr(10) if close else chr(10) * 2}{block}"
        before = kind
    return text


def quote_of(text: str) -> str:
    """Write a text as a quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def cell_of(text: str) -> str:
    """Write a text as a cell of a table: in one line, its bars escaped."""
    return " ".join(text.replace("\\\n", " ").split()).replace("|", "\\|")


def table_of(rows: Sequence[Sequence[str]]) -> str:
    """Write a table; its first row is its head."""
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in filled]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

"""In: inlines, or plain words. Out: the Markdown of a guide that is read back as these.

Signs that would mean something are escaped where they would, and nowhere else, so that texts stay pleasant to read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.guide.markdown import MdBreak, MdImage, MdInline, MdNote, MdText, inlines_of, read_markdown
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["broken", "cell_of", "escaped", "inline_markdown", "item_of", "list_of", "plain_of", "table_of"]

WIDTH = 100
"""Columns of a line of a text in the file."""

_SIGNS = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\n]|$)"  # an escape, or the end of a line that must not be forced
    r"|[*`]"
    r"|(?<![^\W_])_(?=[^\s_])|(?<=[^\s_])_(?![^\W_])|(?<=_)_(?=\S)|(?<=\S)_(?=_)"  # an underscore beside a word
    r"|\[(?=[^\]]*\](?:[(\[{:]))|\[(?=\^)|!(?=\[)"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
)
_START = re.compile(r"(?:[-+](?=\s|$)|#{1,6}(?=\s|$)|>|=+$|-{2,}$|~{3}|\|)|\d{1,9}(?=[.)](?:\s|$))")
"""What makes a block of a line that begins with it."""

_AWKWARD = re.compile(r"(?:[-+]$|[#>=|~]|-+$|\*+$|_+$|\\?\d{1,9}[.)]$|`{3}|\[\^)")
"""A word with which no line may begin when a paragraph is broken into lines."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def escaped(text: str, *, start: bool = False) -> str:
    """Write plain words as Markdown.

    Args:
        text: the words.
        start: they begin a block.
    """
    done = _SIGNS.sub(lambda match: f"\\{match[0]}", text)
    return _safe_start(done) if start else done


def _safe_start(text: str) -> str:
    match = _START.match(text)
    if match is None:
        return text
    return f"{match[0]}\\{text[match.end() :]}" if match[0].isdigit() else f"\\{text}"


def inline_markdown(inlines: Sequence[MdInline]) -> str:
    """Write the inlines of a paragraph; where marks beside marks would not be read back, the words stand alone."""
    tidy = list(_tidied(inlines))
    text = _safe_start("".join(map(_written, tidy)).strip())
    if any(_marked(each) for each in tidy) and plain_of(text) != _words(tidy):
        bare = [_bare(each) for each in tidy]
        text = _safe_start("".join(map(_written, _tidied(bare))).strip())
    return text


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
    document = read_markdown(Markdown(text))
    return _words(inlines_of(document.blocks))


def _tidied(inlines: Iterable[MdInline]) -> Iterator[MdInline]:
    """Join texts of one look, and let marks begin and end beside words, not beside spaces."""
    last: MdText | None = None
    for inline in inlines:
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
    return f"![{escaped(inline.alt)}]({inline.path})" if isinstance(inline, MdImage) else ""


def _written_text(inline: MdText) -> str:
    if inline.language:
        return f"[{inline.text}]{{lang={inline.language}}}"
    text = f"`{inline.text}`" if inline.code and "`" not in inline.text else escaped(inline.text)
    mark = ("*" if inline.emphasis else "") + ("**" if inline.strong else "")
    text = f"{mark}{text}{mark}"
    if inline.link and not re.search(r"[\s<>()\\]", inline.link):
        return f"[{text}]({inline.link})"
    return text


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
    for word in line[len(mark) :].split(" "):
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


def item_of(parts: Sequence[str]) -> str:
    """Join what an item of a list holds: its text and the lists in it."""
    return "\n".join(filter(None, parts))


def cell_of(text: str) -> str:
    """Write a text as a cell of a table: in one line, its bars escaped."""
    return " ".join(text.replace("\\\n", " ").split()).replace("|", "\\|")


def table_of(rows: Sequence[Sequence[str]]) -> str:
    """Write a table; its first row is its head."""
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in filled]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

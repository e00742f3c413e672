"""In: the part of a file under a heading. Out: the entries that it lists, each with a name and a text, where that is plain.

Entries stand under headings of their own, in a list, in a table of two columns, or in paragraphs that each begin with
a name in bold, or with a name and a colon or a dash.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.text.gathered import joined
from guidepress.exchange.text.headings import column_named
from guidepress.exchange.text.markdown import plain_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.exchange.text.outline import Branch
    from guidepress.exchange.text.source import SourceBlock

__all__ = ["EntryList", "NamedEntry", "entries_of", "parted"]

_BOLD = re.compile(
    r"(?:\*\*\*|\*\*|\*)(?P<name>[^*\n]{1,80}?)(?:\*\*\*|\*\*|\*)(?P<aside>\s*\([^)\n]{1,80}\))?"
    r"(?:\s*(?:[:=]|[–—]|--?(?=\s))\s*|\s+|$)(?P<text>.*)",
    re.DOTALL,
)
_PLAIN = re.compile(
    r"(?P<name>[^*:.!?;\n\[\]“”\"]{1,60}?)(?P<aside>\s*\([^)\n]{1,80}\))?\s*"
    r"(?::\s+|\s[–—=]\s|\s--?\s)(?P<text>\S.*)",
    re.DOTALL,
)
_WORDS = 8
"""Words of the longest name that has no bold letters."""


@record
class NamedEntry:
    """An entry of a list of named things.

    Attributes:
        name: its words alone.
        aside: what stood in brackets behind the name.
        text: its Markdown, not yet with its notes.
        block: where it begins.
        branch: the heading that it stands under by itself, if it does.
    """

    name: str
    aside: str
    text: str
    block: SourceBlock
    branch: Branch | None = None


@record
class EntryList:
    """Entries and how they were found.

    Attributes:
        entries: in order.
        before: blocks above the first entry.
        how: in words, for the report.
        head: the words of the head of a table.
    """

    entries: tuple[NamedEntry, ...]
    before: tuple[SourceBlock, ...]
    how: str
    head: str = ""


def entries_of(branch: Branch) -> EntryList | None:
    """Find the entries under a heading; None where the shape is not plain."""
    own = _of_blocks(branch.blocks) if branch.blocks else None
    below = tuple(
        NamedEntry(*_aside(child.name), joined(child.flat()), child.heading, child)
        for child in branch.children
        if child.heading
    )
    if branch.children and all(any(True for _ in child.flat()) for child in branch.children):
        if own is not None and not own.before:
            return EntryList((*own.entries, *below), (), own.how, own.head)
        return EntryList(below, branch.blocks, "headings")
    return own if not branch.children else None


def _aside(name: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.+?)\s*\(([^()]{1,80})\)", name)
    return (match[1], match[2]) if match else (name, "")


def _of_blocks(blocks: Sequence[SourceBlock]) -> EntryList | None:
    first = next((index for index, each in enumerate(blocks) if each.kind in {"list", "table"}), None)
    if first is not None and all(each.kind == "paragraph" for each in blocks[:first]):
        before, lists = tuple(blocks[:first]), blocks[first:]
        if all(each.kind == "list" for each in lists):
            entries = [parted(item, each) for each in lists for item in each.items]
            found = [entry for entry in entries if entry is not None]
            return EntryList(tuple(found), before, "a list") if len(found) == len(entries) else None
        if len(lists) == 1 and lists[0].kind == "table":
            return _of_table(lists[0], before)
        return None
    return _of_paragraphs(blocks)


def _of_table(block: SourceBlock, before: tuple[SourceBlock, ...]) -> EntryList | None:
    rows = block.rows
    if not rows or any(len(row) != 2 for row in rows):
        return None
    headed = all(column_named(plain_of(cell)) for cell in rows[0] if cell)
    listed = [
        NamedEntry(*_aside(plain_of(_cell(row[0]))), _cell(row[1]), block)
        for row in (rows[1:] if headed else rows)
        if any(row)
    ]
    if any(not entry.name or not entry.text for entry in listed) or not listed:
        return None
    return EntryList(tuple(listed), before, "a table", " · ".join(map(plain_of, rows[0])) if headed else "")


def _cell(cell: str) -> str:
    return cell.replace("\\|", "|")


def _of_paragraphs(blocks: Sequence[SourceBlock]) -> EntryList | None:
    """Paragraphs that begin with a name, and those that go on with the last of these."""
    bold = any(_BOLD.match(each.text) for each in blocks)
    starts = [parted(each.text, each, bold=bold) if each.kind == "paragraph" else None for each in blocks]
    named = sum(start is not None for start in starts)
    if named < 2 or starts[0] is None or (not bold and named < len(blocks)):
        return None
    entries: list[NamedEntry] = []
    for block, start in zip(blocks, starts, strict=True):
        if start is not None:
            entries.append(start)
        else:
            last = entries[-1]
            text = "\n\n".join(filter(None, (last.text, joined((block,)))))
            entries[-1] = NamedEntry(last.name, last.aside, text, last.block)
    if any(not entry.text for entry in entries):
        return None
    return EntryList(tuple(entries), (), "paragraphs that begin with a name")


def parted(text: str, block: SourceBlock, *, bold: bool | None = None) -> NamedEntry | None:
    """Part a text into a name and what is said of it; None where it does not begin with a name.

    Args:
        text: Markdown.
        block: where it stands.
        bold: names are bold; False: they are not; None: either.
    """
    match = _BOLD.match(text) if bold is not False else None
    if match is None and not bold:
        match = _PLAIN.match(text)
        if match is not None and len(match["name"].split()) > _WORDS:
            match = None
    if match is None:
        return None
    name = plain_of(match["name"]).strip().rstrip(":–—- ").strip()
    aside = plain_of((match["aside"] or "").strip()).removeprefix("(").removesuffix(")")
    if not name or (not match["text"].strip() and bold is None):
        return None
    if not aside:
        name, aside = _aside(name)
    return NamedEntry(name, aside, match["text"].strip(), block)

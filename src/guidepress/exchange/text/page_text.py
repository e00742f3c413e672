"""In: the text of a page as a browser or an editor copies it. Out: its blocks, and what the file says of the work.

A study-guide site prints pages and reading time, author, title, a strip ("Fiction | Novella | Adult | Published in
1843"), an advertisement, "Summary and Study Guide", and at the end a call to unlock the rest. What is the site's own is
left out, each line of it named; all other words are kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.exchange.report import Guess, Loss
from guidepress.exchange.text.furniture import furniture_mark, is_count, strip_of
from guidepress.exchange.text.headings import section_named
from guidepress.exchange.text.inference import with_headings
from guidepress.exchange.text.markdown import list_of, plain_markdown, table_of
from guidepress.exchange.text.source import SourceBlock, SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["read_page_text"]

_ITEM = re.compile(r"(?P<label>[-*•‣◦▪–]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])\s+(?=\S)")
_WRAPPED = range(50, 101)
"""Lengths of lines that an editor or a mail program broke; a line longer than that is a paragraph by itself."""

_SITE = "the page's own, not the guide's"


@record
class _Line:
    number: int
    text: str
    group: int


def read_page_text(text: str, file: str) -> SourceText:
    """Read a page.

    Args:
        text: all of it.
        file: its name.
    """
    lines = list(_lines(text))
    lines, losses = _without_furniture(lines)
    front, lines, strip, more = _front(lines)
    said = strip_of(strip.text) if strip else {}
    blocks = list(_blocks(lines))
    guesses = _named(front, blocks, said)
    if strip:
        guesses.append(Guess(f"line {strip.number}", "title strip", strip.text))
    return SourceText(
        file,
        "page of text",
        with_headings(tuple(blocks), plain=True),
        said=said,
        guesses=tuple(guesses),
        losses=(*losses, *more),
    )


def _lines(text: str) -> Iterator[_Line]:
    group = 0
    for number, line in enumerate(text.split("\n"), 1):
        words = line.replace("\u00ad", "").strip().strip("\ufeff\u200b")
        if words:
            yield _Line(number, words, group)
        else:
            group += 1


def _without_furniture(lines: list[_Line]) -> tuple[list[_Line], list[Loss]]:
    kept: list[_Line] = []
    losses = []
    rest = False
    for line in lines:
        mark = "" if rest else furniture_mark(line.text)
        if rest or mark:
            losses.append(Loss(f"line {line.number}", line.text, _SITE))
            rest = rest or mark.endswith("¶")
        else:
            kept.append(line)
    return kept, losses


def _front(lines: list[_Line]) -> tuple[list[_Line], list[_Line], _Line | None, list[Loss]]:
    """Take what stands above the text of a site's page.

    Returns:
        The lines that name author and title; the lines of the text; the strip; what was left out.
    """
    losses: list[Loss] = []
    found = next((index for index, line in enumerate(lines[:40]) if strip_of(line.text)), None)
    counted = [line for line in lines[: found or 6] if is_count(line.text)]
    losses += [Loss(f"line {line.number}", line.text, "pages and time are counted anew") for line in counted]
    if found is None:
        return [], [line for line in lines if line not in counted], None, losses
    front = [line for line in lines[:found] if line not in counted]
    rest = lines[found + 1 :]
    start = next((index for index, line in enumerate(rest[:30]) if section_named(line.text) == "overview"), 0)
    losses += [Loss(f"line {line.number}", line.text, _SITE) for line in rest[:start]]
    return front, rest[start:], lines[found], losses


def _named(front: Sequence[_Line], blocks: Sequence[SourceBlock], said: dict[str, str]) -> list[Guess]:
    """Tell author and title from each other: sites print the author first, and a text names both."""
    if not front:
        return []
    words = " ".join(block.plain for block in blocks)
    names = [line for line in front if len(line.text) <= 120]
    titles = sorted(names, key=lambda line: (f"by {line.text}" in words, -words.count(line.text)))
    if len(names) >= 2 and words.count(titles[0].text) != words.count(titles[-1].text):
        title = titles[0]
    else:
        title = names[-1]
    author = next((line for line in names if line is not title), None)
    said["title"] = title.text
    guesses = [Guess(f"line {title.number}", "title", title.text)]
    if author is not None:
        said["author"] = re.sub(r"^by\s+", "", author.text, flags=re.IGNORECASE)
        guesses.append(Guess(f"line {author.number}", "author", said["author"]))
    others = [line for line in front if line not in (title, author)]
    if others:
        said["subtitle"] = " ".join(line.text for line in others)
        guesses.append(Guess(f"line {others[0].number}", "subtitle", said["subtitle"], "doubtful"))
    return guesses


def _blocks(lines: Sequence[_Line]) -> Iterator[SourceBlock]:
    number = 0
    for group in _groups(lines):
        for block in _of_group(group):
            number += 1
            yield replace(block, number=number)


def _groups(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and line.group != group[-1].group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _of_group(group: list[_Line]) -> Iterator[SourceBlock]:
    """Lines without a blank line between them: a list, a table, a paragraph broken into lines, or a paragraph each."""
    texts = [line.text for line in group]
    if len(group) > 1 and all("\t" in text for text in texts):
        rows = [[cell.strip() for cell in text.split("\t")] for text in texts]
        cells = tuple(tuple(plain_markdown(cell).replace("|", "\\|") for cell in row) for row in rows)
        yield SourceBlock("table", table_of(cells), " ".join(" ".join(row) for row in rows), rows=cells)
        return
    wrapped = len(texts) > 1 and all(len(text) in _WRAPPED for text in texts[:-1]) and len(texts[-1]) <= 100
    if wrapped and not any(_ITEM.match(text) for text in texts):
        yield _paragraph(" ".join(texts))
        return
    items: list[tuple[str, str]] = []
    for text in texts:
        match = _ITEM.match(text)
        if match and not section_named(text):
            items.append((match["label"], text[match.end() :]))
            continue
        if items and len(texts[0]) in _WRAPPED and not section_named(text):
            items[-1] = (items[-1][0], f"{items[-1][1]} {text}")  # an item broken into lines
            continue
        if items:
            yield _list(items)
            items = []
        yield _paragraph(text)
    if items:
        yield _list(items)


def _paragraph(text: str) -> SourceBlock:
    plain = " ".join(text.split())
    return SourceBlock("paragraph", plain_markdown(plain, starts=True), plain)


def _list(items: Sequence[tuple[str, str]]) -> SourceBlock:
    labels = tuple(label for label, _ in items)
    texts = tuple(plain_markdown(" ".join(text.split()), starts=True) for _, text in items)
    plain = " ".join(f"{label} {text}" for label, text in items)
    return SourceBlock("list", list_of(texts, labels), plain, items=texts, labels=labels)

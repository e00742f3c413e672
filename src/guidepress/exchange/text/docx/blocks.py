"""In: paragraphs and tables of a Word file. Out: blocks of text: headings, lists within lists, quotations, tables."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.numbers import whole_number
from guidepress.base.record import replace
from guidepress.exchange.text.docx.paragraph import WordParagraph
from guidepress.exchange.text.markdown import (
    cell_of,
    inline_markdown,
    item_of,
    list_of,
    plain_of,
    quote_of,
    table_of,
)
from guidepress.exchange.text.source import SourceBlock
from guidepress.guide.markdown import MdBreak, MdText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.exchange.text.docx.paragraph import WordTable
    from guidepress.guide.markdown import MdInline

__all__ = ["blocks_of"]

_TYPED = re.compile(r"\s*(?P<label>[•‣◦▪●○·]|\d{1,3}[.)])\s+")
"""A label that was typed, not made by numbering."""

_ALONE = re.compile(r"[•‣◦▪●○·*-]|\d{1,3}[.)]")
_LARGER = 1.15
"""So many times as large as most of the text, a line by itself is a heading."""


def blocks_of(story: Sequence[WordParagraph | WordTable]) -> list[SourceBlock]:
    """Make blocks."""
    usual = _usual_size(story)
    listed = list(_with_typed_labels(list(_joined_bullets(story))))
    found: list[SourceBlock] = []
    index = 0
    while index < len(listed):
        each = listed[index]
        end = index + 1
        if not isinstance(each, WordParagraph):
            found += _table(each)
        elif each.label and not each.heading:
            while end < len(listed) and _is_item(listed[end]):
                end += 1
            found.append(_list([item for item in listed[index:end] if isinstance(item, WordParagraph)]))
        elif each.role == "quote":
            while end < len(listed) and _is_quote(listed[end]):
                end += 1
            parts = [
                inline_markdown(part.inlines) for part in listed[index:end] if isinstance(part, WordParagraph)
            ]
            text = quote_of("\n\n".join(filter(None, parts)))
            found.append(SourceBlock("quote", text, plain_of(text)))
        else:
            found += _paragraph(each, usual)
        index = end
    return found


def _usual_size(story: Sequence[WordParagraph | WordTable]) -> int:
    sizes: Counter[int] = Counter()
    for each in story:
        if isinstance(each, WordParagraph):
            sizes[each.size] += len(each.words)
    return sizes.most_common(1)[0][0] if sizes else 0


def _joined_bullets(story: Sequence[WordParagraph | WordTable]) -> Iterator[WordParagraph | WordTable]:
    """A bullet or number that is a paragraph by itself belongs to the next one: some programs write lists so."""
    label = ""
    for index, each in enumerate(story):
        if not isinstance(each, WordParagraph):
            label = ""
            yield each
            continue
        after = story[index + 1] if index + 1 < len(story) else None
        follows = isinstance(after, WordParagraph) and not after.label and not after.heading
        if _ALONE.fullmatch(each.words) and follows and not label and not each.label:
            label = each.words if each.words[0].isdigit() else "•"
            continue
        yield replace(each, label=label, depth=0) if label else each
        label = ""


def _with_typed_labels(story: list[WordParagraph | WordTable]) -> Iterator[WordParagraph | WordTable]:
    """Bullets that were typed make a list; so do numbers, where at least two follow each other."""
    matches = [
        _TYPED.match(each.words)
        if isinstance(each, WordParagraph) and not each.label and not each.heading
        else None
        for each in story
    ]
    for index, each in enumerate(story):
        match = matches[index]
        if match is None or not isinstance(each, WordParagraph):
            yield each
            continue
        near = [matches[at] for at in (index - 1, index + 1) if 0 <= at < len(story)]
        row = any(other is not None and _next_to(match["label"], other["label"]) for other in near)
        rest = _without(each.inlines, match["label"]) if row or not match["label"][0].isdigit() else None
        yield each if rest is None else replace(each, inlines=rest, label=match["label"], depth=0)


def _next_to(one: str, other: str) -> bool:
    first, second = (whole_number(label.rstrip(".)")) for label in (one, other))
    return first is not None and second is not None and abs(first - second) == 1


def _without(inlines: tuple[MdInline, ...], label: str) -> tuple[MdInline, ...] | None:
    """Inlines without the label that they begin with; None where it is not of one piece."""
    for index, each in enumerate(inlines):
        if not isinstance(each, MdText):
            return None
        text = each.text.lstrip()
        if not text:
            continue
        if not text.startswith(label):
            return None
        return (replace(each, text=text[len(label) :].lstrip()), *inlines[index + 1 :])
    return None


def _is_item(each: WordParagraph | WordTable) -> bool:
    return isinstance(each, WordParagraph) and bool(each.label) and not each.heading


def _is_quote(each: WordParagraph | WordTable) -> bool:
    return isinstance(each, WordParagraph) and each.role == "quote" and not each.label


def _paragraph(each: WordParagraph, usual: int) -> Iterator[SourceBlock]:
    if each.heading or each.role == "title":
        text = inline_markdown(
            [MdText(" ", 0) if isinstance(part, MdBreak) else part for part in each.inlines]
        )
        words = plain_of(text)
        if not words:
            return
        if each.label and re.search(r"\w", each.label):
            text, words = f"{each.label} {text}", f"{each.label} {words}"
        kind = "title" if each.role == "title" and not each.heading else "heading"
        yield SourceBlock(kind, text, words, level=each.heading if kind == "heading" else 0)  # type: ignore[arg-type]
        return
    inlines = list(each.inlines)
    while inlines and isinstance(inlines[-1], MdBreak):
        inlines.pop()
    while inlines and isinstance(inlines[0], MdBreak):
        inlines.pop(0)
    text = inline_markdown(inlines)
    if text:
        strong = each.strong or (usual > 0 and each.size >= usual * _LARGER)
        yield SourceBlock("paragraph", text, plain_of(text), strong=strong)


def _list(items: Sequence[WordParagraph]) -> SourceBlock:
    texts, labels = _items(items)
    text = list_of(texts, labels)
    return SourceBlock("list", text, plain_of(text), items=tuple(texts), labels=tuple(labels))


def _items(items: Sequence[WordParagraph]) -> tuple[list[str], list[str]]:
    """The texts and labels of the items at the least depth, each with the deeper ones below it."""
    least = min(item.depth for item in items)
    texts: list[str] = []
    labels: list[str] = []
    index = 0
    while index < len(items):
        item = items[index]
        end = index + 1
        while end < len(items) and items[end].depth > least:
            end += 1
        if item.depth > least:  # deeper than all before it: a list that begins so
            inner, marks = _items(items[index:end])
            texts.append(list_of(inner, marks))
            labels.append("•")
        else:
            parts = [("paragraph", inline_markdown(item.inlines))]
            if end > index + 1:
                inner, marks = _items(items[index + 1 : end])
                parts.append(("list", list_of(inner, marks)))
            texts.append(item_of(parts))
            labels.append(item.label)
        index = end
    return texts, labels


def _table(table: WordTable) -> Iterator[SourceBlock]:
    """A table; a row of one wide cell at its head is its title, and one column is no table at all."""
    rows = list(table.rows)
    if max(map(len, rows)) < 2:
        for row in rows:
            for cell in row:
                yield from blocks_of(cell)
        return
    while rows and len(rows) > 1 and sum(1 for cell in rows[0] if cell) == 1 and rows[0][0]:
        yield from blocks_of(rows.pop(0)[0])
    cells = [
        tuple(cell_of(" ".join(block.text for block in blocks_of(cell))) for cell in row) for row in rows
    ]
    kept = [row for row in cells if any(row)]
    if kept:
        plain = " ".join(plain_of(cell) for row in kept for cell in row if cell)
        yield SourceBlock("table", table_of(kept), plain, rows=tuple(kept))

"""In: a Book. Out: its pages as text that people can review: where what stands, and as which element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import ARTIFACT, BACKGROUND, INHERIT, Anchor, Frame, Image, Link, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.page.book import Book, Page
    from guidepress.page.items import Item

__all__ = ["trace", "trace_page", "trace_tree"]

_TAGS = {ARTIFACT: "artifact", BACKGROUND: "background"}


def trace(book: Book) -> str:
    """Write a book as text: its facts, each page line by line, the structure tree, the outline.

    Lengths are points from the page's top left corner; a line of text gives x and baseline, the element it belongs
    to with its index in the tree, and the words.
    """
    lines = [f"book: {book.metadata.title}; {book.page_count} pages; {book.reading_time}"]
    for page in book.pages:
        lines += trace_page(page, book)
    lines.append("tree")
    lines += trace_tree(book)
    lines += [f"outline {'  ' * (entry.level - 1)}{entry.title} #{entry.anchor}" for entry in book.outline]
    lines += [f"{each.severity}: {each.message}" for each in book.diagnostics]
    return "\n".join(lines) + "\n"


def trace_page(page: Page, book: Book) -> Iterator[str]:
    """Write one page, a line for each run, shape, picture, link and anchor."""
    kind = " cover" if page.cover else " blank" if page.blank else ""
    size = f"{_points(page.width)} x {_points(page.height)}"
    yield f"page {page.number} [{page.label}]{kind} {size} {page.section} {page.master}".rstrip()
    for frame in page.frames:
        yield from _frame(frame, 0, 0, INHERIT, book)


def trace_tree(book: Book) -> Iterator[str]:
    """Write the structure tree, a line an element, indented by depth."""
    depths: list[int] = []
    for index, node in enumerate(book.tree):
        depths.append(depths[node.parent] + 1 if node.parent >= 0 else 0)
        marks = [f'"{node.title}"'] if node.title else []
        marks += [f"alt={node.alt!r}"] if node.alt else []
        marks += [f"id={node.identifier}"] if node.identifier else []
        marks += [node.scope] if node.scope else []
        marks += [f"columns={node.column_span}"] if node.column_span > 1 else []
        marks += [node.numbering] if node.numbering else []
        marks += [f"lang={node.language}"] if node.language else []
        yield f"{'  ' * depths[-1]}{node.role} {index}" + "".join(f" {mark}" for mark in marks)


def _frame(frame: Frame, x: int, y: int, around: int, book: Book) -> Iterator[str]:
    x, y = x + frame.x, y + frame.y
    if frame.turn:
        yield f"  {_points(x)} {_points(y)} turned by {90 * frame.turn} degrees, from there:"
        x = y = 0
    tag = around if frame.tag == INHERIT else frame.tag
    for item in frame.items:
        if isinstance(item, Frame):
            yield from _frame(item, x, y, tag, book)
        else:
            yield "  " + _item(item, x, y, frame.tags, tag, book)


def _item(item: Item, x: int, y: int, tags: tuple[int, ...], tag: int, book: Book) -> str:
    if isinstance(item, Run):
        own = tags[item.source] if item.source < len(tags) else tag
        words = " ".join(word.text for word in item.words)
        return f"{_points(x + item.x)} {_points(y + item.y)} {_name(own, book)} | {words}"
    if isinstance(item, Link):
        own = tags[item.source] if item.source < len(tags) else tag
        box = _box(x + item.x, y + item.y, item.width, item.height)
        return f"{box} {_name(own, book)} -> {item.target}"
    if isinstance(item, Anchor):
        return f"{_points(x + item.x)} {_points(y + item.y)} #{item.name}"
    if isinstance(item, Image):
        return f"{_box(x + item.x, y + item.y, item.width, item.height)} {_name(tag, book)} picture"
    if isinstance(item, Frame):
        return ""
    own = tag if item.tag == INHERIT else item.tag
    return f"{_points(x)} {_points(y)} {_name(own, book)} shape of {len(item.path)}"


def _name(tag: int, book: Book) -> str:
    return _TAGS[tag] if tag in _TAGS else f"{book.tree[tag].role} {tag}" if tag >= 0 else "untagged"


def _box(x: int, y: int, width: int, height: int) -> str:
    return f"{_points(x)} {_points(y)} {_points(width)} x {_points(height)}"


def _points(mpt: int) -> str:
    """Points with one digit: what an eye can tell apart on a page."""
    return f"{mpt / 1000:.1f}".removesuffix(".0")

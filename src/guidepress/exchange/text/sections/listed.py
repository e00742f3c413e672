"""In: a part that is a list of lines. Out: trivia, key facts, content warnings, further reading, related guides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.numbers import counted
from guidepress.exchange.text.headings import fact_named
from guidepress.exchange.text.markdown import plain_of
from guidepress.exchange.text.sections.entries import entries_of

if TYPE_CHECKING:
    from guidepress.base.yaml_writing import Writable
    from guidepress.exchange.text.gathered import Gathered
    from guidepress.exchange.text.outline import Branch

__all__ = ["add_facts", "add_reading", "add_related", "add_trivia", "add_warnings", "leave_contents"]

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+")
_LINKED = re.compile(r"\[((?:[^\]\\]|\\.)*)\]\((https?://[^\s()]+)\)")
_WORK = ("category", "form", "audience", "published", "genre")


def add_trivia(branch: Branch, gathered: Gathered) -> bool:
    """Short facts, one an item."""
    items = _items(branch)
    if items is None:
        return False
    entries: list[Writable] = [{"text": gathered.noted(item)} for item in items]
    gathered.add(
        "trivia", entries, gathered.guess(branch.heading, counted(len(entries), "short fact"), branch.name)
    )
    return True


def add_warnings(branch: Branch, gathered: Gathered) -> bool:
    """Topics to be warned of, one an item."""
    return _lines("content_warnings", branch, gathered)


def add_related(branch: Branch, gathered: Gathered) -> bool:
    """Titles of other guides, one an item."""
    return _lines("related", branch, gathered)


def _lines(key: str, branch: Branch, gathered: Gathered) -> bool:
    items = _items(branch)
    if items is None or any("](" in item or "[^" in item or "\n" in item for item in items):
        return False
    gathered.add(
        key, [plain_of(item) for item in items], gathered.guess(branch.heading, f"list: {key}", branch.name)
    )
    return True


def add_reading(branch: Branch, gathered: Gathered) -> bool:
    """Books and pages, one an item; an address by itself or behind the words is kept as one."""
    items = _items(branch)
    if items is None or any("[^" in item or "![" in item or "\n" in item for item in items):
        return False
    entries: list[Writable] = []
    for item in items:
        linked, bare = _LINKED.search(item), _ADDRESS.search(item)
        if len(_ADDRESS.findall(item)) > 1:
            return False
        words = _LINKED.sub(lambda match: match[1], item) if linked else _ADDRESS.sub("", item)
        title = plain_of(words).strip(" :–—-<>")
        found = linked[2] if linked else bare[0].rstrip(".,;") if bare else ""
        entry: dict[str, Writable] = {"title": title or found}
        if found:
            entry |= {"kind": "web", "url": found}
        entries.append(entry)
    gathered.add(
        "further_reading",
        entries,
        gathered.guess(branch.heading, counted(len(entries), "title"), branch.name),
    )
    return True


def add_facts(branch: Branch, gathered: Gathered) -> bool:
    """Labels and what they say: genre, setting, narrator."""
    shape = entries_of(branch)
    if shape is None or shape.before or any("\n" in entry.text for entry in shape.entries):
        return False
    work: dict[str, Writable] = {}
    for entry in shape.entries:
        key = fact_named(entry.name)
        name = f"{entry.name} ({entry.aside})" if entry.aside else entry.name
        if key in {"title", "author"} and key not in gathered.words:
            gathered.words[key] = plain_of(entry.text)
            gathered.guess(entry.block, key, f"{name}: {gathered.words[key]}")
        elif (key if key in _WORK else name) in work:
            gathered.lose(entry.block, f"{name}: {plain_of(entry.text)}", "another fact has this label")
        elif key in _WORK:
            gathered.guess(entry.block, f"key fact: {key}", name)
            work[key] = plain_of(entry.text)
        else:
            work[name] = gathered.noted(entry.text)
    gathered.nest("work", work, gathered.guess(branch.heading, counted(len(work), "key fact"), branch.name))
    return True


def leave_contents(branch: Branch, gathered: Gathered) -> bool:
    """A table of contents is made anew."""
    words = " / ".join(block.plain for block in branch.flat())
    gathered.lose(
        branch.heading, f"{branch.name}: {words}", "contents are made anew with true numbers of pages"
    )
    return True


def _items(branch: Branch) -> list[str] | None:
    if branch.children or not branch.blocks:
        return None
    items: list[str] = []
    for block in branch.blocks:
        if block.kind == "list":
            items += block.items
        elif block.kind == "paragraph":
            items.append(block.text)
        else:
            return None
    return items

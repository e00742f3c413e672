"""In: a part of plain text. Out: overview, poem, plot in its parts, background notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.yaml_writing import Remarked
from guidepress.exchange.text.headings import unit_opening

if TYPE_CHECKING:
    from guidepress.base.yaml_writing import Writable
    from guidepress.exchange.text.gathered import Gathered
    from guidepress.exchange.text.outline import Branch
    from guidepress.exchange.text.source import SourceBlock

__all__ = ["add_background", "add_overview", "add_plot", "add_poem"]


def add_overview(branch: Branch, gathered: Gathered) -> bool:
    """The whole part is the overview."""
    return _put("overview", branch, gathered)


def add_poem(branch: Branch, gathered: Gathered) -> bool:
    """The whole of a poem, where its lines end as lines do."""
    return any("\\\n" in block.text for block in branch.flat()) and _put("poem", branch, gathered)


def _put(key: str, branch: Branch, gathered: Gathered) -> bool:
    text = gathered.text(branch.flat(), first=branch.heading)
    if not text:
        return False
    gathered.put(key, text, gathered.guess(branch.heading, f"heading of the {key}", branch.name))
    return True


def add_plot(branch: Branch, gathered: Gathered) -> bool:
    """The plot: a part a heading, or a part where a paragraph says that one begins ("In Part 2, …")."""
    parts = _by_headings(branch, gathered) if branch.children else _by_openings(branch, gathered)
    if not parts:
        return False
    gathered.add("plot", parts, gathered.guess(branch.heading, "heading of the plot", branch.name))
    return True


def _by_headings(branch: Branch, gathered: Gathered) -> list[Writable]:
    parts: list[Writable] = []
    if branch.blocks:
        parts.append(gathered.text(branch.blocks, first=branch.heading))
    for child in branch.children:
        text = gathered.text(child.flat(), first=child.heading)
        if not text:
            return []
        parts.append({"title": child.name, "text": text})
    return parts


def _by_openings(branch: Branch, gathered: Gathered) -> list[Writable]:
    """Parts by the words with which paragraphs open; one part where none says so."""
    openings = [unit_opening(block.plain) if block.kind == "paragraph" else None for block in branch.blocks]
    starts = [index for index, each in enumerate(openings) if each]
    first = openings[starts[0]] if starts else None
    if first is None:
        return [gathered.text(branch.blocks, first=branch.heading)] if branch.blocks else []
    parts: list[Writable] = []
    if starts[0]:
        blocks = branch.blocks[: starts[0]]
        before = re.fullmatch(r"(.*?\s)2", first)
        title = f"{before[1]}1" if before else ""
        parts.append(_part(title, blocks, gathered, f"what stands before {first}"))
    for start, end in zip(starts, [*starts[1:], len(branch.blocks)], strict=True):
        title = openings[start] or ""
        parts.append(_part(title, branch.blocks[start:end], gathered, "the paragraph opens with these words"))
    return parts


def _part(title: str, blocks: tuple[SourceBlock, ...], gathered: Gathered, why: str) -> Writable:
    text = gathered.text(blocks)
    if not title:
        return text
    remark = gathered.guess(blocks[0], f"part of the plot: {why}", title)
    return Remarked({"title": title, "text": text}, (remark,))


def add_background(branch: Branch, gathered: Gathered) -> bool:
    """A note a heading, or one note."""
    notes: list[Writable] = []
    if branch.blocks:
        notes.append({"text": gathered.text(branch.blocks, first=branch.heading)})
    for child in branch.children:
        text = gathered.text(child.flat(), first=child.heading)
        if not text:
            return False
        notes.append({"title": child.name, "text": text})
    if notes:
        gathered.add(
            "background", notes, gathered.guess(branch.heading, "heading of the background", branch.name)
        )
    return bool(notes)

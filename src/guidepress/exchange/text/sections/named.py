"""In: a part that lists named things. Out: characters, themes, symbols, words, terms and events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.numbers import counted
from guidepress.exchange.text.headings import column_named, folded, section_named, unit_part_named
from guidepress.exchange.text.markdown import plain_of
from guidepress.exchange.text.sections.entries import EntryList, entries_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.base.yaml_writing import Writable
    from guidepress.exchange.text.gathered import Gathered
    from guidepress.exchange.text.outline import Branch
    from guidepress.exchange.text.sections.entries import NamedEntry
    from guidepress.exchange.text.source import SourceBlock

__all__ = [
    "add_characters",
    "add_glossary",
    "add_symbols",
    "add_themes",
    "add_timeline",
    "add_vocabulary",
    "word_entries",
]

_MOTIF = re.compile(r"\b(?:motif|motiv|motivo)")
_COLUMNS = ("word", "part_of_speech", "meaning", "sentence", "locator")


def add_characters(branch: Branch, gathered: Gathered) -> bool:
    """Characters: a name, a role in brackets, a text."""
    return _add("characters", branch, gathered, _character)


def add_themes(branch: Branch, gathered: Gathered) -> bool:
    """Themes: a name and a text."""
    return _add("themes", branch, gathered, lambda entry, found: _named("name", "text", entry, found))


def add_symbols(branch: Branch, gathered: Gathered) -> bool:
    """Symbols, or motifs where the heading says only that."""
    motifs = bool(_MOTIF.search(folded(branch.name))) and len(folded(branch.name).split()) == 1

    def symbol(entry: NamedEntry, found: Gathered) -> dict[str, Writable]:
        made = _named("name", "text", entry, found)
        return {"name": made["name"], "kind": "motif", "text": made["text"]} if motifs else made

    return _add("symbols", branch, gathered, symbol)


def add_glossary(branch: Branch, gathered: Gathered) -> bool:
    """Terms and what they mean."""
    return _add("glossary", branch, gathered, lambda entry, found: _named("term", "meaning", entry, found))


def add_timeline(branch: Branch, gathered: Gathered) -> bool:
    """Events: when, and what happens."""
    return _add("timeline", branch, gathered, lambda entry, found: _named("when", "event", entry, found))


def add_vocabulary(branch: Branch, gathered: Gathered) -> bool:
    """Words of the guide as a whole."""
    found = word_entries(branch, gathered)
    if found is None:
        return False
    entries, remark = found
    gathered.add("vocabulary", entries, remark)
    return True


def word_entries(branch: Branch, gathered: Gathered) -> tuple[list[Writable], str] | None:
    """The words that a part lists and the remark on them; None where its shape is not plain."""
    table = branch.blocks[0] if len(branch.blocks) == 1 and not branch.children else None
    if table is not None and table.kind == "table" and len(table.rows[0]) > 2:
        return _columns(table, gathered)
    shape = entries_of(branch)
    if shape is None or shape.before:
        return None
    words: list[Writable] = [_word(entry, gathered) for entry in shape.entries]
    return words, _remark(shape, branch, gathered, counted(len(words), "word"))


def _columns(table: SourceBlock, gathered: Gathered) -> tuple[list[Writable], str] | None:
    """A table whose head says what each column is."""
    heads = [column_named(plain_of(cell)) for cell in table.rows[0]]
    if not {"word", "meaning"} <= set(heads) or len(set(heads)) < len(heads) or "" in heads:
        return None
    entries: list[Writable] = []
    for row in table.rows[1:]:
        cells = dict(zip(heads, row, strict=False))
        if not cells.get("word") or not cells.get("meaning"):
            return None
        entries.append(
            {
                key: plain_of(cells[key])
                if key in {"word", "part_of_speech", "locator"}
                else gathered.noted(cells[key])
                for key in _COLUMNS
                if cells.get(key)
            }
        )
    head = " · ".join(map(plain_of, table.rows[0]))
    return entries, gathered.guess(table, f"{counted(len(entries), 'word')}, from a table", head)


def _add(
    key: str, branch: Branch, gathered: Gathered, make: Callable[[NamedEntry, Gathered], dict[str, Writable]]
) -> bool:
    shape = entries_of(branch)
    if shape is None:
        return False
    if shape.before:
        gathered.keep(
            branch.name,
            gathered.text(shape.before, first=branch.heading),
            branch.heading,
            f"it leads the {key}",
        )
    entries: list[Writable] = []
    for entry in shape.entries:
        same = entry.branch is not None and section_named(entry.branch.name) == key
        inner = entries_of(entry.branch) if same and entry.branch else None
        if inner is not None and not inner.before:  # "Minor characters" among the characters
            gathered.guess(entry.block, f"more {key}", entry.name)
            entries += [make(each, gathered) for each in inner.entries]
        else:
            entries.append(make(entry, gathered))
    gathered.add(key, entries, _remark(shape, branch, gathered, f"{key} ({len(entries)})"))
    return True


def _remark(shape: EntryList, branch: Branch, gathered: Gathered, what: str) -> str:
    if shape.head:
        gathered.guess(shape.entries[0].block, "head of a table", shape.head)
    return gathered.guess(branch.heading, f"{what}, from {shape.how}", branch.name)


def _named(name: str, text: str, entry: NamedEntry, gathered: Gathered) -> dict[str, Writable]:
    said = f"{entry.name} ({entry.aside})" if entry.aside else entry.name
    return {name: said, text: _text(entry, gathered)}


def _text(entry: NamedEntry, gathered: Gathered) -> str:
    if entry.branch is not None:
        return gathered.text(entry.branch.flat(), first=entry.branch.heading)
    return gathered.noted(entry.text)


def _character(entry: NamedEntry, gathered: Gathered) -> dict[str, Writable]:
    made: dict[str, Writable] = {"name": entry.name}
    if entry.aside:
        made["role"] = entry.aside
    branch = entry.branch
    parts = {unit_part_named(child.name): child for child in branch.children} if branch else {}
    if (
        branch is None
        or not parts
        or not set(parts) <= {"summary", "analysis"}
        or len(parts) < len(branch.children)
    ):
        made["summary"] = _text(entry, gathered)
        return made
    for child in parts.values():
        gathered.guess(child.heading, "part of a character", child.name)
    summary = [*branch.blocks, *(parts["summary"].flat() if "summary" in parts else ())]
    if summary:
        made["summary"] = gathered.text(summary, first=branch.heading)
    if "analysis" in parts:
        made["analysis"] = gathered.text(parts["analysis"].flat())
    return made


def _word(entry: NamedEntry, gathered: Gathered) -> dict[str, Writable]:
    made: dict[str, Writable] = {"word": entry.name}
    text = _text(entry, gathered)
    if entry.aside:
        made["part_of_speech"] = entry.aside
    else:
        match = re.match(
            r"\*?\(?((?:n|v|adj|adv|noun|verb|adjective|adverb|prep|conj)\.?)\)?\*?[.:;,]?\s+(?=\S)", text
        )
        if match:
            made["part_of_speech"] = match[1]
            text = text[match.end() :]
    made["meaning"] = text
    return made

"""In: the part of a file about one unit. Out: the unit: its title, summary, analysis, words, quick checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.numbers import counted
from guidepress.base.yaml_writing import Remarked
from guidepress.exchange.text.headings import section_named, unit_part_named
from guidepress.exchange.text.sections.asked import prompts_of
from guidepress.exchange.text.sections.named import word_entries

if TYPE_CHECKING:
    from guidepress.base.yaml_writing import Writable
    from guidepress.exchange.text.gathered import Gathered
    from guidepress.exchange.text.headings import UnitName
    from guidepress.exchange.text.outline import Branch

__all__ = ["add_unit"]

_KEYS = ("title", "part", "covers", "setting", "recap", "summary", "analysis", "vocabulary", "checks")


def add_unit(
    branch: Branch, named: UnitName | None, gathered: Gathered, *, part: str = "", title: str = ""
) -> None:
    """Add a unit; one whose heading says "Chapter 1 Analysis" goes on with the chapter 1 before it.

    Args:
        branch: all about it.
        named: what its heading says; None for a unit by its place alone.
        gathered: gets it.
        part: the heading above it, of several units.
        title: what it is called, where it has no heading.
    """
    unit: dict[str, Writable] = {"title": title or (named.title if named else branch.name)}
    if named is not None:
        unit["title"], said = _title(named, gathered)
        unit |= said
    if part:
        unit["part"] = part
    texts: dict[str, list[str]] = {"summary": [], "analysis": []}
    at = named.part if named and named.part in texts else "summary"
    texts[at].append(gathered.text(branch.blocks, first=branch.heading))
    for child in branch.children:
        at = _part(child, unit, texts, gathered, at)
    unit |= {key: "\n\n".join(filter(None, written)) for key, written in texts.items() if any(written)}
    before = _same(gathered, unit) if named and named.part else None
    what = f"unit ({named.word} {named.covers})".replace(" )", ")") if named else "unit"
    remark = gathered.guess(branch.heading, what, branch.name or str(unit["title"]))
    if before is not None:
        for key, value in unit.items():
            before[key] = f"{before[key]}\n\n{value}" if key in texts and key in before else value
        return
    gathered.add("units", [Remarked({key: unit[key] for key in _KEYS if key in unit}, (remark,))])


def _title(named: UnitName, gathered: Gathered) -> tuple[str, dict[str, Writable]]:
    """The title of a unit without its number, where it has words of its own, and the chapters that it covers."""
    said: dict[str, Writable] = {"covers": named.covers} if named.covers else {}
    gathered.words.setdefault("unit_name", named.word[:1].upper() + named.word[1:])
    if named.rest and named.covers:
        own = re.split(r"[\w)]\s*(?:[:–—]|\.(?=\s)|\s-)\s+", named.title, maxsplit=1)
        if len(own) == 2 and own[1].strip():
            return own[1].strip(), said
    return named.title, said


def _part(
    child: Branch, unit: dict[str, Writable], texts: dict[str, list[str]], gathered: Gathered, at: str
) -> str:
    """Place what stands under a heading within a unit; returns the text that goes on below it."""
    key = unit_part_named(child.name) or {
        "questions": "checks",
        "vocabulary": "vocabulary",
        "plot": "summary",
    }.get(section_named(child.name), "")
    if key in texts:
        gathered.guess(child.heading, f"{key} of a unit", child.name)
        texts[key].append(gathered.text(child.flat(), first=child.heading))
        return key
    if key == "vocabulary" and (found := word_entries(child, gathered)):
        unit["vocabulary"] = [*_list(unit, "vocabulary"), *found[0]]
        return at
    prompts = prompts_of(child) if key == "checks" else None
    if prompts:
        gathered.guess(child.heading, f"{counted(len(prompts), 'quick check')} of a unit", child.name)
        checks: list[Writable] = [{"prompt": gathered.noted(prompt)} for prompt in prompts]
        unit["checks"] = [*_list(unit, "checks"), *checks]
        return at
    if key in {"recap", "setting"} and key not in unit:
        gathered.guess(child.heading, f"{key} of a unit", child.name)
        text = gathered.text(child.flat(), first=child.heading)
        if text:
            unit[key] = text
            return at
    blocks = (*((child.heading,) if child.heading else ()), *child.flat())
    texts[at].append(gathered.text(blocks))
    return at


def _list(unit: dict[str, Writable], key: str) -> list[Writable]:
    found = unit.get(key)
    return found if isinstance(found, list) else []


def _same(gathered: Gathered, unit: dict[str, Writable]) -> dict[str, Writable] | None:
    """The unit before, when it is of the same title and chapters."""
    entries = gathered.entries("units")
    last = entries[-1].value if entries and isinstance(entries[-1], Remarked) else None
    if isinstance(last, dict) and (last.get("title"), last.get("covers")) == (
        unit["title"],
        unit.get("covers"),
    ):
        return last
    return None

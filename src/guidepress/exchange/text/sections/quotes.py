"""In: a part that lists quotations. Out: quotes with their speaker, their place and what they show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.base.yaml_writing import Remarked
from guidepress.exchange.text.gathered import joined
from guidepress.exchange.text.markdown import plain_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.yaml_writing import Writable
    from guidepress.exchange.text.gathered import Gathered
    from guidepress.exchange.text.outline import Branch
    from guidepress.exchange.text.source import SourceBlock

__all__ = ["add_quotes", "name_speakers"]

_QUOTED = re.compile(
    r"(?P<open>\*{0,3}[“\"«„‘]\s?)(?P<text>.+?)(?P<close>\s?[”\"»“’]\*{0,3})(?P<rest>(?:[^”\"»]|(?<=\w)’)*)",
    re.DOTALL,
)
_NUMBER = re.compile(r"\d{1,3}\\?[.)]\s+")
_REST = re.compile(
    r"[\s.,]*(?:[-–—]+\s*(?P<speaker>[^(,–—\n]{1,60}?)\s*(?:,\s*(?P<where>[^()\n]{1,60}))?)?"
    r"\s*(?:\((?P<brackets>[^()\n]{1,80})\))?[\s.]*"
)
_HEADING = re.compile(r"(?:\w+\s+)?#?\d{1,3}\.?")
"""A heading that only counts: "Quote 1", "3."."""


_TELLERS = {"narrator", "the narrator"}
"""Who speaks, and is seldom among the characters."""


@record
class _Found:
    text: str
    speaker: str
    where: str
    block: SourceBlock


def add_quotes(branch: Branch, gathered: Gathered) -> bool:
    """Quotations, each followed by what it shows."""
    entries: list[dict[str, Writable]] = []
    for found, block in _walk(branch):
        if found is not None:
            entry: dict[str, Writable] = {"text": gathered.noted(found.text)}
            entry |= {
                key: value for key, value in (("speaker", found.speaker), ("locator", found.where)) if value
            }
            entries.append(entry)
        elif block is not None and entries:
            more = gathered.noted(joined((block,)))
            before = entries[-1].get("analysis")
            entries[-1]["analysis"] = f"{before}\n\n{more}" if before else more
        else:
            return False
    if not entries:
        return False
    for child in branch.children:
        gathered.guess(child.heading, "number of a quote", child.name)
    remark = gathered.guess(branch.heading, f"{counted(len(entries), 'quote')}, by their marks", branch.name)
    gathered.add("quotes", entries, remark)
    return True


def name_speakers(quotes: Iterable[Writable], characters: Iterable[Writable]) -> None:
    """Call the speaker who stands in brackets behind a quotation in the place of its page, where a character is named so."""
    named = {str(each["name"]).casefold() for each in map(_bare, characters) if each} | _TELLERS
    for each in map(_bare, quotes):
        if str(each.get("locator", "")).casefold() in named and "speaker" not in each:
            each["speaker"] = each.pop("locator")


def _bare(entry: Writable) -> dict[str, Writable]:
    """The mapping of an entry, whatever is remarked of it."""
    value = entry.value if isinstance(entry, Remarked) else entry
    return value if isinstance(value, dict) else {}


def _walk(branch: Branch) -> Iterator[tuple[_Found | None, SourceBlock | None]]:
    """Each quotation, and each block that is none; a heading with words of its own is of no plain shape."""
    for block in branch.blocks:
        yield from _of_block(block)
    for child in branch.children:
        if not _HEADING.fullmatch(child.name):
            yield None, None
        yield from _walk(child)


def _of_block(block: SourceBlock) -> Iterator[tuple[_Found | None, SourceBlock | None]]:
    if block.kind == "list":
        for item in block.items:
            yield _quoted(item, block), None
    elif block.kind == "quote":
        lines = [line.removeprefix(">").strip() for line in block.text.split("\n")]
        text = "\n".join(lines).strip()
        found = _quoted(text, block) or _signed(text, block)
        yield found or _Found(text, "", "", block), None
    else:
        found = _quoted(block.text, block)
        yield (found, None) if found else (None, block)


def _quoted(text: str, block: SourceBlock) -> _Found | None:
    number = _NUMBER.match(text)
    match = _QUOTED.fullmatch(text[number.end() :] if number else text)
    if match is None:
        return None
    rest = _REST.fullmatch(plain_of(match["rest"]))
    if rest is None:
        return None
    where = rest["brackets"] or rest["where"] or ""
    if rest["brackets"] and rest["where"]:
        where = f"{rest['where']} ({rest['brackets']})"
    return _Found(match["text"].strip(), (rest["speaker"] or "").strip(), where.strip(), block)


def _signed(text: str, block: SourceBlock) -> _Found | None:
    """A block quotation whose last line begins with a dash."""
    match = re.fullmatch(r"(?P<text>.+?)\\?\n+[-–—]+\s*(?P<speaker>[^\n]{1,80})", text, re.DOTALL)
    if match is None:
        return None
    speaker, _, where = plain_of(match["speaker"]).partition(",")
    return _Found(match["text"].strip(), speaker.strip(), where.strip(), block)

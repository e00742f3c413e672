"""In: blocks of a file whose headings are not marked as such. Out: the same, with lines that look like headings made so.

A heading is a short line without a full stop, with a text under it: one that names a section or a unit is taken for
one anywhere; any other only where it is bold or larger than its text, or, in plain text, where it is written as a title
is.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.exchange.text.headings import folded, section_named, unit_named, unit_part_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.exchange.text.source import SourceBlock

__all__ = ["with_headings"]

_LONGEST, _WORDS = 90, 14
"""Signs and words of the longest heading."""

_UNIT = 60
"""Signs of the longest heading of a unit with a title; "Chapter 1 tells of …" is a sentence."""

_TITLED = 0.6
"""Share of the words with capitals in a title in English; small words have none."""


def with_headings(blocks: Sequence[SourceBlock], *, plain: bool = False) -> tuple[SourceBlock, ...]:
    """Find the headings.

    Args:
        blocks: in order; those that are headings already stay what they are.
        plain: the file has no looks, so that the words of a line have to say enough.
    """
    found = [
        _as_heading(block) if _is_heading(blocks, index, plain=plain) else block
        for index, block in enumerate(blocks)
    ]
    return tuple(_levelled(found))


def _as_heading(block: SourceBlock) -> SourceBlock:
    words = block.plain.rstrip(":").rstrip()
    return replace(
        block, kind="heading", text=block.text.strip().removesuffix(":"), plain=words, inferred=True
    )


def _is_heading(blocks: Sequence[SourceBlock], index: int, *, plain: bool) -> bool:
    block = blocks[index]
    words = block.plain.rstrip(":").rstrip()
    follows = next((each for each in blocks[index + 1 :] if each.kind != "rule"), None)
    short = 0 < len(words) <= _LONGEST and len(words.split()) <= _WORDS
    if block.kind != "paragraph" or not short or follows is None:
        return False
    if section_named(words) or unit_part_named(words):
        return True
    unit = unit_named(words)
    if unit is not None and not re.search(r"[.,;!?]$", words):
        return not unit.rest or len(words) <= _UNIT
    if re.search(r"[.,;:…\"”»]$", block.plain) or not re.search(r"\w", words) or words[0].islower():
        return False
    return block.strong or (plain and _stands_out(words, follows))


def _stands_out(words: str, follows: SourceBlock) -> bool:
    """Whether words are written as a title, above a sentence that is longer."""
    sentence = follows.kind == "paragraph" and re.search(r"[.?!:…][\"”»’)]*$", follows.plain) is not None
    return _titled(words) and sentence and len(follows.plain) > len(words)


def _titled(words: str) -> bool:
    listed = [word for word in words.split() if word[:1].isalpha()]
    high = sum(word[0].isupper() for word in listed)
    return len(listed) > 0 and high >= len(listed) * _TITLED


def _levelled(blocks: Sequence[SourceBlock]) -> Iterator[SourceBlock]:
    """Give headings without a level one: sections are wide, units stand in them, and the rest below either."""
    often = Counter(folded(block.plain) for block in blocks if block.kind == "heading")
    units = any(block.kind == "heading" and unit_named(block.plain) for block in blocks)
    section = unit = 0
    for block in blocks:
        if block.kind != "heading" or block.level:
            yield block
            continue
        named = section_named(block.plain)
        below = bool(unit) and units and (unit_part_named(block.plain) or often[folded(block.plain)] > 1)
        if unit_named(block.plain):
            level = unit = 2 if section else 1
        elif named and not below:
            level, unit = 1, 0
            section = 1 if named == "units" else 0
        else:
            level = unit + 1 if unit else 2
        yield replace(block, level=level)

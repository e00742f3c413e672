r"""In: the source of a field. Out: the source without its footnote definitions, and the definitions.

A definition is a line "[^name]: text"; lines up to the next blank line belong to it, and so do further paragraphs
that are indented by four spaces.
"""

from __future__ import annotations

import re

from guidepress.base.record import record

__all__ = ["Definition", "take_notes"]

_DEFINITION = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INDENT = 4
"""Columns by which further paragraphs of a note are indented, as in other writers' Markdown."""


@record
class Definition:
    """A footnote's definition.

    Attributes:
        name: what its marks call it.
        text: its text, indentation removed.
        offset: where the definition starts in the source.
        lines: for each line of the text its offset there and in the source.
    """

    name: str
    text: str
    offset: int
    lines: tuple[tuple[int, int], ...]

    def place(self, offset: int) -> int:
        """Find the offset in the source of an offset in the text."""
        at, origin = next(pair for pair in reversed(self.lines) if pair[0] <= offset)
        return origin + offset - at


def take_notes(source: str) -> tuple[str, tuple[Definition, ...]]:
    """Take the footnote definitions out of a source; as many line ends stay in their place, so offsets hold."""
    if "]:" not in source or "[^" not in source:
        return source, ()
    rest: list[str] = []
    found: list[Definition] = []
    lines = source.split("\n")
    offset = index = 0
    fence = ""
    while index < len(lines):
        line = lines[index]
        match = None if fence else _DEFINITION.match(line)
        if match is None:
            fence = _fence_after(fence, line)
            rest.append(line)
            offset += len(line) + 1
            index += 1
            continue
        count = _extent(lines, index)
        found.append(_definition(match, lines[index : index + count], offset))
        for taken in lines[index : index + count]:
            rest.append("\n" * len(taken))
            offset += len(taken) + 1
        index += count
    return "\n".join(rest), tuple(found)


def _fence_after(fence: str, line: str) -> str:
    """The fence that is open after a line: nothing inside one is a definition."""
    match = _FENCE.match(line)
    if match is None:
        return fence
    if not fence:
        return match[1]
    return "" if match[1].startswith(fence) and not line.strip().strip(fence[0]) else fence


def _extent(lines: list[str], first: int) -> int:
    """How many lines a definition takes."""
    last = index = first
    blank = False
    while index + 1 < len(lines):
        index += 1
        line = lines[index]
        if not line.strip():
            blank = True
        elif _DEFINITION.match(line) or (blank and not line.startswith(" " * _INDENT)):
            break
        else:
            last = index
    return last - first + 1


def _definition(match: re.Match[str], lines: list[str], offset: int) -> Definition:
    texts: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    for number, line in enumerate(lines):
        skip = match.end() if number == 0 else min(len(line) - len(line.lstrip(" ")), _INDENT)
        places.append((length, offset + skip))
        texts.append(line[skip:])
        length += len(texts[-1]) + 1
        offset += len(line) + 1
    return Definition(match[1], "\n".join(texts), places[0][1] - match.end(), tuple(places))

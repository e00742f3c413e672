"""How set lines read: as text, for comparison with what went in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.typeset import Line


def read(line: Line) -> str:
    """The text of a line as its glyphs stand for it; U+00AD is a hyphen that was inserted."""
    found = []
    for run in line.runs:
        found.append(" ".join("".join(word.clusters) for word in run.words))
        found.append(" " if run.space_after else "")
    return "".join(found)


def trace(lines: Iterable[Line]) -> str:
    """One row a line: its text, inserted hyphens shown, a bar at the end of justified lines."""
    return "\n".join(
        read(line).rstrip().replace("\u00ad", "-") + ("" if line.last else "|") for line in lines
    )


def copied(lines: Iterable[Line]) -> str:
    """The paragraph as a reader would copy it: divided words whole again."""
    return "".join(map(read, lines)).replace("\u00ad", "")

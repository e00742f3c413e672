"""How set lines read: as text, for comparison with what went in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.typeset.protrusion import LEFT, RIGHT

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


def right_edge(line: Line) -> int:
    return line.runs[-1].x + line.runs[-1].width


def hang(line: Line) -> tuple[float, float]:
    """What the first and the last glyph of a line may hang over, by the tables."""
    first, last = line.runs[0], line.runs[-1]
    left, right = first.words[0], last.words[-1]
    units = first.face.units_per_em
    return (
        LEFT.get(left.clusters[0], 0)
        * left.advances[0]
        * first.size
        / units
        / 1000
        * (1 + first.expansion / 1000),
        RIGHT.get(right.clusters[-1], 0)
        * right.advances[-1]
        * last.size
        / units
        / 1000
        * (1 + last.expansion / 1000),
    )

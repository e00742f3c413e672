"""Markdown, the record of one text field as it stands in the guide, and how fields are marked."""

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import Annotated, TypeAlias

from guidepress.base.diagnostics import Span
from guidepress.base.record import record

__all__ = [
    "MOST",
    "NOWHERE",
    "Address",
    "Bisac",
    "CharacterName",
    "Count",
    "Date",
    "Format",
    "Language",
    "Lines",
    "Markdown",
    "Points",
    "Reference",
    "RubricId",
    "Thema",
    "ThemeId",
    "UnitNumber",
]

_LINE_END = re.compile("\n")

NOWHERE = Span("", 1, 1)
"""The place of records that no file holds, such as those of a test."""


@lru_cache(4)
def _heads(source: str) -> tuple[int, ...]:
    """Where the lines of a text begin; asked for again and again while a text is read."""
    return (0, *(match.end() for match in _LINE_END.finditer(source)))


@record
class Markdown:
    """A text field: CommonMark source and where it stands.

    Attributes:
        source: the text as YAML gives it, indentation removed.
        span: where its first character stands.
        starts: (offset, line, column) of every further line, where these do not simply follow from the line ends
            of a block: folded and quoted texts. Empty for blocks marked "|" and for texts of one line.
        block: True if the text is a YAML block marked "|": each line end of the source is one in the file.
    """

    source: str
    span: Span = NOWHERE
    starts: tuple[tuple[int, int, int], ...] = ()
    block: bool = False

    def at(self, offset: int) -> Span:
        """Find the place in the file of the character at `offset` of the source."""
        span = self.span
        if self.block:
            heads = _heads(self.source)
            line = bisect_right(heads, offset) - 1
            return Span(span.file, span.line + line, span.column + offset - heads[line], span.keys)
        place = bisect_right(self.starts, offset, key=itemgetter(0))
        if place:
            start, line, column = self.starts[place - 1]
            return Span(span.file, line, column + offset - start, span.keys)
        return Span(span.file, span.line, span.column + offset, span.keys)


@record
class Reference:
    """Marks a field that names something else in the guide: a "theme", "character", "unit" or "rubric"."""

    kind: str


@record
class Format:
    """Marks a field that is written in a fixed way.

    Its name is "count", "lines", "points", "date", "language", "address", "bisac" or "thema".
    """

    name: str


MOST = 1000
"""No number in a guide (lines, minutes, points) is larger; more is a slip of the finger."""

Count: TypeAlias = Annotated[int, Format("count")]
"""A whole number from 1 to 1000."""

Lines: TypeAlias = Annotated[int, Format("lines")]
"""A number of ruled lines, from 0 (none) to 1000."""

Points: TypeAlias = Annotated[float, Format("points")]
"""A number from 0 to 1000."""

Bisac: TypeAlias = Annotated[str, Format("bisac")]
"""A subject of BISAC's list: STU004000."""

Thema: TypeAlias = Annotated[str, Format("thema")]
"""A subject of Thema's list: YPCA21."""

Date: TypeAlias = Annotated[str, Format("date")]
"""Year-month-day: 2026-11-23."""

Language: TypeAlias = Annotated[str, Format("language")]
"""A BCP 47 tag: en-GB."""

Address: TypeAlias = Annotated[str, Format("address")]
"""An address of the web: https://…"""

ThemeId: TypeAlias = Annotated[str, Reference("theme")]
"""Written as a theme's id or name; stored as its anchor, "theme-redemption"."""

CharacterName: TypeAlias = Annotated[str, Reference("character")]
"""Written as a character's name or alias; stored as the name."""

UnitNumber: TypeAlias = Annotated[int, Reference("unit")]
"""Written as a unit's number, id or title; stored as its number, counted from 1."""

RubricId: TypeAlias = Annotated[str, Reference("rubric")]
"""Written and stored as a rubric's id, "analytic-essay"."""

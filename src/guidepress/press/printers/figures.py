"""Figures of a printer's rules: each with the source that it was read from, the date of reading and a grade."""

from fractions import Fraction
from typing import Annotated, Literal, TypeAlias

from guidepress.base.record import field, record
from guidepress.document.style import Length

__all__ = [
    "NO_SOURCE",
    "Caliper",
    "Grade",
    "PageRange",
    "Source",
    "SourceName",
    "SourceTable",
    "SourcedCaliper",
    "SourcedCount",
    "SourcedFlag",
    "SourcedLength",
    "SourcedWords",
]

Grade: TypeAlias = Literal["A", "B", "C", "D", "own"]
"""A: the official page was read. B: a dated reading by others, or a test. C: several agree. D: approximate, or in
conflict; to be confirmed with the printer. own: a user's own figure."""


@record
class Source:
    """Where figures were read."""

    id: str = field(default="", metadata={"derived": True})
    """Its key in the table of sources."""
    title: str = field(default="", metadata={"short": True})
    """What was read."""
    address: str = ""
    """Its address on the web, or ""."""
    checked: str = ""
    """The day on which it was read, YYYY-MM-DD."""
    grade: Grade = "D"
    """How far it is to be trusted."""

    def __str__(self) -> str:
        when = f", {self.checked}" if self.checked else ""
        return f"{self.title}{when} [{self.grade}]"


@record
class SourceTable:
    """The table of sources of a printer's file, read before the figures that name them."""

    sources: dict[str, Source] = field(default_factory=dict)
    """By key."""


NO_SOURCE = Source()
"""Stands until the loader has found the source; no figure that was loaded has it."""

SourceName: TypeAlias = Annotated[Source, "source"]
"""A source by its key in the file's table of sources."""

Caliper: TypeAlias = Annotated[Fraction, "caliper"]
"""What one page, half a leaf, adds to the spine, mpt, exactly: "0.002252in", "0.0572mm", or by pages an inch, "1/444in"."""


@record
class SourcedLength:
    """A length, mpt."""

    value: Length = field(metadata={"short": True})
    """The figure."""
    source: SourceName = NO_SOURCE
    """Where it was read."""


@record
class SourcedCount:
    """A whole number: pages, dots an inch, per cent, megabytes."""

    value: int = field(metadata={"short": True})
    """The figure."""
    source: SourceName = NO_SOURCE
    """Where it was read."""


@record
class SourcedFlag:
    """A rule that holds or does not."""

    value: bool = field(metadata={"short": True})
    """Whether it holds."""
    source: SourceName = NO_SOURCE
    """Where it was read."""


@record
class SourcedWords:
    """Names that a rule lists: edges, standards, colour spaces."""

    value: tuple[str, ...] = field(metadata={"short": True, "one_or_many": True})
    """The names; the first is the usual one where one is to be chosen."""
    source: SourceName = NO_SOURCE
    """Where they were read."""


@record
class SourcedCaliper:
    """What a page adds to the spine, mpt, exactly."""

    value: Caliper = field(metadata={"short": True})
    """The figure."""
    source: SourceName = NO_SOURCE
    """Where it was read."""


@record
class PageRange:
    """How many pages a book may have."""

    least: int
    """No fewer."""
    most: int
    """No more."""
    source: SourceName = NO_SOURCE
    """Where the two were read."""

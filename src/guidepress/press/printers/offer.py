"""What a printer offers: trims, inks, papers, bindings, finishes. Lengths are mpt; every figure has its source."""

from typing import Literal

from guidepress.base.record import field, record
from guidepress.document.style import Length
from guidepress.press.printers.figures import (
    NO_SOURCE,
    PageRange,
    SourcedCaliper,
    SourcedCount,
    SourcedLength,
    SourceName,
)

__all__ = [
    "Binding",
    "CoverFinish",
    "CustomTrims",
    "InkKind",
    "Paper",
    "PaperInk",
    "SpineFormula",
    "SpineStep",
    "Trim",
]


@record
class Trim:
    """A size to which books are cut."""

    width: Length
    """Across."""
    height: Length
    """Upwards."""
    id: str = field(default="", metadata={"derived": True})
    """Its key."""
    name: str = ""
    """What the printer calls it."""
    code: str = ""
    """How it is written in the printer's orders."""
    source: SourceName = NO_SOURCE
    """Where it was read."""


@record
class CustomTrims:
    """The range within which a printer cuts any size."""

    least_width: Length
    """No narrower."""
    most_width: Length
    """No wider."""
    least_height: Length
    """No lower."""
    most_height: Length
    """No higher."""
    source: SourceName = NO_SOURCE
    """Where the range was read."""


@record
class InkKind:
    """A way of printing the interior."""

    colour: Literal["grey", "colour"]
    """Black alone, or four colours."""
    id: str = field(default="", metadata={"derived": True})
    """Its key."""
    name: str = ""
    """What the printer calls it."""
    code: str = ""
    """How it is written in the printer's orders."""
    source: SourceName = NO_SOURCE
    """Where it was read."""


@record
class PaperInk:
    """A paper as it is printed with one ink."""

    pages: PageRange
    """How many pages a book may have."""
    trims: dict[str, PageRange] = field(default_factory=dict)
    """Trims of which the book may have other counts."""
    caliper: SourcedCaliper | None = None
    """What a page adds to the spine; none where no figure is published, and the spine is to be given."""


@record
class Paper:
    """A paper of the interior."""

    inks: dict[str, PaperInk]
    """The inks that are printed on it."""
    id: str = field(default="", metadata={"derived": True})
    """Its key."""
    name: str = ""
    """What the printer calls it."""
    code: str = ""
    """How it is written in the printer's orders."""
    source: SourceName = NO_SOURCE
    """Where it was read."""

    def pages(self, ink: str, trim: str) -> PageRange:
        """How many pages a book of this trim, printed with this ink, may have."""
        printed = self.inks[ink]
        return printed.trims.get(trim, printed.pages)


@record
class SpineStep:
    """A width of the spine for a range of pages."""

    to: int
    """Up to so many pages."""
    width: Length
    """The spine."""


@record
class SpineFormula:
    """How thick a book is."""

    by: Literal["caliper", "steps", "none"]
    """Pages times the paper's caliper, a table, or a binding without a spine."""
    added: Length = 0
    """What the cover itself adds."""
    steps: tuple[SpineStep, ...] = ()
    """The table, thin books first."""
    source: SourceName = NO_SOURCE
    """Where it was read."""


@record
class Binding:
    """A way of binding, and what it asks of the cover."""

    spine: SpineFormula
    """How thick the book is."""
    multiple: SourcedCount
    """The count of pages is a multiple of this."""
    id: str = field(default="", metadata={"derived": True})
    """Its key."""
    name: str = ""
    """What the printer calls it."""
    code: str = ""
    """How it is written in the printer's orders."""
    trims: tuple[str, ...] = ()
    """The trims that are bound so; none said: all."""
    inks: tuple[str, ...] = ()
    """The inks that are bound so; none said: all."""
    pages: PageRange | None = None
    """How many pages it holds, beside what the paper allows."""
    gutter: SourcedLength | None = None
    """Least inside margin, whatever the count: a coil bites into the paper."""
    wrap: SourcedLength | None = None
    """What is turned in over the boards of a case, at each fore-edge."""
    wrap_height: SourcedLength | None = None
    """Likewise at head and foot; none said: as at the fore-edge."""
    hinge: SourcedLength | None = None
    """A strip beside the spine in which nothing important stands: a case bends there, a coil bites."""
    source: SourceName = NO_SOURCE
    """Where it was read."""


@record
class CoverFinish:
    """What the cover is laminated with."""

    code: str = ""
    """How it is written in the printer's orders."""
    id: str = field(default="", metadata={"derived": True})
    """Its key."""
    name: str = ""
    """What the printer calls it."""
    source: SourceName = NO_SOURCE
    """Where it was read."""

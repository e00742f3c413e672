"""What a printer asks of the interior, the cover and the files. Lengths are mpt; every figure has its source."""

from guidepress.base.record import record
from guidepress.document.style import Length
from guidepress.press.printers.figures import (
    NO_SOURCE,
    SourcedCount,
    SourcedFlag,
    SourcedLength,
    SourcedWords,
    SourceName,
)

__all__ = [
    "BarcodeZone",
    "CoverRule",
    "FileRule",
    "Gutter",
    "GutterRow",
    "InteriorRule",
    "SpineClearance",
    "SpineText",
]


@record
class GutterRow:
    """The inside margin for a range of pages."""

    to: int
    """Up to so many pages."""
    inside: Length
    """From the spine to what is printed."""


@record
class Gutter:
    """The inside margin, which thick books need wider."""

    rows: tuple[GutterRow, ...]
    """Thin books first; the last row holds for all that are thicker."""
    required: bool = True
    """Whether less is refused; else it is advice, and `least_inside` is what is refused."""
    source: SourceName = NO_SOURCE
    """Where the table was read."""


@record
class InteriorRule:
    """What a printer asks of the pages."""

    bleed: SourcedLength
    """How far what touches an edge runs over it."""
    bleed_edges: SourcedWords
    """The edges that have bleed: top, bottom, outside, inside."""
    gutter: Gutter
    """The inside margin by the count of pages."""
    least_inside: SourcedLength
    """What stands nearer to the spine is refused."""
    outside: SourcedLength
    """The margin at the other three edges."""
    outside_with_bleed: SourcedLength
    """Likewise in a book with bleed."""
    least_outside: SourcedLength
    """What stands nearer to one of these edges is refused."""
    last_blank: SourcedFlag
    """Whether the last page must be blank."""
    resolution: SourcedCount
    """Least resolution of pictures, pixels an inch as placed."""
    bitmap_resolution: SourcedCount | None = None
    """Likewise of pictures of black and white alone."""
    blank_run: SourcedCount | None = None
    """No more blank pages one after the other, the end of the book aside."""
    blank_end: SourcedCount | None = None
    """No more blank pages at the end."""
    smallest_type: SourcedLength | None = None
    """Type is no smaller."""
    thinnest_line: SourcedLength | None = None
    """Lines are no thinner."""
    lightest_grey: SourcedCount | None = None
    """Tints are no lighter, per cent."""


@record
class SpineClearance:
    """What is kept clear on each side of the text on a spine."""

    clear: Length
    """On each side."""
    spine: Length = 0
    """For spines from this width."""
    source: SourceName = NO_SOURCE
    """Where it was read."""


@record
class SpineText:
    """When a spine may bear text."""

    least_pages: SourcedCount
    """Books of fewer pages bear none."""
    clearance: tuple[SpineClearance, ...]
    """By the width of the spine, narrow ones first."""
    sure_pages: SourcedCount | None = None
    """Books of fewer pages are in doubt, since the printer's own sentences differ."""


@record
class BarcodeZone:
    """Where the barcode stands on the back."""

    width: Length
    """The zone's."""
    height: Length
    """The zone's."""
    from_bottom: Length
    """From the trimmed foot."""
    from_spine: Length
    """From the spine."""
    by_printer: bool = False
    """Whether the printer prints one into the zone where the cover has none."""
    required: bool = False
    """Whether a cover without one is refused."""
    source: SourceName = NO_SOURCE
    """Where it was read."""


@record
class CoverRule:
    """What a printer asks of the cover."""

    bleed: SourcedLength
    """How far the design runs over each edge."""
    safety: SourcedLength
    """From the trim to what is important."""
    spine_text: SpineText
    """When the spine may bear text."""
    barcode: BarcodeZone
    """Where the barcode stands."""


@record
class FileRule:
    """What a printer asks of the files."""

    standards: SourcedWords
    """What a file may be: plain, x1a, x1a-2003, x3, x4; the first is the usual one."""
    condition: SourcedWords
    """The printing condition that a file of a standard names where the order says no other."""
    colours: SourcedWords
    """The colour spaces that may be used: grey, cmyk, rgb."""
    forbidden: SourcedWords
    """What may not be in a file: outline, links, annotations, forms, scripts, attachments, encryption, marks, layers,
    transparency, spot, icc."""
    megabytes: SourcedCount | None = None
    """No file is larger."""
    cover_megabytes: SourcedCount | None = None
    """Covers should not be larger."""
    ink_limit: SourcedCount | None = None
    """Total ink, per cent."""
    whole_fonts: SourcedFlag | None = None
    """Whether whole fonts are advised, not subsets."""

"""What rules look at: the file as a whole, each of its pages with its ink, and what was ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.cos.pages import box_of
from guidepress.press.ink.marks import InkedGlyph, InkedPicture, InkedShape
from guidepress.press.preflight.claims import claimed_standard

if TYPE_CHECKING:
    from guidepress.bind.leaves import Leaf
    from guidepress.cos import File
    from guidepress.cos.pages import Box
    from guidepress.press.geometry import CoverGeometry, MarginRule
    from guidepress.press.ink.colours import Paint
    from guidepress.press.ink.fonts import PageFont
    from guidepress.press.ink.marks import Mark
    from guidepress.press.ink.page import PageInk
    from guidepress.press.printers.model import Printer
    from guidepress.press.spec import PressSpec
    from guidepress.press.zone import Zone

__all__ = ["Ordered", "Sheet", "SheetFacts", "Subject", "is_inked", "paints_of", "points"]


@record
class Ordered:
    """What a file is held against.

    Attributes:
        printer: whose rules.
        spec: what was ordered; None where that is not known.
        pages: of the interior; 0 where that is not known.
        cover: whether the file is the cover.
        geometry: of the cover; None for an interior, or where it cannot be computed.
        margins: of the interior; None for a cover, or where the trim is not known.
        standard: the PDF/X that the file claims: x1a, x3, x4; "" for none.
    """

    printer: Printer
    spec: PressSpec | None
    pages: int
    cover: bool
    geometry: CoverGeometry | None
    margins: MarginRule | None
    standard: str

    def forbids(self, word: str) -> bool:
        """Whether the printer names this among what may not be in a file."""
        return word in self.printer.files.forbidden.value

    @property
    def is_strict(self) -> bool:
        """Whether the file claims a PDF/X without transparency and layers."""
        return self.standard in {"x1a", "x3"}


@record
class Sheet:
    """A page, its ink, and the boxes that it is asked to have. Places are points, as `PageInk` has them.

    Attributes:
        number: from 1.
        leaf: its boxes as the file says them.
        ink: what it shows.
        recto: whether it is a right-hand page.
        bleed: to where ink may reach.
        trim: what is left after cutting.
        safe: where the printer advises what is important to stand.
        least: where it must stand.
        inked: the marks that leave ink.
    """

    number: int
    leaf: Leaf
    ink: PageInk
    recto: bool
    bleed: Box
    trim: Box
    safe: Box
    least: Box
    inked: tuple[Mark, ...]


@record
class SheetFacts:
    """What is kept of a page once it has been looked at.

    Attributes:
        number: from 1.
        blank: nothing leaves ink on it.
        media: its size as it is looked at, points.
        features: as `PageInk` has them.
    """

    number: int
    blank: bool
    media: tuple[float, float]
    features: frozenset[str]


class Subject:
    """The file as a whole.

    Attributes:
        file: its objects.
        size: in bytes.
        leaves: its pages, with their boxes.
        facts: what is known of each page, once all have been looked at.
        fonts: those that pages show text in, each with the first page.
        standard: the PDF/X that it claims.
    """

    def __init__(self, file: File, size: int, leaves: tuple[Leaf, ...]) -> None:
        self.file = file
        self.size = size
        self.leaves = leaves
        self.facts: list[SheetFacts] = []
        self.fonts: dict[int, tuple[PageFont, int]] = {}
        self.standard = claimed_standard(file)

    def says(self, leaf: Leaf, key: str) -> Box | None:
        """A box that a page has by itself or inherits; None where it says none."""
        return box_of(self.file, leaf.page, key)

    def remember(self, sheet: Sheet) -> None:
        """Keep what rules of the whole file need of a page."""
        media = sheet.ink.media
        size = media[2] - media[0], media[3] - media[1]
        self.facts.append(SheetFacts(sheet.number, not sheet.inked, size, sheet.ink.features))
        for mark in sheet.ink.marks:
            if isinstance(mark, InkedGlyph):
                font = mark.string.font
                self.fonts.setdefault(id(font), (font, sheet.number))


def is_inked(mark: Mark) -> bool:
    """Whether a mark leaves ink: white and invisible ones do not."""
    if isinstance(mark, InkedPicture):
        return mark.paint is None or not mark.paint.is_white
    if isinstance(mark, InkedShape):
        return not mark.paint.is_white
    return any(not paint.is_white for paint in mark.string.paints)


def paints_of(mark: Mark) -> tuple[Paint, ...]:
    """What a mark is painted with; of a picture, what a mask is painted with."""
    if isinstance(mark, InkedGlyph):
        return mark.string.paints
    return () if mark.paint is None else (mark.paint,)


def points(zone: Zone, left: float = 0.0, bottom: float = 0.0) -> Box:
    """A zone as a box in points, from another origin."""
    return (
        zone.left / 1000 + left,
        zone.bottom / 1000 + bottom,
        zone.right / 1000 + left,
        zone.top / 1000 + bottom,
    )

"""In: nothing. Out: the Layout: page, fonts, colours, styles, sections and furniture of one design.

Lengths are mpt. The loader resolves `extends`, paper names, `--set` and style inheritance before it makes these.
"""

from __future__ import annotations

from typing import Literal

from guidepress.base.colour import Colour  # noqa: TC001 - the binder reads the annotations at run time
from guidepress.base.record import field, record
from guidepress.layout.style import Length, Style  # noqa: TC001 - likewise

__all__ = [
    "Contents",
    "Family",
    "Furniture",
    "Layout",
    "MarginColumn",
    "Margins",
    "PageSpec",
    "SectionSpec",
    "Slots",
]


@record
class Margins:
    """From the trim; inside and outside swap on facing pages when `mirrored`."""

    inside: Length
    outside: Length
    top: Length
    bottom: Length


@record
class MarginColumn:
    """A column for notes at the outer side of the text, `gap` away from it."""

    width: Length
    gap: Length


@record
class PageSpec:
    """The page: trim size, margins and columns.

    `grid` is the baseline grid's pitch, 0 for none. `columns` text columns stand `column_gap` apart. The text
    measure is what the margins and the margin column leave. `size` is the paper as the layout names it, `width`
    and `height` what that means.
    """

    width: int = field(metadata={"derived": True})
    height: int = field(metadata={"derived": True})
    margins: Margins
    mirrored: bool = True
    columns: int = 1
    column_gap: Length = 18_000
    margin_column: MarginColumn | None = None
    grid: Length = 0
    size: str = "letter"

    @property
    def measure(self) -> int:
        """Width of the whole text area without the margin column, mpt."""
        extra = self.margin_column.width + self.margin_column.gap if self.margin_column else 0
        return self.width - self.margins.inside - self.margins.outside - extra

    @property
    def column_measure(self) -> int:
        """Width of one text column, mpt."""
        return (self.measure - (self.columns - 1) * self.column_gap) // self.columns

    @property
    def text_height(self) -> int:
        """Height of the text area, mpt."""
        return self.height - self.margins.top - self.margins.bottom


@record
class Family:
    """A type family: file names by weight and slope ("regular", "regular-italic", "bold" …).

    `package` is the import package that carries the files (below its "files" folder), or "" for files that stand
    beside the layout. `folder` is where they were found.
    """

    name: str = field(metadata={"derived": True})
    package: str = ""
    files: dict[str, str] = field(default_factory=dict)
    folder: str = field(default="", metadata={"derived": True})

    def path(self, face: str) -> str:
        """The path of a face's file ("bold-italic").

        Raises:
            KeyError: the family has no such face.
        """
        return f"{self.folder}/{self.files[face]}"


@record
class SectionSpec:
    """One entry of the layout's order of sections; `options` are the section kind's own, checked by the loader."""

    kind: str
    title: str = ""
    start: Literal["recto", "page", "room", "flow"] = "page"
    wide: bool = False
    contents: bool = True
    options: dict[str, str | int | bool | tuple[str, ...]] = field(default_factory=dict)


@record
class Slots:
    """Texts at the left, centre and right of a line of furniture, with {title}, {section}, {unit}, {folio}, {pages}."""

    left: str = ""
    centre: str = ""
    right: str = ""


@record
class Furniture:
    """Running heads and feet for verso and recto pages, and the style of each line.

    `first_head` and `first_foot` stand on the first page of a section; they are written as for a recto, and where
    pages are mirrored a verso swaps left and right. `head_offset` is from the text area's top up to the head's
    baseline; `foot_offset` from its foot down.
    """

    head_verso: Slots = Slots()
    head_recto: Slots = Slots()
    foot_verso: Slots = Slots()
    foot_recto: Slots = Slots()
    first_head: Slots = Slots()
    first_foot: Slots = Slots()
    head_offset: Length = 24_000
    foot_offset: Length = 30_000
    rule: bool = False
    tabs: bool = False


@record
class Contents:
    """The contents list: how many levels of headings it shows."""

    levels: int = 2


@record
class Layout:
    """One design, complete.

    Attributes:
        sections: their order and options; a kind may stand more than once.
        cover: "typographic" or "none".
        numbering_front: "roman" numbers the pages up to the first body section in roman numerals.
        reading_time: "floor" ("1 hour read") or "exact" ("1 hr 58 min").
        colours: named colours; "accent", "muted", "tint", "rule" and "key" (answers) always exist.
        palette: theme colours in order.
        standards: profiles every build must meet ("ua1", "2a").
        files: the layout files it was made from, the nearest first.
        origins: by style, where it was set, the nearest first ("study-guide.yaml:31"), for `--explain`.
    """

    name: str = field(metadata={"derived": True})
    description: str
    page: PageSpec = field(metadata={"derived": True})
    fonts: dict[str, Family]
    colours: dict[str, Colour]
    palette: tuple[Colour, ...]
    styles: dict[str, Style] = field(metadata={"derived": True})
    sections: tuple[SectionSpec, ...] = field(metadata={"derived": True})
    furniture: Furniture
    contents: Contents = Contents()
    cover: Literal["typographic", "none"] = "typographic"
    numbering_front: Literal["roman", "arabic"] = "arabic"
    reading_time: Literal["floor", "exact"] = "floor"
    standards: tuple[Literal["ua1", "2a"], ...] = ("ua1", "2a")
    files: tuple[str, ...] = field(default=(), metadata={"derived": True})
    origins: dict[str, tuple[str, ...]] = field(default_factory=dict, metadata={"derived": True})

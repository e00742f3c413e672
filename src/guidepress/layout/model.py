"""The Layout: page, fonts, colours, styles, sections and furniture of one design.

Lengths are mpt. The loader resolves `extends`, paper names, `--set` and style inheritance before it makes these.
"""

from typing import Annotated, Any, Generic, Literal, TypeVar

from guidepress.base.colour import Colour
from guidepress.base.diagnostics import Span
from guidepress.base.record import field, record
from guidepress.document.kinds import SectionKind
from guidepress.document.style import Length, Share, Style
from guidepress.labels import Labels
from guidepress.labels.shipped import Language

__all__ = [
    "EMPTY",
    "NAME_FIELD",
    "Contents",
    "Family",
    "Fit",
    "Floor",
    "Furniture",
    "Layout",
    "Logo",
    "MarginColumn",
    "Margins",
    "PageSpec",
    "Sampler",
    "SectionSpec",
    "Slots",
]

Options = TypeVar("Options")


@record
class Margins:
    """From the trim to the text."""

    inside: Length
    """At the spine; at the left where pages are not mirrored."""
    outside: Length
    """At the fore-edge; at the right where pages are not mirrored."""
    top: Length
    """Above the text; the running head stands in it."""
    bottom: Length
    """Below the text; the folio stands in it."""


@record
class MarginColumn:
    """A column for notes at the outer side of the text."""

    width: Length
    """Its width."""
    gap: Length
    """Between it and the text."""


@record
class PageSpec:
    """The page: trim size, margins and columns. What they leave for text is in `Areas`."""

    width: int = field(metadata={"derived": True})
    """Trim width, mpt."""
    height: int = field(metadata={"derived": True})
    """Trim height, mpt."""
    margins: Margins
    """From the trim; inside and outside swap on facing pages if they are mirrored."""
    mirrored: bool = True
    """Whether versos mirror rectos, as in a book."""
    columns: int = 1
    """Text columns."""
    column_gap: Length = 18_000
    """Between text columns."""
    margin_column: MarginColumn | None = None
    """A column for notes beside the text, or none."""
    grid: Length = 0
    """Pitch of the baseline grid; 0 is no grid."""
    section_gap: Length = 0
    """Least white space before a section that begins on a page in use; 0 is two lines."""
    size: str = "letter"
    """The paper: a name, or width x height."""
    landscape: bool = False
    """Whether the paper lies on its long side."""


@record
class Family:
    """A type family."""

    name: str = field(metadata={"derived": True})
    """The name by which styles pick it."""
    package: str = ""
    """The import package that carries the files in its "files" or "fonts" folder; empty for files beside the layout. A
    layout that names a package or a family has none of the files of the layout that it extends."""
    files: dict[str, str] = field(default_factory=dict)
    """File names by face: regular, regular-italic, bold, bold-italic … The nearest serves for one that is missing, and a
    variable font for every weight."""
    family: str = ""
    """A family that is installed on this computer, by the name that font menus show ("Gentium Plus"), in place of a package
    and its files."""
    folder: str = field(default="", metadata={"derived": True})
    """Where the files were found; empty where each of them has its whole path."""

    def path(self, face: str) -> str:
        """The path of a face's file ("bold-italic").

        Raises:
            KeyError: the family has no such face.
        """
        return f"{self.folder}/{self.files[face]}" if self.folder else self.files[face]


@record
class SectionSpec(Generic[Options]):
    """One entry of the layout's order of sections."""

    kind: SectionKind = field(metadata={"derived": True})
    """The kind; see the list of kinds."""
    options: Options = field(metadata={"derived": True})
    """The kind's own options, those left out with their defaults."""
    title: str = ""
    """Heading instead of the kind's own, which the labels of the guide's language give."""
    start: Literal["recto", "page", "room", "flow"] = "page"
    """Where it begins; `room` goes to a new page if less than a third of this one is left; `flow` follows at once."""
    wide: bool = False
    """Use the whole width: all columns of the page, or the margin column's room, where what may share a page (`room`,
    `flow`) is as wide as what is before."""
    contents: bool = True
    """List it in the contents."""
    printed: bool = True
    """Print it; one that is not printed still puts its answers into the key."""


NAME_FIELD = "{name}"
"""Prints a line to write a name on."""

EMPTY = "none"
"""Leaves a place of a line of furniture empty."""


@record
class Slots:
    """A line of furniture; its texts may name what stands in braces.

    {title} is the guide's with the edition, {work} without it, {section} the section's; {folio} is the page's as printed;
    {unit} is the heading below the section's that a page begins under, or its first, and {theme} the theme that leads what
    stands under it; {page} counts from the first page, whatever its folio; {pages} is the count of all. {logo}, which stands
    alone, is the layout's logo, and {name}, alone at the left, a line for a name on later pages of a test. Of parts between middle dots, one that names nothing on a page is left out with its dot.
    """

    left: str = ""
    """At the left; none leaves a place empty that the layout below fills."""
    centre: str = ""
    """In the middle."""
    right: str = ""
    """At the right."""


@record
class Furniture:
    """Running heads and feet. A line set to none is left out."""

    head_verso: Slots = Slots()
    """Head of left-hand pages."""
    head_recto: Slots = Slots()
    """Head of right-hand pages, and of all pages where they are not mirrored."""
    foot_verso: Slots = Slots()
    """Foot of left-hand pages."""
    foot_recto: Slots = Slots()
    """Foot of right-hand pages, and of all pages where they are not mirrored."""
    first_head: Slots = Slots()
    """Head of a section's first page, written as for a recto; where pages are mirrored, a verso swaps left and right."""
    first_foot: Slots = Slots()
    """Foot of a section's first page, written likewise."""
    head_offset: Length = 24_000
    """From the top of the text up to the head's baseline."""
    foot_offset: Length = 30_000
    """From the foot of the text down to the foot's baseline."""
    rule: bool = False
    """A hairline between head and text."""
    tabs: bool = False
    """Edge tabs that step down the page by section."""
    blanks: Literal["none", "notes"] = "none"
    """What stands on a page before a section that must begin on a right-hand one: nothing, or lines for the reader's
    notes."""


@record
class Logo:
    """The sign of a school or a publisher: on the cover, and wherever heads and feet say `{logo}`."""

    file: str
    """PNG, JPEG or SVG, beside the layout file that names it."""
    alt: str = ""
    """What it shows, for readers who cannot see the cover; without a text it is decoration there. In heads and feet it is
    decoration always."""
    height: Length = 12_000
    """How high it stands in heads and feet, in the middle of their line."""
    cover: Literal["foot", "top", "none"] = "foot"
    """Where it stands on the cover: at the right of its foot, above its title strip, or not at all."""
    cover_height: Length = 32_000
    """How high it stands on the cover."""
    path: str = field(default="", metadata={"derived": True})
    """Where the file was found."""
    pixel_width: int = field(default=0, metadata={"derived": True})
    """Its width; a drawing's in points."""
    pixel_height: int = field(default=0, metadata={"derived": True})
    """Its height, likewise."""

    def width_at(self, height: int) -> int:
        """Its width where it stands so high, mpt."""
        return height * self.pixel_width // max(1, self.pixel_height)


@record
class Contents:
    """The contents list."""

    levels: int = 2
    """Levels of headings that it shows, 1 to 3."""


@record
class Floor:
    """The least that every style is raised to, whatever it says; for large print."""

    size: Length = 0
    """Least type size."""
    leading: Share = 0
    """Least leading, in per cent of the size."""
    plain: bool = False
    """Upright, ragged and whole: no italics, no capitals for show, no justified lines, no divided words."""


@record
class Fit:
    """How many pages a text must fit, and the sizes to try until it does."""

    pages: int = 0
    """At most so many pages; 0 is as many as it takes."""
    largest: Share = 1000
    """The largest size to try, in per cent of what the styles say."""
    smallest: Share = 1000
    """The smallest size to try, likewise; no type falls below 7pt."""
    text: Share = 1000
    """At the smallest size, how much of what the sections' own `limit` allow must still stand, in per cent;
    they are lowered step by step until it fits."""


@record
class Sampler:
    """A copy to look into: some sections can be read, of the others only the shape of the lines is shown."""

    open: tuple[str, ...] = ()
    """The kinds of section that can be read; none given means no sampler."""
    pages: int = 1
    """So many pages of each other section are shown, the text on them as bars; 0 shows all of them."""
    units: int = 0
    """So many units, from the first, can be read whole, though their section is not open."""


@record
class Layout:
    """One design, complete."""

    name: str = field(metadata={"derived": True})
    """The file's name without its ending."""
    description: str
    """One line for the list of layouts."""
    page: PageSpec = field(metadata={"derived": True})
    """The page for the paper in use."""
    fonts: dict[str, Family]
    """Type families by name; "serif" and "sans" always exist."""
    colours: dict[str, Colour]
    """Colours by name; ink, accent, muted, rule, tint, key (answers), alert and paper always exist."""
    palette: tuple[Colour, ...]
    """Theme colours in order; for marks and bars, never for text."""
    styles: dict[str, Style] = field(metadata={"derived": True})
    """Styles by name, inheritance resolved."""
    sections: tuple[SectionSpec[Any], ...] = field(metadata={"derived": True})
    """Their order and options; a kind may stand more than once."""
    furniture: Furniture
    """Heads, feet and tabs."""
    made_for: tuple[SectionKind, ...] = ()
    """The kinds of section that it is made for: a guide that has nothing for any of them is not set in it."""
    palettes: dict[str, tuple[Colour, ...]] = field(default_factory=dict)
    """Other theme colours, by the name that a guide's `cover.palette` picks them by."""
    contents: Contents = Contents()
    """The contents list."""
    edition: str = ""
    """Which edition of a guide this is; cover, heads, feet and the title of the PDF say so. One that the labels name, such
    as `student-workbook`, or words of your own; the study guide itself unless given."""
    study_guide: bool = True
    """It is a study guide, in whatever form: the cover's foot says so. A workbook, whose edition says what it is, is none."""
    cover: Literal["typographic", "none"] = "typographic"
    """The cover."""
    logo: Logo | None = None
    """A logo for cover, heads and feet, or none."""
    numbering_front: Literal["roman", "arabic"] = "arabic"
    """How the pages up to the first body section are numbered."""
    numbering: Literal["book", "copies"] = "book"
    """Pages are numbered through the book; or in each copy that is handed out by itself: a version of a test, a sheet, an
    answer sheet, a key. A copy begins on a sheet of its own, and {pages} counts its pages."""
    picture_resolution: Annotated[int, "amount"] = 300
    """Pixels an inch to which pictures are brought down that have more by a quarter or more; 0 keeps all they have."""
    reading_time: Literal["floor", "exact", "pages", "none"] = "floor"
    """By the words of the guide's prose, hours rounded down ("1 hour read") or in full ("1 hr 58 min"); two minutes a
    page; or not said, as on sheets that are no reading matter."""
    standards: tuple[Literal["ua1", "2a", "ua2", "4"], ...] = ("ua1", "2a")
    """Standards that every build must meet: PDF/UA-1 and PDF/A-2a, or PDF/UA-2 and PDF/A-4, of PDF 2.0."""
    fit: Fit = Fit()
    """How many pages the text must fit."""
    sampler: Sampler = Sampler()
    """What can be read of a copy to look into."""
    floor: Floor = Floor()
    """What no style falls below."""
    labels: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    """Label files of your own, beside the layout: another language, or other words; see `docs/labels.md`."""
    address: Literal["usual", "familiar", "formal"] = "usual"
    """How pupils are spoken to where a language has two ways: German says Sie as usual and du where it is familiar."""
    switch_on: tuple[str, ...] = ()
    """Switches that are turned on."""
    paper: str = field(default="", metadata={"derived": True})
    """The paper that was asked for in place of the layout's own; "" if none was."""
    files: tuple[str, ...] = field(default=(), metadata={"derived": True})
    """The files it was made from, the nearest first."""
    own_labels: tuple[Language, ...] = field(default=(), metadata={"derived": True})
    """The languages of the label files."""
    origins: dict[str, tuple[str, ...]] = field(default_factory=dict, metadata={"derived": True})
    """By style, where it and its parents were set, the nearest first ("body base.yaml:90")."""

    def labels_in(self, language: str, place: Span | None = None) -> Labels:
        """Find the engine's words for a guide in a language, this layout's own label files laid over them.

        Args:
            language: BCP 47.
            place: where the guide names it.

        Raises:
            FaultsFound: there are none in that language.
        """
        return Labels.for_language(language, self.own_labels, self.address, place=place)

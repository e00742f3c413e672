"""What a guide says about the work, its author and itself."""

from typing import Literal

from guidepress.base.diagnostics import Span
from guidepress.base.record import field, record
from guidepress.guide.model.text import NOWHERE, Bisac, Date, Markdown, Thema

__all__ = ["Background", "Cover", "Credits", "ImageFile", "Part", "Person", "Setting", "Work"]


@record
class Person:
    """An author of the work: a plain name, or a mapping."""

    name: str = field(metadata={"short": True})
    """The name as it is printed: Charles Dickens."""
    born: str = ""
    """Year of birth."""
    died: str = ""
    """Year of death."""
    about: Markdown | None = None
    """A short life, printed with the background."""
    span: Span = NOWHERE


@record
class Setting:
    """Where and when the work takes place: a plain text (the place), or a mapping."""

    place: Markdown | None = field(default=None, metadata={"short": True})
    """Where."""
    time: Markdown | None = None
    """When."""


@record
class Work:
    """The work that the guide is about: its title strip and its key facts."""

    category: str = ""
    """Fiction, Non-fiction, Poetry, Drama."""
    form: str = ""
    """Novel, novella, play, poem, story collection."""
    audience: str = ""
    """Adult, young adult, children."""
    published: str = ""
    """Year of publication."""
    genre: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    """Genres, the leading one first."""
    setting: Setting | None = None
    """Time and place of the action."""
    facts: dict[str, Markdown] = field(default_factory=dict, metadata={"rest": True})
    """Any further label and its text (narrator, tense, tone) joins the key-facts card, in order."""


@record
class Credits:
    """Who made the guide, and its rights."""

    written_by: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    """Names of the writers."""
    edited_by: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    """Names of the editors."""
    publisher: str = ""
    """The publisher of the guide."""
    rights: Markdown | None = None
    """The rights line."""
    date: Date = ""
    """Date of this edition of the guide, year-month-day. It becomes the date of the PDF."""
    isbn: str = ""
    """ISBN of the guide."""
    bisac: tuple[Bisac, ...] = field(default=(), metadata={"one_or_many": True})
    """Its subjects in BISAC's list, by their codes (STU004000), for printers and shops."""
    thema: tuple[Thema, ...] = field(default=(), metadata={"one_or_many": True})
    """Its subjects in Thema's list, by their codes (YPCA21)."""


@record
class Cover:
    """What the cover shows beside the title."""

    image: str = ""
    """A PNG, JPEG or SVG file, its path seen from the guide's folder."""
    alt: str = ""
    """What the picture shows, for readers who cannot see it. Required with an image."""
    palette: str = ""
    """A palette of the layout, by name: the colours of the themes, on the cover and wherever they are marked."""
    tagline: Markdown | None = None
    """One line under the title."""
    blurb: Markdown | None = None
    """What stands on the back of a printed book: in a few sentences, who it is for and what it gives them."""
    palette_span: Span = field(default=NOWHERE, metadata={"derived": True})
    """Where the name of the palette stands."""
    span: Span = NOWHERE


@record
class ImageFile:
    """A picture that the guide names, as the loader found it."""

    path: str
    """The file, its path seen from where the program runs."""
    width: int
    """Width in pixels."""
    height: int
    """Height in pixels."""


@record
class Part:
    """One part of the plot summary: a plain text, or a mapping with a title."""

    text: Markdown = field(metadata={"short": True})
    """What happens."""
    title: str = ""
    """The heading of the part."""
    span: Span = NOWHERE


@record
class Background:
    """One context note."""

    text: Markdown
    """The note."""
    title: str = ""
    """Its heading."""
    kind: Literal["authorial", "historical", "social", "literary", "genre", ""] = ""
    """Which kind of context it gives."""
    span: Span = NOWHERE

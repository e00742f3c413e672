"""The Guide, one study guide complete, and its closing matter."""

from typing import Literal, TypeAlias

from guidepress.base.diagnostics import Diagnostic, Span
from guidepress.base.record import field, record
from guidepress.guide.model.people import Character, CharacterMap, Quote, Symbol, Theme
from guidepress.guide.model.questions import Activity, Essay, Question, Rubric, Schedule
from guidepress.guide.model.text import NOWHERE, Address, Language, Markdown
from guidepress.guide.model.units import Beat, Event, Term, TriviaFact, Unit, VocabularyWord
from guidepress.guide.model.work import (
    Background,
    Cover,
    Credits,
    ImageFile,
    Part,
    Person,
    Work,
)

__all__ = ["FreeSection", "Guide", "Organizer", "Reading", "Topic"]

Organizer: TypeAlias = Literal[
    "plot_diagram", "character_web", "venn", "kwl", "timeline", "t_chart", "cause_effect", "story_map"
]


@record
class Reading:
    """An entry of further reading, listening and watching."""

    title: str
    """The title."""
    kind: Literal["book", "article", "film", "audio", "web"] = "book"
    """What it is."""
    by: str = ""
    """Who made it."""
    year: str = ""
    """When."""
    note: Markdown | None = None
    """Why it is worth the time."""
    url: Address = ""
    """Its address."""
    span: Span = NOWHERE


@record
class Topic:
    """A topic of the index: its name, or a mapping with other words for it."""

    name: str = field(metadata={"short": True})
    """As the index prints it; the pages are found where it stands in running text."""
    words: tuple[str, ...] = field(default=(), metadata={"one_or_many": True})
    """Other words that count as much, such as a plural."""
    span: Span = NOWHERE


@record
class FreeSection:
    """A section of the guide's own."""

    title: str
    """The heading."""
    text: Markdown
    """The text."""
    id: str = ""
    """Anchor for cross-references; made from the title unless given: "section-further-notes"."""
    after: str = ""
    """The section kind it follows; at the end unless given."""
    content_warnings: tuple[str, ...] = ()
    """Topics of the guide's `content_warnings` that this section touches."""
    span: Span = NOWHERE


@record
class Guide:
    """One study guide. Required are format, title, author and one of overview, plot and units."""

    format: Literal[1]
    """The version of this format."""
    title: str
    """The title of the work."""
    authors: tuple[Person, ...] = field(metadata={"key": "author", "one_or_many": True})
    """The author of the work: a plain name, a mapping, or a list of either."""
    subtitle: str = ""
    """The subtitle of the work."""
    work: Work = Work()
    """The title strip and the key facts."""
    language: Language = "en"
    """BCP 47 language of the guide ("en-GB"); sets hyphenation, quotes and the language of the PDF."""
    edition: Markdown | None = None
    """Which edition the page or line references mean."""
    credits: Credits = Credits()
    """Who made the guide."""
    content_warnings: tuple[str, ...] = ()
    """Topics to be warned of, repeated at the head of the sections that name them."""
    cover: Cover | None = None
    """What the cover shows beside the title."""
    overview: Markdown | None = None
    """What the work is and why it matters."""
    poem: Markdown | None = None
    """The whole of a short poem: its lines end in a backslash, a blank line parts its stanzas. Printed with line numbers."""
    plot: tuple[Part, ...] = field(default=(), metadata={"one_or_many": True})
    """The plot summary, in one text or in parts."""
    background: tuple[Background, ...] = ()
    """Context notes."""
    unit_name: str = "Chapter"
    """What one unit is called: Chapter, Act, Scene, Stave, Stanza, Story."""
    units_name: str = ""
    """What several of them are called, where a unit covers more than one: Scenes; as `unit_name` unless given."""
    units: tuple[Unit, ...] = ()
    """The spine: summaries, vocabulary, checks, quotes and calendars follow it."""
    characters: tuple[Character, ...] = ()
    """The characters, major ones first."""
    map: CharacterMap | None = None
    """Who stands where on the character map, and which lines join them."""
    themes: tuple[Theme, ...] = ()
    """The themes."""
    symbols: tuple[Symbol, ...] = ()
    """Symbols and motifs."""
    quotes: tuple[Quote, ...] = ()
    """Important quotations."""
    timeline: tuple[Event, ...] = ()
    """Events in the order in which they happen."""
    plot_arc: tuple[Beat, ...] = ()
    """The beats of the plot."""
    trivia: tuple[TriviaFact, ...] = ()
    """Short facts about the work and how it came about."""
    vocabulary: tuple[VocabularyWord, ...] = ()
    """Words beyond the units' own."""
    glossary: tuple[Term, ...] = ()
    """Terms of the work or of literary study."""
    questions: tuple[Question, ...] = ()
    """One bank; each sheet picks from it by its tags."""
    essays: tuple[Essay, ...] = ()
    """Essay topics."""
    rubrics: tuple[Rubric, ...] = ()
    """Marking grids that essays name."""
    activities: tuple[Activity, ...] = ()
    """Things for a class to do."""
    organizers: tuple[Organizer, ...] = ()
    """Blank graphic organizers to print."""
    schedule: Schedule | None = None
    """The time a class has for the work."""
    further_reading: tuple[Reading, ...] = ()
    """Books, articles, films, audio and pages to go on with."""
    related: tuple[str, ...] = ()
    """Titles of related guides."""
    sections: tuple[FreeSection, ...] = ()
    """Anything else."""
    index: tuple[Topic, ...] = ()
    """What the index lists beside characters, themes and symbols."""
    images: dict[str, ImageFile] = field(default_factory=dict, metadata={"derived": True})
    """Every picture by its path as the guide writes it; found by the loader."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), metadata={"derived": True})
    """The warnings that were found when the guide was loaded."""
    span: Span = NOWHERE

    def character(self, name: str) -> Character | None:
        """Look up a character by name; None for a name that the guide does not list (a speaker may be one)."""
        return next((character for character in self.characters if character.name == name), None)

    def unit(self, number: int) -> Unit:
        """Look up a unit by its number, counted from 1."""
        return self.units[number - 1]

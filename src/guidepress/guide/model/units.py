"""The units of a work, the spine of the guide, and what hangs on them."""

from typing import Literal

from guidepress.base.diagnostics import Span
from guidepress.base.record import field, record
from guidepress.guide.model.questions import Question
from guidepress.guide.model.text import NOWHERE, CharacterName, Count, Markdown, ThemeId, UnitNumber

__all__ = ["Beat", "Event", "Passage", "Term", "TriviaFact", "Unit", "UnitRow", "VocabularyWord"]


@record
class Passage:
    """A passage of the original beside its modern rendering."""

    original: Markdown
    """The words of the work."""
    modern: Markdown
    """The same in today's words."""
    locator: str = ""
    """Where it stands in the cited edition."""
    span: Span = NOWHERE


@record
class VocabularyWord:
    """An entry of the vocabulary."""

    word: str
    """The word."""
    meaning: Markdown
    """What it means here."""
    part_of_speech: str = ""
    """Noun, verb, adjective."""
    sentence: Markdown | None = None
    """A sentence of the work that uses it."""
    locator: str = ""
    """Where that sentence stands."""
    span: Span = NOWHERE


@record
class UnitRow:
    """A step of a unit: what happens beside what it means, for layouts that set the two side by side."""

    summary: Markdown | None = None
    """What happens in this step."""
    analysis: Markdown | None = None
    """What this step means and how it works."""
    themes: tuple[ThemeId, ...] = ()
    """The themes that it is about, by id or name, the leading one first."""
    span: Span = NOWHERE


@record
class Unit:
    """A chapter, stave, scene, story or group of them; what it is called is the guide's `unit_name`."""

    title: str
    """The heading."""
    id: str = ""
    """Anchor for cross-references; made from the title unless given: "unit-marleys-ghost"."""
    part: str = ""
    """Units with the same part stand under one part opener."""
    covers: str = ""
    """Which chapters it covers: "1", "1-4", "1.1-1.3"."""
    pages: str = ""
    """Its pages in the cited edition."""
    setting: Markdown | None = None
    """Where and when it takes place."""
    characters: tuple[CharacterName, ...] = ()
    """Who appears, by name or alias."""
    themes: tuple[ThemeId, ...] = ()
    """Its themes by id or name, the leading one first."""
    recap: Markdown | None = None
    """The unit in one sentence."""
    summary: Markdown | None = None
    """What happens."""
    analysis: Markdown | None = None
    """What it means and how it works."""
    rows: tuple[UnitRow, ...] = ()
    """Summary and analysis step by step; their texts, in order, are the summary and the analysis of a unit without."""
    passages: tuple[Passage, ...] = ()
    """Parallel text."""
    vocabulary: tuple[VocabularyWord, ...] = ()
    """Words to know."""
    checks: tuple[Question, ...] = ()
    """Quick questions at the unit's foot."""
    content_warnings: tuple[str, ...] = ()
    """Topics of the guide's `content_warnings` that this unit touches."""
    number: int = field(default=0, metadata={"derived": True})
    """Its place in the list, counted from 1; found by the loader."""
    span: Span = NOWHERE

    @property
    def summaries(self) -> tuple[Markdown, ...]:
        """The summary in one text, or in those of the rows."""
        return (self.summary,) if self.summary else tuple(row.summary for row in self.rows if row.summary)

    @property
    def analyses(self) -> tuple[Markdown, ...]:
        """The analysis in one text, or in those of the rows."""
        return (self.analysis,) if self.analysis else tuple(row.analysis for row in self.rows if row.analysis)


@record
class Event:
    """An event of the timeline. Events stand in the order in which they happen."""

    when: str
    """Date, age or hour, as a reader would say it."""
    event: Markdown
    """What happens."""
    name: str = ""
    """What it is called in the picture of story and telling, in two to five words; all that happens unless given."""
    unit: UnitNumber | None = None
    """The unit that tells it."""
    told: Count | None = None
    """Its place in the order of telling, counted from 1."""
    span: Span = NOWHERE


@record
class TriviaFact:
    """A short fact about the work that few readers know."""

    text: Markdown = field(metadata={"short": True})
    """The fact, in a sentence or two."""
    unit: UnitNumber | None = None
    """The unit that it is about."""
    source: str = ""
    """Where it is told or proved."""
    span: Span = NOWHERE


@record
class Beat:
    """A beat of the plot arc."""

    beat: Literal[
        "exposition", "inciting incident", "rising action", "climax", "falling action", "resolution"
    ]
    """Which beat it is."""
    unit: UnitNumber | None = None
    """The unit in which it falls."""
    label: Markdown | None = None
    """What happens there, in a few words."""
    span: Span = NOWHERE


@record
class Term:
    """An entry of the glossary."""

    term: str
    """The term."""
    meaning: Markdown
    """What it means."""
    span: Span = NOWHERE

"""The records of the guide format, version 1: what a guide file says, decoded and typed."""

from __future__ import annotations

from guidepress.guide.model.guide import FreeSection, Guide, Organizer, Reading, Topic
from guidepress.guide.model.people import Character, Quote, Relation, Stage, Symbol, Theme
from guidepress.guide.model.questions import (
    Activity,
    BlankRule,
    Criterion,
    Essay,
    Level,
    Match,
    Question,
    QuestionType,
    ReadingStage,
    Rubric,
    Schedule,
    Use,
)
from guidepress.guide.model.text import NOWHERE, Format, Markdown, Reference
from guidepress.guide.model.units import Beat, Event, Passage, Term, TriviaFact, Unit, UnitRow, VocabularyWord
from guidepress.guide.model.work import Background, Cover, Credits, ImageFile, Part, Person, Setting, Work

__all__ = [
    "NOWHERE",
    "Activity",
    "Background",
    "Beat",
    "BlankRule",
    "Character",
    "Cover",
    "Credits",
    "Criterion",
    "Essay",
    "Event",
    "Format",
    "FreeSection",
    "Guide",
    "ImageFile",
    "Level",
    "Markdown",
    "Match",
    "Organizer",
    "Part",
    "Passage",
    "Person",
    "Question",
    "QuestionType",
    "Quote",
    "Reading",
    "ReadingStage",
    "Reference",
    "Relation",
    "Rubric",
    "Schedule",
    "Setting",
    "Stage",
    "Symbol",
    "Term",
    "Theme",
    "Topic",
    "TriviaFact",
    "Unit",
    "UnitRow",
    "Use",
    "VocabularyWord",
    "Work",
]

"""In: nothing. Out: the one registry of section kinds: what composes each kind that a layout may order.

A section is a function of guide, spec and context that returns a Section, several, or None where the guide has no
data for it: then neither heading nor contents entry is printed. The contents are made by the driver, from the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.compose.sections.activities import activities
from guidepress.compose.sections.answer_key import answer_key
from guidepress.compose.sections.answer_sheet import answer_sheet
from guidepress.compose.sections.background import background
from guidepress.compose.sections.bingo import bingo
from guidepress.compose.sections.bookmarks import bookmarks
from guidepress.compose.sections.characters import characters
from guidepress.compose.sections.citation import citation
from guidepress.compose.sections.colophon import colophon
from guidepress.compose.sections.crossword import crossword
from guidepress.compose.sections.essays import essays
from guidepress.compose.sections.exit_tickets import exit_tickets
from guidepress.compose.sections.flash_cards import flash_cards
from guidepress.compose.sections.free import free
from guidepress.compose.sections.further_reading import further_reading
from guidepress.compose.sections.glossary import glossary
from guidepress.compose.sections.how_to_use import how_to_use
from guidepress.compose.sections.key_facts import key_facts
from guidepress.compose.sections.organizers import organizers
from guidepress.compose.sections.overview import overview
from guidepress.compose.sections.plot import plot
from guidepress.compose.sections.questions import questions
from guidepress.compose.sections.quiz import quiz
from guidepress.compose.sections.quotes import quotes
from guidepress.compose.sections.reading_checks import reading_checks
from guidepress.compose.sections.related import related
from guidepress.compose.sections.rubrics import rubrics
from guidepress.compose.sections.schedule import schedule
from guidepress.compose.sections.symbols import symbols
from guidepress.compose.sections.themes import themes
from guidepress.compose.sections.timeline import timeline
from guidepress.compose.sections.units import units
from guidepress.compose.sections.vocabulary import vocabulary
from guidepress.compose.sections.word_search import word_search

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.compose.context import Context
    from guidepress.compose.document import Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

    Composer: TypeAlias = Callable[[Guide, SectionSpec, Context], Section | tuple[Section, ...] | None]

__all__ = ["COMPOSERS"]

COMPOSERS: dict[str, Composer] = {
    "how-to-use": how_to_use,
    "key-facts": key_facts,
    "overview": overview,
    "plot": plot,
    "background": background,
    "units": units,
    "characters": characters,
    "themes": themes,
    "symbols": symbols,
    "quotes": quotes,
    "timeline": timeline,
    "vocabulary": vocabulary,
    "glossary": glossary,
    "essays": essays,
    "activities": activities,
    "questions": questions,
    "quiz": quiz,
    "answer-key": answer_key,
    "answer-sheet": answer_sheet,
    "reading-checks": reading_checks,
    "flash-cards": flash_cards,
    "bookmarks": bookmarks,
    "exit-tickets": exit_tickets,
    "bingo": bingo,
    "crossword": crossword,
    "word-search": word_search,
    "rubrics": rubrics,
    "organizers": organizers,
    "schedule": schedule,
    "sections": free,
    "further-reading": further_reading,
    "related": related,
    "citation": citation,
    "colophon": colophon,
}

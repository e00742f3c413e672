"""In: the name of a section kind. Out: what composes it: the one registry of the kinds that a layout may order.

A section is a function of guide, spec and context that returns a Section, several, or None where the guide has no
data for it: then neither heading nor contents entry is printed. The contents are made by the driver, from the others.
A kind's module is imported when a layout orders it: most layouts order few, and all of them would take 20 ms.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

    Composer: TypeAlias = Callable[[Guide, SectionSpec, Context], Section | tuple[Section, ...] | None]

__all__ = ["COMPOSERS", "composer"]

COMPOSERS: dict[str, tuple[str, str]] = {
    "masthead": ("masthead", "masthead"),
    "how-to-use": ("how_to_use", "how_to_use"),
    "key-facts": ("key_facts", "key_facts"),
    "overview": ("overview", "overview"),
    "plot": ("plot", "plot"),
    "background": ("background", "background"),
    "units": ("units", "units"),
    "storyline": ("storyline", "storyline"),
    "parallel": ("parallel", "parallel"),
    "index": ("index", "index"),
    "characters": ("characters", "characters"),
    "themes": ("themes", "themes"),
    "symbols": ("symbols", "symbols"),
    "quotes": ("quotes", "quotes"),
    "timeline": ("timeline", "timeline"),
    "vocabulary": ("vocabulary", "vocabulary"),
    "glossary": ("glossary", "glossary"),
    "essays": ("essays", "essays"),
    "activities": ("activities", "activities"),
    "questions": ("questions", "questions"),
    "quiz": ("quiz", "quiz"),
    "answer-key": ("answer_key", "answer_key"),
    "answer-sheet": ("answer_sheet", "answer_sheet"),
    "reading-checks": ("reading_checks", "reading_checks"),
    "flash-cards": ("flash_cards", "flash_cards"),
    "bookmarks": ("bookmarks", "bookmarks"),
    "exit-tickets": ("exit_tickets", "exit_tickets"),
    "bell-ringers": ("bell_ringers", "bell_ringers"),
    "reading-log": ("reading_log", "reading_log"),
    "bingo": ("bingo", "bingo"),
    "crossword": ("crossword", "crossword"),
    "word-search": ("word_search", "word_search"),
    "rubrics": ("rubrics", "rubrics"),
    "organizers": ("organizers", "organizers"),
    "schedule": ("schedule", "schedule"),
    "sections": ("free", "free"),
    "further-reading": ("further_reading", "further_reading"),
    "related": ("related", "related"),
    "citation": ("citation", "citation"),
    "colophon": ("colophon", "colophon"),
}
"""For each kind its module beside this one, and the function in it."""


def composer(kind: str) -> Composer:
    """The function that composes a kind.

    Raises:
        KeyError: there is no such kind (layouts are checked before).
    """
    module, function = COMPOSERS[kind]
    return cast("Composer", getattr(import_module(f"{__name__}.{module}"), function))

"""The kinds of section there are: the one list, in the order of a full book.

Each kind is one file of its name in `compose/sections/`. A layout orders kinds, and a section of a guide's own may
stand after one.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

__all__ = ["OWN_SECTIONS", "SECTION_KINDS", "SectionKind"]

SectionKind: TypeAlias = Literal[
    "contents",
    "masthead",
    "how-to-use",
    "key-facts",
    "overview",
    "plot",
    "background",
    "units",
    "storyline",
    "parallel",
    "characters",
    "themes",
    "symbols",
    "quotes",
    "timeline",
    "trivia",
    "vocabulary",
    "glossary",
    "essays",
    "activities",
    "questions",
    "quiz",
    "answer-sheet",
    "reading-checks",
    "flash-cards",
    "bookmarks",
    "exit-tickets",
    "bell-ringers",
    "reading-log",
    "bingo",
    "crossword",
    "word-search",
    "answer-key",
    "rubrics",
    "organizers",
    "schedule",
    "further-reading",
    "related",
    "sections",
    "index",
    "citation",
    "colophon",
]

SECTION_KINDS: tuple[SectionKind, ...] = get_args(SectionKind)

OWN_SECTIONS: SectionKind = "sections"
"""The kind by which a layout says that it prints the guide's own sections, wherever they stand."""

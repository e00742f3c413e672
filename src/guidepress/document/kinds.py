"""The kinds of section there are: the one list, in the order of a full book.

Each kind is one file of its name in `compose/sections/`. A layout orders kinds, and a section of a guide's own may
stand after one.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

__all__ = ["OWN_SECTIONS", "SECTION_KINDS", "SectionKind", "kind_called", "kind_names"]

SectionKind: TypeAlias = Literal[
    "title-page",
    "contents",
    "masthead",
    "how-to-use",
    "key-facts",
    "overview",
    "poem",
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
    "scan-sheet",
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

_PRINTED_BY: dict[str, SectionKind] = {"plot-arc": "timeline"}
"""Keys of a guide that are no kinds themselves, with the kind that prints them."""

OWN_SECTIONS: SectionKind = "sections"
"""The kind by which a layout says that it prints the guide's own sections, wherever they stand."""


def kind_called(name: str) -> SectionKind | None:
    """The kind that a guide means by a name: "further_reading" and "further-reading" are one; None for no kind."""
    called = name.replace("_", "-")
    found = next((kind for kind in SECTION_KINDS if kind == called), None)
    return found or _PRINTED_BY.get(called)


def kind_names() -> tuple[str, ...]:
    """What a guide may call kinds by, written as its keys are; all but the guide's own sections."""
    named = (*(kind for kind in SECTION_KINDS if kind != OWN_SECTIONS), *_PRINTED_BY)
    return tuple(name.replace("-", "_") for name in named)

"""In: the stock books. Out: full traces of a few pages, one of each kind that a layout can have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from guidepress.page.trace import trace_page

if TYPE_CHECKING:
    from guidepress.page.book import Book

__all__ = ["KINDS", "Kind", "page_text"]

_NUMBER = re.compile(r"^( .*? [A-Z][A-Za-z0-9]*) \d+ (?=\||->|shape|picture)")
"""The number of an element, which changes with every element before it in the book."""


class Kind(NamedTuple):
    """A page that is kept whole: page `nth` of a section ("cover" has none) of one book."""

    name: str
    guide: str
    layout: str
    section: str
    nth: int = 0
    paper: str = "letter"


_CAROL, _MACBETH = "a-christmas-carol", "macbeth"

KINDS = (
    Kind("answer-key", _CAROL, "study-guide", "answer-key", 2),
    Kind("answer-sheet", _CAROL, "exam", "answer-sheet"),
    Kind("bell-ringer", _CAROL, "flash-cards", "bell-ringers", 1),
    Kind("bingo-card", _MACBETH, "flash-cards", "bingo"),
    Kind("body-with-notes", _CAROL, "study-guide", "background"),
    Kind("bookmarks", "ozymandias", "flash-cards", "bookmarks"),
    Kind("cards-front", _CAROL, "flash-cards", "flash-cards"),
    Kind("cards-back", _CAROL, "flash-cards", "flash-cards", 1),
    Kind("character-map", _CAROL, "study-guide", "characters"),
    Kind("contents", _CAROL, "study-guide", "contents"),
    Kind("contents-in-spanish", "don-quijote", "study-guide", "contents", paper="a4"),
    Kind("cover", _CAROL, "study-guide", "cover"),
    Kind("cover-on-a4", "never-let-me-go", "study-guide", "cover", paper="a4"),
    Kind("crossword", _CAROL, "student-workbook", "crossword"),
    Kind("exam-paper", _MACBETH, "exam", "quiz", 1),
    Kind("exit-ticket", _CAROL, "flash-cards", "exit-tickets", 1),
    Kind("glossary", _MACBETH, "study-guide", "glossary"),
    Kind("handout", _CAROL, "handout", "masthead"),
    Kind("index", "never-let-me-go", "study-guide", "index"),
    Kind("key-facts", _CAROL, "study-guide", "key-facts"),
    Kind("large-print", _CAROL, "large-print", "units", 1),
    Kind("lesson", _CAROL, "teaching-guide", "questions"),
    Kind("organizer", _CAROL, "student-workbook", "organizers"),
    Kind("paperback", _CAROL, "paperback-6x9", "units", 2),
    Kind("book-club", _MACBETH, "book-club", "questions"),
    Kind("parallel-text", _MACBETH, "parallel-text", "parallel"),
    Kind("poem", "ozymandias", "study-guide", "section-form-and-metre"),
    Kind("quiz", "never-let-me-go", "quiz", "quiz"),
    Kind("quotations", _CAROL, "study-guide", "quotes"),
    Kind("reading-check", _CAROL, "student-workbook", "reading-checks"),
    Kind("rubrics", _CAROL, "study-guide", "rubrics"),
    Kind("sampler-locked", _CAROL, "sampler", "units"),
    Kind("schedule", _CAROL, "student-workbook", "schedule"),
    Kind("scenes-side-by-side", _MACBETH, "side-by-side", "units", 3),
    Kind("story-on-a-phone", "ozymandias", "mobile", "units"),
    Kind("teacher-notes", _CAROL, "teacher-workbook", "reading-checks"),
    Kind("timeline", _CAROL, "study-guide", "timeline"),
    Kind("unit-opener", _CAROL, "study-guide", "units"),
    Kind("whole-on-one-page", _MACBETH, "one-page", "masthead"),
    Kind("word-search", _CAROL, "student-workbook", "word-search"),
)


def page_text(kind: Kind, book: Book) -> str:
    """Write the page of a kind as text, elements without their numbers."""
    pages = [
        page
        for page in book.pages
        if (page.cover if kind.section == "cover" else page.section == kind.section) and not page.blank
    ]
    lines = trace_page(pages[kind.nth], book)
    return "\n".join([f"{kind.guide}, {kind.layout}", *(_NUMBER.sub(r"\1 ", line) for line in lines)]) + "\n"

"""In: the part of a file under a heading that names a section. Out: its data, where its shape is plain; one file a shape.

A handler returns False where the shape is not plain; the text is then kept as a section of the guide's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.text.sections.asked import add_activities, add_essays, add_questions
from guidepress.exchange.text.sections.listed import (
    add_facts,
    add_reading,
    add_related,
    add_trivia,
    add_warnings,
    leave_contents,
)
from guidepress.exchange.text.sections.named import (
    add_characters,
    add_glossary,
    add_symbols,
    add_themes,
    add_timeline,
    add_vocabulary,
)
from guidepress.exchange.text.sections.prose import add_background, add_overview, add_plot, add_poem
from guidepress.exchange.text.sections.quizzed import add_quiz
from guidepress.exchange.text.sections.quotes import add_quotes

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.exchange.text.gathered import Gathered
    from guidepress.exchange.text.outline import Branch

__all__ = ["HANDLERS"]

HANDLERS: dict[str, Callable[[Branch, Gathered], bool]] = {
    "overview": add_overview,
    "poem": add_poem,
    "plot": add_plot,
    "background": add_background,
    "characters": add_characters,
    "themes": add_themes,
    "symbols": add_symbols,
    "quotes": add_quotes,
    "timeline": add_timeline,
    "trivia": add_trivia,
    "vocabulary": add_vocabulary,
    "glossary": add_glossary,
    "questions": lambda branch, gathered: add_questions(branch, gathered) or add_quiz(branch, gathered),
    "quiz": add_quiz,
    "essays": add_essays,
    "activities": add_activities,
    "key_facts": add_facts,
    "content_warnings": add_warnings,
    "further_reading": add_reading,
    "related": add_related,
    "contents": leave_contents,
}
"""By the key that a heading names; units have a way of their own."""

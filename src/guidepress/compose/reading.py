"""In: a guide. Out: how long its running prose takes to read, whatever a layout prints of it and on what paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.guide.markdown import MdText, inlines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.compose.context import Context
    from guidepress.guide.model import Guide, Markdown

__all__ = ["minutes", "running_prose"]

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
"""Letters or figures, those joined by an apostrophe, a hyphen or a decimal sign as one word."""


def running_prose(guide: Guide) -> Iterator[Markdown]:
    """Find the texts of a guide that are read from end to end; lists, questions and what a class does are not."""
    about = [person.about for person in guide.authors]
    yield from filter(None, (guide.overview, *about))
    yield from (part.text for part in guide.plot)
    yield from (note.text for note in guide.background)
    for unit in guide.units:
        yield from filter(None, (unit.recap, *unit.summaries, *unit.analyses))
    for person in guide.characters:
        yield from filter(None, (person.summary, person.analysis))
    yield from (theme.text for theme in guide.themes if theme.text)
    yield from (symbol.text for symbol in guide.symbols if symbol.text)
    for quote in guide.quotes:
        yield from filter(None, (quote.text, quote.analysis))
    yield from (section.text for section in guide.sections)


def minutes(context: Context) -> int:
    """Count the words of the running prose and divide them by what a reader of its language reads a minute; 1 at least."""
    typography = context.labels.typography
    count = 0
    for text in running_prose(context.guide):
        document = context.drafts.read(text, typography)
        blocks = (document.blocks, *(note.blocks for note in document.notes))
        count += sum(
            len(_WORD.findall(inline.text))
            for each in blocks
            for inline in inlines_of(each)
            if isinstance(inline, MdText)
        )
    return max(1, count // context.labels.reading_speed)

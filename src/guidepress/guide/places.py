"""In: a fault with the place where a piece of text begins, and a character in it. Out: the place of the character itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import fields, is_record
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.base.diagnostics import Span
    from guidepress.guide.model import Guide

__all__ = ["fields_of", "place_of_character"]


def place_of_character(guide: Guide, character: str, begin: Span) -> Span:
    """Find a character in the text field that holds a place, at the place or behind it.

    Args:
        guide: the guide.
        character: the character as it is typed.
        begin: where the piece of text begins that it was printed from.

    Returns:
        Its place; `begin` itself where no field has it there, since a name or a title has one place alone.
    """
    for field in fields_of(guide):
        first = field.span
        if (first.file, first.keys) != (begin.file, begin.keys) or character not in field.source:
            continue
        last = field.at(len(field.source))
        if not (first.line, first.column) <= (begin.line, begin.column) <= (last.line, last.column):
            continue
        for offset, each in enumerate(field.source):
            if each == character:
                place = field.at(offset)
                if (place.line, place.column) >= (begin.line, begin.column):
                    return place
    return begin


def fields_of(value: object) -> Iterator[Markdown]:
    """All text fields of a record, in its order."""
    if isinstance(value, Markdown):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from fields_of(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from fields_of(each)
    elif is_record(value):
        for field in fields(type(value)):
            yield from fields_of(getattr(value, field.name))

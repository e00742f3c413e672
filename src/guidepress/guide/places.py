"""In: a fault with the place where a piece of text begins, and a character in it. Out: the place of the character itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import fields, is_record
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.base.diagnostics import Span
    from guidepress.guide.model import Guide

__all__ = ["CharacterPlaces", "fields_of"]


class CharacterPlaces:
    """Finds characters in the text fields of a guide.

    Args:
        guide: the guide; its fields are gone through once.
    """

    def __init__(self, guide: Guide) -> None:
        self._fields: dict[tuple[str, str], list[Markdown]] = {}
        for field in fields_of(guide):
            self._fields.setdefault((field.span.file, field.span.keys), []).append(field)

    def find(self, character: str, begin: Span) -> Span:
        """Find a character in the text field that holds a place, at the place or behind it.

        Args:
            character: the character as it is typed.
            begin: where the piece of text begins that it was printed from.

        Returns:
            Its place; `begin` itself where no field has it there, since a name or a title has one place alone.
        """
        least = begin.line, begin.column
        for field in self._fields.get((begin.file, begin.keys), ()):
            first, last = field.span, field.at(len(field.source))
            if not (first.line, first.column) <= least <= (last.line, last.column):
                continue
            offset = field.source.find(character)
            while offset >= 0:
                place = field.at(offset)
                if (place.line, place.column) >= least:
                    return place
                offset = field.source.find(character, offset + 1)
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

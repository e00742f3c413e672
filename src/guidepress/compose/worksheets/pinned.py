"""In: questions. Out: the choices that must keep their places, whatever is shuffled around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.guide.question_types import declared_type

if TYPE_CHECKING:
    from guidepress.guide.model import Guide, Question
    from guidepress.labels import Labels

__all__ = ["pinned", "with_pins"]


def pinned(question: Question) -> frozenset[int]:
    """Find the choices of a question that stay where they are."""
    if question.keep_order:
        return frozenset(range(max(len(question.choices), len(question.pairs))))
    return frozenset(question.fixed)


def with_pins(guide: Guide, labels: Labels) -> Guide:
    """Pin the choices that speak of others, as the guide's language speaks of them.

    A choice that speaks of all the others ("all of the above") belongs below them. One that names others by their
    letters ("both A and C") makes sense in one order only, so the whole list stays.
    """
    others = re.compile(labels.custom("of-the-others") or "(?!)")
    words = "|".join(map(re.escape, labels.custom("conjunctions").split())) or "(?!)"
    by_letter = re.compile(rf"\b[A-H] ({words}) [A-H]\b")

    def pin(question: Question) -> Question:
        texts = [choice.source.strip() for choice in question.choices]
        if not texts or "pinned" not in declared_type(question.type).takes:
            return question
        if any(map(by_letter.search, texts)):
            return replace(question, fixed=tuple(range(len(texts))))
        spoken = (index for index, text in enumerate(texts) if others.search(text.casefold().rstrip(" .!")))
        found = tuple(dict.fromkeys((*question.fixed, *spoken)))
        return question if found == question.fixed else replace(question, fixed=found)

    units = tuple(
        replace(unit, checks=tuple(map(pin, unit.checks))) if unit.checks else unit for unit in guide.units
    )
    return replace(guide, questions=tuple(map(pin, guide.questions)), units=units)

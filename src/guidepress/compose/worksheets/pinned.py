"""In: a question. Out: the choices that must keep their places, whatever is shuffled around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidepress.guide.model import Question

__all__ = ["pinned"]

_OF_THE_OTHERS = re.compile(
    r"^(all|none|neither|both|any|either) of (the|these|those)\b"
    r"|^(neither|both|all|none)( answers?)?$"
    r"|^(todas|todos|ninguna|ninguno|ambas|ambos)\b.*\b(anteriores|opciones|respuestas|las dos|los dos)\b"
    r"|^(toutes|tous|aucune|aucun)\b.*\b(réponses|propositions|ci-dessus|précédentes?|ces)\b"
    r"|^(alle|keine|keiner|keines|beide)\b.*\b(genannten?|aussagen|antworten|davon|oben)\b"
)
"""Choices that speak of all the others belong below them, in each language that labels come in."""

_BY_LETTER = re.compile(r"\b[A-H] (and|or|nor|y|o|ni|et|ou|und|oder|noch) [A-H]\b")
"""A choice that names others by their letters makes sense in one order only."""


def pinned(question: Question) -> frozenset[int]:
    """Find the choices of a question that stay where they are."""
    count = len(question.choices)
    if question.keep_order:
        return frozenset(range(max(count, len(question.pairs))))
    if question.type != "multiple_choice":
        return frozenset()
    texts = [choice.source.strip() for choice in question.choices]
    if any(_BY_LETTER.search(text) for text in texts):
        return frozenset(range(count))
    spoken = (
        index for index, text in enumerate(texts) if _OF_THE_OTHERS.search(text.casefold().rstrip(" .!"))
    )
    return frozenset((*question.fixed, *spoken))

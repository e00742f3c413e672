"""In: a guide. Out: the words of its proper names, which are not divided at the end of a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.guide.model import Guide

__all__ = ["proper_names"]

_WORD = re.compile(r"[^\W\d_]+")


def proper_names(guide: Guide) -> frozenset[str]:
    """Gather the words with a capital in the title, and in the names of authors, characters and places."""
    return frozenset(
        word for name in _names(guide) for word in _WORD.findall(name) if word[0].isupper() and len(word) > 1
    )


def _names(guide: Guide) -> Iterator[str]:
    yield guide.title
    yield from (person.name for person in guide.authors)
    for character in guide.characters:
        yield character.name
        yield from character.aliases
    setting = guide.work.setting
    if setting is not None and setting.place is not None:
        yield setting.place.source

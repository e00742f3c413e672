"""In: what stands above a column. Out: the part of a pupil that the column gives, in any language that has labels.

The words are data (`headings.yaml`). "Name", "nom" and "nombre" are half a name where the other half has a column of its
own, and a whole name where it has none.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.yaml import ScalarNode, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.base.yaml import Node

__all__ = ["heading_languages", "parts_of", "plain_heading", "recognised"]

_WORDS = Path(__file__).with_name("headings.yaml")

_MARKS = re.compile(r"[\W_]+")


def plain_heading(text: str) -> str:
    """A heading without capitals, accents, spaces and marks; "Schüler/in" is "schulerin"."""
    parted = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l").replace("ø", "o"))
    return _MARKS.sub("", "".join(each for each in parted if not unicodedata.combining(each)))


@functools.cache
def _meanings() -> dict[str, str]:
    """What each plain heading means; where two languages mean different things, what the file says first."""
    found: dict[str, str] = {}
    for key, by_language in read_yaml(_WORDS).root.value:
        for _, words in by_language.value:
            for word in _texts(words):
                found.setdefault(plain_heading(word), key.value)
    return found


def heading_languages() -> frozenset[str]:
    """The languages that the words for names are given in."""
    root = {key.value: value for key, value in read_yaml(_WORDS).root.value}
    return frozenset(language.value for language, _ in root["name"].value if language.value)


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, ScalarNode):
        yield node.value
    else:
        for each in node.value:
            yield from _texts(each)


def recognised(heading: str) -> bool:
    """Whether anybody writes this above a column of a roster."""
    return bool(heading) and plain_heading(heading) in _meanings()


def parts_of(headings: Sequence[str]) -> tuple[str, ...]:
    """What each column gives: a part of a pupil, "unneeded", or "" where nobody knows.

    Of two columns that give the same part the first does; the other is unneeded.
    """
    meant = [_meanings().get(plain_heading(each), "") if each else "" for each in headings]
    said = {*meant}
    half = "given" if {"family", "listed"} & said else "family" if "given" in said else "name"
    found: list[str] = []
    for part in meant:
        settled = half if part == "half" else part
        found.append("unneeded" if settled and settled in found else settled)
    return tuple(found)

"""In: a File. Out: what each of its pages is called: its label (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from guidepress.base.numbers import roman
from guidepress.cos.text import text_of
from guidepress.cos.trees import number_pairs

if TYPE_CHECKING:
    from guidepress.cos.file import File

__all__ = ["labels_of"]

_MOST_LETTERS = 20
"""Times a letter is repeated at most; a page "zzzz…" is a slip of the writer's."""
_MOST_ROMAN = 4000


def labels_of(file: File, pages: int) -> list[str]:
    """The label of each page; where a file has none, they are all empty."""
    found = [""] * pages
    ranges = sorted(dict(number_pairs(file, file.root.get("PageLabels"))).items(), key=lambda pair: pair[0])
    for (first, value), (stop, _) in itertools.pairwise((*ranges, (pages, None))):
        entries = file.dictionary(value)
        style, start = file.word(entries.get("S")), file.integer(entries.get("St"), 1)
        prefix = text_of(file.get(entries.get("P")))
        for index in range(first, min(stop, pages)):
            found[index] = prefix + _written(style, start + index - first)
    return found


def _written(style: str, number: int) -> str:
    if style == "D":
        return str(number)
    if style in {"R", "r"} and 0 < number < _MOST_ROMAN:
        return roman(number).upper() if style == "R" else roman(number)
    if style in {"A", "a"} and number > 0:
        times, letter = divmod(number - 1, 26)
        return chr(ord(style) + letter) * min(times + 1, _MOST_LETTERS)
    return ""

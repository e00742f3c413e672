"""In: a file's page labels. Out: the label of each page (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.numbers import roman
from guidepress.cos.text import text_of
from guidepress.cos.trees import number_pairs

if TYPE_CHECKING:
    from guidepress.cos import File
    from guidepress.cos.values import Dictionary

__all__ = ["labels_of"]

_MOST = 10_000
"""The largest number written in letters or roman numerals; no book has more pages before its text."""


def labels_of(file: File, root: Dictionary, count: int) -> list[str]:
    """The labels of `count` pages; without any, pages count from 1."""
    ranges = {index: file.dictionary(raw) for index, raw in number_pairs(file, root.get("PageLabels"))}
    if not ranges:
        return [str(index + 1) for index in range(count)]
    labels: list[str] = []
    style, prefix, number = "", "", 1
    for index in range(count):
        entries = ranges.get(index)
        if entries is not None:
            style = file.word(entries.get("S"))
            prefix = text_of(file.get(entries.get("P")))
            number = max(1, file.integer(entries.get("St"), 1))
        labels.append(prefix + _numeral(style, number))
        number += 1
    return labels


def _numeral(style: str, number: int) -> str:
    """A number in one of the styles; "" for a style that there is not."""
    if style == "D":
        return str(number)
    if number > _MOST:
        return ""
    if style in {"R", "r"}:
        return roman(number) if style == "r" else roman(number).upper()
    if style in {"A", "a"}:
        return chr(ord(style) + (number - 1) % 26) * ((number - 1) // 26 + 1)
    return ""

"""In: the folios of the pages. Out: the page label ranges (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.numbers import roman, whole_number
from guidepress.pdf.objects import text_string

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["page_labels"]

_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def page_labels(labels: Iterable[str]) -> str:
    """Write the number tree: a range for each run of folios that count on in one style.

    "12" counts in figures, "iv" in small roman numerals; anything else ("Cover") is a label of its own.
    """
    ranges: list[str] = []
    expected: tuple[str, int] = ("", 0)
    for index, label in enumerate(labels):
        style, value = _read(label)
        if not style or (style, value) != expected:
            start = f"/St {value}" if style and value != 1 else ""
            entries = f"/S/{style}{start}" if style else f"/P{text_string(label)}"
            ranges.append(f"{index}<<{entries}>>")
        expected = style, value + 1
    return f"<</Nums[{''.join(ranges)}]>>"


def _read(label: str) -> tuple[str, int]:
    number = whole_number(label)
    if number and str(number) == label:
        return "D", number
    if label and set(label) <= _VALUES.keys():
        values = [_VALUES[letter] for letter in label]
        value = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
        if value > 0 and roman(value) == label:
            return "r", value
    return "", 0

"""In: an open PDF, anybody's. Out: texts and pictures that are not on their page, and texts printed over one another.

Glyphs have the widths that the file's fonts say. What readers cut away, and texts that nobody is to see, do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.limits import PLACED_WORDS
from guidepress.base.numbers import counted
from guidepress.cos.pages import LETTER, box_of
from guidepress.verify.shown import WordBudget, shown_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.cos.pages import Box
    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened
    from guidepress.verify.shown import Shown
    from guidepress.verify.widths import StringWidths

__all__ = ["check_places"]

_SLACK = 1.0
"""Points: marks hang into margins, and numbers are rounded, by no more."""
_WORD = 4
"""Glyphs of a text that can be told to stand over another; accents and rules are set over letters."""
_NEAR = 0.3
"""Of the size: baselines that are no farther apart are those of one line, sub- and superscripts aside."""
_BESIDE = 20
"""Texts that are looked at beside one; on one line they stand by their places."""
_SHARE = 0.5
"""Of the shorter text's width: so much of it must be covered."""


def check_places(opened: Opened, _: Expectation | None) -> Iterator[Diagnostic]:
    """Check each page: what does not lie on it, and what lies over something else. One finding of a kind and page."""
    budget = WordBudget(PLACED_WORDS)
    fonts: dict[int, StringWidths | None] = {}
    file = opened.file
    for index, page in enumerate(opened.pages):
        resources = file.dictionary(page.entries.get("Resources"))
        shown = shown_on(file, resources, opened.content(index), fonts, budget)
        if budget.words < 0:
            message = f"The content from page {index + 1} on is too much to look where all of it stands."
            yield Diagnostic("warning", "not-all-placed", message, "Look at these pages.")
            return
        unit = file.number(page.entries.get("UserUnit"), 1.0) or 1.0
        box = box_of(file, page, "MediaBox") or LETTER
        off = [each for each in shown if _is_off(each, box)]
        if off:
            what = "text" if off[0].codes or off[0].size else "picture"
            where = f"{off[0].x * unit:.0f}, {off[0].y * unit:.0f}"
            message = f"A {what} of page {index + 1} at {where} does not lie on the page{_more(off)}."
            yield Diagnostic("warning", "off-page", message, "Look at the page: something may be cut off.")
        over = _over([each for each in shown if each.codes >= _WORD and each.y == each.rise])
        if over:
            where = f"{over[0].x * unit:.0f}, {over[0].y * unit:.0f}"
            message = f"Two texts of page {index + 1} are printed over one another at {where}{_more(over)}."
            yield Diagnostic("warning", "overprinted", message, "Look at the page: they may not be legible.")


def _more(found: Sequence[Shown]) -> str:
    return f", and {counted(len(found) - 1, 'other')} likewise" if len(found) > 1 else ""


def _is_off(one: Shown, box: Box) -> bool:
    """Of a text whether any of it is off the page, of a picture whether all of it is: pictures may bleed."""
    left, right = min(one.x, one.end), max(one.x, one.end)
    low, high = min(one.y, one.rise), max(one.y, one.rise)
    if not one.size and not one.written:
        return right < box[0] or left > box[2] or high < box[1] or low > box[3]
    return (
        left < box[0] - _SLACK or right > box[2] + _SLACK or low < box[1] - _SLACK or high > box[3] + _SLACK
    )


def _over(texts: list[Shown]) -> list[Shown]:
    """Texts on one line that cover much of another; the same words twice are type that was made bold so."""
    texts.sort(key=lambda text: (text.y, min(text.x, text.end)))
    found: list[Shown] = []
    for at, one in enumerate(texts):
        least, most = min(one.x, one.end), max(one.x, one.end)
        reach = one.y + _NEAR * one.size
        for other in texts[at + 1 : at + _BESIDE]:
            if other.y > reach:
                break
            left, right = min(other.x, other.end), max(other.x, other.end)
            common = min(most, right) - max(least, left)
            if common > _SHARE * min(most - least, right - left) and one.written != other.written:
                found.append(one)
                break
    return found

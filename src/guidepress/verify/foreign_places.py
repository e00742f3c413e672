"""In: an open PDF, anybody's. Out: texts and pictures that are not on their page, and texts printed over one another.

Glyphs have the widths that the file's fonts say. What readers cut away, and texts that nobody is to see, do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.limits import PLACED_WORDS
from guidepress.base.numbers import counted
from guidepress.cos.pages import LETTER, box_of
from guidepress.verify.shown import WordBudget
from guidepress.verify.shown_streams import ShownStream, ShownStreams

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened
    from guidepress.verify.shown import Shown

__all__ = ["check_places"]


def check_places(opened: Opened, _: Expectation | None) -> Iterator[Diagnostic]:
    """Check each page: what does not lie on it, and what lies over something else. One finding of a kind and page."""
    budget = WordBudget(PLACED_WORDS)
    streams = ShownStreams(opened, budget)
    file = opened.file
    for index, page in enumerate(opened.pages):
        shown = streams.on_page(index)
        if budget.words < 0:
            message = f"The content from page {index + 1} on is too much to look where all of it stands."
            yield Diagnostic("warning", "not-all-placed", message, "Look at these pages.")
            return
        unit = file.number(page.entries.get("UserUnit"), 1.0) or 1.0
        box = box_of(file, page, "MediaBox") or LETTER
        off = [each for stream in shown for each in stream.off(box)]
        if off:
            what = "text" if off[0].codes or off[0].size else "picture"
            where = f"{off[0].x * unit:.0f}, {off[0].y * unit:.0f}"
            message = f"A {what} of page {index + 1} at {where} does not lie on the page{_more(off)}."
            yield Diagnostic("warning", "off-page", message, "Look at the page: something may be cut off.")
        over = _over(shown)
        if over:
            where = f"{over[0].x * unit:.0f}, {over[0].y * unit:.0f}"
            message = f"Two texts of page {index + 1} are printed over one another at {where}{_more(over)}."
            yield Diagnostic("warning", "overprinted", message, "Look at the page: they may not be legible.")


def _more(found: Sequence[Shown]) -> str:
    return f", and {counted(len(found) - 1, 'other')} likewise" if len(found) > 1 else ""


def _over(shown: list[ShownStream]) -> list[Shown]:
    """Texts of a page that cover much of another: within a stream, and those of one with those of another."""
    if len(shown) < 2:
        return shown[0].over if shown else []
    most = max(shown, key=lambda stream: len(stream.words))
    rest = ShownStream(each for stream in shown if stream is not most for each in stream.words)
    return [*most.over, *rest.over, *most.over_with(rest.words)]

"""In: a guide and a layout that must fit so many pages. Out: the book at the largest size that does, with as much text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.numbers import counted
from guidepress.base.record import replace
from guidepress.compose.compose import compose
from guidepress.compose.drafts import Drafts
from guidepress.document.left_out import that_do_not_fit
from guidepress.layout.fitting import Trial, adjusted, trials
from guidepress.page.items import Anchor, Frame, Run
from guidepress.paginate import GalleyMeasurer, Memory, paginate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.document.blocks import Document
    from guidepress.guide import Guide
    from guidepress.layout import Layout
    from guidepress.page.book import Book, Page
    from guidepress.typeset import Fonts

__all__ = ["Attempts", "fitted", "misfit"]

_WHOLE = 1000
"""Per mille of the text that the sections' own limits allow; less was tried only since more does not fit."""


class _Attempt:
    """One trial of a layout: the layout as it is then, and what its last document and book became."""

    __slots__ = ("drafts", "layout", "memory")

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.drafts = Drafts()
        self.memory = Memory()


class Attempts:
    """The trials that one layout's last book took, for the next book, which mostly takes the same."""

    def __init__(self) -> None:
        self._last: dict[Trial, _Attempt] = {}
        self._now: dict[Trial, _Attempt] = {}

    def begin(self) -> None:
        """Begin a book; a trial that neither it nor the last one took is forgotten."""
        self._last, self._now = self._now, {}

    def of(self, layout: Layout, trial: Trial) -> _Attempt:
        """A trial as the last book left it, or a new one."""
        found = self._last.get(trial)
        if found is None:
            found = _Attempt(adjusted(layout, trial))
        self._now[trial] = found
        return found


def fitted(
    guide: Guide, layout: Layout, fonts: Fonts, attempts: Attempts | None = None
) -> tuple[Document, Book]:
    """Set a guide at the largest size at which it fits; half of the trials that are left are ruled out a try.

    Args:
        guide: what to set.
        layout: how, at its own size.
        fonts: the faces, and what they have shaped so far.
        attempts: what the last book of this layout took; they become those of this one.

    Returns:
        The document and the book. If it does not fit at the smallest size, the book at that size, longer than it
        should be, with a warning that names the sections which do not fit.
    """
    attempts = attempts or Attempts()
    attempts.begin()
    tries = trials(layout.fit)
    low, high = 0, len(tries) - 1
    found: tuple[Document, Book] | None = None
    while low < high:
        middle = (low + high) // 2
        tried = _set(guide, fonts, tries[middle], attempts.of(layout, tries[middle]))
        if tried[1].page_count <= layout.fit.pages:
            found, high = tried, middle
        else:
            low = middle + 1
    if found is not None and tries[low].text < _WHOLE:
        found = _larger(guide, fonts, tries[low].text, (layout, attempts)) or found
    elif found is not None and tries[low].size > _WHOLE:
        found = _shorter(guide, fonts, tries[low].size, (layout, attempts), found)
    if found is not None:
        return found
    document, book = _set(guide, fonts, tries[-1], attempts.of(layout, tries[-1]))
    if book.page_count > layout.fit.pages:
        book = replace(book, diagnostics=(*book.diagnostics, misfit(book, layout.fit.pages)))
    return document, book


def _larger(
    guide: Guide, fonts: Fonts, text: int, tried: tuple[Layout, Attempts]
) -> tuple[Document, Book] | None:
    """Set less text larger, where what was left out leaves room: the largest size above the smallest that fits, if any."""
    layout, attempts = tried
    sizes = [trial.size for trial in trials(layout.fit) if trial.text == _WHOLE][:-1]
    low, high = 0, len(sizes)
    found: tuple[Document, Book] | None = None
    while low < high:
        middle = (low + high) // 2
        trial = Trial(sizes[middle], text)
        made = _set(guide, fonts, trial, attempts.of(layout, trial))
        if made[1].page_count <= layout.fit.pages:
            found, high = made, middle
        else:
            low = middle + 1
    return found


def _shorter(
    guide: Guide, fonts: Fonts, size: int, tried: tuple[Layout, Attempts], found: tuple[Document, Book]
) -> tuple[Document, Book]:
    """Set the book smaller, though not below its own size, where that saves a printed page: the largest such size, if any."""
    layout, attempts = tried
    sizes = [trial.size for trial in trials(layout.fit) if _WHOLE <= trial.size < size]
    low, high = 0, len(sizes)
    pages = _printed(found[1]) - 1
    while pages and low < high:
        middle = high - 1 if high == len(sizes) else (low + high) // 2  # the smallest says whether any does
        trial = Trial(sizes[middle])
        made = _set(guide, fonts, trial, attempts.of(layout, trial))
        if _printed(made[1]) <= pages:
            found, high = made, middle
        elif high == len(sizes):
            return found
        else:
            low = middle + 1
    return found


def _printed(book: Book) -> int:
    """Count the pages that have something on them."""
    return sum(not page.blank for page in book.pages)


def _set(guide: Guide, fonts: Fonts, trial: Trial, attempt: _Attempt) -> tuple[Document, Book]:
    sized = attempt.layout
    document = compose(guide, sized, GalleyMeasurer(sized, fonts, guide.language), attempt.drafts)
    if trial.text < _WHOLE:
        left_out = that_do_not_fit(document.left_out, counted(sized.fit.pages, "page"))
        document = replace(document, left_out=left_out, share=trial.text)
    return document, paginate(document, sized, fonts, attempt.memory)


def misfit(book: Book, pages: int) -> Diagnostic:
    """Say which headings stand beyond the last page that there should be, and how many lines."""
    block = [page for page in book.pages if not page.cover]
    beyond = {anchor.name for page in block[pages:] for anchor in _items(page, Anchor)}
    titles = [entry.title for entry in book.outline if entry.anchor in beyond]
    lines = sum(_lines(page) for page in block[pages:])
    named = ", ".join(f"“{title}”" for title in titles) or "The end of the last section"
    return Diagnostic(
        "warning",
        "does-not-fit",
        f"At the smallest size this does not fit: {named}; {lines} lines too many for "
        f"{counted(pages, 'page')}.",
        "Leave a section out of the layout, shorten its texts, or choose a larger paper.",
    )


def _lines(page: Page) -> int:
    """Count the lines of text of a page; heads and feet are no text."""
    return len(
        {
            (id(frame), run.y)
            for frame in _frames(page.frames)
            if frame.tag != -1
            for run in frame.items
            if type(run) is Run
        }
    )


def _frames(frames: tuple[Frame, ...]) -> Iterator[Frame]:
    for frame in frames:
        yield frame
        yield from _frames(tuple(item for item in frame.items if type(item) is Frame))


def _items(page: Page, kind: type[Anchor]) -> Iterator[Anchor]:
    for frame in _frames(page.frames):
        for item in frame.items:
            if type(item) is kind:
                yield item

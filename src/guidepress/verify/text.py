"""In: an open tagged PDF. Out: sections whose first or last paragraph is missing, or out of order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from guidepress.page.book import SectionText
    from guidepress.verify.expectation import Expectation
    from guidepress.verify.reading import Opened

__all__ = ["bare", "check_sections", "text_in_order"]

_INVISIBLE = ("\u00ad", "\u200b", "\u2060", "\ufeff")
"""Soft hyphens and what only says where a line may break or not; white space besides, for lines may break anywhere."""


def text_in_order(opened: Opened, pages: Container[int] | None = None) -> str:
    """Tagged text in the order of the structure tree: of some pages, or of the whole file."""
    return _joined(opened, opened.reading_order(), pages)


def check_sections(opened: Opened, expectation: Expectation | None) -> Iterator[Diagnostic]:
    """The first and the last paragraph of each section must be read out, in the order of the book."""
    if expectation is None or not expectation.sections:
        return
    order = list(opened.reading_order())
    count, starts = len(opened.pages), expectation.starts

    def look(pages: Container[int]) -> list[tuple[int, Diagnostic]]:
        return list(_missing(_joined(opened, order, pages), expectation.sections))

    # Most sections begin and end with text, so that the pages around their ends say enough. A doubt reads all of the
    # section, and one that stays reads the whole file; a page is decoded once.
    ends = {page + step for page in (*starts, count) for step in (-1, 0)}
    found = look(ends)
    if found:
        reach = dict(enumerate(map(range, starts, (*starts[1:], count))))
        found = look(ends.union(*(reach.get(place, ()) for place, _ in found)))
    if found:
        found = look(range(count))
    for _, diagnostic in found:
        yield diagnostic


def _joined(opened: Opened, order: Iterable[tuple[int, int]], pages: Container[int] | None = None) -> str:
    read = opened.marked_text
    return "".join(
        [read(page).get(mark, "") for page, mark in order if page >= 0 and (pages is None or page in pages)]
    )


def bare(text: str) -> str:
    """A text without what depends on where its lines break."""
    text = "".join(text.split())
    for invisible in _INVISIBLE:
        text = text.replace(invisible, "")
    return text


def _missing(text: str, sections: Iterable[SectionText]) -> Iterator[tuple[int, Diagnostic]]:
    """Look for the sections' paragraphs one after the other; what is not there comes with the section's position."""
    text = bare(text)
    at = 0
    for place, section in enumerate(sections):
        for which, paragraph in (("first", section.first), ("last", section.last)):
            wanted = bare(paragraph)
            found = text.find(wanted, at)
            if found < 0:
                problem = "out of order" if wanted in text else "missing"
                message = (
                    f"The {which} paragraph of {section.title!r} is {problem} in what a screen reader reads."
                )
                yield place, Diagnostic("error", "reading-order", message)
                continue
            at = found + (len(wanted) if which == "first" and section.first != section.last else 0)

"""In: numbers of pages. Out: how they are printed: reading times, page counts, folios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.numbers import roman

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.document.blocks import Document
    from guidepress.labels import Labels
    from guidepress.layout.model import Layout

__all__ = ["folio", "reading_time", "time_of"]

MINUTES_A_PAGE = 2
"""The rule of `reading_time: pages`: page counts and reading times of 39 published guides fit it exactly."""


def reading_time(minutes: int, labels: Labels, *, exact: bool = False) -> str:
    """Say how long a text takes to read.

    Args:
        minutes: whole ones.
        labels: the engine's words.
        exact: hours and minutes ("1 hr 58 min"); else hours are rounded down ("1 hour read").

    Returns:
        Under an hour always minutes: "34 minutes read", or "34 min" if exact.
    """
    hours, rest = divmod(minutes, 60)
    if exact:
        parts = [labels.count("hours-short", hours)] if hours else []
        if rest or not hours:
            parts.append(labels.count("minutes-short", rest))
        return " ".join(parts)
    return labels.count("hours-read", hours) if hours else labels.count("minutes-read", minutes)


def time_of(document: Document, layout: Layout, labels: Labels) -> Callable[[int], str]:
    """Choose how the reading time of a book is said, from its pages (the cover not counted), as its layout asks."""
    kind = layout.reading_time
    if kind == "none":
        return lambda _pages: ""
    if kind == "pages":
        return lambda pages: reading_time(MINUTES_A_PAGE * pages, labels)
    said = reading_time(document.minutes, labels, exact=kind == "exact")
    return lambda _pages: said


def folio(number: int, numbering: str) -> str:
    """Write a folio in a numbering, "roman" or "arabic"."""
    return roman(number) if numbering == "roman" else str(number)

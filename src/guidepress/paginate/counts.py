"""In: numbers of pages. Out: how they are printed: reading times, page counts, folios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.numbers import roman

if TYPE_CHECKING:
    from guidepress.labels import Labels

__all__ = ["folio", "reading_time"]

MINUTES_A_PAGE = 2
"""The rule of the guide format: page counts and reading times of 39 published guides fit it exactly."""


def reading_time(pages: int, labels: Labels, *, exact: bool = False) -> str:
    """Say how long a book takes to read.

    Args:
        pages: pages of the book block, the cover not counted.
        labels: the engine's words.
        exact: hours and minutes ("1 hr 58 min"); else hours are rounded down ("1 hour read").

    Returns:
        Under an hour always minutes: "34 minutes read", or "34 min" if exact.
    """
    minutes = MINUTES_A_PAGE * pages
    hours, rest = divmod(minutes, 60)
    if exact:
        parts = [labels.count("hours-short", hours)] if hours else []
        if rest or not hours:
            parts.append(labels.count("minutes-short", rest))
        return " ".join(parts)
    return labels.count("hours-read", hours) if hours else labels.count("minutes-read", minutes)


def folio(number: int, numbering: str) -> str:
    """Write a folio in a numbering, "roman" or "arabic"."""
    return roman(number) if numbering == "roman" else str(number)

"""In: a job and its roster. Out: the roster with a warning for each thing that copies are to say and no pupil has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, Span
from guidepress.base.record import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.export.job.model import ClassJob
    from guidepress.export.roster import Roster

__all__ = ["with_unsaid"]


def with_unsaid(roster: Roster, job: ClassJob) -> Roster:
    """Warn of what the job asks of a roster that has it for nobody; copies would lack it without a word."""
    return replace(roster, diagnostics=(*roster.diagnostics, *_unsaid(roster, job)))


def _unsaid(roster: Roster, job: ClassJob) -> Iterator[Diagnostic]:
    seated = any(pupil.seat for pupil in roster.pupils)
    numbered = any(pupil.number for pupil in roster.pupils)
    place = Span(roster.file, 1, 1)
    if job.order == "seat" and not seated:
        message = "Nobody has a seat here, and copies are to be in the order of seats: they are by name."
        yield Diagnostic("warning", "no-seats", message, 'Head a column with "Seat".', place)
    if "seat" in job.personalise and not seated:
        message = "Nobody has a seat here, and copies are to bear it: they have none."
        yield Diagnostic("warning", "no-seats", message, 'Head a column with "Seat".', place)
    if "number" in job.personalise and not numbered:
        message = "Nobody has a number here, and copies are to bear it: they have none."
        yield Diagnostic("warning", "no-numbers", message, 'Head a column with "Number".', place)

"""In: what a section does not print of what it might. Out: LeftOut, the record that says so to whoever asked for it."""

from __future__ import annotations

from guidepress.base.record import record

__all__ = ["LeftOut"]


@record
class LeftOut:
    """Entries of a guide that a section takes, but has no room for.

    Attributes:
        section: the section's kind ("quiz").
        what: the entries ("questions").
        count: how many are left out.
        of: how many there are that the section would take.
        reason: why.
    """

    section: str
    what: str
    count: int
    of: int
    reason: str

    def __str__(self) -> str:
        return f"{self.section}: {self.count} of {self.of} {self.what} left out: {self.reason}"

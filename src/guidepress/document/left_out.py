"""In: what a section does not print of what it might. Out: LeftOut, the record that says so to whoever asked for it."""

from __future__ import annotations

from guidepress.base.record import record, replace

__all__ = ["LeftOut", "over_limit", "that_do_not_fit"]

_LIMIT = "the section's limit is "


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


def over_limit(section: str, what: str, kept: int, of: int) -> tuple[LeftOut, ...]:
    """Tell of entries that a section's limit leaves out, if there are any."""
    return (LeftOut(section, what, of - kept, of, f"{_LIMIT}{kept}"),) if kept < of else ()


def that_do_not_fit(left_out: tuple[LeftOut, ...], pages: str) -> tuple[LeftOut, ...]:
    """Give the true reason for what a limit left out that was lowered until the book fitted its pages ("2 pages")."""
    reason = f"they do not fit {pages}"
    return tuple(
        replace(each, reason=reason) if each.reason.startswith(_LIMIT) else each for each in left_out
    )

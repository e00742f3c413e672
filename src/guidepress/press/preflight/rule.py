"""What a rule of preflight is: its name, what it asks for, and how a page or a file is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import record
from guidepress.press.preflight.model import Limit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidepress.base.diagnostics import Severity
    from guidepress.press.preflight.model import Found
    from guidepress.press.preflight.subject import Ordered, Sheet, Subject

__all__ = ["OTHER_PART", "PDFX", "TRADE", "PreflightRule", "cover_only", "forbidden", "interior_only"]

OTHER_PART = "it is of the other part"
"""Said of rules of covers for interiors, and the other way round; reports leave them out."""

TRADE = "practice of the trade"
PDFX = "PDF/X (ISO 15930), as others restate it [C]"
"""The standards themselves have not been read: what is checked is what several sources say alike."""


@record
class PreflightRule:
    """A rule.

    Attributes:
        id: its name ("fonts-embedded").
        title: what holds where it is kept, in words.
        advice: what to do where it is broken, as a sentence.
        limit: what it asks for here; or, as a clause, why it is not checked.
        page: looks at a page.
        file: looks at the file as a whole, once all pages have been looked at.
        severity: of its findings.
    """

    id: str
    title: str
    advice: str
    limit: Callable[[Ordered], Limit | str]
    page: Callable[[Sheet, Ordered], Iterable[Found]] | None = None
    file: Callable[[Subject, Ordered], Iterable[Found]] | None = None
    severity: Severity = "error"


_Limit: TypeAlias = "Callable[[Ordered], Limit | str]"


def forbidden(word: str, *, strict: bool) -> _Limit:
    """The limit of what a printer may forbid by this word, or a PDF/X that the file claims.

    Args:
        word: as the printer's file has it.
        strict: whether PDF/X-1a and X-3 forbid it, too.
    """

    def limit(ordered: Ordered) -> Limit | str:
        if ordered.forbids(word):
            return Limit("none", str(ordered.printer.files.forbidden.source))
        if strict and ordered.is_strict:
            return Limit("none", PDFX)
        return f"{ordered.printer.name} does not forbid it"

    return limit


def interior_only(limit: _Limit) -> _Limit:
    """A limit that covers have not."""

    def inner(ordered: Ordered) -> Limit | str:
        return OTHER_PART if ordered.cover else limit(ordered)

    return inner


def cover_only(limit: _Limit) -> _Limit:
    """A limit that interiors have not."""

    def inner(ordered: Ordered) -> Limit | str:
        return limit(ordered) if ordered.cover else OTHER_PART

    return inner

"""In: what went wrong and where. Out: diagnostics that read as sentences, and the root of the exceptions.

GuidepressError
└── FaultsFound      one or more diagnostics of severity "error"; nothing was written
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Diagnostic", "FaultsFound", "GuidepressError", "Severity", "Span", "errors_in", "fault"]

Severity = Literal["error", "warning"]


@record
class Span:
    """A place in a source file; line and column count from 1, as editors do."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@record
class Diagnostic:
    """One sentence about one fault.

    Attributes:
        severity: "error" stops the build, "warning" does not.
        code: a stable kebab-case name of the kind of fault ("unknown-key").
        message: what is wrong, as a sentence.
        hint: what to do about it, as a sentence; may be empty.
        span: where; None where the fault has no place in a file.
    """

    severity: Severity
    code: str
    message: str
    hint: str = ""
    span: Span | None = None

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{place}{self.severity}: {self.message}{hint} [{self.code}]"


class GuidepressError(Exception):
    """The root of everything guidepress raises on purpose."""


class FaultsFound(GuidepressError):  # noqa: N818 - it names what happened, several faults at a time
    """The input has faults; `diagnostics` lists all of them, in file order."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))


def errors_in(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Keep the diagnostics that stop a build."""
    return tuple(d for d in diagnostics if d.severity == "error")


def fault(code: str, message: str, hint: str = "", span: Span | None = None) -> FaultsFound:
    """Make what is raised for one fault by itself."""
    return FaultsFound([Diagnostic("error", code, message, hint, span)])

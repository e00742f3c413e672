"""In: what went wrong and where. Out: diagnostics that read as sentences, and the root of the exceptions.

Everything that guidepress raises on purpose:

    GuidepressError
    ├── FaultsFound         one or more diagnostics of severity "error"; nothing was written
    ├── StandardsMissing    veraPDF was asked for and is not installed (verify/standards.py)
    └── WrongUse            the words of a command line ask for what there is not (cli/options.py)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.limits import DIAGNOSTICS
from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Diagnostic",
    "FaultsFound",
    "GuidepressError",
    "Severity",
    "Span",
    "errors_in",
    "fault",
    "so_many",
    "told",
]

Severity = Literal["error", "warning"]


@record
class Span:
    """A place in a source: a file, a text, or a mapping of values.

    Attributes:
        file: the file's path, or what a text or a mapping is called.
        line: from 1, as editors count; in a mapping, the line within a text, and 0 for a value as a whole.
        column: likewise.
        keys: the keys that lead to a value of a mapping ("units[2].title"); "" in files and texts.
    """

    file: str
    line: int
    column: int
    keys: str = ""

    def __str__(self) -> str:
        keys = f":{self.keys}" if self.keys else ""
        return f"{self.file}{keys}:{self.line}:{self.column}" if self.line else f"{self.file}{keys}"

    @property
    def where(self) -> str:
        """The place within its source, as a sentence says it: "on line 12", "at units[2]"."""
        return f"at {self.keys}" if self.keys else f"on line {self.line}"


_MOST_LETTERS = 1000
"""Letters of a sentence that anybody reads; the longest of ours, which lists all kinds of sections, has 700."""


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
        hint = f" {told(self.hint)}" if self.hint else ""
        return f"{place}{self.severity}: {told(self.message)}{hint} [{self.code}]"


def told(sentence: str) -> str:
    """A sentence as it is told: of one that quotes a value of thousands of letters the middle is left out."""
    if len(sentence) <= _MOST_LETTERS:
        return sentence
    half = _MOST_LETTERS // 2
    return f"{sentence[:half]} … {sentence[-half:]}"


class GuidepressError(Exception):
    """The root of everything guidepress raises on purpose."""


class FaultsFound(GuidepressError):  # noqa: N818 - it names what happened, several faults at a time
    """The input has faults; `diagnostics` lists them in file order, the first of each file where there are very many."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = so_many(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))


def so_many(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Keep the first diagnostics of each file, and count the others in one more behind them."""
    listed = tuple(diagnostics)
    if len(listed) <= DIAGNOSTICS:
        return listed
    kept: list[Diagnostic] = []
    counts: dict[str, int] = {}
    more: dict[str, Diagnostic] = {}
    for each in listed:
        file = each.span.file if each.span else ""
        counts[file] = counts.get(file, 0) + 1
        if counts[file] <= DIAGNOSTICS:
            kept.append(each)
        elif file not in more or each.severity == "error":
            more[file] = each
    for file, one in more.items():
        message = f"And {counts[file] - DIAGNOSTICS:,} more."
        place = Span(file, 1, 1) if file else None
        kept.append(Diagnostic(one.severity, "and-more", message, "Mend those above first.", place))
    return tuple(kept)


def errors_in(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Keep the diagnostics that stop a build."""
    return tuple(d for d in diagnostics if d.severity == "error")


def fault(code: str, message: str, hint: str = "", span: Span | None = None) -> FaultsFound:
    """Make what is raised for one fault by itself."""
    return FaultsFound([Diagnostic("error", code, message, hint, span)])

"""In: faults found somewhere, and the profiles a file must meet. Out: diagnostics, in the order found."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic
from guidepress.standard.profiles import NEWER, PROFILES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.standard.faults import Fault

__all__ = ["Finding", "judge", "known", "versions_apart"]

Finding: TypeAlias = "tuple[Fault, tuple[object, ...]]"
"""A fault and what to put into the places of its sentence."""


def known(profiles: Iterable[str]) -> tuple[str, ...]:
    """Check the names of profiles.

    Raises:
        ValueError: a name is unknown, its standard is one for the press, or two of them are of different versions of PDF.
    """
    names = tuple(profiles)
    for name in names:
        if name not in PROFILES or PROFILES[name].press:
            can = ", ".join(key for key, profile in PROFILES.items() if not profile.press)
            raise ValueError(f"{name!r} is no standard that can be written; choose from {can}")
    if apart := versions_apart(names):
        raise ValueError(apart)
    return names


def versions_apart(names: Iterable[str]) -> str:
    """Say that standards ask for different versions of PDF; "" if they do not."""
    named = tuple(names)
    newer, older = ([name for name in named if (name in NEWER) == new] for new in (True, False))
    if not newer or not older:
        return ""
    return (
        f"{' and '.join(newer)} asks for PDF 2.0, {' and '.join(older)} for PDF 1.7: one file cannot be both."
    )


def judge(findings: Iterable[Finding], profiles: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Keep the findings that one of the profiles calls an error; say once which standards ask for it."""
    names = tuple(profiles)
    diagnostics: dict[str, Diagnostic] = {}
    for fault, details in findings:
        asking = [PROFILES[name] for name in names if PROFILES[name].verdicts[fault] == "error"]
        if not asking:
            continue
        clauses = ", ".join(f"{p.name} {p.clauses[fault]}" for p in asking if fault in p.clauses)
        message = fault.sentence.format(*details) + (f" ({clauses})" if clauses else "")
        diagnostics.setdefault(message, Diagnostic("error", fault.code, message, fault.hint))
    return tuple(diagnostics.values())

"""In: faults found somewhere, and the profiles a file must meet. Out: diagnostics, in the order found."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import Diagnostic
from guidepress.standard.profiles import PROFILES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.standard.faults import Fault

__all__ = ["Finding", "judge", "known"]

Finding: TypeAlias = "tuple[Fault, tuple[object, ...]]"
"""A fault and what to put into the places of its sentence."""


def known(profiles: Iterable[str]) -> tuple[str, ...]:
    """Check the names of profiles.

    Raises:
        ValueError: a name is unknown or its standard cannot be written.
    """
    names = tuple(profiles)
    for name in names:
        if name not in PROFILES or not PROFILES[name].writable:
            can = ", ".join(key for key, profile in PROFILES.items() if profile.writable)
            raise ValueError(f"{name!r} is no standard that can be written; choose from {can}")
    return names


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

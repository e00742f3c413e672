"""In: what was wrong with a file, or found in what was made of it. Out: the same as warnings, few of a kind told one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.cos import File

__all__ = ["as_it_was", "remarks_on"]

_TOLD = 5
"""Clauses that one warning holds; a file can be damaged in a thousand places."""
_ALIKE = 3
"""Findings of one kind that are told one by one; four hundred files may share one fault."""


def remarks_on(file: File) -> Iterator[Diagnostic]:
    """Warn of what was wrong with a file and read all the same, and of what was left out; when all has been read."""
    if file.repairs:
        message = f"{file.name} is damaged, but can be read: {_listed(file.repairs)}."
        yield Diagnostic("warning", "damaged", message, "Look at the result, or write the file again.")
    if file.losses:
        message = f"Of {file.name} the result lacks what could not be read: {_listed(file.losses)}."
        yield Diagnostic("warning", "left-out", message, "Write the file again, or repair it.")


def as_it_was(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Make warnings of faults that a file brought along, a few of each kind."""
    by_code: dict[str, list[Diagnostic]] = {}
    for each in found:
        by_code.setdefault(each.code, []).append(each)
    for code, alike in by_code.items():
        for one in alike[:_ALIKE]:
            yield Diagnostic("warning", code, one.message, "It was so in the file bound.")
        if len(alike) > _ALIKE:
            yield Diagnostic("warning", code, f"The same is so {len(alike) - _ALIKE} times more.")


def _listed(clauses: list[str]) -> str:
    more = f"; {len(clauses) - _TOLD} more" if len(clauses) > _TOLD else ""
    return "; ".join(clauses[:_TOLD]) + more

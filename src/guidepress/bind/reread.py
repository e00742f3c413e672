"""In: a pack that has been written. Out: the same with what the verifier found in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound, fault
from guidepress.base.record import replace
from guidepress.verify.checks import CHECKS, run_checks
from guidepress.verify.claims import claims_of
from guidepress.verify.reading import open_pdf
from guidepress.verify.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from guidepress.bind.plan import Merged

__all__ = ["read_back"]

_TOLD = 3
"""Findings of one kind that are told one by one; four hundred files may share one fault."""


def read_back(merged: Merged) -> Merged:
    """Check a pack as any PDF is checked; what is found came with its files, so it is a warning.

    Raises:
        FaultsFound: the file has not the pages or the claims that were written, a fault of the writer.
    """
    try:
        report = _verify(merged.path)
    except FaultsFound as problem:
        # What a broken part brought along may be beyond any check; the pack holds it as it was.
        message = f"{merged.path} cannot be checked: {problem.diagnostics[0].message}"
        found = Diagnostic("warning", "not-checked", message, "A file bound in it is damaged.")
        return replace(merged, diagnostics=(*merged.diagnostics, found))
    if report.pages != merged.pages or set(report.claims) != set(merged.claims):
        message = f"{merged.path} does not hold what was written ({report.pages} of {merged.pages} pages)."
        raise fault("not-as-written", message, "This is a fault of guidepress; please report it.")
    return replace(merged, diagnostics=(*merged.diagnostics, *_summed(report.diagnostics)))


def _verify(path: Path) -> Report:
    """Run the verifier's checks."""
    opened = open_pdf(path.read_bytes())
    found = tuple(run_checks(opened, None))
    return Report(len(opened.pages), tuple(name for name, _ in CHECKS), found, claims_of(opened))


def _summed(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    by_code: dict[str, list[Diagnostic]] = {}
    for each in found:
        by_code.setdefault(each.code, []).append(each)
    for code, alike in by_code.items():
        for one in alike[:_TOLD]:
            yield Diagnostic("warning", code, one.message, "It was so in the file bound.")
        if len(alike) > _TOLD:
            yield Diagnostic("warning", code, f"The same is so {len(alike) - _TOLD} times more.")

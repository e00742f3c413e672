"""In: a pack that has been written. Out: the same with what the verifier found in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound
from guidepress.base.record import replace
from guidepress.bind.source import UNREADABLE
from guidepress.verify.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        report = verify(merged.path.read_bytes())
    except UNREADABLE as problem:
        # What a broken part brought along may be beyond any check; the pack holds it as it was.
        message = f"{merged.path} cannot be checked: {' '.join(str(problem).split())}."
        found = Diagnostic("warning", "not-checked", message, "A file bound in it is damaged.")
        return replace(merged, diagnostics=(*merged.diagnostics, found))
    if report.pages != merged.pages or set(report.claims) != set(merged.claims):
        message = f"{merged.path} does not hold what was written ({report.pages} of {merged.pages} pages)."
        raise FaultsFound(
            [
                Diagnostic(
                    "error", "not-as-written", message, "This is a fault of guidepress; please report it."
                )
            ]
        )
    return replace(merged, diagnostics=(*merged.diagnostics, *_summed(report.diagnostics)))


def _summed(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    by_code: dict[str, list[Diagnostic]] = {}
    for each in found:
        by_code.setdefault(each.code, []).append(each)
    for code, each in by_code.items():
        for one in each[:_TOLD]:
            yield Diagnostic("warning", code, one.message, "It was so in the file bound.")
        if len(each) > _TOLD:
            yield Diagnostic("warning", code, f"The same is so {len(each) - _TOLD} times more.")

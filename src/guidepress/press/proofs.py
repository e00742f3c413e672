"""In: interior and cover as they were written. Out: what preflight says of both, for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic
from guidepress.base.numbers import counted
from guidepress.base.record import record
from guidepress.press.preflight import PreflightJob, preflight
from guidepress.press.preflight.html import ReportedFile, html_report, report_data
from guidepress.press.preflight.picture import draw_failing
from guidepress.press.preflight.said import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight import PreflightReport
    from guidepress.press.spec import PressSpec

__all__ = ["Proofs", "prove"]

_MOST_DRAWN = 24
"""Pages with findings that the report draws of a file."""


@record
class Proofs:
    """What preflight says of an interior and its cover.

    Attributes:
        reports: of the interior, of the cover.
        html: both, as a page with the places marked.
        data: both, as JSON.
    """

    reports: tuple[PreflightReport, ...]
    html: bytes
    data: bytes

    @property
    def passed(self) -> bool:
        """Whether nothing was found that the printer refuses."""
        return all(each.passed for each in self.reports)

    @property
    def said(self) -> str:
        """The verdict, as a sentence."""
        rules = len({each.rule for report in self.reports for each in report.checked})
        errors, warnings = (
            sum(len(found) for found in of)
            for of in ([each.errors for each in self.reports], [each.warnings for each in self.reports])
        )
        verdict = counted(errors, "fault") if errors else "no fault found"
        return (
            f"Checked against {counted(rules, 'rule')} of {self.reports[0].printer}: {verdict}, "
            f"{counted(warnings, 'warning')}; this is no certification."
        )

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found, that which several pages have alike once."""
        return tuple(each for report in self.reports for each in _found(report))


def prove(spec: PressSpec, files: tuple[tuple[str, bytes], tuple[str, bytes]], pages: int) -> Proofs:
    """Hold an interior and its cover against the printer's rules.

    Args:
        spec: what was ordered.
        files: name and bytes of the interior, and of the cover.
        pages: of the interior.

    Raises:
        FaultsFound: a file cannot be read.
    """
    jobs = PreflightJob(spec.printer, spec), PreflightJob(spec.printer, spec, cover=True, pages=pages)
    drawn = []
    for (name, data), job in zip(files, jobs, strict=True):
        report = preflight(data, job, name=name)
        drawn.append(ReportedFile(report, draw_failing(data, job, report, most=_MOST_DRAWN)))
    reports = tuple(each.report for each in drawn)
    listed = {"ok": all(each.passed for each in reports), "files": [report_data(each) for each in reports]}
    text = json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
    return Proofs(reports, html_report(drawn).encode(), text.encode())


def _found(report: PreflightReport) -> Iterator[Diagnostic]:
    for group in alike(report.findings):
        first = group.first
        where = f", page {first.page}" if first.page else ""
        others = f" (alike on {counted(len(group.pages) - 1, 'page')} more)" if len(group.pages) > 1 else ""
        asked = f"Asked for: {first.limit.text} ({first.limit.source})."
        message = f"{report.name}{where}: {first.message}{others} {asked}"
        yield Diagnostic(first.severity, first.rule, message, first.advice)
